/// How far coders agree beyond the chance that is left where most units are of one category: AC1, AC2.
public struct GwetCoefficient: Equatable, Sendable {
  /// How much a disagreement counts; all alike by default, for AC1, and otherwise for AC2.
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
  /// AC = (p_a − p_e) / (1 − p_e)      p_e = (Σ w_kl / (q (q − 1))) Σ π_k (1 − π_k)
  /// ```
  ///
  /// π_k is the mean share of codes in category k. Where all codes are of one of several categories, AC is 1
  /// and defined. It depends on how many categories were offered. Gwet 2008,
  /// doi:10.1348/000711006X126600. Agrees with irrCAC 0.4.4 to 1e-12.
  ///
  /// - Throws: `tooFew` where no unit has two codes; `outsideRange` for the confidence or weights.
  public func agreement(of counts: UnitCounts) throws(StatisticsError) -> CodersAgreement {
    let correction = try ChanceCorrection(counts, weights: weights, confidence: confidence)
    let categories = Double(counts.categories)
    if counts.categories < 2 {
      return try correction.agreement(expected: 1, correction.cases { _ in 1 })
    }
    let factor = correction.totalWeight / (categories * (categories - 1))
    let others = correction.shares.map { factor * (1 - $0) }
    let expected = zip(correction.shares, others).reduce(0.0) { $0 + $1.0 * $1.1 }
    return try correction.agreement(
      expected: expected, correction.cases { correction.mean(of: others, in: $0) })
  }
}
