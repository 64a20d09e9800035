import FurlongNumerics

/// The mean of a sample with its t interval, and how far it lies from a value given.
public struct OneSampleTTest: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The mean, compared with a value.
  ///
  /// ```
  /// SE = s / √n     t = (x̄ − value) / SE, df = n − 1     x̄ ± t(1−α/2; df) SE
  /// ```
  ///
  /// A one-sided limit of 95% is the limit of the two-sided interval of 90%. Agrees with R 4.2.2's
  /// `t.test(x, mu)`.
  ///
  /// - Parameters:
  ///   - values: finite, at least two.
  ///   - value: what the mean is compared with.
  /// - Throws: `tooFew`, `notFinite`, `noVariation`, `overflow`, `outsideRange`.
  public func mean(
    of values: [Double], against value: Double = 0
  ) throws(StatisticsError) -> MeanEstimate {
    try requireLevel(confidence)
    if values.count < 2 { throw .tooFew(of: "values", count: values.count, needed: 2) }
    try requireFinite([value], "values compared with")
    let moments = try Moments(of: values, "values")
    if moments.isConstant(at: 0) { throw .noVariation(in: "values", count: values.count) }
    let standardError = moments.sd / Double(moments.count).squareRoot()
    let test = try MeanTest(
      estimate: moments.mean, against: value, standardError: standardError,
      df: Double(moments.count - 1), confidence: confidence)
    return MeanEstimate(count: moments.count, mean: moments.mean, sd: moments.sd, test: test)
  }
}

/// A mean, and how it compares with a value.
public struct MeanEstimate: Codable, Equatable, Sendable {
  /// How many values it is made of.
  public let count: Int
  /// The mean.
  public let mean: Double
  /// The standard deviation with n − 1.
  public let sd: Double
  /// Standard error, interval, t and p.
  public let test: MeanTest
}

/// An estimate by its standard error, with Student's t.
public struct MeanTest: Codable, Equatable, Sendable {
  /// The standard error of the estimate.
  public let standardError: Double
  /// The t interval of the estimate.
  public let interval: ConfidenceInterval
  /// The estimate, less what it is compared with, in standard errors.
  public let t: Double
  /// The degrees of freedom, which need not be whole.
  public let df: Double
  /// The two-sided probability of a t at least as far from 0.
  public let p: Double
  /// The probability of a t at or below this one: small where the estimate is lower.
  public let pLower: Double
  /// The probability of a t at or above this one: small where the estimate is higher.
  public let pHigher: Double

  init(
    estimate: Double, against value: Double = 0, standardError: Double, df: Double,
    confidence: Double
  ) throws(StatisticsError) {
    let t = (estimate - value) / standardError
    guard t.isFinite else { throw .overflow(in: "estimate in standard errors") }
    let (half, tails) = try numerically { () throws(NumericsError) in
      let student = try StudentT(df: df)
      let critical = try -student.quantile((1 - confidence) / 2)
      return (critical * standardError, (try student.lowerTail(t), try student.upperTail(t)))
    }
    self.standardError = standardError
    interval = ConfidenceInterval(low: estimate - half, high: estimate + half, level: confidence)
    self.t = t
    self.df = df
    p = min(1, 2 * min(tails.0, tails.1))
    pLower = tails.0
    pHigher = tails.1
  }
}
