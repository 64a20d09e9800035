import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The return to the mean of people selected")
struct SelectionReturnTests {
  private func population(_ reliability: Double, readings: Int = 1) throws -> SelectionReturn {
    try SelectionReturn(
      mean: 30, error: ErrorOfMeasurement(sd: 9, reliability: reliability), readings: readings)
  }

  @Test("is a fall of those above and a like rise of those below", .tags(.law))
  func mirror() throws {
    for distance in [-12.0, -3, 0, 4, 20] {
      let above = try population(0.7).expected(.above, 30 + distance)
      let below = try population(0.7).expected(.below, 30 - distance)
      #expect(above.change < 0)
      #expect(above.change == -below.change)
      expectClose(above.first - 30, 30 - below.first, relative: 1e-14)
      #expect(above.share == below.share)
      expectClose(above.later - above.first, above.change, relative: 1e-12)
    }
  }

  @Test("shrinks with reliability and with more readings", .tags(.law))
  func shrinks() throws {
    let cut = 38.0
    let rough = try population(0.5).expected(.above, cut).change
    let fine = try population(0.9).expected(.above, cut).change
    let twice = try population(0.5, readings: 2).expected(.above, cut).change
    let often = try population(0.5, readings: 10_000).expected(.above, cut).change
    #expect(rough < fine && fine < 0)
    #expect(rough < twice && twice < often)
    #expect(often > -0.01)
  }

  @Test("is Kelley's of the people's mean score", .tags(.law))
  func kelley() throws {
    let error = try ErrorOfMeasurement(sd: 9, reliability: 0.6)
    let expected = try SelectionReturn(mean: 30, error: error).expected(.above, 35)
    let kelley = try KelleyEstimate(mean: 30, error: error)
    expectClose(kelley.expected(after: expected.first), expected.later, relative: 1e-13)
    expectClose(kelley.expectedChange(after: expected.first), expected.change, relative: 1e-12)
    #expect(kelley.expected(after: 30) == 30)
    expectClose(kelley.errorOfTrueScore, 9 * (0.4 * 0.6).squareRoot(), relative: 1e-14)
  }

  @Test("is that of both forms of the population, and scales with it", .tags(.law))
  func forms() throws {
    let one = try population(0.64).expected(.below, 20)
    let other = try SelectionReturn(mean: 30, sdBetween: 9 * 0.8, sdWithin: 9 * 0.6).expected(
      .below, 20)
    expectClose(one.change, other.change, relative: 1e-14)
    let scaled = try SelectionReturn(mean: 302, sdBetween: 72, sdWithin: 54).expected(.below, 202)
    expectClose(scaled.change, 10 * one.change, relative: 1e-13)
  }

  @Test("is what people drawn at random do", .tags(.law))
  func simulation() throws {
    var stream = RandomStream(seed: 20, stream: 0)
    var changes: [Double] = []
    for _ in 0..<200_000 {
      let own = stream.normal(mean: 30, sd: 6)
      let first = (own + stream.normal(sd: 5) + own + stream.normal(sd: 5)) / 2
      if first > 36 { changes.append(own + stream.normal(sd: 5) - first) }
    }
    let mean = try OneSampleTTest().mean(of: changes)
    let expected = try SelectionReturn(mean: 30, sdBetween: 6, sdWithin: 5, readings: 2).expected(
      .above, 36)
    #expect(abs(mean.mean - expected.change) < 4 * mean.test.standardError)
    expectClose(Double(changes.count) / 200_000, expected.share, relative: 0.005)
  }

  @Test("is refused for what cannot be, and far beyond the population", .tags(.edge))
  func refusals() throws {
    #expect(throws: StatisticsError.self) {
      try SelectionReturn(mean: 0, sdBetween: -1, sdWithin: 1)
    }
    #expect(throws: StatisticsError.self) {
      try SelectionReturn(mean: 0, sdBetween: 1, sdWithin: 0)
    }
    #expect(throws: StatisticsError.self) {
      try SelectionReturn(mean: 0, sdBetween: 1, sdWithin: 1, readings: 0)
    }
    #expect(throws: StatisticsError.self) {
      try SelectionReturn(mean: .nan, sdBetween: 1, sdWithin: 1)
    }
    let unit = try SelectionReturn(mean: 0, sdBetween: 0, sdWithin: 1)
    #expect(throws: StatisticsError.self) { try unit.expected(.above, 60) }
    #expect(throws: StatisticsError.self) { try unit.expected(.above, .infinity) }
    // Nobody has an own level: all of the distance returns.
    expectClose(try unit.expected(.above, 1).later, 0, relative: 1e-15)
    // Everybody is selected: nothing returns.
    expectClose(try unit.expected(.above, -30).change, 0, relative: 1e-15)
  }
}

@Suite("The test of Mee and Chua")
struct MeeChuaTests {
  private let before = [31.0, 40, 35, 44, 38, 33, 50, 36, 41, 39]
  private let after = [29.0, 33, 36, 35, 30, 31, 41, 28, 39, 33]

  @Test("is the paired change where the population's mean is the people's", .tags(.law))
  func own() throws {
    let plain = try PairedTTest().change(from: before, to: after)
    let net = try MeeChuaTest(populationMean: plain.meanBefore).effect(from: before, to: after)
    expectClose(net.effect, plain.meanChange, relative: 1e-13)
    expectClose(net.expectedReturn, 0, relative: 1e-13)
    #expect(net.test.standardError < plain.standardError)
  }

  @Test("moves with the scale and turns with it", .tags(.law))
  func units() throws {
    let plain = try MeeChuaTest(populationMean: 30).effect(from: before, to: after)
    let moved = try MeeChuaTest(populationMean: -67).effect(
      from: before.map { 3 - $0 * 7 / 3 }, to: after.map { 3 - $0 * 7 / 3 })
    expectClose(moved.effect, -plain.effect * 7 / 3, relative: 1e-12)
    expectClose(moved.test.t, -plain.test.t, relative: 1e-12)
    expectClose(moved.test.p, plain.test.p, relative: 1e-11)
    expectClose(moved.slope, plain.slope, relative: 1e-12)
    let back = try MeeChuaTest(populationMean: 30).effect(
      from: before.reversed(), to: after.reversed())
    expectClose(back.effect, plain.effect, relative: 1e-13)
  }

  @Test("leaves nothing where people only returned", .tags(.law))
  func returned() throws {
    // Half the distance from 20 is lost, with errors that no line can carry.
    let errors = [1.0, -1, -1, 1, 0, 0, 0, 0, 0, 0]
    let later = zip(before.sorted(), errors).map { 20 + ($0 - 20) / 2 + 0.01 * $1 }
    let net = try MeeChuaTest(populationMean: 20).effect(from: before.sorted(), to: later)
    #expect(abs(net.effect) < 0.1)
    #expect(net.meanChange < -9)
    expectClose(net.slope, 0.5, relative: 0.01)
  }

  @Test("is refused for too few, for equal scores and for a line", .tags(.edge))
  func refusals() throws {
    let test = MeeChuaTest(populationMean: 20)
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 2, needed: 3)) {
      try test.effect(from: [1, 2], to: [2, 1])
    }
    #expect(throws: StatisticsError.noVariation(in: "scores before", count: 3)) {
      try test.effect(from: [4, 4, 4], to: [1, 2, 3])
    }
    #expect(throws: StatisticsError.noVariation(in: "residuals", count: 4)) {
      try test.effect(from: [1, 2, 3, 4], to: [3, 5, 7, 9])
    }
    #expect(throws: StatisticsError.unequalLengths(3, 2)) {
      try test.effect(from: [1, 2, 3], to: [1, 2])
    }
    #expect(throws: StatisticsError.self) {
      try MeeChuaTest(populationMean: .nan).effect(from: before, to: after)
    }
    #expect(throws: StatisticsError.self) {
      try MeeChuaTest(populationMean: 1, confidence: 0).effect(from: before, to: after)
    }
  }
}

@Suite("Expected events")
struct ExpectedEventsTests {
  @Test("lie between the person's count and that of people alike", .tags(.law))
  func between() throws {
    let alike = try ExpectedEvents(mean: 2.5, dispersion: 0.7)
    for count in 0...30 {
      let expected = try alike.expected(after: count)
      #expect(min(2.5, Double(count)) <= expected && expected <= max(2.5, Double(count)))
    }
    expectClose(alike.weight, 1 / 2.75, relative: 1e-15)
  }

  @Test(
    "are the mean where all have one rate, and near the count where rates differ much", .tags(.law))
  func ends() throws {
    #expect(try ExpectedEvents(mean: 2, dispersion: 0).expected(after: 9) == 2)
    #expect(try ExpectedEvents(mean: 2, dispersion: 0).variance(after: 9) == 0)
    let wide = try ExpectedEvents(mean: 2, dispersion: 1e6)
    expectClose(try wide.expected(after: 9), 9, relative: 1e-5)
  }

  @Test("of all people together are all events, by moments", .tags(.law))
  func total() throws {
    let counts = [0.0, 3, 1, 8, 0, 2, 5, 1, 0, 11]
    let alike = try ExpectedEvents(ofPeopleAlike: counts)
    let sum = try counts.reduce(0) { $0 + (try alike.expected(after: Int($1))) }
    expectClose(sum, counts.reduce(0, +), relative: 1e-13)
    // Less spread than chance would make is no dispersion, not a negative one.
    #expect(try ExpectedEvents(ofPeopleAlike: [2, 2, 3, 2]).dispersion == 0)
  }

  @Test("are refused without events, and name no person's count", .tags(.edge))
  func refusals() throws {
    #expect(throws: StatisticsError.self) { try ExpectedEvents(ofPeopleAlike: [0, 0, 0]) }
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try ExpectedEvents(ofPeopleAlike: [3])
    }
    #expect(
      throws: StatisticsError.outsideRange(
        what: "number of negative counts", value: 1, expected: "0")
    ) { try ExpectedEvents(ofPeopleAlike: [1, -7, 2]) }
    #expect(throws: StatisticsError.self) { try ExpectedEvents(mean: 0, dispersion: 1) }
    #expect(throws: StatisticsError.self) { try ExpectedEvents(mean: 1, dispersion: -1) }
    #expect(throws: StatisticsError.self) {
      try ExpectedEvents(mean: 1, dispersion: 1).expected(after: -1)
    }
  }
}
