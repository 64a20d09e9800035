import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("A paired change")
struct PairedTTestTests {
  private let before = [12.0, 19, 24, 8, 30, 17]
  private let after = [10.0, 21, 15, 8, 22, 11]
  private let test = PairedTTest(confidence: 0.95)

  @Test("is later minus earlier", .tags(.law))
  func sign() throws {
    let change = try test.change(from: before, to: after)
    expectClose(change.meanChange, change.meanAfter - change.meanBefore, relative: 1e-14)
    #expect(change.meanChange < 0)
    #expect(change.t < 0)
  }

  @Test("changes sign when the occasions change places", .tags(.law))
  func swap() throws {
    let there = try test.change(from: before, to: after)
    let back = try test.change(from: after, to: before)
    expectClose(back.meanChange, -there.meanChange, relative: 1e-15)
    expectClose(back.t, -there.t, relative: 1e-15)
    expectClose(back.interval.low, -there.interval.high, relative: 1e-14)
    expectClose(back.interval.high, -there.interval.low, relative: 1e-14)
    expectClose(back.p, there.p, relative: 1e-14)
    #expect(back.sdChange == there.sdChange)
  }

  @Test("ignores a shift of both occasions and follows a scale", .tags(.law))
  func shiftAndScale() throws {
    let plain = try test.change(from: before, to: after)
    let shifted = try test.change(from: before.map { $0 + 7 }, to: after.map { $0 + 7 })
    expectClose(shifted.meanChange, plain.meanChange)
    expectClose(shifted.t, plain.t)
    let scaled = try test.change(from: before.map { $0 * 5 }, to: after.map { $0 * 5 })
    expectClose(scaled.interval.low, 5 * plain.interval.low)
    expectClose(scaled.t, plain.t)
    expectClose(scaled.p, plain.p)
  }

  @Test("does not depend on the order of the persons", .tags(.law))
  func permutation() throws {
    let order = [3, 0, 5, 1, 4, 2]
    let plain = try test.change(from: before, to: after)
    let other = try test.change(from: order.map { before[$0] }, to: order.map { after[$0] })
    expectClose(other.t, plain.t, relative: 1e-14)
    expectClose(other.correlation ?? 0, plain.correlation ?? 1, relative: 1e-14)
  }

  @Test("has a wider interval for more confidence", .tags(.law))
  func confidence() throws {
    let narrow = try PairedTTest(confidence: 0.8).change(from: before, to: after).interval
    let wide = try PairedTTest(confidence: 0.99).change(from: before, to: after).interval
    #expect(wide.low < narrow.low && narrow.high < wide.high)
    #expect(wide.level == 0.99)
  }

  @Test("of one person, or of persons without a partner, is an error", .tags(.edge))
  func small() {
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 1, needed: 2)) {
      try test.change(from: [3], to: [4])
    }
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 0, needed: 2)) {
      try test.change(from: [], to: [])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try test.change(from: [3, 4], to: [4])
    }
  }

  @Test("that is the same for everyone is an error, even when rounding blurs it", .tags(.edge))
  func constant() {
    let error = StatisticsError.noVariation(in: "changes", count: 6)
    #expect(throws: error) { try test.change(from: before, to: before) }
    #expect(throws: error) { try test.change(from: before, to: before.map { $0 + 0.1 }) }
  }

  @Test("has no correlation where everyone started alike", .tags(.edge))
  func sameStart() throws {
    let change = try test.change(from: [5, 5, 5], to: [4, 6, 9])
    #expect(change.correlation == nil)
    #expect(change.sdBefore == 0)
  }

  @Test("refuses missing values and impossible confidence", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.notFinite(in: "values after", count: 1)) {
      try test.change(from: [1, 2], to: [.nan, 3])
    }
    for level in [0, 1, 95, -0.5, Double.nan] {
      #expect(throws: StatisticsError.self) {
        try PairedTTest(confidence: level).change(from: before, to: after)
      }
    }
  }
}

@Suite("A paired change agrees with R", .agreement("paired-change", with: "R 4.2.2"))
struct PairedTTestReferenceTests {
  @Test("agrees with R at another confidence", .tags(.reference))
  func ninety() throws {
    struct Record: Decodable {
      struct Expected: Decodable {
        var t: Double
        var p: Double
        var ci_low: Double
        var ci_high: Double
        var stderr: Double
      }
      var column: String
      var level: Double
      var expected: Expected
    }
    let r = try reference("paired_t.json", as: Record.self)
    let data = try PublishedData.depression(r.column)
    let change = try PairedTTest(confidence: r.level).change(from: data.before, to: data.after)
    expectClose(change.t, r.expected.t, relative: 1e-12)
    expectClose(change.p, r.expected.p, relative: 1e-11, strict: true)
    expectClose(change.standardError, r.expected.stderr, relative: 1e-12)
    expectClose(change.interval, [r.expected.ci_low, r.expected.ci_high], relative: 1e-12, "t")
  }
}
