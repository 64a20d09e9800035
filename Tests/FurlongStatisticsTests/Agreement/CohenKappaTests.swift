import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Record: Decodable {
  var table: [[Int]]
  var observed: Double
  var expected: Double?
  var kappa: Double
  var tolerance: Double
}

private struct Records: Decodable {
  var records: [Record]
}

@Suite(
  "Cohen's kappa agrees with the paper and with R",
  .agreement("cohen-kappa", with: "the paper; irr 0.84.1"))
struct CohenKappaReferenceTests {
  @Test("for two and more categories", .tags(.reference))
  func records() throws {
    let records = try reference("kappa.json", as: Records.self).records
    #expect(records.count == 6)
    for r in records {
      let answer = try CohenKappa().agreement(r.table)
      expectClose(answer.kappa ?? .infinity, r.kappa, relative: r.tolerance)
      expectClose(answer.observed, r.observed, relative: 1e-12)
      if let expected = r.expected { expectClose(answer.expected, expected, relative: 1e-12) }
    }
  }
}

@Suite("Cohen's kappa")
struct CohenKappaTests {
  private let table = [[20, 5, 1], [3, 18, 6], [0, 4, 9]]

  @Test("does not change when coders or categories change places", .tags(.law))
  func permutations() throws {
    let plain = try CohenKappa().agreement(table)
    let transposed = (0..<3).map { i in (0..<3).map { j in table[j][i] } }
    let order = [2, 0, 1]
    let reordered = order.map { i in order.map { j in table[i][j] } }
    #expect(try CohenKappa().agreement(transposed) == plain)
    #expect(try CohenKappa().agreement(reordered) == plain)
  }

  @Test("is 1 for full agreement and 0 for none beyond the frequencies", .tags(.law))
  func ends() throws {
    #expect(try CohenKappa().agreement([[3, 0], [0, 9]]).kappa == 1)
    #expect(try CohenKappa().agreement([[1, 2], [2, 4]]).kappa == 0)
    #expect(try CohenKappa().agreement([[0, 4], [4, 0]]).kappa == -1)
  }

  @Test("is undefined where both used one category throughout", .tags(.edge))
  func undefined() throws {
    let answer = try CohenKappa().agreement([[12, 0], [0, 0]])
    #expect(answer.kappa == nil)
    #expect(answer.observed == 1)
    #expect(answer.units == 12)
    #expect(try CohenKappa().agreement([[0, 12], [0, 0]]).kappa == 0)
  }

  @Test("refuses a table that is empty, not square or negative", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.tooFew(of: "units", count: 0, needed: 1)) {
      try CohenKappa().agreement([[0, 0], [0, 0]])
    }
    #expect(throws: StatisticsError.self) { try CohenKappa().agreement([]) }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try CohenKappa().agreement([[1, 2], [3]])
    }
    #expect(throws: StatisticsError.self) { try CohenKappa().agreement([[1, -2], [3, 4]]) }
  }
}
