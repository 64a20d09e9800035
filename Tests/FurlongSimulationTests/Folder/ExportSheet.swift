import Foundation
import FurlongSimulation
import FurlongStudy
import FurlongTables
import Testing

/// An export read back with the reader of the importer.
struct ExportSheet {
  let rows: [[String: String]]

  init(_ file: ExampleFile) throws {
    let table = try CSVReader().read(Data(file.bytes), name: file.path)
    #expect(table.faults.isEmpty && table.notes.isEmpty)
    rows = (0..<table.rowCount).map { row in
      var cells: [String: String] = [:]
      for (column, heading) in table.header.enumerated() {
        cells[heading] = table.text(row: row, column: column)
      }
      return cells
    }
  }

  func values(_ heading: String) -> [String] { rows.map { $0[heading, default: ""] } }
}

/// The examples that are shipped.
enum Example: String, CaseIterable, CustomTestStringConvertible {
  case saltmarsh
  case greyfell

  var testDescription: String { rawValue }

  /// The folder as it is drawn now.
  func files(seed: UInt64) -> [ExampleFile] {
    switch self {
    case .saltmarsh: SaltmarshCollege(seed: seed).files()
    case .greyfell: GreyfellCollege(seed: seed).files()
    }
  }
}

/// The exports of one seed, read back.
struct ReadCollege {
  /// Two colleges of each example, drawn once for all tests.
  static let folders: [Example: [UInt64: [ExampleFile]]] = Dictionary(
    uniqueKeysWithValues: Example.allCases.map { example in
      (example, [2025: example.files(seed: 2025), 1: example.files(seed: 1)])
    })

  let files: [ExampleFile]

  init(_ example: Example = .saltmarsh, seed: UInt64) throws {
    files = try #require(Self.folders[example]?[seed])
  }

  func sheet(_ name: String) throws -> ExportSheet {
    try ExportSheet(#require(files.first { $0.path == "exports/\(name).csv" }))
  }

  func forms() throws -> [[String: String]] {
    try files.filter { $0.path.contains("forms-") }.flatMap { try ExportSheet($0).rows }
  }
}

/// The words of a text in small letters.
func words(_ text: String) -> Set<String> {
  Set(text.lowercased().split { !$0.isLetter }.map(String.init))
}

/// The day that a British date names.
func day(_ text: String) throws -> CalendarDay {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  try #require(parts.count == 3, "\(text) is no date")
  let day = CalendarDay(parts[2], parts[1], parts[0])
  #expect(day.dayMonthYear == text)
  return day
}
