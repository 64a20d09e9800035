/// What use of a service is measured by.
public enum ServiceUseMeasure: FindingMeasure {
  /// Events before day 0.
  case eventsBefore
  /// Events from day 0 on.
  case eventsAfter
  /// Person-years before.
  case timeBefore
  /// Person-years after.
  case timeAfter
  /// Events a person-year before, with a person-level interval.
  case rateBefore
  /// Events a person-year after, likewise.
  case rateAfter
  /// After over before: the headline, with bias-corrected percentiles.
  case ratio
  /// The same with an interval by formula.
  case ratioByDelta
  /// The same with plain percentiles.
  case ratioByPercentiles
  /// The ratio without the month before day 0.
  case ratioWithoutLastMonth
  /// The ratio without the three months before day 0.
  case ratioWithoutLastThreeMonths
  /// The ratio of people whose windows are whole on both sides.
  case ratioOfWholeWindows
  /// 1 − the headline ratio.
  case reduction
  /// Events a person-year, after minus before.
  case difference
  /// Wilcoxon's signed-rank W+ of events after minus before.
  case wilcoxon

  /// The measure's declaration.
  public var declared: Measure {
    let bca = Method.personBCa(draws: Material.draws)
    return switch self {
    case .eventsBefore: Measure("events_before", .count, .events)
    case .eventsAfter: Measure("events_after", .count, .events)
    case .timeBefore: Measure("person_time_before", .time, .personYears)
    case .timeAfter: Measure("person_time_after", .time, .personYears)
    case .rateBefore: Measure("rate_before", .rate, .perPersonYear, bca)
    case .rateAfter: Measure("rate_after", .rate, .perPersonYear, bca)
    case .ratio: ratio("rate_ratio", bca)
    case .ratioByDelta: ratio("rate_ratio", .personDelta)
    case .ratioByPercentiles:
      ratio("rate_ratio", .personPercentile(draws: Material.draws))
    case .ratioWithoutLastMonth: ratio("rate_ratio_without_1_month", bca)
    case .ratioWithoutLastThreeMonths: ratio("rate_ratio_without_3_months", bca)
    case .ratioOfWholeWindows: ratio("rate_ratio_both_windows_whole", bca)
    case .reduction: Measure("rate_reduction", .ratio, .ratio, bca)
    case .difference:
      Measure("difference_per_person", .rate, .perPersonYear, bca, sign: .laterMinusEarlier)
    case .wilcoxon: Measure("wilcoxon_signed_rank", .statistic, .rankSum, .signedRanksExact)
    }
  }

  private func ratio(_ word: String, _ method: Method) -> Measure {
    Measure(word, .ratio, .ratio, method, sign: .afterOverBefore)
  }

  /// People counted, and those with any event.
  static let people = Measure("people", .count, .people)
  static let anyBefore = Measure("people_with_any_before", .count, .people)
  static let anyAfter = Measure("people_with_any_after", .count, .people)
  static let notLinkable = Measure("not_linkable", .count, .people)
  static let notKnown = Measure("not_known", .count, .people)
  static let noTimeAtRisk = Measure("no_time_at_risk", .count, .people)
  static let runningOnDayZero = Measure("running_on_day_0", .count, .people)
  static let withAnyInBin = Measure("timeline_people_with_any", .count, .people)
  /// The ratio in one way of counting of many.
  public static let ratioInOneWay = Measure(
    "rate_ratio_in_one_way", .ratio, .ratio, .personDelta, sign: .afterOverBefore)
  static let counts = [
    people, anyBefore, anyAfter, notLinkable, notKnown, noTimeAtRisk, runningOnDayZero,
    withAnyInBin,
  ]
}

/// What a bin around day 0 holds.
public enum TimelineMeasure: FindingMeasure {
  /// Events in it.
  case events
  /// Events a person-year at risk in it.
  case rate

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .events: Measure("timeline_events", .count, .events)
    case .rate: Measure("timeline_rate", .rate, .perPersonYear)
    }
  }
}
