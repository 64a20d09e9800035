/// How much of the variance of a scale's sum is its one factor's: McDonald's ω total.
public struct McDonaldOmega: Equatable, Sendable {
  /// The model that loadings are taken from.
  public var model: OneFactorModel

  /// Chooses how long the model may be searched for.
  public init(model: OneFactorModel = OneFactorModel()) {
    self.model = model
  }

  /// ω of one factor, by maximum likelihood.
  ///
  /// ```
  /// ω = (Σλ)² / ((Σλ)² + Σψ)
  /// ```
  ///
  /// The factor may load unlike on the items, where α takes their loadings to be equal; errors have no
  /// correlation. This is not ω total of several factors (psych's `omega`), nor ω hierarchical.
  /// McDonald 1999; Dunn, Baguley & Brunsden 2014, doi:10.1111/bjop.12046. Agrees with a lavaan 0.6.14
  /// `cfa` of one factor.
  ///
  /// - Parameter scores: a measure an item, at least three items and three persons.
  /// - Returns: ω, or nil where the model was not found: the fit says why.
  /// - Throws: as ``OneFactorModel/fit(_:)``.
  public func omega(of scores: ScoreMatrix) throws(StatisticsError) -> OmegaTotal {
    let fit = try model.fit(scores)
    let converged = fit.outcome == .converged
    return OmegaTotal(
      fit: fit, omega: converged ? Self.share(fit.loadings, fit.uniquenesses) : nil,
      standardisedOmega: converged
        ? Self.share(fit.standardisedLoadings, fit.standardisedUniquenesses) : nil)
  }

  private static func share(_ loadings: [Double], _ uniquenesses: [Double]) -> Double {
    let sum = loadings.reduce(0, +)
    return sum * sum / (sum * sum + uniquenesses.reduce(0, +))
  }
}

/// McDonald's ω total of one factor.
public struct OmegaTotal: Codable, Equatable, Sendable {
  /// The model behind it.
  public let fit: OneFactorFit
  /// ω of the sum of the items' points, or nil where the model was not found.
  public let omega: Double?
  /// ω of the sum of the items' standard scores, or nil as ``omega``.
  public let standardisedOmega: Double?
}
