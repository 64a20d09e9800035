/// How far each category's share moved in the same persons.
public struct MarginalShares: Equatable, Sendable {
  /// The confidence of each interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of each interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Each category's share after minus before, by itself.
  ///
  /// ```
  /// (n·ᵢ − nᵢ·) / N, with the interval of this category against all others
  /// ```
  ///
  /// Each is ``PairedProportionChange``; the changes add up to 0. The confidence is each interval's own: with
  /// many categories test first by ``StuartMaxwellTest``. O(k²).
  ///
  /// - Parameter table: rows are the categories before, columns the same after, cells counts of persons.
  /// - Returns: one change a category, in their order: positive where it became more common.
  /// - Throws: `tooFew`, `unequalLengths`, `outsideRange`.
  public func change(_ table: [[Int]]) throws(StatisticsError) -> [ProportionChange] {
    try requireLevel(confidence)
    let paired = try PairedTable(table)
    var changes: [ProportionChange] = []
    for category in table.indices {
      let both = table[category][category]
      let gained = paired.after(category) - both
      let lost = paired.before(category) - both
      changes.append(
        try PairedProportionChange(confidence: confidence).change(
          both: both, gained: gained, lost: lost, neither: paired.total - both - gained - lost))
    }
    return changes
  }
}
