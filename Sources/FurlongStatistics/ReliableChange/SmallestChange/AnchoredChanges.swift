/// Changes in score beside what the same people say of their change.
public struct AnchoredChanges: Equatable, Sendable {
  /// Later minus earlier, one a person, in points.
  public let changes: [Double]
  /// What each person says: more is better, 0 is no change, 1 a little better.
  public let ratings: [Int]
  /// Which scores are the better ones.
  public let better: BetterScores
  /// Spearman's correlation of gain and rating: positive where people who say so did gain.
  public let correlation: Double
  /// The correlation below which a smallest change is not to be trusted.
  public let neededCorrelation: Double

  /// Takes the changes and the ratings of the same people.
  ///
  /// - Parameters:
  ///   - changes: finite, later minus earlier, at least three.
  ///   - ratings: in the same order.
  ///   - better: which scores are the better ones.
  ///   - neededCorrelation: 0.3; Revicki, Hays, Cella & Sloan 2008, doi:10.1016/j.jclinepi.2007.03.012,
  ///     ask for 0.30 to 0.35.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation` where all changes or all ratings are
  ///   equal.
  public init(
    changes: [Double], ratings: [Int], better: BetterScores, neededCorrelation: Double = 0.3
  ) throws(StatisticsError) {
    if changes.count != ratings.count { throw .unequalLengths(changes.count, ratings.count) }
    try requireFinite(changes, "changes")
    correlation = try SpearmanCorrelation(exactLimit: 0).estimate(
      between: changes.map { better.gain($0) }, and: ratings.map(Double.init)
    ).estimate
    self.changes = changes
    self.ratings = ratings
    self.better = better
    self.neededCorrelation = neededCorrelation
  }

  /// The warning that the ratings call for, or nil.
  public var caution: AnchorCaution? {
    correlation < neededCorrelation
      ? .weakAnchor(correlation: correlation, needed: neededCorrelation) : nil
  }

  /// Gains with whether each counts as better, sorted so that row order does not matter.
  func parted(from rating: Int) throws(StatisticsError) -> [RatedGain] {
    let rated = zip(changes, ratings).map {
      RatedGain(gain: better.gain($0), improved: $1 >= rating)
    }
    let improved = rated.count { $0.improved }
    let fewer = min(improved, rated.count - improved)
    if fewer == 0 {
      throw .tooFew(
        of: improved == 0 ? "people who are better" : "people who are not better", count: 0,
        needed: 1)
    }
    return rated.sorted {
      $0.gain != $1.gain ? $0.gain < $1.gain : !$0.improved && $1.improved
    }
  }
}

/// One person's gain and whether the person says that things are better.
struct RatedGain {
  var gain: Double
  var improved: Bool
}
