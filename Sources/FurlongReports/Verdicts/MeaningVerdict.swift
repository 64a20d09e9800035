import FurlongDisclosure
public import FurlongEvaluation

/// What may be said of people's own changes on one scale at one follow-up, and how far it hangs on the reliability.
public struct MeaningVerdict: Codable, Sendable, Equatable {
  /// The scale's id.
  public var scale: String
  /// The follow-up.
  public var occasion: TimeName
  /// Whether people's changes can be judged at all.
  public var isJudged: Bool
  /// The kind of the other published reliability by which fewest got better; nil where there is none.
  public var fewest: String?
  /// The kind of the other published reliability by which most got better; nil where there is none.
  public var most: String?
}

extension MeaningVerdict {
  init(_ outcome: MeaningFinding<Released>.Outcome, _ row: MeaningFinding<Released>.Row) {
    // What matters to people is another question than what exceeds the error.
    let others = outcome.others.filter { !$0.reliability.isOfImportance }.compactMap {
      other -> (kind: String, improved: Int)? in
      let improved = other.rows.first { $0.occasion == row.occasion }?[.improved]
      return improved?.parts?.count?.number.map { (other.reliability.kind, $0) }
    }
    self.init(
      scale: outcome.scale.id, occasion: row.occasion,
      isJudged: outcome.threshold.estimate != nil,
      fewest: others.min { $0.improved < $1.improved }?.kind,
      most: others.max { $0.improved < $1.improved }?.kind)
  }
}
