/// From how far below to how far above 0 a difference is too small to matter, in raw units.
///
/// Set before the data are seen, from what people would notice, never from the data themselves.
public struct EquivalenceBounds: Codable, Hashable, Sendable {
  /// The largest fall that would not matter.
  public var low: Double
  /// The largest rise that would not matter.
  public var high: Double

  /// Makes bounds of two differences, the lower one first.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Makes bounds as far below 0 as above.
  public init(within margin: Double) {
    self.init(low: -margin, high: margin)
  }
}

/// Whether a difference of means is too small to matter: two one-sided t tests.
///
/// ```
/// t_low = (d − low) / SE     t_high = (d − high) / SE     p = max(P(T ≥ t_low), P(T ≤ t_high))
/// equivalent where p ≤ α, which is where the interval of 1 − 2α lies within the bounds
/// ```
///
/// That a difference was not shown to be other than 0 is no such answer, and that equivalence was not shown is
/// no answer that there is a difference. Schuirmann 1987, doi:10.1007/BF01068419; Lakens 2017,
/// doi:10.1177/1948550617697177. Agrees with R 4.2.2's one-sided `t.test` and statsmodels 0.15.0's
/// `ttost_paired` and `ttost_ind`.
public struct EquivalenceTest: Equatable, Sendable {
  /// What is too small to matter, in the units of the values.
  public var bounds: EquivalenceBounds
  /// The chance allowed of calling equivalent what is not, strictly between 0 and one half.
  public var alpha: Double

  /// Chooses what is too small to matter, and the chance of being wrong.
  public init(bounds: EquivalenceBounds, alpha: Double = 0.05) {
    self.bounds = bounds
    self.alpha = alpha
  }

  /// Whether the same persons' mean change, later minus earlier, is too small to matter.
  ///
  /// - Parameters:
  ///   - before: finite, one value a person.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` where everyone changed alike, `overflow`,
  ///   `outsideRange` for the bounds or α.
  public func change(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> Equivalence {
    let change = try PairedTTest(confidence: try confidence()).change(from: before, to: after)
    return try answer(change.meanChange, standardError: change.standardError, df: change.df)
  }

  /// Whether a mean, such as one of changes, lies close enough to 0.
  ///
  /// - Parameter values: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `noVariation`, `overflow`, `outsideRange`.
  public func mean(of values: [Double]) throws(StatisticsError) -> Equivalence {
    let mean = try OneSampleTTest(confidence: try confidence()).mean(of: values)
    return try answer(mean.mean, standardError: mean.test.standardError, df: mean.test.df)
  }

  /// Whether the means of two groups, the one named first minus the other, lie close enough, by Welch's t.
  ///
  /// - Parameters:
  ///   - group: finite, at least two.
  ///   - other: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where neither group varies, `overflow`, `outsideRange`.
  public func compare(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> Equivalence {
    let welch = try WelchTTest(confidence: try confidence()).compare(group, to: other)
    return try answer(
      welch.difference, standardError: welch.test.standardError, df: welch.test.df)
  }

  /// The confidence whose interval answers the same question, once the choices are allowed.
  private func confidence() throws(StatisticsError) -> Double {
    if !(alpha > 0 && alpha < 0.5) {
      throw .outsideRange(
        what: "alpha", value: alpha, expected: "strictly between 0 and 0.5, such as 0.05")
    }
    try requireFinite([bounds.low, bounds.high], "bounds")
    if !(bounds.low < bounds.high) {
      throw .outsideRange(
        what: "lower bound", value: bounds.low, expected: "below the upper bound \(bounds.high)")
    }
    return 1 - 2 * alpha
  }

  private func answer(
    _ difference: Double, standardError: Double, df: Double
  ) throws(StatisticsError) -> Equivalence {
    func against(_ bound: Double) throws(StatisticsError) -> MeanTest {
      try MeanTest(
        estimate: difference, against: bound, standardError: standardError, df: df,
        confidence: 1 - 2 * alpha)
    }
    let low = try against(bounds.low)
    let high = try against(bounds.high)
    let p = max(low.pHigher, high.pLower)
    return Equivalence(
      bounds: bounds, alpha: alpha, difference: difference, standardError: standardError, df: df,
      interval: low.interval, tLow: low.t, pLow: low.pHigher, tHigh: high.t, pHigh: high.pLower,
      p: p, answer: p <= alpha ? .equivalent : .notShown)
  }
}

/// What two one-sided tests can say: never that there is no difference.
public enum EquivalenceAnswer: String, Codable, CaseIterable, Sendable {
  /// The difference is too small to matter, at the α chosen.
  case equivalent
  /// These data do not show that: the difference may matter or may not.
  case notShown = "not_shown"
}

/// Whether a difference is too small to matter.
public struct Equivalence: Codable, Equatable, Sendable {
  /// What is too small to matter.
  public let bounds: EquivalenceBounds
  /// The chance allowed of calling equivalent what is not.
  public let alpha: Double
  /// Later minus earlier, the group named first minus the other, or the mean.
  public let difference: Double
  /// The standard error of the difference.
  public let standardError: Double
  /// The degrees of freedom, which need not be whole.
  public let df: Double
  /// The interval of 1 − 2α.
  public let interval: ConfidenceInterval
  /// How far the difference lies above the lower bound, in standard errors.
  public let tLow: Double
  /// The probability of that or more, if the true difference were the lower bound.
  public let pLow: Double
  /// How far the difference lies from the upper bound, in standard errors: negative below it.
  public let tHigh: Double
  /// The probability of that or less, if the true difference were the upper bound.
  public let pHigh: Double
  /// The larger of both probabilities.
  public let p: Double
  /// Whether it is shown that the difference is too small to matter.
  public let answer: EquivalenceAnswer
}
