/// What changed on wards, teams or courses is measured by.
public enum UnitMeasure: FindingMeasure {
  /// What was counted before the beginning.
  case countBefore
  /// What was counted after it.
  case countAfter
  /// Over what, before.
  case overBefore
  /// Over what, after.
  case overAfter
  /// The rate before.
  case rateBefore
  /// The rate after.
  case rateAfter
  /// After over before, with an interval that lets months differ by more than chance.
  case ratio

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .countBefore: Measure("unit_count_before", .unitSum, .events)
    case .countAfter: Measure("unit_count_after", .unitSum, .events)
    case .overBefore: Measure("unit_exposure_before", .unitSum, .exposure)
    case .overAfter: Measure("unit_exposure_after", .unitSum, .exposure)
    case .rateBefore: Measure("unit_rate_before", .unitEstimate, .perExposure)
    case .rateAfter: Measure("unit_rate_after", .unitEstimate, .perExposure)
    case .ratio:
      Measure("unit_rate_ratio", .unitEstimate, .ratio, .quasiPoisson, sign: .afterOverBefore)
    }
  }

  /// The ratio of all units but the one with the most events.
  public static let ratioWithoutLargest = Measure(
    "unit_rate_ratio_without_largest", .unitEstimate, .ratio, .quasiPoisson,
    sign: .afterOverBefore)
  /// The middle month before, against which months are read.
  public static let median = Measure(
    "unit_median_rate_before", .unitEstimate, .perExposure, .chart(.runChart, "anhoej/1"))
  /// A row that says that something stands out of the months.
  static let signal = Measure("unit_months_signal", .stated, .none)
  static let single = [ratioWithoutLargest, median, signal]
}

/// What a month of all units together holds.
public enum UnitMonthMeasure: FindingMeasure {
  /// What was counted.
  case count
  /// Over what.
  case over
  /// The rate.
  case rate

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .count: Measure("unit_month_count", .unitSum, .events)
    case .over: Measure("unit_month_exposure", .unitSum, .exposure)
    case .rate: Measure("unit_month_rate", .unitEstimate, .perExposure)
    }
  }
}
