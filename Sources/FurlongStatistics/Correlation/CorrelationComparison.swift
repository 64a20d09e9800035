import Foundation
import FurlongNumerics

/// Whether two correlations differ.
public struct CorrelationComparison: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Two correlations with one measurement in common, of the same persons.
  ///
  /// ```
  /// t = (r₁₂ − r₁₃) √((n − 1)(1 + r₂₃) / (2 (n − 1)/(n − 3) |R| + r̄² (1 − r₂₃)³)),  df = n − 3
  /// ```
  ///
  /// Williams 1959, as Steiger 1980 recommends, doi:10.1037/0033-2909.87.2.245; agrees with psych's
  /// `r.test`.
  ///
  /// - Parameters:
  ///   - first: the correlation of 1 with 2.
  ///   - second: the correlation of 1 with 3.
  ///   - other: the correlation of 2 with 3.
  ///   - count: how many persons, at least 4.
  /// - Throws: `outsideRange`, `tooFew`, `noVariation` where the three cannot occur together.
  public func dependent(
    _ first: Double, _ second: Double, other: Double, count: Int
  ) throws(StatisticsError) -> CorrelationDifference {
    for r in [first, second, other] { try requireCorrelation(r) }
    if count < 4 { throw .tooFew(of: "persons", count: count, needed: 4) }
    let n = Double(count)
    let determinant =
      1 - first * first - second * second - other * other + 2 * first * second * other
    if determinant <= 0 {
      throw .outsideRange(
        what: "determinant of the three correlations", value: determinant,
        expected: "above 0: no three measurements go together like this")
    }
    let mean = (first + second) / 2
    let rest = 1 - other
    let spread = 2 * (n - 1) / (n - 3) * determinant + mean * mean * rest * rest * rest
    let t = (first - second) * ((n - 1) * (1 + other) / spread).squareRoot()
    let p = try numerically { () throws(NumericsError) in try StudentT(df: n - 3).bothTails(t) }
    return CorrelationDifference(difference: first - second, statistic: t, df: n - 3, p: p)
  }

  /// Correlations of two different groups of persons, by Fisher's z.
  ///
  /// ```
  /// z = (artanh r₁ − artanh r₂) / √(1/(n₁ − 3) + 1/(n₂ − 3))
  /// ```
  ///
  /// - Parameters:
  ///   - first: the correlation in the group named first.
  ///   - count: how many persons are in it, at least 4.
  ///   - second: the correlation in the other group.
  ///   - otherCount: how many persons are in that, at least 4.
  /// - Throws: `outsideRange`, `tooFew`.
  public func independent(
    _ first: Double, of count: Int, _ second: Double, of otherCount: Int
  ) throws(StatisticsError) -> CorrelationDifference {
    for r in [first, second] { try requireCorrelation(r) }
    if min(count, otherCount) < 4 {
      throw .tooFew(of: "persons", count: min(count, otherCount), needed: 4)
    }
    let variance = 1 / Double(count - 3) + 1 / Double(otherCount - 3)
    let z = (atanh(first) - atanh(second)) / variance.squareRoot()
    let p = try numerically { () throws(NumericsError) in
      try min(1, 2 * NormalDistribution().upperTail(abs(z)))
    }
    return CorrelationDifference(difference: first - second, statistic: z, df: nil, p: p)
  }

  private func requireCorrelation(_ r: Double) throws(StatisticsError) {
    if !(r > -1 && r < 1) {
      throw .outsideRange(what: "correlation", value: r, expected: "strictly between -1 and 1")
    }
  }
}

/// The difference of two correlations: the first minus the second.
public struct CorrelationDifference: Codable, Equatable, Sendable {
  /// The first minus the second.
  public let difference: Double
  /// The difference in standard errors: Williams's t, or z.
  public let statistic: Double
  /// The degrees of freedom of t, or nil for z.
  public let df: Double?
  /// The two-sided probability of so large a difference, if there were none.
  public let p: Double
}
