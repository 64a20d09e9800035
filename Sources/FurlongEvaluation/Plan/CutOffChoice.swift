/// Where the line lies between people in difficulty and others.
public enum CutOffChoice: Codable, Sendable, Equatable {
  /// The first verified cut-off of the catalogue; none where it has none.
  case published
  /// Made by a criterion of Jacobson and Truax.
  case made(CutOffCriterion)
  /// The plan's own score, and where it comes from.
  case own(score: Double, source: String)
}

/// A criterion of Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12.
public enum CutOffCriterion: String, Codable, Sendable, CaseIterable {
  /// Two standard deviations better than the mean of the first scores here.
  case a
  /// Two standard deviations worse than the mean of people without difficulty.
  case b
  /// As many standard deviations from the one mean as from the other.
  case c

  /// Whether it needs the scores of people without difficulty.
  public var needsNorm: Bool { self != .a }
}

/// The scores of people without difficulty, as the plan gives them.
public struct FunctionalNorm: Codable, Sendable, Equatable {
  /// Their mean, in points.
  public var mean: Double
  /// Their standard deviation, above 0, in points.
  public var sd: Double
  /// Where both come from.
  public var source: String

  /// A norm.
  public init(mean: Double, sd: Double, source: String) {
    self.mean = mean
    self.sd = sd
    self.source = source
  }
}
