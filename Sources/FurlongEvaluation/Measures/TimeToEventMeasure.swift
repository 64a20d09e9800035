/// When an event came.
public enum TimeToEventMeasure: FindingMeasure {
  /// The weeks after day 0 by which half had had it.
  case median

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .median: Measure("median_weeks_to_event", .medianTime, .weeks, .kaplanMeierMedian)
    }
  }
}

/// What is measured of an event by the end of a month.
public enum ByMonthMeasure: FindingMeasure {
  /// The share who had had it, as if nobody had been lost from view.
  case share

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .share: Measure("share_by_month", .shareByTime, .proportion, .kaplanMeier)
    }
  }
}

/// Counts of people watched for an event.
enum TimeToEventPeople {
  static let watched = Measure("watched", .count, .people)
  static let notWatched = Measure("not_watched", .count, .people)
  static let hadBefore = Measure("had_before", .count, .people)
  static let had = Measure("had_by_month", .count, .people)
  static let still = Measure("still_watched", .count, .people)
  static let lost = Measure("lost_from_view", .count, .people)
  static let all = [watched, notWatched, hadBefore, had, still, lost]
}
