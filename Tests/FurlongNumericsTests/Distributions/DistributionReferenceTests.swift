import FurlongNumerics
import FurlongTestSupport
import Testing

private struct Tails: Decodable {
  var x: [Double]
  var df: [Double]?
  var ncp: [Double]?
  var lower: [Double]
  var upper: [Double]?
}

private struct Quantiles: Decodable {
  var p: [Double]
  var df: [Double]?
  var q: [Double]
}

private struct Values: Decodable {
  var x: [Double]
  var y: [Double]
}

private struct Records: Decodable {
  var normal: Tails
  var normal_quantile: Quantiles
  var student_t: Tails
  var student_t_quantile: Quantiles
  var normal_tails: Tails
  var student_t_tails: Tails
  var noncentral_t: Tails
  var log_gamma: Values
}

@Suite(
  "Distributions agree with R and mpmath",
  .agreement("distributions", with: "R 4.2.2, mpmath 1.4.1"))
struct DistributionReferenceTests {
  private let records: Records

  init() throws {
    records = try reference("distributions.json")
  }

  @Test("normal tails and quantiles", .tags(.reference))
  func normal() throws {
    let normal = NormalDistribution()
    let r = records.normal
    for (index, x) in r.x.enumerated() {
      // R prints 0 below the smallest number; 1e-300 and below lose digits in R's own text.
      try expectClose(normal.lowerTail(x), r.lower[index], relative: 1e-13, "P(Z ≤ \(x))")
      if let upper = r.upper {
        try expectClose(normal.upperTail(x), upper[index], relative: 1e-13, "P(Z > \(x))")
      }
    }
    for (x, lower) in zip(records.normal_tails.x, records.normal_tails.lower) where x > -38 {
      try expectClose(
        normal.lowerTail(x), lower, relative: 2e-13, strict: true, "P(Z ≤ \(x))")
    }
    for (p, q) in zip(records.normal_quantile.p, records.normal_quantile.q) {
      try expectClose(normal.quantile(p), q, relative: 1e-12, "quantile of \(p)")
    }
  }

  @Test("Student's t tails and quantiles", .tags(.reference))
  func studentT() throws {
    let r = records.student_t
    for (index, df) in (r.df ?? []).enumerated() {
      let t = try StudentT(df: df)
      try expectClose(
        t.lowerTail(r.x[index]), r.lower[index], relative: 1e-11, strict: true,
        "P(T ≤ \(r.x[index])), df \(df)")
    }
    let far = records.student_t_tails
    for (index, df) in (far.df ?? []).enumerated() {
      let t = try StudentT(df: df)
      try expectClose(
        t.lowerTail(far.x[index]), far.lower[index], relative: 1e-13, strict: true,
        "P(T ≤ \(far.x[index])), df \(df)")
    }
    let quantiles = records.student_t_quantile
    for (index, df) in (quantiles.df ?? []).enumerated() {
      let t = try StudentT(df: df)
      try expectClose(
        t.quantile(quantiles.p[index]), quantiles.q[index], relative: 1e-10,
        "quantile of \(quantiles.p[index]), df \(df)")
    }
  }

  @Test("noncentral t tails", .tags(.reference))
  func noncentralT() throws {
    let r = records.noncentral_t
    let df = r.df ?? []
    let ncp = r.ncp ?? []
    #expect(df.count == 10)
    for (index, x) in r.x.enumerated() {
      let t = try NoncentralT(df: df[index], noncentrality: ncp[index])
      try expectClose(
        t.lowerTail(x), r.lower[index], relative: 1e-12, strict: true,
        "P(T ≤ \(x)), df \(df[index]), δ \(ncp[index])")
      if let upper = r.upper {
        try expectClose(t.upperTail(x), upper[index], relative: 1e-12, strict: true)
      }
    }
  }

  @Test("the logarithm of the gamma function", .tags(.reference))
  func logGamma() throws {
    for (x, y) in zip(records.log_gamma.x, records.log_gamma.y) {
      try expectClose(GammaFunction.logarithm(x), y, relative: 1e-13, "ln Γ(\(x))")
    }
  }
}
