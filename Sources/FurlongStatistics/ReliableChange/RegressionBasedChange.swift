import FurlongNumerics

/// What a later score is compared with its prediction by.
public enum PredictionSpread: String, Codable, CaseIterable, Sendable {
  /// The error of predicting one new person, with t of n − 2: Crawford & Garthwaite 2006.
  case newPerson = "new_person"
  /// The residual standard deviation alone, with the normal distribution: McSweeny and colleagues 1993.
  case residual
}

/// Whether the later score is one that people without the programme, who began alike, would not have.
public struct RegressionBasedChange: Equatable, Sendable {
  /// The share of such people who would count as unchanged, strictly between 0 and 1.
  public let confidence: Double
  /// What the later score is compared by.
  public let spread: PredictionSpread

  /// Chooses confidence and spread.
  ///
  /// - Parameters:
  ///   - confidence: strictly between 0 and 1.
  ///   - spread: of a new person unless an older study is to be matched.
  /// - Throws: `outsideRange`.
  public init(
    confidence: Double = 0.95, spread: PredictionSpread = .newPerson
  ) throws(StatisticsError) {
    try requireLevel(confidence)
    self.confidence = confidence
    self.spread = spread
  }

  /// The index of each person: the later score against that predicted from the earlier one.
  ///
  /// ```
  /// x̂₂ = M₂ + b (x₁ − M₁)      b = r s₂/s₁      s_yx = s₂ √((1 − r²)(n − 1)/(n − 2))
  /// (x₂ − x̂₂) / (s_yx √(1 + 1/n + (x₁ − M₁)²/((n − 1) s₁²)))        |t| > t(1 − α/2; n − 2)
  /// ```
  ///
  /// McSweeny, Naugle, Chelune & Lüders 1993, doi:10.1080/13854049308401901; Crawford & Garthwaite 2006,
  /// doi:10.1037/0894-4105.20.3.259. The prediction holds practice and the return to the mean. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: a group without the programme, tested as far apart, at least 3, with its correlation.
  ///   - better: which scores are the better ones.
  /// - Returns: indices with the sign of later minus predicted.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` where the reference group does not
  ///   vary, has no correlation or lies on a line, `overflow`, `numerics`.
  public func judge(
    from before: [Double], to after: [Double], reference: ReferenceScores, better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    try JudgedChanges.require(before, after)
    let line = try StraightLine(of: reference)
    let level = confidence
    let kind = spread
    let critical = try numerically { () throws(NumericsError) in
      let tail = (1 - level) / 2
      return switch kind {
      case .newPerson: try -StudentT(df: line.df).quantile(tail)
      case .residual: try -NormalDistribution().quantile(tail)
      }
    }
    let indices = zip(before, after).map { before, after in
      let error = kind == .newPerson ? line.errorOfNew(at: before) : line.residualSD
      return (after - line.predicted(at: before)) / error
    }
    return try JudgedChanges(
      method: .regressionBased, critical: critical,
      standardError: kind == .residual ? line.residualSD : nil, better: better, indices: indices)
  }
}
