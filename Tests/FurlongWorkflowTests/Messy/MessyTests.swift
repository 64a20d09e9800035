import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The tool's word on exports with one fault each, held against a list that was written by hand from the files alone.
@Suite("Forty faults of exports")
struct MessyTests {
  private static let exports =
    (try? FileManager.default.contentsOfDirectory(
      atPath: MessyFault.folder.appendingPathComponent("exports").path))?.sorted() ?? []

  @Test(
    "Each is told by code, row, column and what is done, but for those that are listed with why",
    .tags(.reference), arguments: exports)
  func told(_ file: String) throws {
    let told = try MessyStudy(file).told()
    let faults = try MessyFault.listed()[file] ?? []
    let lacking = faults.filter { fault in !told.contains(where: fault.isTold) }
    let surplus = told.filter { problem in !faults.contains { $0.isTold(by: problem) } }
    let gap = MessyGap.known[file]
    #expect(
      Set(lacking.map(\.line)) == Set(gap?.lacks ?? []),
      "what is not told is another than is listed; told are \(told.map(\.line))")
    #expect(
      Set(surplus.map(\.line)) == Set(gap?.says ?? []),
      "what is told beyond the faults is another than is listed: \(surplus.map(\.message))")
  }

  @Test("No fault, file or gap is left out")
  func all() throws {
    #expect(Self.exports.count > 50)
    #expect(try Set(MessyFault.listed().keys).isSubset(of: Self.exports))
    #expect(Set(MessyGap.known.keys).isSubset(of: Self.exports))
  }

  @Test(
    "What is only noted costs no row",
    arguments: [
      "i001-named-csv-is-workbook.csv", "i005-windows-1252.csv", "i007-decoded-wrongly.csv",
      "i009-byte-order-mark.csv", "i010-semicolons.csv", "i014-titles-above.csv",
      "i021-day-or-month-first.csv", "i024-serial-numbers.csv", "i025-from-1904.xlsx",
      "i028-hour-before-midnight.csv", "i029-decimal-comma.csv", "i030-signs-in-numbers.csv",
      "i031-numbers-as-text.xlsx", "i031-spaces.csv", "i034-total-differs.csv",
    ])
  func kept(_ file: String) throws {
    let report = try MessyStudy(file).report()
    #expect(report.exports.first { $0.file == "exports/\(file)" }?.rowsKept == 10)
  }
}
