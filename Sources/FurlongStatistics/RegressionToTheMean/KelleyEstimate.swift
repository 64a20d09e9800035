/// The score to expect next of someone whose true score does not change.
public struct KelleyEstimate: Equatable, Sendable {
  /// The mean of the population that the person comes from, in points.
  public let mean: Double
  /// The scale's spread and reliability in that population.
  public let error: ErrorOfMeasurement

  /// Takes the population's mean, spread and reliability.
  ///
  /// - Throws: `notFinite` for the mean.
  public init(mean: Double, error: ErrorOfMeasurement) throws(StatisticsError) {
    try requireFinite([mean], "means of the population")
    self.mean = mean
    self.error = error
  }

  /// The score expected after another: the best guess of the true score.
  ///
  /// ```
  /// M + r (x − M)
  /// ```
  ///
  /// Kelley 1927. Of someone far from the mean it lies nearer to it: that return is no change.
  public func expected(after score: Double) -> Double {
    mean + error.reliability * (score - mean)
  }

  /// By how much the next score is expected to differ, later minus earlier, though nothing changed.
  public func expectedChange(after score: Double) -> Double {
    (1 - error.reliability) * (mean - score)
  }

  /// The standard error of the true score, given one score.
  ///
  /// ```
  /// S_E √r
  /// ```
  public var errorOfTrueScore: Double { error.points * error.reliability.squareRoot() }

  /// The true score behind one observed, with its limits.
  ///
  /// ```
  /// M + r (x − M) ± z S_E √r        another score of the same person: ± z SD √(1 − r²)
  /// ```
  ///
  /// Kelley 1947; Lord & Novick 1968, §3.7.
  ///
  /// - Parameters:
  ///   - observed: the score, in points.
  ///   - z: how many standard errors the limits are away, above 0: 1.96 for 95%, as published.
  /// - Throws: `notFinite`, `outsideRange`, `overflow`.
  public func trueScore(
    of observed: Double, z: Double = 1.96
  ) throws(StatisticsError) -> EstimatedTrueScore {
    try requireFinite([observed], "scores")
    try JudgedChanges.require(critical: z)
    let estimate = expected(after: observed)
    guard estimate.isFinite else { throw .overflow(in: "true score") }
    return EstimatedTrueScore(
      estimate: estimate, standardError: errorOfTrueScore, low: estimate - z * errorOfTrueScore,
      high: estimate + z * errorOfTrueScore, errorOfPrediction: error.ofPrediction)
  }
}

/// Kelley's estimate of the true score behind one observed.
public struct EstimatedTrueScore: Codable, Equatable, Sendable {
  /// The estimate, in points.
  public let estimate: Double
  /// The standard error of the estimate, in points.
  public let standardError: Double
  /// The lower limit of the true score.
  public let low: Double
  /// The upper limit of the true score.
  public let high: Double
  /// The standard error of another score of the same person about the estimate, in points.
  public let errorOfPrediction: Double
}
