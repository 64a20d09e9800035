/// What a published series says over the days on which those counted were watched, or over the months of units.
public struct ContextFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// The series' id.
  public var id: String
  /// What it counts and over what.
  public var what: String
  /// Who publishes it.
  public var source: String
  /// Its means before and after, and their ratio.
  public var answers: Answers<ContextMeasure, N>

  /// A series over the days of people, or the months of units.
  public init(id: String, what: String, source: String, answers: Answers<ContextMeasure, N>) {
    self.id = id
    self.what = what
    self.source = source
    self.answers = answers
  }

  /// The answer to one measure.
  public subscript(measure: ContextMeasure) -> N.Answer { answers[measure] }
}

extension ContextFinding: Decodable where N == Unreleased {}
