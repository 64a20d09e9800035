import FurlongNumerics

/// Between which limits two measurements of the same person differ: Bland and Altman's.
public struct LimitsOfAgreement: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double
  /// How many standard deviations the limits lie from the mean: 1.96, as published, for 95 in 100.
  public var multiplier: Double

  /// Chooses the confidence of the intervals and the width of the limits.
  public init(confidence: Double = 0.95, multiplier: Double = 1.96) {
    self.confidence = confidence
    self.multiplier = multiplier
  }

  /// The limits of the measurement named first minus the other.
  ///
  /// ```
  /// D = x − y        limits D̄ ± 1.96 s
  /// exact interval of the upper: D̄ + s t′(α/2)/√n  to  D̄ + s t′(1 − α/2)/√n,
  ///   t′ noncentral t with n − 1 df and noncentrality 1.96 √n; of the lower, the mirror image
  /// approximate: limit ± t(1 − α/2; n − 1) √(3 s²/n)
  /// ```
  ///
  /// Bland & Altman 1986, doi:10.1016/S0140-6736(86)90837-8, and the approximate interval; exact for
  /// each limit by itself where differences are normal: Carkeet 2015,
  /// doi:10.1097/OPX.0000000000000513. Agrees with mpmath's integral of the noncentral t to 1e-10. O(n).
  ///
  /// - Parameters:
  ///   - measurements: finite, one a person, at least two; of two occasions the later.
  ///   - other: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` where all differences are equal,
  ///   `overflow`, `outsideRange`.
  public func compare(
    _ measurements: [Double], to other: [Double]
  ) throws(StatisticsError) -> AgreementLimits {
    try requireLevel(confidence)
    if !(multiplier > 0 && multiplier.isFinite) {
      throw .outsideRange(
        what: "number of standard deviations", value: multiplier, expected: "above 0")
    }
    let paired = try PairedTTest(confidence: confidence).change(from: other, to: measurements)
    let n = Double(paired.count)
    let (mean, sd) = (paired.meanChange, paired.sdChange)
    let tail = (1 - confidence) / 2
    let (exactLow, exactHigh, t) = try numerically { () throws(NumericsError) in
      let shifted = try NoncentralT(df: n - 1, noncentrality: multiplier * n.squareRoot())
      return (
        try shifted.quantile(tail), try shifted.quantile(1 - tail),
        try -StudentT(df: n - 1).quantile(tail)
      )
    }
    let unit = sd / n.squareRoot()
    let error = 3.0.squareRoot() * unit
    func limit(_ value: Double, _ low: Double, _ high: Double) -> AgreementLimit {
      AgreementLimit(
        value: value,
        interval: ConfidenceInterval(
          low: mean + low * unit, high: mean + high * unit, level: confidence),
        approximateStandardError: error,
        approximateInterval: ConfidenceInterval(
          low: value - t * error, high: value + t * error, level: confidence))
    }
    var squares = CompensatedSum()
    for (x, y) in zip(measurements, other) { squares.add((x - y) * (x - y)) }
    let differences = zip(measurements, other).map { $0 - $1 }
    let middles = zip(measurements, other).map { $0 / 2 + $1 / 2 }
    return AgreementLimits(
      count: paired.count, meanDifference: mean, sdDifference: sd, interval: paired.interval,
      lower: limit(mean - multiplier * sd, -exactHigh, -exactLow),
      upper: limit(mean + multiplier * sd, exactLow, exactHigh),
      multiplier: multiplier, withinPersonSD: (squares.total / (2 * n)).squareRoot(),
      smallestDetectableChange: multiplier * sd,
      trend: try PearsonCorrelation().coefficient(between: differences, and: middles))
  }
}

/// Between which limits two measurements of the same person differ: the one named first minus the other.
public struct AgreementLimits: Codable, Equatable, Sendable {
  /// How many persons were measured twice.
  public let count: Int
  /// The mean difference, or bias.
  public let meanDifference: Double
  /// The standard deviation of the differences, with n − 1.
  public let sdDifference: Double
  /// The t interval of the mean difference.
  public let interval: ConfidenceInterval
  /// The lower limit.
  public let lower: AgreementLimit
  /// The upper limit.
  public let upper: AgreementLimit
  /// How many standard deviations the limits lie from the mean.
  public let multiplier: Double
  /// The standard deviation of one person's measurements, the mean difference included: √(ΣD²/2n).
  public let withinPersonSD: Double
  /// The smallest change beyond error, the mean difference left out: the limits' half width.
  public let smallestDetectableChange: Double
  /// The correlation of difference and mean of a person's two, or nil where the means do not vary.
  ///
  /// Far from 0, one pair of limits does not serve low and high values alike.
  public let trend: Double?
}

/// One of two limits of agreement.
public struct AgreementLimit: Codable, Equatable, Sendable {
  /// The limit.
  public let value: Double
  /// Its exact interval, by the noncentral t: longer on the far side.
  public let interval: ConfidenceInterval
  /// Bland and Altman's approximate standard error, √(3s²/n).
  public let approximateStandardError: Double
  /// The interval that it gives with t: for comparing with papers.
  public let approximateInterval: ConfidenceInterval
}
