import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("The studentised range agrees with mpmath, scipy and R", .agreement("distributions"))
struct StudentisedRangeReferenceTests {
  private static func records(_ ids: String...) throws -> [ReferenceRecord] {
    try ReferenceRecords.all("studentised_range.json").filter { ids.contains($0.id) }
  }

  /// The points of a record that lists them one by one.
  private func points(_ value: ReferenceValue) -> [ReferenceValue] {
    if case .list(let points) = value { return points }
    return []
  }

  private func range(_ groups: ReferenceValue, _ df: ReferenceValue) throws -> StudentisedRange {
    try StudentisedRange(groups: Int(groups.number), df: df.number)
  }

  @Test(
    "both tails, by mpmath's double integrals", .tags(.reference),
    arguments: try records("studentised_range_mpmath"))
  func integrals(record: ReferenceRecord) throws {
    let all = points(record.expected["points"])
    #expect(all.count == 15)
    for point in all {
      let range = try range(point["k"], point["df"])
      let q = point["q"].number
      let upper = try range.upperTail(q)
      let lower = try range.lowerTail(q)
      let isUpper = if case .text("upper") = point["tail"] { true } else { false }
      expectClose(
        isUpper ? upper : lower, point["value"], relative: 1e-12, strict: true,
        "q \(q), \(range.groups) groups, df \(range.df)")
      expectClose(upper + lower, 1, relative: 1e-13)
    }
  }

  /// Many numbers close together lie within 1/√k of their mean, which a fixed step would jump over.
  @Test(
    "the lower tail of many groups, by mpmath", .tags(.reference),
    arguments: try records("studentised_range_many_groups_mpmath"))
  func manyGroups(record: ReferenceRecord) throws {
    let all = points(record.expected["points"])
    #expect(all.count == 4)
    for point in all {
      expectClose(
        try range(point["k"], point["df"]).lowerTail(point["q"].number), point["value"],
        relative: 1e-12, strict: true, "\(point["k"].number) groups")
    }
  }

  @Test(
    "the lower tail, by scipy's own table of mpmath", .tags(.reference),
    arguments: try records("studentized_range_cdf_mpmath_scipy_ref"))
  func table(record: ReferenceRecord) throws {
    let all = points(record.expected["points"])
    #expect(all.count == 72)
    for point in all {
      let q = point["q"].number
      // The table holds 11 figures after the point; a tail of 1e-24 has none of its own there.
      expectClose(
        try range(point["k"], point["v"]).lowerTail(q), point["expected"], relative: 1e-11,
        "q \(q), \(point["k"].number) groups, df \(point["v"].number)")
    }
  }

  @Test(
    "upper tails and quantiles of scipy", .tags(.reference),
    arguments: try records("studentized_range_scipy"))
  func scipy(record: ReferenceRecord) throws {
    let data = record.data
    let ranges = try zip(data["k"].numbers, data["df"].numbers).map {
      try StudentisedRange(groups: Int($0), df: $1)
    }
    let tails = try zip(ranges, data["q"].numbers).map { try $0.upperTail($1) }
    expectClose(tails, record.expected["sf"], relative: 1e-9, strict: true)
    expectClose(
      try ranges.map { try $0.quantile(0.95) }, record.expected["ppf95"], relative: 1e-9,
      strict: true)
  }

  /// The peer, R 4.2.2, is right to eight figures after the point.
  @Test("tails of R", .tags(.reference), arguments: try records("ptukey"))
  func tails(record: ReferenceRecord) throws {
    let data = record.data
    let e = record.expected
    for (index, q) in data["q"].numbers.enumerated() where data["df"].numbers[index] != 1e5 {
      let range = try StudentisedRange(
        groups: Int(data["nm"].numbers[index]), df: data["df"].numbers[index])
      try expectClose(range.lowerTail(q), e["lower"].numbers[index], relative: 1e-8)
      try expectClose(range.upperTail(q), e["upper"].numbers[index], relative: 1e-8)
    }
  }

  /// The peers, R 4.2.2 past 25,000 degrees of freedom and scipy 1.17.1 from 100,000, take them for infinitely many.
  @Test("ptukey, df 100,000: many degrees of freedom are not infinitely many", .tags(.reference))
  func manyDegrees() throws {
    let peer = try #require(try Self.records("ptukey").first)
    let right = try #require(try Self.records("studentised_range_mpmath").first)
    let index = try #require(peer.data["df"].numbers.firstIndex(of: 1e5))
    let point = try #require(
      points(right.expected["points"]).first { $0["df"].number == 1e5 })
    let q = point["q"].number
    let ours = try range(point["k"], point["df"]).upperTail(q)
    expectClose(ours, point["value"], relative: 1e-12, strict: true)
    let wrong = peer.expected["upper"].numbers[index]
    #expect(peer.data["q"].numbers[index] == q && abs(ours - wrong) > 1e-5)
    expectClose(
      try StudentisedRange(groups: 6, df: .infinity).upperTail(q), wrong, relative: 1e-9)
  }

  /// The peer, R 4.2.2, stops its search at 1e-4.
  @Test("quantiles of R", .tags(.reference), arguments: try records("qtukey"))
  func quantiles(record: ReferenceRecord) throws {
    let data = record.data
    let quantiles = try data["p"].numbers.enumerated().map { index, p in
      try StudentisedRange(
        groups: Int(data["nm"].numbers[index]), df: data["df"].numbers[index]
      ).quantile(p)
    }
    expectClose(quantiles, record.expected["q"], relative: 1e-5, strict: true)
  }

  /// The peer, R 4.2.2, loses the upper tail: a quarter of 2e-10, all of 2e-21, 98% of 1e-4 where df is 3.
  @Test("ptukey_far: the far tail is neither lost nor 0", .tags(.reference))
  func farTail() throws {
    let peer = try #require(try Self.records("ptukey_far").first)
    let right = try #require(try Self.records("studentised_range_mpmath").first)
    let wrong = peer.expected["upper"].numbers
    for (index, point) in points(right.expected["points"]).prefix(3).enumerated() {
      let ours = try range(point["k"], point["df"]).upperTail(point["q"].number)
      expectClose(ours, point["value"], relative: 1e-12, strict: true)
      #expect(abs(wrong[index] / ours - 1) > 0.2)
    }
    #expect(wrong[1] == 0)
  }
}
