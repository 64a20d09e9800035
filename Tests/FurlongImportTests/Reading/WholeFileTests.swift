import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Refused rows that show how the whole export was read")
struct WholeFileTests {
  private func forms(_ dates: [String]) throws -> ImportBatch {
    let rows = dates.enumerated().map { "SC\($0),\($1),3,3,3,3,3,3,3," }
    return try TestExport(map: formsMap).batch(([formsHeader] + rows).joined(separator: "\n"))
  }

  private func expectStop(_ batch: ImportBatch, code: String, says words: [String]) {
    #expect(batch.stopped && batch.rows.isEmpty && batch.rowsRead == 0)
    #expect(batch.problems.count == 1 && batch.problems[0].severity == .stop, "\(batch.said)")
    let said = batch.said.joined() + (batch.problems.first?.fix ?? "")
    #expect(said.contains(code))
    for word in words { #expect(said.contains(word), "\(said)") }
  }

  @Test(
    "dates in another order than the mapping's stop it: the others would be taken for other days")
  func otherOrder() throws {
    let batch = try forms(["03/25/2024", "03/04/2024", "04/26/2024", "05/06/2024"])
    expectStop(
      batch, code: "I022", says: ["2 dates", "day month year", "'dates' in maps/test.map.yaml"])
    #expect(batch.problems.first?.place == "exports/test.csv:2:Date")
  }

  @Test("dates in two orders stop it too, and it must be exported again")
  func mixedOrders() throws {
    let batch = try forms(["03/25/2024", "04/26/2024", "25/03/2024", "26/03/2024", "01/02/2024"])
    expectStop(batch, code: "I022", says: ["2 dates", "2 fit no other order", "Export the file"])
  }

  @Test("a stray date among many sets its own row aside")
  func strayDates() throws {
    let batch = try forms(
      ["03/25/2024", "04/26/2024"] + [String](repeating: "25/03/2024", count: 39))
    #expect(!batch.stopped && batch.rowsSetAside == 2 && batch.rows.count == 39 && batch.addsUp)
  }

  @Test(
    "not one row left stops it, with the commonest reason",
    arguments: [
      (["03/09/24", "04/09/24", "05/09/24"], "I026", "year of two digits"),
      (["45432", "45433", "45434"], "I024", "Excel's number for a day"),
    ])
  func nothingLeft(dates: [String], code: String, says: String) throws {
    expectStop(try forms(dates), code: code, says: ["Not one of the 3 rows", says])
  }

  @Test(
    "a line of averages at the foot is no row of data",
    arguments: ["Average,,3,4,,,,,,", "Mean,,3.2,4.1,,,,,,", "average (12),,3.5,,,,,,,"])
  func averages(line: String) throws {
    let batch = try TestExport(map: formsMap).batch(
      "\(formsHeader)\nSC1,01/02/2024,3,3,3,3,3,3,3,\n\(line)\n")
    #expect(batch.rows.map(\.sourceRow) == [2] && batch.addsUp, "\(batch.said)")
    #expect(batch.skips[.totals] == 1)
  }

  @Test("headings pasted again and lines of totals are skipped and noted")
  func passedLines() throws {
    let csv = """
      \(formsHeader)
      SC1,01/02/2024,3,3,3,3,3,3,3,
      \(formsHeader)
      SC2,02/02/2024,4,4,4,4,4,4,4,
      Total: 2,,7,,,,,,,
      Totally,,7,,,,,,,
      ,,,,,,,,,
      Grand total,,14
      """
    let batch = try TestExport(map: formsMap).batch(csv)
    #expect(batch.rowsRead == 7 && batch.rows.count == 2 && batch.rowsSkipped == 4)
    #expect(batch.rowsSetAside == 1 && batch.addsUp)
    #expect(batch.skips[.headings] == 1 && batch.skips[.totals] == 2)
    let notes = batch.problems.filter { $0.severity == .note }
    #expect(
      notes.map(\.code) == ["I016", "I015", "I015"] && notes.map(\.row) == [3, 5, 8],
      "\(batch.said)")
  }

  @Test("headings of another form below the rows stop the export; ids that are words do not")
  func otherHeadings() throws {
    let below = """
      \(formsHeader)
      SC1,01/02/2024,3,3,3,3,3,3,3,
      \(formsHeader.replacing("S1,S2", with: "P1,P2"))
      SC1,01/02/2024,2,2,2,2,2,2,2,
      """
    let stopped = try TestExport(map: formsMap).batch(below)
    #expect(stopped.stopped && stopped.rows.isEmpty)
    #expect(stopped.problems.map(\.code) == ["I071"] && stopped.problems.first?.row == 3)
    #expect(stopped.problems.first?.message.contains("P1") == false)
    let tried = try TestExport(map: formsMap).batch(
      below.replacing(
        formsHeader.replacing("S1,S2", with: "P1,P2"), with: "test,today,x,x,x,x,x,x,x,"))
    #expect(!tried.stopped && tried.rows.count == 2)
  }

  @Test("an NHS number that a spreadsheet rounded is told apart from a short one")
  func rounded() throws {
    let rows = ["SC1,9.99E+09", "SC2,999783667", "SC3,"].map { $0 + ",01/02/2024,,,,F,,,," }
    let batch = try TestExport(map: peopleMap).batch(
      ([peopleHeader] + rows).joined(separator: "\n"))
    #expect(batch.rows.count == 3 && batch.addsUp, "\(batch.said)")
    #expect(batch.said[0].contains("its last digits are lost") && !batch.said[0].contains("9.99"))
    #expect(batch.said[1].contains("does not have ten digits"))
  }

  @Test("a decimal comma is named as such")
  func decimalComma() throws {
    let batch = try TestExport(map: formsMap).batch(
      formsHeader + "\nSC1,01/02/2024,3,\"3,5\",3,3,3,3,3,\nSC2,02/02/2024,4,4,4,4,4,4,4,")
    #expect(
      batch.said == ["set-aside I041 exports/test.csv:2:S2 '3,5' is not a number: it has a comma."])
    #expect(batch.problems.first?.fix.contains("decimal: comma") == true)
  }
}
