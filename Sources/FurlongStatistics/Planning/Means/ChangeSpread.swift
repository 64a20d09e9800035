/// How much people's changes differ, as a plan knows it before there are data.
public struct ChangeSpread: Codable, Equatable, Sendable {
  /// The standard deviation of the changes, in points.
  public let sd: Double

  /// The standard deviation of the changes itself, in points, above 0.
  ///
  /// - Throws: `outsideRange`.
  public init(sd: Double) throws(StatisticsError) {
    try requirePositive(sd, "standard deviation of the changes")
    self.sd = sd
  }

  /// The standard deviation of the changes from those of the two occasions.
  ///
  /// ```
  /// SD(change) = √(s₀² + s₁² − 2 r s₀ s₁)      √(2(1 − r)) s where both are s
  /// ```
  ///
  /// - Parameters:
  ///   - before: the standard deviation on the earlier occasion, above 0.
  ///   - after: that on the later occasion, above 0.
  ///   - correlation: of the two occasions, from −1 to below 1: the same people, months apart, and not
  ///     a retest after days.
  /// - Throws: `outsideRange`; `noVariation` where everyone would change by the same amount.
  public init(before: Double, after: Double, correlation: Double) throws(StatisticsError) {
    try requirePositive(before, "standard deviation before")
    try requirePositive(after, "standard deviation after")
    if !(correlation >= -1 && correlation <= 1) {
      throw .outsideRange(what: "correlation", value: correlation, expected: "from -1 to 1")
    }
    // (s₀ − s₁)² + 2(1 − r)s₀s₁ does not cancel where r is near 1.
    let gap = before - after
    let variance = gap * gap + 2 * (1 - correlation) * before * after
    if variance <= 0 { throw .noVariation(in: "changes that are planned for", count: 0) }
    try self.init(sd: variance.squareRoot())
  }
}
