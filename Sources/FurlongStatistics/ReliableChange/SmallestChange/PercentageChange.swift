/// Whether a score changed by a share of what it was, such as half.
public struct PercentageChange: Equatable, Sendable {
  /// The share that counts: 0.5 for 50%.
  public let share: Double
  /// Whether the share must be reached, as it must by default, or exceeded.
  public let rule: ThresholdRule

  /// Chooses the share that counts.
  ///
  /// - Parameters:
  ///   - share: above 0.
  ///   - rule: reached unless an older study is to be matched.
  /// - Throws: `outsideRange`.
  public init(share: Double = 0.5, rule: ThresholdRule = .reaches) throws(StatisticsError) {
    if !(share > 0 && share.isFinite) {
      throw .outsideRange(what: "share that counts", value: share, expected: "above 0")
    }
    self.share = share
    self.rule = rule
  }

  /// The change of each person as a share of the score before.
  ///
  /// ```
  /// (x₂ − x₁) / x₁
  /// ```
  ///
  /// Only for scales whose 0 means nothing of the thing and that have no scores below it. O(n).
  ///
  /// - Parameters:
  ///   - before: above 0, one score a person.
  ///   - after: finite, in the same order.
  ///   - better: which scores are the better ones.
  /// - Returns: shares with the sign of later minus earlier, −1 for a fall to 0.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, also with the number of people whose score before
  ///   is 0 or below, of which there is no share.
  public func judge(
    from before: [Double], to after: [Double], better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    try JudgedChanges.require(before, after)
    let without = before.count { $0 <= 0 }
    if without > 0 { throw .notFinite(in: "shares of a score before", count: without) }
    return try JudgedChanges(
      method: .percentageChange, critical: share, rule: rule, standardError: nil, better: better,
      indices: zip(before, after).map { ($1 - $0) / $0 })
  }
}
