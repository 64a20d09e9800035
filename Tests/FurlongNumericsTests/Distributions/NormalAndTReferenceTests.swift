import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("Normal and t agree with R and mpmath", .agreement("distributions"))
struct NormalAndTReferenceTests {
  private static func named(_ id: String) throws -> [ReferenceRecord] {
    try ReferenceRecords.named("normal_and_t.json", id)
  }

  /// R prints numbers below 1e-300 with fewer figures.
  private func expectTail(_ ours: [Double], _ expected: ReferenceValue) {
    for (ours, theirs) in zip(ours, expected.numbers) where theirs > 1e-290 {
      expectClose(ours, theirs, relative: 1e-12, strict: true)
    }
  }

  @Test("normal tails", .tags(.reference), arguments: try named("pnorm"))
  func normal(record: ReferenceRecord) throws {
    let normal = NormalDistribution()
    let x = record.data["x"].numbers
    expectTail(try x.map { try normal.lowerTail($0) }, record.expected["lower"])
    expectTail(try x.map { try normal.upperTail($0) }, record.expected["upper"])
  }

  @Test("normal quantiles", .tags(.reference), arguments: try named("qnorm"))
  func normalQuantiles(record: ReferenceRecord) throws {
    expectClose(
      try record.data["p"].numbers.map { try NormalDistribution().quantile($0) },
      record.expected["q"], relative: 1e-13)
  }

  @Test("tails of t", .tags(.reference), arguments: try named("pt"))
  func t(record: ReferenceRecord) throws {
    let places = zip(record.data["x"].numbers, record.data["df"].numbers)
    expectTail(try places.map { try StudentT(df: $1).lowerTail($0) }, record.expected["lower"])
    expectTail(try places.map { try StudentT(df: $1).upperTail($0) }, record.expected["upper"])
  }

  @Test("quantiles of t", .tags(.reference), arguments: try named("qt"))
  func tQuantiles(record: ReferenceRecord) throws {
    let places = zip(record.data["p"].numbers, record.data["df"].numbers)
    expectClose(
      try places.map { try StudentT(df: $1).quantile($0) }, record.expected["q"], relative: 1e-11)
  }

  @Test("far quantiles of normal and t", .tags(.reference), arguments: try named("far_quantiles"))
  func farQuantiles(record: ReferenceRecord) throws {
    let p = record.data["p"].numbers
    let e = record.expected
    expectClose(
      try p.map { try NormalDistribution().upperQuantile($0) }, e["normal"], relative: 1e-13)
    for (df, name) in [(5.0, "t5"), (40, "t40")] {
      expectClose(
        try p.map { try StudentT(df: df).upperQuantile($0) }, e[name], relative: 1e-11, name)
    }
  }

  @Test("upper quantiles of noncentral t", .tags(.reference), arguments: try named("nct_isf"))
  func noncentralQuantiles(record: ReferenceRecord) throws {
    let data = record.data
    let p = data["p"].numbers
    let all = try zip(data["df"].numbers, data["ncp"].numbers).map {
      try NoncentralT(df: $0, noncentrality: $1)
    }
    let found = try zip(all, p).map { try $0.upperQuantile($1) }
    expectClose(found, record.expected["q"], relative: 1e-9)
    for ((t, quantile), p) in zip(zip(all, found), p) {
      expectClose(try t.upperTail(quantile), p, relative: 1e-9, strict: true)
    }
  }

  private func noncentral(
    _ record: ReferenceRecord,
    _ tail: (NoncentralT, Double) throws(NumericsError) -> Double
  ) throws -> [Double] {
    let data = record.data
    return try data["x"].numbers.indices.map { index in
      try tail(
        NoncentralT(
          df: data["df"].numbers[index], noncentrality: data["ncp"].numbers[index]),
        data["x"].numbers[index])
    }
  }

  @Test(
    "noncentral t, to mpmath's figures", .tags(.reference), arguments: try named("nct_cdf_mpmath"))
  func noncentralTails(record: ReferenceRecord) throws {
    let lower = try noncentral(record) { t, x throws(NumericsError) in try t.lowerTail(x) }
    let upper = try noncentral(record) { t, x throws(NumericsError) in try t.upperTail(x) }
    expectClose(lower, record.expected["lower"], relative: 1e-13, strict: true)
    expectClose(upper, record.expected["upper"], relative: 1e-13, strict: true)
  }

  /// R's AS 243 is right to about 1e-12 in the middle.
  @Test("noncentral t, as R", .tags(.reference), arguments: try named("pt_noncentral_R"))
  func noncentralR(record: ReferenceRecord) throws {
    let lower = try noncentral(record) { t, x throws(NumericsError) in try t.lowerTail(x) }
    expectClose(lower, record.expected["lower"], relative: 1e-11)
  }
}
