import FurlongNumerics

/// How many pairs give the mean change an interval of a given width, and how wide that of so many is.
///
/// ```
/// half-width = t(1−α/2; n − 1) · s / √n,   s the standard deviation that the data will show
/// ```
///
/// What s is counted with is ``SpreadAllowance``'s matter.
public struct PairedPrecision: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the plan allows for chance in the standard deviation.
  public var allowance: SpreadAllowance

  /// Chooses the confidence and how chance in the standard deviation is allowed for.
  public init(confidence: Double = 0.95, allowance: SpreadAllowance = .onAverage) {
    self.confidence = confidence
    self.allowance = allowance
  }

  /// Half the width of the interval of the mean change, in points.
  ///
  /// Accuracy: 1e-12 against R 4.2.2 with its integral of the distribution of s.
  ///
  /// - Parameters:
  ///   - pairs: people with both forms, at least two.
  ///   - spread: how much the changes differ.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func halfWidth(
    pairs: Int, spread: ChangeSpread
  ) throws(StatisticsError) -> Double {
    try requireLevel(confidence)
    if pairs < 2 { throw .tooFew(of: "pairs", count: pairs, needed: 2) }
    let df = Double(pairs - 1)
    let tail = (1 - confidence) / 2
    let critical = try numerically { () throws(NumericsError) in
      try -StudentT(df: df).quantile(tail)
    }
    return try critical * spread.sd * allowance.share(df: df) / Double(pairs).squareRoot()
  }

  /// The fewest pairs whose interval is no wider.
  ///
  /// - Parameters:
  ///   - halfWidth: half the width that is wanted, in points, above 0.
  ///   - spread: how much the changes differ.
  /// - Throws: `outsideRange`, also where a thousand million pairs are too few; `numerics`.
  public func pairs(
    forHalfWidth halfWidth: Double, spread: ChangeSpread
  ) throws(StatisticsError) -> PlannedPrecision {
    try requirePositive(halfWidth, "half-width")
    let count = try SizeSearch(least: 2).smallest(for: "half-width", halfWidth) {
      (pairs) throws(StatisticsError) in
      try self.halfWidth(pairs: pairs, spread: spread) <= halfWidth
    }
    return PlannedPrecision(
      count: count, halfWidth: try self.halfWidth(pairs: count, spread: spread))
  }
}

/// How many pairs a plan needs, and how wide their interval is.
public struct PlannedPrecision: Codable, Equatable, Sendable {
  /// The fewest pairs whose interval is no wider than asked for.
  public let count: Int
  /// Half the width of their interval, in points.
  public let halfWidth: Double
}
