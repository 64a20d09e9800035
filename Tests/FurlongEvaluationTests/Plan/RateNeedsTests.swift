import Foundation
import FurlongEvaluation
import FurlongTestSupport
import Testing

@Suite("How many people a ratio of rates needs")
struct RateNeedsTests {
  private func row(_ ratio: Double, _ events: Double) throws -> RateNeeds.Row {
    try #require(RateNeeds().rows.first { $0.ratio == ratio && $0.eventsBefore == events })
  }

  @Test("is the number of the formula, worked by hand: n = (z + z)² s² / (log RR)²")
  func formula() throws {
    // s² = 5 / 0.5 + 5 / 1 = 15; (1.959964 + 0.841621)² = 7.848879; (log 0.5)² = 0.480453: 245.05.
    #expect(try row(0.5, 1).peopleAt80 == 246)
    // The same with 1.281552 for 0.841621: 10.507416, so 328.05.
    #expect(try row(0.5, 1).peopleAt90 == 329)
  }

  @Test("more events and a larger fall need fewer people", .tags(.law))
  func order() throws {
    #expect(RateNeeds().rows.count == 8)
    #expect(try row(0.5, 3).peopleAt80 < row(0.5, 0.5).peopleAt80)
    #expect(try row(0.5, 1).peopleAt80 < row(0.75, 1).peopleAt80)
    #expect(RateNeeds().rows.allSatisfy { $0.peopleAt80 < $0.peopleAt90 })
    let strict = RateNeeds(confidence: 0.99).rows
    #expect(zip(strict, RateNeeds().rows).allSatisfy { $0.peopleAt80 > $1.peopleAt80 })
  }

  @Test("what is said of few people is what the table of coverage has")
  func coverage() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/methods/coverage.md").standardized
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ratio of rates over persons, ") }
      .map { row in
        row.split(separator: "|").dropFirst(3).map { cell in
          cell.split(separator: " ").first.flatMap { Double($0) } ?? .nan
        }
      }
    #expect(rows.count == 4)
    func least(_ column: Int) -> Int { Int((rows.map { $0[column] }.min() ?? .nan).rounded()) }
    #expect(least(0) == FewPeopleRatios.held.ofTen)
    #expect(least(1) == FewPeopleRatios.held.ofTwenty)
    #expect(FewPeopleRatios.people == 50)
  }
}
