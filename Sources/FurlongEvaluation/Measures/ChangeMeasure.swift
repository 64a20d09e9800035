/// What a paired change is measured by; all of later minus earlier.
public enum ChangeMeasure: FindingMeasure {
  /// Mean before, of those with both.
  case meanBefore
  /// Standard deviation before.
  case sdBefore
  /// Mean after.
  case meanAfter
  /// Standard deviation after.
  case sdAfter
  /// Correlation of before and after.
  case correlation
  /// Mean change with Student's t interval.
  case meanChange
  /// Standard deviation of change.
  case sdChange
  /// Paired t statistic with df and p.
  case tStatistic
  /// Wilcoxon's signed-rank W+.
  case wilcoxon
  /// Change in average standard deviations (root mean square of the two).
  case dAv
  /// The same, corrected for small samples.
  case gAv
  /// Change in standard deviations of change.
  case dZ
  /// Change in standard deviations of change over √(2(1 − r)).
  case dRm
  /// Change in standard deviations before.
  case dB
  /// The same, corrected for small samples.
  case gB
  /// Median before.
  case medianBefore
  /// Median after.
  case medianAfter
  /// The score that a quarter of people lie below, before.
  case lowerQuartileBefore
  /// The score that a quarter lie above, before.
  case upperQuartileBefore
  /// The score that a quarter lie below, after.
  case lowerQuartileAfter
  /// The score that a quarter lie above, after.
  case upperQuartileAfter
  /// Median change, its interval between two of the changes with the level that it attains.
  case medianChange
  /// The share who changed for the better, and half of those who did not change.
  case probabilityOfImprovement

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .meanBefore: Measure("mean_before", .mean, .points)
    case .sdBefore: Measure("sd_before", .mean, .points)
    case .meanAfter: Measure("mean_after", .mean, .points)
    case .sdAfter: Measure("sd_after", .mean, .points)
    case .correlation: Measure("correlation", .ratio, .coefficient)
    case .meanChange: Measure("mean_change", .mean, .points, .t, sign: .laterMinusEarlier)
    case .sdChange: Measure("sd_change", .mean, .points)
    case .tStatistic:
      Measure("t_statistic", .statistic, .statistic, .t, sign: .laterMinusEarlier)
    case .wilcoxon: Measure("wilcoxon_signed_rank", .statistic, .rankSum, .signedRanksExact)
    case .dAv: size("d_av", .alginaKeselman)
    case .gAv: size("g_av", .alginaKeselman)
    case .dZ: size("d_z", .noncentralT)
    case .dRm: size("d_rm", .cooper)
    case .dB: size("d_b", .bonett)
    case .gB: size("g_b", .bonett)
    case .medianBefore: Measure("median_before", .median, .points)
    case .medianAfter: Measure("median_after", .median, .points)
    case .lowerQuartileBefore: Measure("lower_quartile_before", .median, .points)
    case .upperQuartileBefore: Measure("upper_quartile_before", .median, .points)
    case .lowerQuartileAfter: Measure("lower_quartile_after", .median, .points)
    case .upperQuartileAfter: Measure("upper_quartile_after", .median, .points)
    case .medianChange:
      Measure("median_change", .median, .points, .orderStatistics, sign: .laterMinusEarlier)
    case .probabilityOfImprovement:
      Measure("probability_of_improvement", .share, .proportion, .wilsonHalfTies)
    }
  }

  private func size(_ word: String, _ method: Method) -> Measure {
    Measure(word, .ratio, .standardDeviations, method, sign: .laterMinusEarlier)
  }
}

/// How many forms of a scale are in use, and how many of them had blank items filled in.
public enum FormsMeasure: String, Codable, FindingMeasure {
  /// Forms in use, over all occasions.
  case inUse
  /// Those of them whose blank items were filled in by the mean of the others.
  case filledIn
  /// Their share.
  case shareFilledIn

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .inUse: Measure("forms", .count, .events)
    case .filledIn: Measure("forms_filled_in", .count, .events)
    case .shareFilledIn: Measure("filled_in", .share, .proportion)
    }
  }
}
