/// What a published series says over the days on which people were watched.
public enum ContextMeasure: FindingMeasure {
  /// Its mean over the days before day 0.
  case before
  /// Its mean over the days from day 0 on.
  case after
  /// After over before.
  case ratio

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .before: Measure("context_before", .published, .asPublished)
    case .after: Measure("context_after", .published, .asPublished)
    case .ratio: Measure("context_ratio", .published, .ratio, sign: .afterOverBefore)
    }
  }
}
