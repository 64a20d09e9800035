/// How many pairs give the change of a proportion an interval of a given width, and how wide that of so many is.
///
/// ```
/// half-width = z √((ψ − Δ²) / n)        ψ = gained + lost, Δ = gained − lost
/// ```
///
/// The large-sample width, as in ``McNemarPower``'s formulas. Where a handful of people change, the intervals of
/// ``PairedProportionChange`` are wider.
public struct PairedProportionPrecision: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Half the width of the interval of the change, as a proportion.
  ///
  /// - Parameters:
  ///   - gained: the share of all pairs that goes from no to yes.
  ///   - lost: the share that goes from yes to no; both together above 0, at most 1.
  ///   - pairs: people with both answers, at least two.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func halfWidth(
    gained: Double, lost: Double, pairs: Int
  ) throws(StatisticsError) -> Double {
    if pairs < 2 { throw .tooFew(of: "pairs", count: pairs, needed: 2) }
    return try ofOnePair(gained, lost) / Double(pairs).squareRoot()
  }

  /// The fewest pairs whose interval is no wider.
  ///
  /// - Parameters:
  ///   - halfWidth: half the width that is wanted, as a proportion, above 0.
  ///   - gained: the share of all pairs that goes from no to yes.
  ///   - lost: the share that goes from yes to no; both together above 0, at most 1.
  /// - Throws: `outsideRange`, `numerics`.
  public func pairs(
    forHalfWidth halfWidth: Double, gained: Double, lost: Double
  ) throws(StatisticsError) -> PlannedPrecision {
    try requirePositive(halfWidth, "half-width")
    let one = try ofOnePair(gained, lost)
    let count = try SizeSearch(least: 2).smallest(for: "half-width", halfWidth) {
      one / Double($0).squareRoot() <= halfWidth
    }
    return PlannedPrecision(count: count, halfWidth: one / Double(count).squareRoot())
  }

  private func ofOnePair(_ gained: Double, _ lost: Double) throws(StatisticsError) -> Double {
    try requireLevel(confidence)
    try McNemarPower.require(gained, lost)
    let changing = gained + lost
    let net = gained - lost
    return try normalQuantile(confidence: confidence) * max(0, changing - net * net).squareRoot()
  }
}
