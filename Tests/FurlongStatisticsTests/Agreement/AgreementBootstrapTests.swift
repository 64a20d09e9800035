import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Intervals of agreement by resampling")
struct AgreementBootstrapTests {
  private let method = AgreementBootstrap(Bootstrap(draws: 1_999, seed: 20))

  @Test("lie near those of the formula, where there are thirty units", .tags(.law))
  func nearFormula() throws {
    let record = try ReferenceRecords.named("several_coders.json", "fleiss_diagnoses")[0]
    let counts = try UnitCounts(record.data["counts"].counts)
    let formula = try FleissKappa().agreement(of: counts)
    let answer = try method.estimate(of: counts) { (drawn) throws(StatisticsError) -> Double? in
      try FleissKappa().agreement(of: drawn).coefficient
    }
    let estimate = try #require(answer.estimate)
    #expect(estimate.estimate == formula.coefficient)
    let percentile = try #require(estimate.percentile)
    let interval = try #require(formula.interval)
    #expect(abs(percentile.low - interval.low) < 0.03)
    #expect(abs(percentile.high - interval.high) < 0.03)
    #expect(answer.units == 30 && answer.undefined == nil && estimate.bca != nil)
  }

  @Test("do not depend on the order of rows, and a seed gives the same again", .tags(.law))
  func order() throws {
    let record = try ReferenceRecords.named("krippendorff.json", "hayes_krippendorff_2007")[0]
    let rows = record.data["units"].rows
    let alpha = KrippendorffAlpha(.ordinal)
    let plain = try method.estimate(of: rows, alpha)
    #expect(try method.estimate(of: rows.reversed(), alpha) == plain)
    let interval = try #require(plain.estimate?.percentile)
    #expect(interval.contains(0.7598) && interval.low > 0.5 && interval.high < 0.95)
    var other = method
    other.bootstrap.seed = 21
    #expect(try other.estimate(of: rows, alpha) != plain)
    let codes = record.data["units"].rows.map { $0.map { $0.map { Int($0) } } }
    let units = try CodedUnits(codes, categories: 4)
    let conger = try method.estimate(of: units) { (drawn) throws(StatisticsError) -> Double? in
      try CongerKappa().agreement(of: drawn).coefficient
    }
    #expect(try conger.estimate?.estimate == CongerKappa().agreement(of: units).coefficient)
  }

  @Test("draw whole texts, never their characters", .tags(.law))
  func texts() throws {
    let texts = (0..<12).map { drawnText(coders: 2, seed: 100 + $0) }
    let unread = CodedText(length: 50, coders: [[], nil])
    let empty = CodedText(length: 0, coders: [[], []])
    func coefficient(_ spans: CodedSpans) throws(StatisticsError) -> Double? {
      try UnitizingAlpha().agreement(of: spans).alpha
    }
    let plain = try method.estimate(of: texts, coefficient: coefficient)
    #expect(plain.units == 12)
    #expect(
      try method.estimate(of: [empty, unread] + texts.reversed(), coefficient: coefficient) == plain
    )
    let interval = try #require(plain.estimate?.percentile)
    #expect(interval.contains(try #require(plain.estimate?.estimate)))
    #expect(interval.high - interval.low > 0.02)
  }

  @Test("there are none of fewer than ten units, and the answer says so", .tags(.edge))
  func tooFew() throws {
    let rows: [[Double?]] = (0..<9).map { [Double($0 % 3), Double($0 % 2)] }
    let answer = try method.estimate(of: rows, KrippendorffAlpha())
    #expect(answer.estimate == nil)
    #expect(answer.undefined == .tooFewUnits(count: 9, needed: 10))
    let same: [[Double?]] = (0..<12).map { _ in [1, 1] }
    #expect(try method.estimate(of: same, KrippendorffAlpha()).undefined == .noVariation)
  }

  @Test("what is wrong with the units is thrown, not taken for too little variation", .tags(.edge))
  func errors() {
    let both = [
      CodedSpan(code: "a", start: 0, end: 5), CodedSpan(code: "b", start: 3, end: 8),
    ]
    let texts = (0..<12).map { CodedText(length: 20 + $0, coders: [both, both]) }
    #expect(throws: StatisticsError.self) {
      try method.estimate(of: texts) { (spans) throws(StatisticsError) -> Double? in
        try UnitizingAlpha().agreement(of: spans).alpha
      }
    }
    let single: [[Double?]] = (0..<12).map { [Double($0), nil] }
    #expect(throws: StatisticsError.tooFew(of: "units with two values", count: 0, needed: 1)) {
      try method.estimate(of: single, KrippendorffAlpha())
    }
  }
}
