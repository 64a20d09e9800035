import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Conversions of sizes agree with effectsize")
struct EffectConversionReferenceTests {
  private let conversion = EffectConversion()

  @Test(
    "one by one", .tags(.reference), .agreement("conversions"),
    arguments: try ReferenceRecords.named("conversions.json", "effectsize_conversions"))
  func single(record: ReferenceRecord) throws {
    let (e, data) = (record.expected, record.data)
    let (d, r) = (data["d"].number, data["r"].number)
    let sizes = (first: Int(data["n1"].number), second: Int(data["n2"].number))
    try expectClose(
      conversion.correlation(ofDifference: d).estimate, e["d_to_r"], relative: 1e-14)
    try expectClose(
      conversion.correlation(ofDifference: d, counts: sizes).estimate, e["d_to_r_sizes"],
      relative: 1e-14)
    try expectClose(
      conversion.difference(ofCorrelation: r).estimate, e["r_to_d"], relative: 1e-14)
    try expectClose(
      conversion.difference(ofCorrelation: r, counts: sizes).estimate, e["r_to_d_sizes"],
      relative: 1e-14)
    try expectClose(
      conversion.logOddsRatio(ofDifference: d).estimate, e["d_to_log_odds"], relative: 1e-14)
    let logOdds = 0.916290731874155  // log 2.5
    try expectClose(
      conversion.difference(ofLogOddsRatio: logOdds).estimate, e["odds_to_d"], relative: 1e-14)
    try expectClose(
      conversion.superiority(ofDifference: d).estimate, e["superiority"], relative: 1e-14)
    try expectClose(conversion.u3(ofDifference: d).estimate, e["u3"], relative: 1e-14)
    try expectClose(conversion.overlap(ofDifference: d).estimate, e["overlap"], relative: 1e-14)
  }

  @Test(
    "of published groups, by estimate", .tags(.reference), .agreement("conversions"),
    arguments: try ReferenceRecords.all("conversions.json", "bg_"))
  func groups(record: ReferenceRecord) throws {
    let e = record.expected
    let d = e["d_pooled"]["estimate"].number
    try expectClose(
      conversion.superiority(ofDifference: d).estimate, e["p_superiority"]["estimate"],
      relative: 1e-13)
    try expectClose(
      conversion.u3(ofDifference: d).estimate, e["cohens_u3"]["estimate"], relative: 1e-13)
    try expectClose(
      conversion.overlap(ofDifference: d).estimate, e["overlap"]["estimate"], relative: 1e-13)
  }

  @Test(
    "of published groups, by limits that effectsize finds to four figures", .tags(.reference),
    arguments: try ReferenceRecords.all("conversions.json", "bg_"))
  func groupLimits(record: ReferenceRecord) throws {
    let e = record.expected
    let d = e["d_pooled"]["estimate"].number
    let ends = e["nct_d_ci"].numbers
    let interval = ConfidenceInterval(low: ends[0], high: ends[1], level: 0.95)
    let answers = [
      (try conversion.superiority(ofDifference: d, interval: interval), "p_superiority"),
      (try conversion.u3(ofDifference: d, interval: interval), "cohens_u3"),
      (try conversion.overlap(ofDifference: d, interval: interval), "overlap"),
    ]
    for (answer, name) in answers {
      let limits = try #require(answer.interval)
      expectClose(limits.low, e[name]["ci_low"], relative: 1e-4, name)
      expectClose(limits.high, e[name]["ci_high"], relative: 1e-4, name)
    }
  }
}

@Suite("Conversions of sizes")
struct EffectConversionTests {
  private let conversion = EffectConversion()

  @Test("there and back are the same", .tags(.law), arguments: [-1.7, -0.2, 0, 0.4, 2.6])
  func roundTrips(d: Double) throws {
    let sizes = (first: 14, second: 30)
    let interval = ConfidenceInterval(low: d - 0.5, high: d + 0.5, level: 0.9)
    let r = try conversion.correlation(ofDifference: d, interval: interval, counts: sizes)
    let answers = [
      try conversion.difference(
        ofCorrelation: r.estimate, interval: r.interval, counts: sizes),
      try conversion.difference(
        ofLogOddsRatio: conversion.logOddsRatio(ofDifference: d).estimate),
      try conversion.difference(
        ofSuperiority: conversion.superiority(ofDifference: d).estimate),
    ]
    for answer in answers { expectClose(answer.estimate, d, relative: 1e-13) }
    let back = try #require(answers[0].interval)
    expectClose(back.low, interval.low, relative: 1e-13)
    expectClose(back.high, interval.high, relative: 1e-13)
    #expect(back.level == 0.9)
  }

  @Test("turn with the sign of the difference", .tags(.law))
  func signs() throws {
    let (up, down) = (0.7, -0.7)
    try expectClose(
      conversion.correlation(ofDifference: up).estimate,
      -(conversion.correlation(ofDifference: down).estimate))
    try expectClose(
      conversion.superiority(ofDifference: up).estimate,
      1 - conversion.superiority(ofDifference: down).estimate, relative: 1e-15)
    try expectClose(
      conversion.overlap(ofDifference: up).estimate,
      conversion.overlap(ofDifference: down).estimate, relative: 1e-15)
    #expect(try conversion.overlap(ofDifference: 0).estimate == 1)
  }

  @Test("with sizes are the correlation of the sample itself", .tags(.law))
  func pointBiserial() throws {
    let (first, second) = ([4.0, 6, 9, 5], [2.0, 3, 7, 1, 4, 2])
    let member = first.map { _ in 1.0 } + second.map { _ in 0.0 }
    let r = try #require(
      try PearsonCorrelation().coefficient(between: member, and: first + second))
    func summary(_ values: [Double]) throws -> GroupSummary {
      let description = try SampleDescription(of: values)
      return GroupSummary(
        count: values.count, mean: description.mean, sd: try #require(description.sd))
    }
    let effect = try StandardisedGroupDifference().compare(summary(first), to: summary(second))
    let answer = try conversion.correlation(
      ofDifference: effect.ds, counts: (first: 4, second: 6))
    expectClose(answer.estimate, r, relative: 1e-13)
    #expect(answer.assumption == .none)
    #expect(try conversion.correlation(ofDifference: 1).assumption == .equalGroups)
  }

  @Test("of what cannot be are errors", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.self) { try conversion.difference(ofCorrelation: 1) }
    #expect(throws: StatisticsError.self) { try conversion.difference(ofSuperiority: 0) }
    #expect(throws: StatisticsError.self) { try conversion.u3(ofDifference: .nan) }
    #expect(throws: StatisticsError.self) {
      try conversion.correlation(ofDifference: 1, counts: (first: 1, second: 1))
    }
  }
}
