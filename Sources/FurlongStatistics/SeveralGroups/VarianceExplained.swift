import FurlongNumerics

/// How much of the variation of values goes with the group that they belong to.
public struct VarianceExplained: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The shares of a one-way analysis of variance.
  ///
  /// ```
  /// η² = SSB / SST     ε² = (SSB − (k − 1) MSW) / SST     ω² = (SSB − (k − 1) MSW) / (SST + MSW)
  /// interval: λ / (λ + N − k), λ the noncentralities that F is compatible with
  /// ```
  ///
  /// η² is the sample's share and too large for the population; ε² and ω² take that out and are 0 where they
  /// would be negative. All three estimate one share of the population, so all have its interval: that of
  /// effectsize 0.8.3's η². For ε² and ω² effectsize puts the shrunken share in the place of F, and such an
  /// interval holds the share of three groups of ten in 6 of 10 samples. Steiger 2004,
  /// doi:10.1037/1082-989X.9.2.164.
  ///
  /// - Parameter partition: from ``AnalysisOfVariance``.
  /// - Throws: `outsideRange`, `numerics`.
  public func shares(of partition: VariancePartition) throws(StatisticsError) -> VarianceShares {
    try requireLevel(confidence)
    let total = partition.squaresBetween + partition.squaresWithin
    let chance = Double(partition.dfBetween) * partition.meanSquareWithin
    let beyond = max(0, partition.squaresBetween - chance)
    let interval = try interval(partition)
    func share(_ estimate: Double) -> VarianceShare {
      VarianceShare(estimate: estimate, interval: interval)
    }
    return VarianceShares(
      eta: share(partition.shareBetween), epsilon: share(beyond / total),
      omega: share(beyond / (total + partition.meanSquareWithin)))
  }

  private func interval(
    _ partition: VariancePartition
  ) throws(StatisticsError) -> ConfidenceInterval {
    let df1 = Double(partition.dfBetween)
    let df2 = Double(partition.dfWithin)
    let f = partition.f
    let limits = try SquaredNoncentrality(confidence: confidence).limits(near: f * df1) {
      (lambda) throws(NumericsError) in
      try NoncentralF(df1: df1, df2: df2, noncentrality: lambda).lowerTail(f)
    }
    return ConfidenceInterval(
      low: limits.low / (limits.low + df2), high: limits.high / (limits.high + df2),
      level: confidence)
  }
}

/// The shares of variation that go with the group, from 0 to 1.
public struct VarianceShares: Codable, Equatable, Sendable {
  /// η²: the share in this sample.
  public let eta: VarianceShare
  /// ε²: the share in the population, as adjusted R².
  public let epsilon: VarianceShare
  /// ω²: the share in the population, Hays's form, a little smaller.
  public let omega: VarianceShare
}

/// A share of variation with its interval.
public struct VarianceShare: Codable, Equatable, Sendable {
  /// The share, from 0 to 1.
  public let estimate: Double
  /// The interval of the population's share, the same for all three.
  public let interval: ConfidenceInterval
}
