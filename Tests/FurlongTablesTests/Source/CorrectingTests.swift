import FurlongTables
import FurlongTestSupport
import Testing

@Suite("A table with other texts in some cells")
struct CorrectingTests {
  private let table = SourceTable(
    name: "t", header: ["A", "B"], rows: [["1", "2"], ["3", ""]], sourceRows: [2, 5], faults: [],
    skipped: 1, totals: [9], notes: [])

  @Test("has them there, and everything else as it was")
  func corrected() {
    let other = table.correcting([5: [1: "zwölf", 0: ""], 2: [0: "1, 2"]])
    #expect(other.text(row: 0, column: 0) == "1, 2" && other.text(row: 0, column: 1) == "2")
    #expect(other.isBlank(row: 1, column: 0) && other.text(row: 1, column: 1) == "zwölf")
    #expect(
      other.sourceRow(1) == 5 && other.recordCount == table.recordCount && other.totals == [9])
  }

  @Test("of rows that are not there does nothing", .tags(.edge))
  func absent() {
    #expect(table.correcting([:]) == table)
    #expect(table.correcting([3: [0: "x"]]) == table)
  }
}
