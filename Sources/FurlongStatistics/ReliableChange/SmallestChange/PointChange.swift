/// Whether a score changed by a number of points that is known to matter.
public struct PointChange: Equatable, Sendable {
  /// The change that counts, in points.
  public let points: Double
  /// Whether the points must be reached, as they must by default, or exceeded.
  public let rule: ThresholdRule

  /// Chooses the change that counts.
  ///
  /// - Parameters:
  ///   - points: above 0, such as the size of a ``SmallestImportantChange``.
  ///   - rule: reached unless the source says otherwise.
  /// - Throws: `outsideRange`.
  public init(points: Double, rule: ThresholdRule = .reaches) throws(StatisticsError) {
    if !(points > 0 && points.isFinite) {
      throw .outsideRange(what: "change that counts", value: points, expected: "above 0")
    }
    self.points = points
    self.rule = rule
  }

  /// The change of each person in points, and whether it is enough.
  ///
  /// Says nothing of error: a change may matter and yet be no more than the scale's noise. O(n).
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - better: which scores are the better ones.
  /// - Returns: points with the sign of later minus earlier.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `overflow`.
  public func judge(
    from before: [Double], to after: [Double], better: BetterScores
  ) throws(StatisticsError) -> JudgedChanges {
    try JudgedChanges.require(before, after)
    return try JudgedChanges(
      method: .pointChange, critical: points, rule: rule, standardError: nil, better: better,
      indices: zip(before, after).map { $1 - $0 })
  }
}
