import FurlongNumerics

/// The difference of two of several groups' means, adjusted for looking at all pairs: the first minus the other.
public struct PairwiseDifference: Codable, Equatable, Sendable {
  /// The place of the first group among those given, from 0.
  public let group: Int
  /// The place of the group that it is compared with.
  public let other: Int
  /// The first mean minus the other.
  public let difference: Double
  /// The standard error of the difference.
  public let standardError: Double
  /// The interval: all pairs' intervals together hold the truth with this confidence.
  public let interval: ConfidenceInterval
  /// The difference in units of the studentised range: √2 times its size in standard errors.
  public let q: Double
  /// The degrees of freedom, which need not be whole.
  public let df: Double
  /// The probability that any pair of so many groups lies so far apart, if all had the same mean.
  public let p: Double

  init(
    _ group: Int, _ other: Int, difference: Double, standardError: Double,
    range: StudentisedRange, critical: Double, confidence: Double
  ) throws(StatisticsError) {
    let q = abs(difference) / standardError * 2.0.squareRoot()
    let half = critical * standardError / 2.0.squareRoot()
    guard q.isFinite && half.isFinite else {
      throw .overflow(in: "difference in standard errors")
    }
    self.group = group
    self.other = other
    self.difference = difference
    self.standardError = standardError
    interval = ConfidenceInterval(
      low: difference - half, high: difference + half, level: confidence)
    self.q = q
    df = range.df
    p = try numerically { () throws(NumericsError) in try range.upperTail(q) }
  }
}
