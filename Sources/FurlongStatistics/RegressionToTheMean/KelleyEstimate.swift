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
}
