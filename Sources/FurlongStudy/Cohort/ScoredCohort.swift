/// A cohort whose forms have been scored.
public struct ScoredCohort: Codable, Sendable, Equatable {
  /// The scores of one scale at one occasion, an entry a person.
  public struct Scores: Codable, Sendable, Equatable {
    /// The scale's id.
    public var scale: String
    /// The occasion's id.
    public var occasion: String
    /// The score in the scale's points; nil where there is none.
    public var values: [Double?]
    /// Whether the occasion is due for the person.
    public var due: [Bool]
    /// Whether blank items were filled in by the mean of the others.
    public var filledIn: [Bool]

    /// A column of scores.
    public init(
      scale: String, occasion: String, values: [Double?], due: [Bool], filledIn: [Bool]
    ) {
      self.scale = scale
      self.occasion = occasion
      self.values = values
      self.due = due
      self.filledIn = filledIn
    }
  }

  /// The cohort.
  public var cohort: Cohort
  /// Its scores.
  public var scores: [Scores]

  /// A scored cohort.
  public init(cohort: Cohort, scores: [Scores]) {
    self.cohort = cohort
    self.scores = scores
  }

  /// The scores of a scale at an occasion.
  public func scores(scale: String, occasion: String) -> Scores? {
    scores.first { $0.scale == scale && $0.occasion == occasion }
  }
}
