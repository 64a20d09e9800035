/// Which units of coders belong together, and how unlike they are.
public struct UnitAlignment: Codable, Equatable, Sendable {
  /// Units that belong together, in the order of texts and places; each unit is in one of them.
  public let unitary: [UnitaryAlignment]
  /// The sum of their disorders by the mean number of units a coder; nil where there is no unit.
  public let disorder: Double?
}

/// At most one unit of each coder.
public struct UnitaryAlignment: Codable, Equatable, Sendable {
  /// The place of the text among those given.
  public let text: Int
  /// The unit of each coder, nil where the coder has none here.
  public let units: [CodedSpan?]
  /// The mean dissimilarity over pairs of coders.
  public let disorder: Double
}
