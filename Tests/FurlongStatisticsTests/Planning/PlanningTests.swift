import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Plans")
struct PlanningTests {
  @Test("the spread of changes follows from two occasions", .tags(.law))
  func spread() throws {
    expectClose(try ChangeSpread(before: 4, after: 4, correlation: 0.5).sd, 4, relative: 1e-15)
    expectClose(try ChangeSpread(before: 3, after: 4, correlation: 0).sd, 5, relative: 1e-15)
    expectClose(
      try ChangeSpread(before: 4, after: 4, correlation: 1 - 1e-14).sd,
      4 * (2e-14).squareRoot(), relative: 1e-2, strict: true)
    #expect(throws: StatisticsError.noVariation(in: "changes that are planned for", count: 0)) {
      try ChangeSpread(before: 4, after: 4, correlation: 1)
    }
  }

  @Test("size, power and difference answer one another", .tags(.law), arguments: [0.8, 0.9, 0.99])
  func roundTrips(power: Double) throws {
    for change in [-6.0, 0.7, 2.5] {
      let spread = try ChangeSpread(sd: 4.2)
      let size = try PairedTPower().pairs(toSee: change, spread: spread, power: power)
      #expect(size.power >= power)
      if size.count > 2 {
        let less = try PairedTPower().power(toSee: change, spread: spread, pairs: size.count - 1)
        #expect(less < power)
      }
      let visible = try PairedTPower().change(visibleTo: 40, spread: spread, power: power)
      expectClose(
        try PairedTPower().power(toSee: visible, spread: spread, pairs: 40), power, relative: 1e-12)
      let people = try LogRatioFixture.spread
      let ratio = try PersonRatePower().ratio(visibleTo: 90, spread: people, power: power)
      #expect(ratio < 1)
      for same in [ratio, 1 / ratio] {
        expectClose(
          try PersonRatePower().power(toSee: same, spread: people, people: 90), power,
          relative: 1e-12)
      }
    }
  }

  @Test("points, signs and the order of groups do not matter", .tags(.law))
  func invariance() throws {
    let one = try ChangeSpread(sd: 1)
    let ten = try ChangeSpread(sd: 10)
    let power = try PairedTPower().power(toSee: 0.4, spread: one, pairs: 37)
    for other in [
      try PairedTPower().power(toSee: -0.4, spread: one, pairs: 37),
      try PairedTPower().power(toSee: 4, spread: ten, pairs: 37),
    ] {
      expectClose(other, power, relative: 1e-13, strict: true)
    }
    let groups = TwoGroupTPower()
    expectClose(
      try groups.power(toSee: 0.4, sd: 1, group: 20, other: 55),
      try groups.power(toSee: -0.4, sd: 1, group: 55, other: 20), relative: 1e-13, strict: true)
    for method in McNemarPower.Method.allCases {
      let mcNemar = McNemarPower(method: method)
      expectClose(
        try mcNemar.power(gained: 0.3, lost: 0.1, pairs: 60),
        try mcNemar.power(gained: 0.1, lost: 0.3, pairs: 60), relative: 1e-12, strict: true)
    }
    for method in PoissonRatePower.Method.allCases {
      let rates = PoissonRatePower(method: method)
      expectClose(
        try rates.power(rate: 0.5, in: 40, to: 1, in: 60),
        try rates.power(rate: 1, in: 60, to: 0.5, in: 40), relative: 1e-11, strict: true)
    }
  }

  @Test(
    "without a difference the power is the level, and an exact test keeps below it", .tags(.law))
  func level() throws {
    let spread = try ChangeSpread(sd: 3)
    expectClose(
      try PairedTPower(significance: 0.1).power(toSee: 0, spread: spread, pairs: 25), 0.1,
      relative: 1e-12)
    for pairs in [5, 20, 100, 1_000] {
      #expect(
        try McNemarPower(method: .exact).power(gained: 0.2, lost: 0.2, pairs: pairs) <= 0.05)
    }
    for time in [5.0, 50, 500] {
      #expect(try PoissonRatePower().power(rate: 1, in: time, to: 1, in: time) <= 0.05)
    }
  }

  @Test("the exact test of paired proportions needs more pairs than its formulas say", .tags(.law))
  func exactIsCautious() throws {
    let (gained, lost) = (0.25, 0.1)
    func pairs(_ method: McNemarPower.Method) throws -> Int {
      try McNemarPower(method: method).pairs(gained: gained, lost: lost).count
    }
    #expect(try pairs(.exact) > pairs(.midP))
    #expect(try pairs(.exact) > pairs(.miettinen))
    #expect(try pairs(.connor) > pairs(.miettinen))
    let seen = try #require(
      try McNemarPower(method: .exact).difference(visibleTo: 120, changing: 0.35))
    expectClose(
      try McNemarPower(method: .exact)
        .power(gained: (0.35 + seen) / 2, lost: (0.35 - seen) / 2, pairs: 120), 0.8,
      relative: 1e-10)
    #expect(try McNemarPower(method: .exact).difference(visibleTo: 6, changing: 0.5) == nil)
  }

  @Test("rates: time and ratio answer the power", .tags(.law))
  func rates() throws {
    for method in PoissonRatePower.Method.allCases {
      let plan = PoissonRatePower(method: method)
      let time = try plan.time(rate: 0.6, to: 1, power: 0.9, otherTimes: 2)
      expectClose(
        try plan.power(rate: 0.6, in: time, to: 1, in: 2 * time), 0.9, relative: 1e-10)
      let ratio = try #require(try plan.ratio(visibleIn: 100, to: 1, in: 100))
      expectClose(try plan.power(rate: ratio, in: 100, to: 1, in: 100), 0.8, relative: 1e-10)
    }
    #expect(try PoissonRatePower().ratio(visibleIn: 2, to: 1, in: 2) == nil)
  }

  @Test("events that hang together in people need more of them than independent ones", .tags(.law))
  func overdispersion() throws {
    func people(_ overdispersion: Double, _ correlation: Double) throws -> Int {
      let spread = try LogRatioSpread(
        before: 2, ratio: 0.7, overdispersion: overdispersion, correlation: correlation)
      return try PersonRatePower().people(toSee: 0.7, spread: spread).count
    }
    #expect(try people(5, 0) > 4 * people(1, 0))
    #expect(try people(5, 0.6) < people(5, 0))
    let spread = try LogRatioSpread(before: 2, ratio: 0.7, overdispersion: 5)
    let needed = try PersonRatePower().people(within: 1.25, spread: spread)
    #expect(1.959963984540054 * spread.perPerson / Double(needed).squareRoot() <= 0.22314355131421)
    #expect(1.959963984540054 * spread.perPerson / Double(needed - 1).squareRoot() > 0.223143551314)
  }

  @Test("a half-width is kept as often as assured", .tags(.law))
  func assurance() throws {
    let spread = try ChangeSpread(sd: 1)
    let average = try PairedPrecision().pairs(forHalfWidth: 0.25, spread: spread)
    let assured = try PairedPrecision(allowance: .assured(0.9))
      .pairs(forHalfWidth: 0.25, spread: spread)
    #expect(average.halfWidth <= 0.25 && assured.halfWidth <= 0.25)
    #expect(assured.count > average.count)
    let wide = try PairedPrecision(confidence: 0.99).halfWidth(pairs: 20, spread: spread)
    #expect(try wide > PairedPrecision().halfWidth(pairs: 20, spread: spread))
  }

  @Test("groups are as precise whichever comes first, and in any points", .tags(.law))
  func groupPrecision() throws {
    for allowance in [SpreadAllowance.none, .onAverage, .assured(0.9)] {
      let precision = TwoGroupPrecision(allowance: allowance)
      let width = try precision.halfWidth(group: 20, other: 55, sd: 3)
      expectClose(try precision.halfWidth(group: 55, other: 20, sd: 3), width, relative: 1e-14)
      expectClose(
        try precision.halfWidth(group: 20, other: 55, sd: 30), 10 * width, relative: 1e-14)
      let sizes = try precision.sizes(forHalfWidth: 1.5, sd: 3, othersPerPerson: 1.5)
      #expect(sizes.halfWidth <= 1.5 && sizes.other == (3 * sizes.group + 1) / 2)
      #expect(
        try precision.halfWidth(group: sizes.group - 1, other: sizes.other - 1, sd: 3) > 1.5)
    }
  }

  @Test("the planned width of a share is that of the interval, where many change", .tags(.law))
  func sharePrecision() throws {
    let precision = PairedProportionPrecision()
    #expect(
      try precision.halfWidth(gained: 0.3, lost: 0.1, pairs: 80)
        == precision.halfWidth(gained: 0.1, lost: 0.3, pairs: 80))
    for (pairs, near) in [(2_000, 0.01), (40, 0.06)] {
      let tenths = pairs / 10
      let interval = try PairedProportionChange().change(
        both: 3 * tenths, gained: 3 * tenths, lost: tenths, neither: 3 * tenths
      ).interval
      let planned = try precision.halfWidth(gained: 0.3, lost: 0.1, pairs: pairs)
      expectClose((interval.high - interval.low) / 2, planned, relative: near)
    }
    let needed = try precision.pairs(forHalfWidth: 0.07, gained: 0.3, lost: 0.1)
    #expect(needed.halfWidth <= 0.07)
    #expect(try precision.halfWidth(gained: 0.3, lost: 0.1, pairs: needed.count - 1) > 0.07)
  }

  @Test("what is far out is still a number", .tags(.edge))
  func extremes() throws {
    let one = try ChangeSpread(sd: 1)
    #expect(try PairedTPower().power(toSee: 100, spread: one, pairs: 1_000) == 1)
    #expect(try PairedTPower().pairs(toSee: 1e6, spread: one).count == 2)
    #expect(try PairedTPower().pairs(toSee: 0.002, spread: one).count > 1_900_000)
    #expect(try PairedTPower().change(visibleTo: 2, spread: one, power: 0.9) > 10)
    let many = try McNemarPower(method: .exact).power(gained: 0.101, lost: 0.1, pairs: 400_000)
    #expect(many > 0.25 && many < 0.35)
  }

  @Test("settings that make no plan are refused", .tags(.edge))
  func refused() throws {
    let one = try ChangeSpread(sd: 1)
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 1, needed: 2)) {
      try PairedTPower().power(toSee: 1, spread: one, pairs: 1)
    }
    #expect(throws: StatisticsError.self) { try PairedTPower().pairs(toSee: 0, spread: one) }
    #expect(throws: StatisticsError.self) {
      try PairedTPower().pairs(toSee: 1, spread: one, power: 0.05)
    }
    #expect(throws: StatisticsError.self) { try PairedTPower().pairs(toSee: 1e-9, spread: one) }
    #expect(throws: StatisticsError.self) {
      try PairedTPower(significance: 0).power(toSee: 1, spread: one, pairs: 9)
    }
    #expect(throws: StatisticsError.self) { try ChangeSpread(sd: 0) }
    #expect(throws: StatisticsError.self) {
      try McNemarPower().power(gained: 0.7, lost: 0.5, pairs: 9)
    }
    #expect(throws: StatisticsError.self) {
      try McNemarPower().pairs(gained: 0.2, lost: 0.2)
    }
    #expect(throws: StatisticsError.self) { try PoissonRatePower().time(rate: 1, to: 1) }
    #expect(throws: StatisticsError.self) {
      try LogRatioSpread(before: 1, ratio: 1, overdispersion: 1, correlation: 1)
    }
    #expect(throws: StatisticsError.self) {
      try PairedPrecision().pairs(forHalfWidth: 0, spread: one)
    }
    #expect(throws: StatisticsError.tooFew(of: "people in a group", count: 1, needed: 2)) {
      try TwoGroupPrecision().halfWidth(group: 1, other: 9, sd: 1)
    }
    #expect(throws: StatisticsError.self) {
      try TwoGroupPrecision().sizes(forHalfWidth: 1, sd: 1, othersPerPerson: 0)
    }
    #expect(throws: StatisticsError.self) {
      try TwoGroupPrecision(allowance: .assured(1)).halfWidth(group: 9, other: 9, sd: 1)
    }
    #expect(throws: StatisticsError.self) {
      try PairedProportionPrecision().halfWidth(gained: 0.7, lost: 0.5, pairs: 9)
    }
    #expect(throws: StatisticsError.self) {
      try PairedProportionPrecision().pairs(forHalfWidth: 0.1, gained: 0, lost: 0)
    }
    #expect(throws: StatisticsError.self) {
      try PoissonRatePower().time(within: 1, rate: 1, to: 1)
    }
  }
}

private enum LogRatioFixture {
  static var spread: LogRatioSpread {
    get throws { try LogRatioSpread(before: 1.5, ratio: 0.6, overdispersion: 3) }
  }
}
