import FurlongStudy
import FurlongTables

/// Looks at all refused rows together: where they show that the whole export is read in the wrong way, it stops.
struct WholeFileCheck {
  let map: ExportMap
  let mapFile: String
  let file: String

  /// What stops the export; nil where the rows that are left can be trusted.
  func problem(
    _ rules: CellRules, refused: [Int: RowRefusal], setAside: [Problem], kept: Int
  ) -> Problem? {
    nulBytes(setAside) ?? order(rules, refused) ?? missingWords(rules, refused)
      ?? nothingKept(setAside, kept: kept)
  }

  /// NUL bytes in more than one row in a hundred; fewer are left out as the file is read.
  private func nulBytes(_ setAside: [Problem]) -> Problem? {
    let rows = setAside.filter { $0.code == ProblemCode.nulBytes.rawValue }
    guard rows.count > 2, let first = rows.first else { return nil }
    return Problem(
      severity: .stop, code: first.code, file: file, row: first.row, column: nil,
      message: "\(rows.count) rows hold NUL bytes, which no text has: the file was damaged.",
      fix: "Export it again.")
  }

  /// Dates in another order than the mapping's: those that fit both orders would be taken for other days.
  ///
  /// One stray date is a slip. Two, and one in twenty of the dates that fit one order only, are another order.
  private func order(_ rules: CellRules, _ refused: [Int: RowRefusal]) -> Problem? {
    var rows: [String: [Int]] = [:]
    for (row, refusal) in refused {
      for fault in refusal.faults where fault.code == .dateOrder {
        rows[fault.column ?? "", default: []].append(row)
      }
    }
    for (column, foreign) in rows.sorted(by: { $0.key < $1.key }) where foreign.count > 1 {
      let certain = certainDates(column, rules)
      guard foreign.count * 20 > foreign.count + certain else { continue }
      let own = rules.dates.order.rawValue
      let other =
        certain > 0
        ? ", while \(certain) \(certain == 1 ? "fits" : "fit") no other order: exports were mixed"
        : ""
      return Problem(
        severity: .stop, code: ProblemCode.dateOrder.rawValue, file: file, row: foreign.min(),
        column: column,
        message:
          "\(foreign.count) dates in this column cannot be in the order \(own) but can in another"
          + "\(other). The other dates cannot be trusted either.",
        fix: certain > 0
          ? "Export the file again with all dates in one order."
          : "Write the order of the dates at 'dates' in \(mapFile).")
    }
    return nil
  }

  /// A word for "no answer" that the mapping does not have, in more than one row in twenty: the rows would be lost for
  /// want of a line in the mapping.
  private func missingWords(_ rules: CellRules, _ refused: [Int: RowRefusal]) -> Problem? {
    var words: [String: (fault: RowRefusal.Fault, rows: Set<Int>, columns: Set<String>)] = [:]
    for (row, refusal) in refused {
      for fault in refusal.faults where fault.code == .missingWord {
        words[fault.message, default: (fault, [], [])].rows.insert(row)
        words[fault.message]?.columns.insert(fault.column ?? "")
      }
    }
    let most = words.max { ($0.value.rows.count, $1.key) < ($1.value.rows.count, $0.key) }?.value
    guard let most, most.rows.count > 2, most.rows.count * 20 > rules.table.rowCount else {
      return nil
    }
    let columns = rules.table.header.filter(most.columns.contains)
    return Problem(
      severity: .stop, code: ProblemCode.missingWord.rawValue, file: file, row: most.rows.min(),
      column: columns.first ?? most.fault.column,
      message: most.fault.message + " It would cost \(most.rows.count) rows"
        + (columns.count > 1 ? " in \(columns.count) columns." : "."), fix: most.fault.fix)
  }

  /// Dates that are none in the other order.
  private func certainDates(_ column: String, _ rules: CellRules) -> Int {
    guard let place = rules.places[column] else { return 0 }
    let other: DateText? =
      switch rules.dates.order {
      case .dayMonthYear: DateText(order: .monthDayYear)
      case .monthDayYear: DateText(order: .dayMonthYear)
      case .yearMonthDay: nil
      }
    return (0..<rules.table.rowCount).count { row in
      let text = rules.table.text(row: row, column: place)
      guard (try? rules.dates.day(text)) != nil else { return false }
      return other.map { (try? $0.day(text)) == nil } ?? true
    }
  }

  /// An export of which not one row is left was not read as it is meant.
  private func nothingKept(_ setAside: [Problem], kept: Int) -> Problem? {
    let rows = Set(setAside.compactMap(\.row)).count
    guard kept == 0, rows > 2 else { return nil }
    let kinds = Dictionary(grouping: setAside) { [$0.code, $0.column ?? ""] }
    let most = kinds.values.map(\.count).max() ?? 0
    let first = setAside.first { kinds[[$0.code, $0.column ?? ""]]?.count == most }
    guard let first else { return nil }
    return Problem(
      severity: .stop, code: first.code, file: file, row: first.row, column: first.column,
      message: "Not one of the \(rows) rows can be used, most often for this: \(first.message)",
      fix: first.fix)
  }
}
