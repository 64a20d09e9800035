/// What becomes of people when another published reliability judges them than the plan's.
public enum OtherJudgement: String, Codable, FindingMeasure {
  /// Better by more than its threshold.
  case improved
  /// Worse by more than its threshold.
  case deteriorated

  /// The measure's declaration.
  public var declared: Measure {
    let word =
      switch self {
      case .improved: "improved_by_other_reliability"
      case .deteriorated: "deteriorated_by_other_reliability"
      }
    return Measure(word, .share, .proportion, .wilson)
  }

  /// By how many points a change must exceed the error that the other reliability implies.
  public static let threshold = Measure(
    "other_reliability_threshold", .mean, .points, .jacobsonTruax)
}
