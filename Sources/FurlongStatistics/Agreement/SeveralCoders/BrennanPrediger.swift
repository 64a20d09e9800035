/// How far coders agree beyond what choosing each category equally often would give.
public struct BrennanPrediger: Equatable, Sendable {
  /// How much a disagreement counts; all alike by default.
  public var weights: CategoryWeights
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the weights of disagreements and the confidence of the interval.
  public init(weights: CategoryWeights = .identity, confidence: Double = 0.95) {
    self.weights = weights
    self.confidence = confidence
  }

  /// The agreement of coders who need not be the same for each unit.
  ///
  /// ```
  /// κ = (p_a − p_e) / (1 − p_e)      p_e = Σ w_kl / q², without weights 1 / q
  /// ```
  ///
  /// Also known as Bennett's S, Randolph's free-marginal κ, and for two categories PABAK = 2 p_a − 1.
  /// It rises with every category that is offered and not used. Brennan & Prediger 1981,
  /// doi:10.1177/001316448104100307. Agrees with irrCAC 0.4.4 to 1e-12.
  ///
  /// - Throws: `tooFew` where no unit has two codes; `outsideRange` for the confidence or weights.
  public func agreement(of counts: UnitCounts) throws(StatisticsError) -> CodersAgreement {
    let correction = try ChanceCorrection(counts, weights: weights, confidence: confidence)
    let categories = Double(counts.categories)
    let expected = correction.totalWeight / (categories * categories)
    return try correction.agreement(expected: expected, correction.cases { _ in expected })
  }
}
