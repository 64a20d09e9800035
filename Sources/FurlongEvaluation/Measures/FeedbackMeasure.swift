/// What is measured of a scale that is asked once.
public enum FeedbackMeasure: String, Codable, FindingMeasure {
  /// The share who reach the plan's score.
  case reached
  /// The mean score.
  case mean

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .reached: Measure("reached_score", .share, .proportion, .wilson)
    case .mean: Measure("mean_score", .mean, .points, .t)
    }
  }

  /// People with one score.
  static let people = Measure("people_with_score", .count, .people)
}
