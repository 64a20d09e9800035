import Foundation
import FurlongNumerics

/// One factor behind all items of a scale, fitted by maximum likelihood.
public struct OneFactorModel: Equatable, Sendable {
  /// How many steps are allowed.
  public var steps: Int

  /// Chooses how many steps are allowed.
  public init(steps: Int = 500) {
    self.steps = steps
  }

  /// The loadings and uniquenesses of the congeneric model.
  ///
  /// ```
  /// Σ = λλᵀ + Ψ        minimise log|Σ| + tr(SΣ⁻¹) over λ and ψ > 0
  /// Σ⁻¹ = Ψ⁻¹ − Ψ⁻¹λλᵀΨ⁻¹ / (1 + λᵀΨ⁻¹λ)        (Sherman–Morrison)
  /// ```
  ///
  /// Newton's steps with the likelihood's own second derivatives, Fisher's where those are not
  /// positive definite, halved until the likelihood grows. Fitted to the correlations, since the
  /// maximum is the same in any units, and taken back to points. Items with hardly anything in common
  /// can have several maxima: the search begins at their first principal component.
  /// Jöreskog 1967, doi:10.1007/BF02289658. Agrees with lavaan 0.6.14 to what its optimiser reaches,
  /// and to 1e-10 with a root of the same equations in 40 figures. O(n k² + steps · k³).
  ///
  /// - Parameter scores: a measure an item, at least three items and three persons.
  /// - Returns: the fit, and whether it is one: see ``FactorOutcome``.
  /// - Throws: `tooFew`; `noVariation` where an item or the total does not vary; `overflow`.
  public func fit(_ scores: ScoreMatrix) throws(StatisticsError) -> OneFactorFit {
    try scores.require(persons: 3, measures: 3, of: "items")
    let items = try ItemCovariances(of: scores)
    guard let correlations = items.correlations else {
      throw .noVariation(in: "scores of an item", count: scores.persons)
    }
    var search = OneFactorSearch(correlations)
    let outcome = search.run(steps: steps)
    let point = search.point
    // The sign of a factor means nothing by itself: more of it is more of the scale.
    var sum = 0.0
    for (loading, sd) in zip(point.loadings, items.sds) { sum += loading * sd }
    let sign: Double = sum < 0 ? -1 : 1
    let standardised = point.loadings.map { sign * $0 }
    return OneFactorFit(
      persons: scores.persons, outcome: outcome, steps: search.taken,
      loadings: zip(standardised, items.sds).map { $0 * $1 },
      uniquenesses: zip(point.uniquenesses, items.sds).map { $0 * $1 * $1 },
      standardisedLoadings: standardised, standardisedUniquenesses: point.uniquenesses,
      misfit: try misfit(point, correlations, persons: scores.persons))
  }

  /// n times how much likelier any covariances would be, or nil where nothing is left to test.
  private func misfit(
    _ point: OneFactorPoint, _ correlations: SymmetricMatrix, persons: Int
  ) throws(StatisticsError) -> FactorMisfit? {
    let k = correlations.order
    guard k > 3, let factor = try? CholeskyFactor(of: correlations) else { return nil }
    let value = Double(persons) * (point.discrepancy - factor.logDeterminant - Double(k))
    let chiSquared = max(0, value)
    let df = k * (k - 3) / 2
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: Double(df)).upperTail(chiSquared)
    }
    return FactorMisfit(chiSquared: chiSquared, df: df, p: p)
  }
}

/// Whether a one-factor model was found.
public enum FactorOutcome: Codable, Equatable, Sendable {
  /// The likelihood has its maximum here.
  case converged
  /// The likelihood grows until these items have no error left (less than 1 in 10,000 of their
  /// variance), or less than none: Heywood's case. Too few persons, or one factor is not the model.
  case heywood([Int])
  /// No maximum was found in the steps allowed.
  case notConverged
}

/// One factor behind all items of a scale.
public struct OneFactorFit: Codable, Equatable, Sendable {
  /// How many persons answered all items.
  public let persons: Int
  /// Whether this is the maximum that was looked for.
  public let outcome: FactorOutcome
  /// How many steps were taken.
  public let steps: Int
  /// Each item's points for one standard deviation of the factor; their sum is not negative.
  public let loadings: [Double]
  /// Each item's variance that is not the factor's, in squared points (of covariances with n − 1).
  public let uniquenesses: [Double]
  /// The loadings of the items' standard scores.
  public let standardisedLoadings: [Double]
  /// The uniquenesses of the items' standard scores.
  public let standardisedUniquenesses: [Double]
  /// The test of the model, or nil for three items, which always fit, and where an item follows from
  /// the others.
  public let misfit: FactorMisfit?
}

/// How far covariances are from those of the model.
public struct FactorMisfit: Codable, Equatable, Sendable {
  /// n times twice the difference of log-likelihoods a person: lavaan's, not `factanal`'s (Bartlett).
  public let chiSquared: Double
  /// Half of k(k − 3).
  public let df: Int
  /// The probability of a χ² at least as large, were there one factor and normal scores.
  public let p: Double
}
