import Foundation
import FurlongNumerics

/// Between which limits a site would lie by chance, if it were no different from the whole.
///
/// For comparing sites with a target, not with each other: no site is ranked. A site outside the limits is
/// worth a question, not a verdict.
public struct FunnelLimits: Equatable, Sendable {
  /// The share of sites that would lie between the limits by chance: 0.95 and 0.998 are drawn usually.
  public var coverage: Double

  /// Chooses the coverage, strictly between 0 and 1.
  public init(coverage: Double = 0.998) {
    self.coverage = coverage
  }

  /// The limits of a site's proportion, given how many persons it has.
  ///
  /// ```
  /// r = the smallest count whose binomial lower tail reaches p
  /// limit = (r − (P(X ≤ r) − p)/(P(X ≤ r) − P(X ≤ r − 1))) / n
  /// ```
  ///
  /// The exact quantile with interpolation, so that the funnel is smooth: Spiegelhalter 2005,
  /// doi:10.1002/sim.1970, appendix A.1.1. The target always lies between the limits, and
  /// both within 0 and 1.
  ///
  /// - Parameters:
  ///   - target: the proportion of the whole, strictly between 0 and 1.
  ///   - total: how many persons the site has, at least 1.
  /// - Throws: `outsideRange`, `tooFew`, `numerics`.
  public func proportion(
    target: Double, total: Int
  ) throws(StatisticsError) -> ConfidenceInterval {
    try requireLevel(coverage)
    if total < 1 { throw .tooFew(of: "persons", count: total, needed: 1) }
    if !(target > 0 && target < 1) {
      throw .outsideRange(what: "target", value: target, expected: "strictly between 0 and 1")
    }
    return try numerically { () throws(NumericsError) in
      let binomial = try BinomialDistribution(trials: total, success: target)
      let n = Double(total)
      func limit(_ p: Double) throws(NumericsError) -> Double {
        try interpolated(p, binomial.quantile(p), binomial.lowerTail) / n
      }
      return try around(target, limit)
    }
  }

  /// The limits of a site's rate of independent events, given its time.
  ///
  /// As for a proportion, with the Poisson distribution: Spiegelhalter 2005, appendix A.1.2. The lower limit is
  /// not below 0.
  ///
  /// - Parameters:
  ///   - target: the rate of the whole, above 0.
  ///   - time: the site's time (or expected events, for a standardised ratio with target 1), above 0.
  /// - Throws: `outsideRange`, `numerics`.
  public func rate(target: Double, time: Double) throws(StatisticsError) -> ConfidenceInterval {
    try requireLevel(coverage)
    for (what, value) in [("target", target), ("time", time)] where !(value > 0 && value.isFinite) {
      throw .outsideRange(what: what, value: value, expected: "above 0")
    }
    try requireResult([target * time], "number of events expected")
    return try numerically { () throws(NumericsError) in
      let poisson = try PoissonDistribution(mean: target * time)
      func limit(_ p: Double) throws(NumericsError) -> Double {
        try interpolated(p, poisson.quantile(p), poisson.lowerTail) / time
      }
      return try around(target, limit)
    }
  }

  /// The limits of a site's mean, given how many persons it has.
  ///
  /// ```
  /// target ± z σ/√n
  /// ```
  ///
  /// - Parameters:
  ///   - target: the mean of the whole.
  ///   - sd: the standard deviation of persons, above 0.
  ///   - total: how many persons the site has, at least 1.
  /// - Throws: `outsideRange`, `tooFew`, `numerics`.
  public func mean(
    target: Double, sd: Double, total: Int
  ) throws(StatisticsError) -> ConfidenceInterval {
    try requireLevel(coverage)
    if total < 1 { throw .tooFew(of: "persons", count: total, needed: 1) }
    if !(sd > 0 && sd.isFinite && target.isFinite) {
      throw .outsideRange(what: "standard deviation", value: sd, expected: "above 0")
    }
    let z = try normalQuantile(confidence: coverage)
    let half = z * sd / Double(total).squareRoot()
    try requireResult([target - half, target + half], "limits of a mean")
    return ConfidenceInterval(low: target - half, high: target + half, level: coverage)
  }

  /// How much further sites scatter than by chance, from their z-scores: φ.
  ///
  /// ```
  /// φ = Σ z² / k, of z with the most extreme shares drawn in to their quantiles (winsorised)
  /// ```
  ///
  /// Above 1, widen z by √φ or treat sites as having a variance between them (``SitePooling``), and say so:
  /// Spiegelhalter 2005, section 4.
  ///
  /// - Parameters:
  ///   - scores: (site − target) over the site's standard error by chance; at least two.
  ///   - share: which share is drawn in on each side, from 0 to below ½.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public func overdispersion(
    of scores: [Double], winsorising share: Double = 0.1
  ) throws(StatisticsError) -> Double {
    if scores.count < 2 { throw .tooFew(of: "sites", count: scores.count, needed: 2) }
    try requireFinite(scores, "scores")
    if !(share >= 0 && share < 0.5) {
      throw .outsideRange(what: "winsorised share", value: share, expected: "from 0 to below ½")
    }
    let ends = try SampleQuantiles().values(of: scores, at: [share, 1 - share])
    let (low, high) = (ends[0], ends[1])
    let squares = scores.reduce(0) { sum, score in
      let drawn = min(high, max(low, score))
      return sum + drawn * drawn
    }
    try requireResult([squares], "squares of the scores")
    return squares / Double(scores.count)
  }

  /// Both limits, with the target between them.
  ///
  /// Where hardly an event is expected, interpolation below the first count ends under the target, and even
  /// under 0; a site is judged alike by a limit at the target.
  private func around(
    _ target: Double, _ limit: (Double) throws(NumericsError) -> Double
  ) throws(NumericsError) -> ConfidenceInterval {
    ConfidenceInterval(
      low: min(target, max(0, try limit((1 - coverage) / 2))),
      high: max(target, try limit((1 + coverage) / 2)), level: coverage)
  }

  private func interpolated(
    _ p: Double, _ count: Int, _ lowerTail: (Int) throws(NumericsError) -> Double
  ) throws(NumericsError) -> Double {
    let at = try lowerTail(count)
    let below = try lowerTail(count - 1)
    return Double(count) - (at - p) / (at - below)
  }
}
