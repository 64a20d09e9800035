/// Whether people changed by more than the return to the mean, where the population's mean is known.
public struct MeeChuaTest: Equatable, Sendable {
  /// The mean of the population that the people were selected from, in points.
  public var populationMean: Double
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the population's mean and the confidence.
  public init(populationMean: Double, confidence: Double = 0.95) {
    self.populationMean = populationMean
    self.confidence = confidence
  }

  /// The change at the population's mean, where nothing returns.
  ///
  /// ```
  /// x₂ = α + β (x₁ − μ) + ε        effect = α̂ − μ        t = (α̂ − μ) / SE(α̂), df = n − 2
  /// ```
  ///
  /// Mee & Chua 1991, The American Statistician 45:39–42. Where μ is only roughly known, vary it over what
  /// is possible: Ostermann, Willich & Lüdtke 2008, doi:10.1186/1471-2288-8-52. Agrees with the intercept
  /// of R 4.2.2's `lm(after − mu ~ I(before − mu))`. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person, at least three.
  ///   - after: finite, in the same order.
  /// - Returns: the effect, later minus earlier, of someone at the population's mean.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` of the scores before or about the
  ///   line, `outsideRange`, `overflow`.
  public func effect(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> ChangeNetOfReturn {
    try requireLevel(confidence)
    try requireFinite([populationMean], "means of the population")
    let line = try StraightLine(before, after)
    let effect = line.predicted(at: populationMean) - populationMean
    let test = try MeanTest(
      estimate: effect, standardError: line.errorOfMean(at: populationMean), df: line.df,
      confidence: confidence)
    let meanChange = try Moments(of: zip(before, after).map { $1 - $0 }, "changes").mean
    return ChangeNetOfReturn(
      count: line.count, populationMean: populationMean, effect: effect, test: test,
      slope: line.slope, slopeError: line.errorOfSlope, meanChange: meanChange)
  }
}

/// A change from which the return to the mean is taken out.
public struct ChangeNetOfReturn: Codable, Equatable, Sendable {
  /// How many pairs it is made of.
  public let count: Int
  /// The population's mean that it is made with.
  public let populationMean: Double
  /// Later minus earlier at the population's mean.
  public let effect: Double
  /// Standard error, interval, t and p of the effect.
  public let test: MeanTest
  /// How much later scores differ for a point of earlier ones: the correlation, if nothing else changed.
  public let slope: Double
  /// The standard error of the slope.
  public let slopeError: Double
  /// The plain mean change, return included.
  public let meanChange: Double

  /// What of the mean change the return to the mean accounts for.
  public var expectedReturn: Double { meanChange - effect }
}
