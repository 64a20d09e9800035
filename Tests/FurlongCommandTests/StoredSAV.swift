import Foundation

/// Writes a small SPSS file (.sav), as the format's description by PSPP has it: short texts and numbers, not compressed.
enum StoredSAV {
  /// A column: its name of at most 8 letters, and its values.
  struct Column {
    var name: String
    var values: Values
    /// A number that the file calls missing.
    var missing: Double?

    enum Values {
      /// Texts of at most 16 bytes.
      case texts([String])
      case numbers([Double?])
      /// Days, as the days from 1 January 1970.
      case days([Int])
    }
  }

  static func bytes(_ columns: [Column], rows: Int) -> Data {
    let units = columns.map(\.units).reduce(0, +)
    var file = Data("$FL2".utf8) + text("@(#) SPSS DATA FILE furlong tests", 60)
    for number in [2, units, 0, 0, rows] { file += whole(number) }
    file += real(100) + text("01 Jan 25", 9) + text("00:00:00", 8) + text("", 64 + 3)
    for column in columns { file += column.record }
    file += whole(999) + whole(0)
    for row in 0..<rows {
      for column in columns { file += column.cell(row) }
    }
    return file
  }

  fileprivate static func text(_ text: String, _ count: Int) -> Data {
    Data(Array(text.utf8) + Array(repeating: 0x20, count: count - text.utf8.count))
  }

  fileprivate static func whole(_ number: Int) -> Data {
    withUnsafeBytes(of: Int32(number).littleEndian) { Data($0) }
  }

  fileprivate static func real(_ number: Double) -> Data {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { Data($0) }
  }
}

extension StoredSAV.Column {
  private static let width = 16

  fileprivate var units: Int { if case .texts = values { Self.width / 8 } else { 1 } }

  /// The record that declares it.
  fileprivate var record: Data {
    let (width, format) =
      switch values {
      case .texts: (Self.width, 1 << 16 | Self.width << 8)
      case .numbers: (0, 5 << 16 | 8 << 8 | 2)
      case .days: (0, 20 << 16 | 11 << 8)
      }
    var record = Data()
    for number in [2, width, 0, missing == nil ? 0 : 1, format, format] {
      record += StoredSAV.whole(number)
    }
    record += StoredSAV.text(name, 8)
    if let missing { record += StoredSAV.real(missing) }
    for _ in 1..<max(units, 1) {
      for number in [2, -1, 0, 0, 0, 0] { record += StoredSAV.whole(number) }
      record += StoredSAV.text("", 8)
    }
    return record
  }

  fileprivate func cell(_ row: Int) -> Data {
    switch values {
    case .texts(let texts): StoredSAV.text(texts[row], Self.width)
    case .numbers(let numbers): StoredSAV.real(numbers[row] ?? -Double.greatestFiniteMagnitude)
    case .days(let days): StoredSAV.real(Double(days[row] + 141_428) * 86_400)
    }
  }
}
