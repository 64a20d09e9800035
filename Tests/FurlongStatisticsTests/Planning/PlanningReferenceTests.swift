import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Plans of means agree with R and statsmodels", .agreement("planning"))
struct MeanPlanReferenceTests {
  private let one: ChangeSpread
  init() throws { one = try ChangeSpread(sd: 1) }

  @Test(
    "power of t tests", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "power_t"))
  func power(record: ReferenceRecord) throws {
    let (n, d) = (record.data["n"].numbers, record.data["d"].numbers)
    expectClose(
      try zip(n, d).map { try PairedTPower().power(toSee: $1, spread: one, pairs: Int($0)) },
      record.expected["power_paired"], relative: 1e-11, strict: true)
    expectClose(
      try zip(n, d).map {
        try TwoGroupTPower().power(toSee: $1, sd: 1, group: Int($0), other: Int($0))
      }, record.expected["power_two_sided"], relative: 1e-11, strict: true)
  }

  @Test(
    "sizes for a power", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "pairs_for_power"))
  func sizes(record: ReferenceRecord) throws {
    let cases = Array(zip(record.data["d"].numbers, record.data["power"].numbers))
    expectClose(
      try cases.map {
        Double(try PairedTPower().pairs(toSee: $0, spread: one, power: $1).count)
      }, record.expected["pairs"], relative: 0)
    expectClose(
      try cases.map { Double(try TwoGroupTPower().sizes(toSee: $0, sd: 1, power: $1).group) },
      record.expected["groups"], relative: 0)
  }

  @Test(
    "differences that a size can see", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "change_for_power"))
  func differences(record: ReferenceRecord) throws {
    let cases = Array(zip(record.data["n"].numbers.map { Int($0) }, record.data["power"].numbers))
    let spread = try ChangeSpread(sd: record.data["sd"].number)
    expectClose(
      try cases.map { try PairedTPower().change(visibleTo: $0, spread: spread, power: $1) },
      record.expected["paired"], relative: 1e-9, strict: true)
    expectClose(
      try cases.map {
        try TwoGroupTPower().difference(visibleTo: $0, and: $0, sd: spread.sd, power: $1)
      }, record.expected["groups"], relative: 1e-9, strict: true)
  }

  @Test(
    "one side", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "one_sided"))
  func oneSided(record: ReferenceRecord) throws {
    let cases = zip(record.data["n"].numbers, record.data["d"].numbers)
    expectClose(
      try cases.map {
        try PairedTPower(sides: .one).power(toSee: -$1, spread: one, pairs: Int($0))
      }, record.expected["power"], relative: 1e-12, strict: true)
  }

  @Test(
    "statsmodels: pairs", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "sm_paired"))
  func statsmodels(record: ReferenceRecord) throws {
    let (d, n) = (record.data["d"].numbers, record.data["n"].numbers)
    expectClose(
      try zip(n, d).map { try PairedTPower().power(toSee: $1, spread: one, pairs: Int($0)) },
      record.expected["power"], relative: 1e-12, strict: true)
    expectClose(
      try d.map { Double(try PairedTPower().pairs(toSee: $0, spread: one).count) },
      record.expected["pairs"], relative: 0)
  }

  @Test(
    "statsmodels: groups of unequal size", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "sm_unequal", "sm_unequal_sizes"))
  func unequal(record: ReferenceRecord) throws {
    let d = record.data["d"].numbers
    if record.id == "sm_unequal" {
      let sizes = Array(zip(record.data["n1"].numbers, record.data["n2"].numbers))
      expectClose(
        try zip(d, sizes).map {
          try TwoGroupTPower().power(toSee: $0, sd: 1, group: Int($1.0), other: Int($1.1))
        }, record.expected["power"], relative: 1e-12, strict: true)
    } else {
      expectClose(
        try d.map {
          Double(try TwoGroupTPower().sizes(toSee: $0, sd: 1, othersPerPerson: 2).group)
        }, record.expected["group"], relative: 0)
    }
  }

  private let allowances: [(String, SpreadAllowance)] = [
    ("planned", .none), ("expected", .onAverage), ("assured80", .assured(0.8)),
  ]

  @Test(
    "half-widths", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "half_width", "pairs_for_half_width"))
  func precision(record: ReferenceRecord) throws {
    for (name, allowance) in allowances {
      let method = PairedPrecision(allowance: allowance)
      if record.id == "half_width" {
        expectClose(
          try record.data["n"].numbers.map {
            try method.halfWidth(pairs: Int($0), spread: one)
          }, record.expected[name], relative: 1e-12, strict: true, name)
      } else {
        expectClose(
          try record.data["half_width"].numbers.map {
            Double(try method.pairs(forHalfWidth: $0, spread: one).count)
          }, record.expected[name], relative: 0, name)
      }
    }
  }

  @Test(
    "half-widths of two groups", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "planning.json", "group_half_width", "group_sizes_for_half_width"))
  func groupPrecision(record: ReferenceRecord) throws {
    for (name, allowance) in allowances {
      let method = TwoGroupPrecision(allowance: allowance)
      if record.id == "group_half_width" {
        let sizes = zip(record.data["n1"].numbers, record.data["n2"].numbers)
        expectClose(
          try sizes.map { try method.halfWidth(group: Int($0), other: Int($1), sd: 1) },
          record.expected[name], relative: 1e-12, strict: true, name)
      } else {
        let asked = zip(record.data["half_width"].numbers, record.data["others"].numbers)
        expectClose(
          try asked.map {
            Double(try method.sizes(forHalfWidth: $0, sd: 1, othersPerPerson: $1).group)
          }, record.expected[name], relative: 0, name)
      }
    }
  }
}

@Suite("Plans of yes or no, twice, agree with enumerations in R", .agreement("planning"))
struct McNemarPlanReferenceTests {
  @Test(
    "power by enumeration", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "mcnemar_power"))
  func power(record: ReferenceRecord) throws {
    let n = record.data["n"].numbers
    let shares = Array(zip(record.data["gained"].numbers, record.data["lost"].numbers))
    for (name, method) in [("exact", McNemarPower.Method.exact), ("mid", .midP)] {
      expectClose(
        try zip(n, shares).map {
          try McNemarPower(method: method).power(gained: $1.0, lost: $1.1, pairs: Int($0))
        }, record.expected[name], relative: 1e-11, strict: true, name)
    }
  }

  @Test(
    "pairs by enumeration", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "mcnemar_pairs"))
  func pairs(record: ReferenceRecord) throws {
    let shares = Array(zip(record.data["gained"].numbers, record.data["lost"].numbers))
    for (name, method) in [("exact", McNemarPower.Method.exact), ("mid", .midP)] {
      expectClose(
        try shares.map {
          Double(try McNemarPower(method: method).pairs(gained: $0, lost: $1).count)
        }, record.expected[name], relative: 0, name)
    }
  }

  @Test(
    "formulas of Connor and of Miettinen", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "mcnemar_formulas"))
  func formulas(record: ReferenceRecord) throws {
    let shares = Array(zip(record.data["gained"].numbers, record.data["lost"].numbers))
    for method in [McNemarPower.Method.connor, .miettinen] {
      for power in [80, 90] {
        let counts = try shares.map {
          try McNemarPower(method: method)
            .pairs(gained: $0, lost: $1, power: Double(power) / 100).count
        }
        expectClose(
          counts.map(Double.init), record.expected["\(method.rawValue)\(power)"], relative: 0)
      }
    }
  }
}

@Suite("Precision of shares and rates agrees with its formulas in R", .agreement("planning"))
struct SharePrecisionReferenceTests {
  @Test(
    "half-widths of yes or no, twice", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "planning.json", "mcnemar_half_width", "mcnemar_pairs_for_half_width"))
  func shares(record: ReferenceRecord) throws {
    let data = record.data
    let shares = Array(zip(data["gained"].numbers, data["lost"].numbers))
    let precision = PairedProportionPrecision()
    if record.id == "mcnemar_half_width" {
      expectClose(
        try zip(data["n"].numbers, shares).map {
          try precision.halfWidth(gained: $1.0, lost: $1.1, pairs: Int($0))
        }, record.expected["half_width"], relative: 1e-13, strict: true)
    } else {
      expectClose(
        try zip(data["half_width"].numbers, shares).map {
          Double(try precision.pairs(forHalfWidth: $0, gained: $1.0, lost: $1.1).count)
        }, record.expected["pairs"], relative: 0)
    }
  }

  @Test(
    "time for a ratio's interval", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "poisson_time_within"))
  func rates(record: ReferenceRecord) throws {
    let data = record.data
    let times = try data["factor"].numbers.indices.map { index in
      try PoissonRatePower().time(
        within: data["factor"].numbers[index], rate: data["rate"].numbers[index],
        to: data["other"].numbers[index], otherTimes: data["times"].numbers[index])
    }
    expectClose(times, record.expected["time"], relative: 1e-13, strict: true)
  }
}

@Suite("Plans of rates agree with statsmodels and enumerations in R", .agreement("planning"))
struct RatePlanReferenceTests {
  @Test(
    "power of two rates", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "poisson_power", "sm_poisson"))
  func power(record: ReferenceRecord) throws {
    let exact = record.id == "poisson_power"
    let first = zip(record.data["rate"].numbers, record.data["time"].numbers)
    let other = zip(record.data["other"].numbers, record.data["other_time"].numbers)
    let method = PoissonRatePower(method: exact ? .exact : .wald)
    expectClose(
      try zip(first, other).map {
        try method.power(rate: $0.0, in: $0.1, to: $1.0, in: $1.1)
      }, record.expected[exact ? "exact" : "wald"], relative: 1e-11, strict: true)
  }

  @Test(
    "time for a power", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "poisson_time"))
  func time(record: ReferenceRecord) throws {
    let time = try PoissonRatePower().time(
      rate: record.data["rate"].number, to: record.data["other"].number)
    expectClose(time, record.expected["exact"], relative: 1e-8, strict: true)
  }

  @Test(
    "people with overdispersed counts", .tags(.reference),
    arguments: try ReferenceRecords.named("planning.json", "sm_overdispersed"))
  func overdispersed(record: ReferenceRecord) throws {
    let data = record.data
    let powers = try data["before"].numbers.indices.map { index in
      let ratio = data["ratio"].numbers[index]
      let spread = try LogRatioSpread(
        before: data["before"].numbers[index], ratio: ratio,
        overdispersion: data["overdispersion"].numbers[index])
      return try PersonRatePower().power(
        toSee: ratio, spread: spread, people: Int(data["people"].numbers[index]))
    }
    expectClose(powers, record.expected["power"], relative: 1e-11, strict: true)
  }
}
