/// A part of life that is told in states, before and after: work, housing.
public struct LifeOutcome: Codable, Sendable, Equatable {
  /// Its id in mappings and results.
  public var id: String
  /// What it is, in plain words: `work and study`.
  public var label: String
  /// The states that people can be in, in the order in which a report lists them.
  public var states: [String]
  /// Those of them that people hope for, each once and in the order of the alphabet: what a plan comes to is compared as
  /// text, and a set has another order in each run.
  public let sought: [String]
  /// What it is to be in one of these, after "were": `in work or study`.
  public var soughtLabel: String

  /// A part of life.
  public init(
    id: String, label: String, states: [String], sought: Set<String>, soughtLabel: String
  ) {
    self.id = id
    self.label = label
    self.states = states
    self.sought = sought.sorted()
    self.soughtLabel = soughtLabel
  }
}
