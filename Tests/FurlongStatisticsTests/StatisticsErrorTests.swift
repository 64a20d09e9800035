import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("An error of statistics")
struct StatisticsErrorTests {
  @Test("says in a sentence what happened and what is needed", .tags(.edge))
  func sentences() {
    let sentences: [(StatisticsError, String)] = [
      (.tooFew(of: "pairs", count: 1, needed: 2), "Too few pairs: 1, where at least 2 are needed."),
      (
        .notFinite(in: "values before", count: 3),
        "3 of the values before are missing or infinite: leave them out and count them first."
      ),
      (
        .noEvents(in: "after", persons: 12),
        "None of 12 persons had an event after, so no ratio can be given."
      ),
      (
        .numerics(.tooManyEvaluations(allowed: 9)),
        "The root was not found in 9 evaluations. Allow more or narrow the bracket."
      ),
    ]
    for (error, sentence) in sentences { #expect(error.description == sentence) }
  }

  @Test("never carries a value of a sample", .tags(.edge))
  func values() throws {
    let secret = 48_151_623.0
    let wrongs: [() throws -> Void] = [
      { _ = try PairedTTest().change(from: [secret], to: [secret]) },
      { _ = try PairedTTest().change(from: [secret, secret], to: [secret + 1, secret + 1]) },
      { _ = try WilcoxonSignedRank().test([secret, .nan]) },
      { _ = try SampleDescription(of: [secret, .infinity]) },
    ]
    for wrong in wrongs {
      let error = #expect(throws: StatisticsError.self) { try wrong() }
      #expect(error?.description.contains("48151623") == false)
    }
  }
}
