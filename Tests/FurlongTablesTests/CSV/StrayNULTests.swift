import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongTables

@Suite("NUL bytes in a text file")
struct StrayNULTests {
  private func read(_ rows: Int, nulsIn damaged: [Int]) throws -> SourceTable {
    let lines = (1...rows).map { "S\($0)," + (damaged.contains($0) ? "\u{0}" : "") + "20/05/2025" }
    return try CSVReader().read(
      Data(("ID,Date\n" + lines.joined(separator: "\n")).utf8), name: "f.csv")
  }

  @Test("are left out with a note of their cells where they are in one record of a hundred")
  func few() throws {
    let table = try read(100, nulsIn: [60])
    #expect(table.faults.isEmpty && table.rowCount == 100)
    #expect(table.text(row: 59, column: 1) == "20/05/2025" && table.sourceRow(59) == 61)
    #expect(
      table.notes == [TableNote(kind: .nulsLeftOut, examples: [.init(row: 59, column: 1)])])
  }

  @Test("are faults of their rows where they are in more")
  func more() throws {
    #expect(try read(98, nulsIn: [60]).faults.map(\.sourceRow) == [61])
    #expect(try read(100, nulsIn: [60, 61]).faults.map(\.kind) == [.nul, .nul])
  }

  @Test("are a fault of the headings there")
  func headings() {
    let text = "I\u{0}D,Date\n" + (1...200).map { "S\($0),20/05/2025\n" }.joined()
    #expect(throws: TableError.self) { try CSVReader().read(Data(text.utf8), name: "f.csv") }
  }
}
