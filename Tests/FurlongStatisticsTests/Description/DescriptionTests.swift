import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("A sample's description")
struct SampleDescriptionTests {
  @Test("moves with a shift and stretches with a scale", .tags(.law))
  func shiftAndScale() throws {
    let values = [3.0, 9, 4.5, -2, 7]
    let plain = try SampleDescription(of: values)
    let moved = try SampleDescription(of: values.map { 100 - 2 * $0 })
    expectClose(moved.mean, 100 - 2 * plain.mean)
    expectClose(moved.sd ?? 0, 2 * (plain.sd ?? 0))
    expectClose(moved.median, 100 - 2 * plain.median)
    expectClose(moved.minimum, 100 - 2 * plain.maximum)
  }

  @Test("of one value has no spread, of none is an error", .tags(.edge))
  func small() throws {
    let one = try SampleDescription(of: [4])
    #expect(one.sd == nil)
    #expect(one.median == 4)
    #expect(throws: StatisticsError.tooFew(of: "values", count: 0, needed: 1)) {
      try SampleDescription(of: [])
    }
  }

  @Test("of an even number takes the middle of the middle two", .tags(.edge))
  func even() throws {
    #expect(try SampleDescription(of: [8, 1, 4, 3]).median == 3.5)
  }

  @Test("of equal values has spread 0", .tags(.edge))
  func constant() throws {
    #expect(try SampleDescription(of: [0.1, 0.1, 0.1]).sd == 0)
  }

  @Test("refuses what is missing, infinite or past all numbers", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.notFinite(in: "values", count: 2)) {
      try SampleDescription(of: [1, .nan, .infinity])
    }
    #expect(throws: StatisticsError.overflow(in: "spread of the values")) {
      try SampleDescription(of: [1e300, -1e300])
    }
  }
}

@Suite("Pearson's correlation")
struct PearsonCorrelationTests {
  private let correlation = PearsonCorrelation()
  private let x = [2.0, 4, 7, 1, 9]
  private let y = [1.0, 3, 2, 0, 8]

  @Test("does not mind shift, scale or which comes first", .tags(.law))
  func invariances() throws {
    let r = try #require(try correlation.coefficient(between: x, and: y))
    let scaled = try correlation.coefficient(between: x.map { 3 * $0 - 50 }, and: y)
    let flipped = try correlation.coefficient(between: x, and: y.map { -$0 })
    let swapped = try correlation.coefficient(between: y, and: x)
    #expect(r > 0 && r < 1)
    expectClose(scaled ?? 0, r, relative: 1e-14)
    expectClose(flipped ?? 0, -r, relative: 1e-15)
    #expect(swapped == r)
  }

  @Test("of a sample with itself is 1", .tags(.law))
  func itself() throws {
    let r = try correlation.coefficient(between: x, and: x)
    expectClose(r ?? 0, 1, relative: 1e-15)
  }

  @Test("is undefined where a sample does not vary", .tags(.edge))
  func undefined() throws {
    #expect(try correlation.coefficient(between: [1], and: [2]) == nil)
    #expect(try correlation.coefficient(between: x, and: [0.3, 0.3, 0.3, 0.3, 0.3]) == nil)
    #expect(throws: StatisticsError.unequalLengths(5, 1)) {
      try correlation.coefficient(between: x, and: [1])
    }
  }
}

@Suite("A standardised mean difference")
struct StandardisedMeanDifferenceTests {
  private let difference = StandardisedMeanDifference()

  @Test("changes sign when the groups change places", .tags(.law))
  func swap() throws {
    let a = [1.0, 5, 2, 8]
    let b = [4.0, 4, 9]
    let there = try difference.continuous(a, comparedWith: b)
    let back = try difference.continuous(b, comparedWith: a)
    expectClose(there.standardised, -back.standardised, relative: 1e-15)
    let yes = try difference.binary(3, of: 8, comparedWith: 10, of: 12)
    let no = try difference.binary(10, of: 12, comparedWith: 3, of: 8)
    #expect(yes.standardised == -no.standardised)
    #expect(yes.standardised < 0)
  }

  @Test("of answers is that of zeros and ones, but for n − 1", .tags(.law))
  func binary() throws {
    func answers(_ yes: Int) -> [Double] { (0..<20).map { $0 < yes ? 1 : 0 } }
    let numbers = try difference.continuous(answers(13), comparedWith: answers(5))
    let counts = try difference.binary(13, of: 20, comparedWith: 5, of: 20)
    expectClose(
      counts.standardised, numbers.standardised * (20.0 / 19).squareRoot(), relative: 1e-14)
    #expect(counts.mean == 0.65)
    #expect(counts.otherMean == 0.25)
  }

  @Test("is an error where nothing varies or groups are too small", .tags(.edge))
  func errors() {
    #expect(throws: StatisticsError.noVariation(in: "values within the groups", count: 4)) {
      try difference.continuous([2, 2], comparedWith: [5, 5])
    }
    #expect(throws: StatisticsError.tooFew(of: "values in a group", count: 1, needed: 2)) {
      try difference.continuous([2, 3], comparedWith: [5])
    }
    #expect(throws: StatisticsError.noVariation(in: "answers within the groups", count: 7)) {
      try difference.binary(0, of: 3, comparedWith: 4, of: 4)
    }
    #expect(throws: StatisticsError.self) {
      try difference.binary(4, of: 3, comparedWith: 4, of: 4)
    }
    #expect(throws: StatisticsError.self) {
      try difference.binary(0, of: 0, comparedWith: 4, of: 5)
    }
  }
}
