import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// The terms of a record: its columns, or the powers of one.
private func terms(of record: ReferenceRecord) -> [ModelTerm] {
  guard case .list(let columns) = record.data["x"] else {
    let x = record.data["powers_of"].numbers
    var power = x.map { _ in 1.0 }
    return (1...Int(record.data["degree"].number)).map { degree in
      power = zip(power, x).map { $0 * $1 }
      return ModelTerm("B\(degree)", power)
    }
  }
  return columns.enumerated().map { ModelTerm("B\($0 + 1)", $1.numbers) }
}

@Suite("Least squares have the figures that NIST certifies", .agreement("linear-model"))
struct NISTLinearReferenceTests {
  private func expectCertified(
    _ found: [Double], _ record: ReferenceRecord, relative tolerance: Double
  ) {
    expectClose(found, record.expected["coef"], relative: tolerance, strict: true, record.id)
    // All that the stored values have; Filip's powers are rounded before anything is fitted.
    expectClose(found, record.expected["exact"], relative: 1e-14, strict: true, record.id)
  }

  @Test(
    "the model fits", .tags(.reference),
    arguments: zip(
      try ReferenceRecords.named(
        "nist_linear.json", "nist_linear_Longley", "nist_linear_Filip", "nist_linear_Wampler3",
        "nist_linear_Wampler4", "nist_linear_Wampler5", "nist_linear_NoInt1"),
      [
        (1e-14, 1e-11), (2e-8, 1e-7), (1e-15, 1e-12), (1e-15, 1e-12), (1e-15, 1e-12),
        (1e-14, 1e-14),
      ]
    ))
  func fits(record: ReferenceRecord, tolerance: (coefficients: Double, errors: Double)) throws {
    let fit = try LinearModel(
      variance: .classical, intercept: record.data["no_constant"].isMissing
    ).fit(record.data["y"].numbers, on: terms(of: record))
    expectCertified(
      fit.coefficients.map(\.estimate), record, relative: tolerance.coefficients)
    expectClose(
      fit.coefficients.map(\.test.standardError), record.expected["se"],
      relative: tolerance.errors, strict: true, record.id)
    expectClose(
      fit.residualSD, record.expected["resid_sd"], relative: max(1e-14, tolerance.errors),
      strict: true)
    expectClose(fit.rSquared, record.expected["r2"], relative: 1e-10, strict: true)
  }

  /// Nothing is left of the outcome, so that there is no error to certify.
  @Test(
    "polynomials without error", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "nist_linear.json", "nist_linear_Wampler1", "nist_linear_Wampler2"))
  func perfect(record: ReferenceRecord) throws {
    let (terms, y) = (terms(of: record), record.data["y"].numbers)
    let columns = [y.map { _ in 1 }] + terms.map(\.values)
    let solved = try PivotedQR(of: ColumnMatrix(columns: columns)).solve(y)
    expectCertified(solved.coefficients, record, relative: 1e-13)
    #expect(throws: StatisticsError.noVariation(in: "residuals", count: 21)) {
      try LinearModel().fit(y, on: terms)
    }
  }
}
