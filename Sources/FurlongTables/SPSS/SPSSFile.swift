import CReadStat

/// Hears an SPSS file and writes it as CSV, the names of its variables above, with what it says of them beside.
final class SPSSFile {
  /// The most text of a file: 1 GB.
  static let mostBytes = 1 << 30

  private(set) var bytes: [UInt8] = []
  private(set) var columns: [ValueLabels] = []
  /// How many cells held a value that the file's author calls missing, and were left blank.
  private(set) var blanked = 0

  private let writer = CSVWriter(raw: true)
  private let blanksMissing: Bool
  private var values: [SPSSValue] = []
  private var sets: [String?] = []
  private var meanings: [String: [(value: Value, label: String)]] = [:]
  private var cells: [CSVCell] = []
  private var row = 0

  /// A value that has a label.
  private enum Value {
    case number(Double)
    case text(String)
  }

  init(blanksMissing: Bool) {
    self.blanksMissing = blanksMissing
  }

  /// Reads a whole file.
  func read(_ file: UnsafeBufferPointer<UInt8>) -> furlong_sav_outcome {
    var listener = furlong_sav_listener(
      variable: { context, _, name, label, format, labels, _ in
        SPSSFile.of(context).variable(
          name: SPSSFile.text(name), label: SPSSFile.text(label), format: SPSSFile.text(format),
          labels: SPSSFile.text(labels))
      },
      missing: { context, column, low, high, text in
        SPSSFile.of(context).missing(Int(column), low, high, SPSSFile.text(text))
      },
      label: { context, labels, number, text, label in
        let value = SPSSFile.text(text).map(Value.text) ?? .number(number)
        SPSSFile.of(context).meanings[SPSSFile.text(labels) ?? "", default: []]
          .append((value, SPSSFile.text(label) ?? ""))
        return true
      },
      number: { context, row, column, number, isMissing in
        SPSSFile.of(context).number(isMissing ? nil : number, Int(row), Int(column))
      },
      text: { context, row, column, text in
        SPSSFile.of(context).words(SPSSFile.text(text) ?? "", Int(row), Int(column))
      })
    let outcome = furlong_sav_read(
      file.baseAddress, file.count, &listener, Unmanaged.passUnretained(self).toOpaque())
    if outcome == FURLONG_SAV_READ {
      endRow()
      giveMeanings()
    }
    return outcome
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> SPSSFile {
    guard let context else { preconditionFailure("ReadStat hands back what it was given") }
    return Unmanaged<SPSSFile>.fromOpaque(context).takeUnretainedValue()
  }

  private static func text(_ text: UnsafePointer<CChar>?) -> String? {
    text.map { String(cString: $0) }
  }

  private func variable(name: String?, label: String?, format: String?, labels: String?) -> Bool {
    let said = label.flatMap { $0.isEmpty ? nil : $0 }
    columns.append(ValueLabels(column: name ?? "", label: said, format: format))
    values.append(SPSSValue(format: format))
    sets.append(labels)
    return columns.count <= CSVScanner.mostFields
  }

  private func missing(_ column: Int, _ low: Double, _ high: Double, _ text: String?) -> Bool {
    guard columns.indices.contains(column) else { return false }
    if let text {
      columns[column].missingTexts.append(text)
    } else if !low.isNaN, !high.isNaN {
      columns[column].missing.append(.init(low: low, high: high))
    }
    return true
  }

  private func number(_ number: Double?, _ row: Int, _ column: Int) -> Bool {
    guard begin(row, column) else { return false }
    guard let number, number.isFinite else { return true }
    if blanksMissing, columns[column].isMissing(number) {
      blanked += 1
    } else {
      cells[column] = .text(values[column].text(number))
    }
    return true
  }

  private func words(_ text: String, _ row: Int, _ column: Int) -> Bool {
    guard begin(row, column) else { return false }
    if blanksMissing, columns[column].isMissing(text) {
      blanked += 1
    } else if !text.isEmpty {
      cells[column] = .text(text)
    }
    return true
  }

  /// Makes room for a cell, a new row where it is one's first; false where the file is too large to be read.
  private func begin(_ row: Int, _ column: Int) -> Bool {
    if cells.isEmpty {
      bytes.reserveCapacity(1 << 16)
      writer.append(columns.map { .text($0.column) }, to: &bytes)
    }
    if cells.isEmpty || row != self.row {
      endRow()
      self.row = row
      cells = Array(repeating: .empty, count: columns.count)
    }
    return cells.indices.contains(column) && bytes.count <= Self.mostBytes
  }

  private func endRow() { if !cells.isEmpty { writer.append(cells, to: &bytes) } }

  private func giveMeanings() {
    for (column, set) in sets.enumerated() {
      for (value, label) in set.flatMap({ meanings[$0] }) ?? [] {
        switch value {
        case .text(let text): columns[column].meanings[text] = label
        case .number(let number) where number.isFinite:
          columns[column].meanings[values[column].text(number)] = label
        case .number: break
        }
      }
    }
  }
}
