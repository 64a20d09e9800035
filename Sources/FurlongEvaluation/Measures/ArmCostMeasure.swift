/// What two randomised arms differ by in cost and in the leading scale together: treated minus control, never flipped.
public enum ArmCostMeasure: FindingMeasure {
  /// By how much a person cost more, the service itself included.
  case cost
  /// How far the arms lie apart on the scale after, people of the same score before compared with each other.
  case effect
  /// In what share of the draws the treated arm cost more and came out better.
  case dearerAndBetter
  /// In what share it cost more and came out worse.
  case dearerAndWorse
  /// In what share it cost less and came out better.
  case cheaperAndBetter
  /// In what share it cost less and came out worse.
  case cheaperAndWorse
  /// Pounds for a point better: only where every draw cost more and came out better.
  case costOfPoint

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .cost:
      Measure(
        "arm_cost_difference", .money, .poundsPerPerson, Self.bca, sign: .treatedMinusControl)
    case .effect:
      Measure(
        "arm_effect_difference", .mean, .points,
        .adjusted(Self.bca), sign: .treatedMinusControl)
    case .dearerAndBetter: quadrant("draws_dearer_and_better")
    case .dearerAndWorse: quadrant("draws_dearer_and_worse")
    case .cheaperAndBetter: quadrant("draws_cheaper_and_better")
    case .cheaperAndWorse: quadrant("draws_cheaper_and_worse")
    case .costOfPoint:
      Measure("cost_of_a_point", .money, .poundsPerPoint, Self.bca)
    }
  }

  /// The four quarters of the cost-effectiveness plane.
  public static let quadrants: [ArmCostMeasure] = [
    .dearerAndBetter, .dearerAndWorse, .cheaperAndBetter, .cheaperAndWorse,
  ]

  fileprivate static let bca = Method.personBCa(draws: Material.draws)

  private func quadrant(_ word: String) -> Measure {
    Measure(word, .ratio, .ratio, .shareOfDraws(Material.draws))
  }
}

/// What the difference is worth at one value of a point of the leading scale.
public enum PointWorthMeasure: FindingMeasure {
  /// What was gained at this value, less what it cost more: above 0 it is worth its cost.
  case netBenefit
  /// In what share of the draws that lies above 0.
  case acceptability

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .netBenefit:
      Measure(
        "net_benefit", .money, .poundsPerPerson, ArmCostMeasure.bca, sign: .treatedMinusControl)
    case .acceptability:
      Measure("acceptability", .ratio, .ratio, .shareOfDraws(Material.draws))
    }
  }

  /// What the plan says that a point better is worth.
  public static let pointValue = Measure("value_of_a_point", .stated, .poundsPerPoint)
}
