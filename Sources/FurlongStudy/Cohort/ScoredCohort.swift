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

  /// The scores of one scale that is asked once, an entry a form.
  public struct OnceScores: Codable, Sendable, Equatable {
    /// The scale's id.
    public var scale: String
    /// The score of each of its forms; nil where it has none.
    public var values: [Double?]

    /// Scores of forms.
    public init(scale: String, values: [Double?]) {
      self.scale = scale
      self.values = values
    }
  }

  /// The cohort.
  public var cohort: Cohort
  /// Its scores.
  public var scores: [Scores]
  /// The scores of what is asked once, in the order of the cohort's forms.
  public var onceScores: [OnceScores]

  /// A scored cohort.
  public init(cohort: Cohort, scores: [Scores], onceScores: [OnceScores] = []) {
    self.cohort = cohort
    self.scores = scores
    self.onceScores = onceScores
  }

  /// The scores of a scale at an occasion.
  public func scores(scale: String, occasion: String) -> Scores? {
    scores.first { $0.scale == scale && $0.occasion == occasion }
  }
}
