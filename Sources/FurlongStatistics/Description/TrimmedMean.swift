import FurlongNumerics

/// The mean of a sample's middle, which a few extreme values do not move.
public struct TrimmedMean: Equatable, Sendable {
  /// The proportion cut off at each end, from 0 to below one half.
  public var trim: Double
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses how much is cut off at each end, and the confidence.
  public init(trim: Double = 0.2, confidence: Double = 0.95) {
    self.trim = trim
    self.confidence = confidence
  }

  /// The trimmed mean with its interval, and the winsorised mean.
  ///
  /// ```
  /// g = ⌊trim · n⌋,  h = n − 2g     mean of the middle h     SE = √(SSw / (h (h − 1))), df = h − 1
  /// ```
  ///
  /// SSw are the squares of the winsorised sample, in which the g lowest and highest values are
  /// replaced by their innermost neighbours. Tukey & McLaughlin 1963; Yuen 1974,
  /// doi:10.1093/biomet/61.1.165.
  ///
  /// - Parameter values: finite; at least two must be left after trimming.
  /// - Throws: `tooFew`, `notFinite`, `overflow`, `outsideRange`.
  public func estimate(of values: [Double]) throws(StatisticsError) -> TrimmedEstimate {
    try requireLevel(confidence)
    let middle = try TrimmedSample(values, trim: trim)
    let h = Double(middle.kept)
    let standardError = (middle.winsorised.squares / (h * (h - 1))).squareRoot()
    let level = confidence
    let half = try numerically { () throws(NumericsError) in
      try -StudentT(df: h - 1).quantile((1 - level) / 2) * standardError
    }
    let mean = middle.trimmed.mean
    return TrimmedEstimate(
      count: values.count, kept: middle.kept, mean: mean, standardError: standardError,
      df: h - 1, interval: ConfidenceInterval(low: mean - half, high: mean + half, level: level),
      winsorisedMean: middle.winsorised.mean, winsorisedSD: middle.winsorised.sd)
  }
}

/// The middle of a sample.
public struct TrimmedEstimate: Codable, Equatable, Sendable {
  /// How many values there are.
  public let count: Int
  /// How many of them are in the trimmed mean.
  public let kept: Int
  /// The mean of those kept.
  public let mean: Double
  /// Its standard error, from the winsorised squares.
  public let standardError: Double
  /// The degrees of freedom: those kept minus one.
  public let df: Double
  /// The interval of the trimmed mean.
  public let interval: ConfidenceInterval
  /// The mean with the trimmed values replaced by the outermost of those kept.
  public let winsorisedMean: Double
  /// The standard deviation, with n − 1, of that winsorised sample.
  public let winsorisedSD: Double
}

/// A sample without its ends, and with its ends drawn in.
struct TrimmedSample {
  let kept: Int
  let trimmed: Moments
  let winsorised: Moments

  init(_ values: [Double], trim: Double) throws(StatisticsError) {
    if !(trim >= 0 && trim < 0.5) {
      throw .outsideRange(what: "trim", value: trim, expected: "from 0 to below 0.5")
    }
    try requireFinite(values, "values")
    let cut = Int(trim * Double(values.count))
    kept = values.count - 2 * cut
    if kept < 2 { throw .tooFew(of: "values left after trimming", count: kept, needed: 2) }
    let sorted = values.sorted()
    let middle = Array(sorted[cut..<(cut + kept)])
    trimmed = try Moments(of: middle, "values")
    winsorised = try Moments(
      of: Array(repeating: middle[0], count: cut) + middle
        + Array(repeating: middle[kept - 1], count: cut), "values")
  }
}
