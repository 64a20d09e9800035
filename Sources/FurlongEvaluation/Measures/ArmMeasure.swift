/// What two randomised arms differ by on a scale: treated minus control, never flipped.
public enum ArmChangeMeasure: FindingMeasure {
  /// How far the arms lie apart after, people of the same score before compared with each other.
  case difference
  /// What the treated would have after in the mean, had they begun at the mean of both arms.
  case treatedMean
  /// The same of the control arm.
  case controlMean

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .difference:
      Measure(
        "adjusted_difference", .mean, .points, .adjustedArms, sign: .treatedMinusControl)
    case .treatedMean: Measure("adjusted_mean_treated", .mean, .points, .adjustedMean)
    case .controlMean: Measure("adjusted_mean_control", .mean, .points, .adjustedMean)
    }
  }
}

/// By how much the shares of two randomised arms differ: treated minus control.
public enum ArmMeaningMeasure: FindingMeasure {
  /// Of those who got better by more than the threshold.
  case improved
  /// Of those who got worse by more than the threshold.
  case deteriorated

  /// The measure's declaration.
  public var declared: Measure {
    let word =
      switch self {
      case .improved: "difference_improved_reliably"
      case .deteriorated: "difference_deteriorated_reliably"
      }
    return Measure(
      word, .shareDifference, .proportion, .newcombe, sign: .treatedMinusControl)
  }

  /// The measure whose shares are held against each other.
  public var ofEach: MeaningMeasure {
    switch self {
    case .improved: .improved
    case .deteriorated: .deteriorated
    }
  }
}

/// Whether events fell further in the treated arm: its ratio of rates over that of the control arm.
public enum ArmUseMeasure: FindingMeasure {
  /// The headline, with bias-corrected percentiles.
  case ratio
  /// The same with an interval by formula.
  case ratioByDelta
  /// The same with plain percentiles.
  case ratioByPercentiles

  /// The measure's declaration.
  public var declared: Measure {
    let method: Method =
      switch self {
      case .ratio: .personBCa(draws: Material.draws)
      case .ratioByDelta: .personDelta
      case .ratioByPercentiles: .personPercentile(draws: Material.draws)
      }
    return Measure(
      "ratio_of_rate_ratios", .ratio, .ratio, method, sign: .treatedOverControl)
  }
}
