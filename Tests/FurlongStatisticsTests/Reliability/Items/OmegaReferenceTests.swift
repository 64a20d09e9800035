import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("ω agrees with lavaan, factanal and a root in 40 figures")
struct OmegaReferenceTests {
  private func compare(
    _ found: OmegaTotal, _ e: ReferenceValue, omega: Double, loadings: Double, strict: Bool
  ) throws {
    #expect(found.fit.outcome == .converged)
    #expect(Double(found.fit.persons) == e["n"].number)
    expectClose(try #require(found.omega), e["omega"], relative: omega, strict: true)
    expectClose(
      try #require(found.standardisedOmega), e["omega_std"], relative: omega, strict: true)
    let fit = found.fit
    expectClose(fit.loadings, e["loadings"], relative: loadings, strict: strict)
    expectClose(fit.uniquenesses, e["uniquenesses"], relative: loadings, strict: strict)
    expectClose(fit.standardisedLoadings, e["loadings_std"], relative: loadings, strict: strict)
    expectClose(
      fit.standardisedUniquenesses, e["uniquenesses_std"], relative: loadings, strict: strict)
  }

  @Test(
    "ω, loadings and misfit from the likelihood's equations", .tags(.reference),
    .agreement("reliability"), arguments: try ReferenceRecords.all("omega.json", "root"))
  func root(record: ReferenceRecord) throws {
    let e = record.expected
    let found = try McDonaldOmega().omega(of: ScoreMatrix(record))
    try compare(found, e, omega: 1e-12, loadings: 1e-10, strict: true)
    if e["chisq"].isMissing {
      #expect(found.fit.misfit == nil)
    } else {
      let misfit = try #require(found.fit.misfit)
      expectClose(misfit.chiSquared, e["chisq"], relative: 1e-10, strict: true)
      expectClose(misfit.p, e["p"], relative: 1e-9, strict: true)
    }
  }

  /// lavaan's optimiser stops where the likelihood changes by 1e-10, so that loadings keep 4 to 8 figures.
  @Test(
    "ω and loadings of a lavaan model", .tags(.reference), .agreement("reliability"),
    arguments: try ReferenceRecords.all("omega.json", "omega").filter { $0.id != "omega_heywood" })
  func lavaan(record: ReferenceRecord) throws {
    let e = record.expected
    let found = try McDonaldOmega().omega(of: ScoreMatrix(record))
    try compare(found, e, omega: 1e-6, loadings: 1e-4, strict: false)
    if let misfit = found.fit.misfit {
      #expect(Double(misfit.df) == e["df"].number)
      expectClose(misfit.chiSquared, e["chisq"], relative: 1e-6, strict: true)
      expectClose(misfit.p, e["p"], relative: 1e-6)
    } else {
      #expect(e["df"].number == 0)
    }
  }

  @Test(
    "ω of the scales of bfi, by lavaan and by factanal", .tags(.reference),
    .agreement("reliability"), arguments: try ReferenceRecords.all("alpha.json", "alpha_bfi"))
  func bfi(record: ReferenceRecord) throws {
    let found = try McDonaldOmega().omega(of: ScoreMatrix(record))
    expectClose(
      try #require(found.omega), record.expected["omega_cfa_ml_cov"], relative: 1e-6, strict: true)
    expectClose(
      try #require(found.standardisedOmega), record.expected["omega_factanal_ml_cor"],
      relative: 1e-6, strict: true)
  }

  /// lavaan goes on to a variance below 0 with a warning; here there is no ω.
  @Test("omega_heywood: an item without error is no answer", .tags(.reference))
  func heywood() throws {
    let record = try #require(try ReferenceRecords.named("omega.json", "omega_heywood").first)
    let found = try McDonaldOmega().omega(of: ScoreMatrix(record))
    #expect(record.expected["variances"].numbers.map { $0 < 0 } == [true, false, false])
    #expect(found.fit.outcome == .heywood([0]))
    #expect(found.omega == nil && found.standardisedOmega == nil)
  }
}
