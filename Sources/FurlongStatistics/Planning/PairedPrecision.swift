import FurlongNumerics

/// How many pairs give the mean change an interval of a given width, and how wide that of so many is.
///
/// ```
/// half-width = t(1−α/2; n − 1) · s / √n,   s the standard deviation that the data will show
///
/// taken as planned    s = σ
/// expected            E[s] = σ √(2/ν) Γ((ν + 1)/2) / Γ(ν/2),   ν = n − 1
/// assured             s = σ √(χ²(γ; ν) / ν), which is passed with probability 1 − γ
/// ```
///
/// On average s falls a little short of σ, but nearly every second time it is larger: a plan that must not miss its
/// half-width allows for that.
/// Kelley & Rausch 2006, doi:10.1037/1082-989X.11.4.363.
public struct PairedPrecision: Equatable, Sendable {
  /// How the plan allows for a standard deviation that comes out by chance.
  public enum Allowance: Codable, Equatable, Sendable {
    /// Not at all: the data show the standard deviation planned for.
    case none
    /// The half-width is what comes out on average.
    case onAverage
    /// The half-width is kept with this probability, strictly between 0 and 1.
    case assured(Double)
  }

  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the plan allows for chance in the standard deviation.
  public var allowance: Allowance

  /// Chooses the confidence and how chance in the standard deviation is allowed for.
  public init(confidence: Double = 0.95, allowance: Allowance = .onAverage) {
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
    return try critical * spread.sd * sampled(df) / Double(pairs).squareRoot()
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

  /// The standard deviation that is counted with, over that planned for.
  private func sampled(_ df: Double) throws(StatisticsError) -> Double {
    switch allowance {
    case .none: return 1
    case .onAverage:
      // Hedges's factor has the same ratio of gamma functions, one degree of freedom further.
      return try HedgesCorrection().factor(df: df + 1) * ((df + 1) / df).squareRoot()
    case .assured(let probability):
      return try numerically { () throws(NumericsError) in
        try (ChiSquared(df: df).quantile(probability) / df).squareRoot()
      }
    }
  }
}

/// How many pairs a plan needs, and how wide their interval is.
public struct PlannedPrecision: Codable, Equatable, Sendable {
  /// The fewest pairs whose interval is no wider than asked for.
  public let count: Int
  /// Half the width of their interval, in points.
  public let halfWidth: Double
}
