/// The rows of limits and levels in the results table.
enum CertaintyMeasure: String, CaseIterable {
  case nestaLevel = "nesta_level"
  case marylandLevel = "maryland_level"
  case noComparator = "limit_no_comparator"
  case armsNotCompared = "limit_arms_not_compared"
  case armIncomplete = "limit_arm_incomplete"
  case lowFollowUp = "limit_low_follow_up"
  case missingDiffer = "limit_missing_differ"
  case fewPeople = "limit_few_people"
  case filledIn = "limit_filled_in"
  case atBest = "limit_ends_of_scale_best"
  case atWorst = "limit_ends_of_scale_worst"
  case regressionToTheMean = "limit_regression_to_the_mean"
  case manyOutcomes = "limit_many_outcomes"
  case notPlanned = "limit_not_planned"
  case stepAdded = "limit_step_added"
  case stepDropped = "limit_step_dropped"
  case oneTrustOnly = "limit_one_trust_only"
  case notLinked = "limit_not_linked"
  case inventedData = "limit_invented_data"

  var declared: Measure {
    switch self {
    case .nestaLevel, .marylandLevel: Measure(rawValue, .stated, .level)
    case .manyOutcomes: Measure(rawValue, .stated, .outcomes)
    case .noComparator, .armsNotCompared, .regressionToTheMean, .notPlanned, .stepAdded,
      .stepDropped, .oneTrustOnly, .inventedData:
      Measure(rawValue, .stated, .none)
    case .armIncomplete, .lowFollowUp, .atBest, .atWorst:
      Measure(rawValue, .share, .proportion, .wilson)
    case .filledIn: Measure(rawValue, .share, .proportion)
    case .missingDiffer:
      Measure(rawValue, .ratio, .standardDeviations, sign: .missingMinusPresent)
    case .fewPeople, .notLinked: Measure(rawValue, .count, .people)
    }
  }
}
