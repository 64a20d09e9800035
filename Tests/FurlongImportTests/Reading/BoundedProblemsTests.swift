import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A file that is wrong in every row")
struct BoundedProblemsTests {
  private let sound = "SC1,21/02/2024,3,3,3,3,3,3,3,"

  private func batch(_ rows: [String]) throws -> ImportBatch {
    try TestExport(map: formsMap).batch(([formsHeader] + rows).joined(separator: "\n") + "\n")
  }

  @Test(
    "lists the first 1,000 rows of each kind of problem and counts the others", .tags(.edge),
    arguments: ["a", "SC2,21/02/2024,3,3,x,3,3,3,3,"])
  func counted(row: String) throws {
    let batch = try batch([sound] + Array(repeating: row, count: 2_500))
    #expect(batch.rows.count == 1 && batch.rowsSetAside == 2_500 && batch.rowsRead == 2_501)
    #expect(batch.problems.count == 1_001)
    #expect(batch.problems.compactMap(\.row) == Array(3...1_002))
    let more = try #require(batch.problems.first { $0.row == nil })
    #expect(more.severity == .setAside && more.message.hasPrefix("1500 more rows"))
  }

  @Test("keeps kinds apart: a rare problem is not lost behind a common one", .tags(.edge))
  func kinds() throws {
    let common = Array(repeating: "SC2,21/02/2024,3,3,x,3,3,3,3,", count: 1_200)
    let batch = try batch([sound] + common + ["SC3,31/06/2024,3,3,3,3,3,3,3,"])
    #expect(batch.problems.count == 1_002 && batch.problems.last?.code == "I023")
    #expect(batch.rowsSetAside == 1_201)
  }

  @Test("counts lines of totals likewise", .tags(.edge))
  func passed() throws {
    let batch = try batch([sound] + Array(repeating: "Total: 2,,7,,,,,,,", count: 1_500))
    #expect(batch.rowsSkipped == 1_500 && batch.problems.count == 1_001)
  }

  @Test("stops where not one row is left, and counts all of them", .tags(.edge))
  func nothingLeft() throws {
    let batch = try batch(Array(repeating: "a", count: 1_500))
    #expect(batch.stopped && batch.problems.count == 1)
    #expect(batch.problems[0].message.hasPrefix("Not one of the 1500 rows"))
  }
}
