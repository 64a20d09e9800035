import Foundation
import FurlongNumerics

/// The correlations that have a name here.
public enum CorrelationName: String, Codable, CaseIterable, Sendable {
  /// Pearson's product-moment correlation.
  case pearson
  /// Spearman's correlation of ranks.
  case spearman
  /// Kendall's τ_b, in which ties count.
  case kendall = "kendall_tau_b"
}

/// How the p of a correlation was computed.
public enum CorrelationMethod: String, Codable, Sendable {
  /// Student's t with n − 2 degrees of freedom.
  case studentT = "student_t"
  /// The normal distribution with the variance of the ties observed, no continuity correction.
  case normalApproximation = "normal_approximation"
  /// All orders of one of the two samples.
  case exact
}

/// A correlation with its interval.
public struct CorrelationEstimate: Codable, Equatable, Sendable {
  /// Which correlation it is.
  public let name: CorrelationName
  /// How many pairs it is made of.
  public let count: Int
  /// The correlation, from −1 to 1.
  public let estimate: Double
  /// Its interval, or nil for so few pairs that it has none, or a correlation of 1 or −1.
  public let interval: ConfidenceInterval?
  /// The two-sided probability of one at least as far from 0, if there were none.
  public let p: Double
  /// How p was computed.
  public let method: CorrelationMethod

  /// The p of Student's t for a correlation of n pairs.
  static func studentP(_ r: Double, count: Int) throws(StatisticsError) -> Double {
    if abs(r) == 1 { return 0 }
    let df = Double(count - 2)
    return try numerically { () throws(NumericsError) in
      try StudentT(df: df).bothTails(r * (df / ((1 - r) * (1 + r))).squareRoot())
    }
  }
}

/// An interval that is symmetric on the scale of artanh r.
struct FisherInterval {
  var confidence: Double

  /// The interval, or nil where the variance or the correlation allows none.
  func interval(
    of r: Double, variance: Double
  ) throws(StatisticsError) -> ConfidenceInterval? {
    if abs(r) == 1 || !(variance > 0 && variance.isFinite) { return nil }
    let level = confidence
    let z = try normalQuantile(confidence: level)
    let half = z * variance.squareRoot()
    return ConfidenceInterval(low: tanh(atanh(r) - half), high: tanh(atanh(r) + half), level: level)
  }
}
