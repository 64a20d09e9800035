/// What judges whether one person's change is more than a scale's own error.
public enum ReliabilityChoice: Codable, Sendable, Equatable {
  /// A coefficient of the catalogue, by its kind: `test-retest`, `alpha`.
  case published(kind: String)
  /// A threshold that was published as such: a change of at least so many points.
  case points(Double)
  /// The plan's own coefficient, and where it comes from.
  case own(coefficient: Double, source: String)
  /// Nothing: reliable change is not judged.
  case none
}

extension ReliabilityChoice: ExpressibleByStringLiteral {
  /// A kind of the catalogue.
  public init(stringLiteral kind: String) { self = .published(kind: kind) }
}
