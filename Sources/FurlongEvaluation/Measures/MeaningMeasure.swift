/// What became of people between two forms, judged by a scale's own error and its published cut-off.
public enum MeaningMeasure: String, Codable, FindingMeasure {
  /// Better by more than the threshold.
  case improved
  /// Changed by no more than the threshold.
  case unchanged
  /// Worse by more than the threshold.
  case deteriorated
  /// Crossed the cut-off for the better; not estimable where none was published.
  case crossed
  /// Improved reliably and crossed the cut-off.
  case recovered
  /// Deteriorated reliably and crossed the cut-off for the worse.
  case harmed

  /// The measure's declaration.
  public var declared: Measure {
    let word =
      switch self {
      case .improved: "improved_reliably"
      case .unchanged: "unchanged"
      case .deteriorated: "deteriorated_reliably"
      case .crossed: "crossed_cut_off"
      case .recovered: "recovered"
      case .harmed: "harmed"
      }
    return Measure(word, .share, .proportion, .wilson)
  }

  /// The score at which the clinical range begins, where the plan speaks of cut-offs.
  public static let cutOff = Measure("cut_off", .mean, .points)
  /// Those who crossed another cut-off than the plan's for the better.
  public static let crossedByOther = Measure(
    "crossed_by_other_cut_off", .share, .proportion, .wilson)
  /// By how many points a change must exceed the error.
  public static let threshold = Measure(
    "reliable_change_threshold", .mean, .points, .jacobsonTruax)
}
