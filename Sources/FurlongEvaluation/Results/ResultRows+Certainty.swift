extension ResultRows {
  mutating func add(_ finding: CertaintyFinding) {
    let strength = finding.strength
    add(
      "nesta_level", number: Double(strength.nesta), unit: "level", note: strength.whyNotMore,
      at: Place())
    add(
      "maryland_level", number: Double(strength.maryland), unit: "level",
      note: strength.whyNotMore, at: Place())
    for limit in finding.limits { add(limit) }
  }

  private mutating func add(_ limit: CertaintyFinding.Limit) {
    let measure = "limit_" + limit.word
    switch limit {
    case .noComparator, .armsNotCompared, .oneTrustOnly, .inventedData:
      add(measure, number: nil, unit: "", note: "", at: Place())
    case .lowFollowUp(let scale, let occasion, let share):
      add(
        measure, share, unit: .proportion, method: MethodWords.wilson,
        at: Place(outcome: scale, occasion: occasion.id))
    case .missingDiffer(let scale, let occasion, let variable, let difference):
      add(
        measure, difference, unit: .standardDeviations, method: variable.method,
        at: Place(outcome: scale, occasion: occasion.id, group: variable.group))
    case .fewPeople(let what, let people): add(measure, people, note: what, at: Place())
    case .filledIn(let scale, let share):
      add(measure, share, unit: .proportion, at: Place(outcome: scale))
    case .ceilingOrFloor(let scale, let atBest, let atWorst):
      add(measure + "_best", atBest, unit: .proportion, at: Place(outcome: scale))
      add(measure + "_worst", atWorst, unit: .proportion, at: Place(outcome: scale))
    case .regressionToTheMean(let what):
      add(measure, number: nil, unit: "", note: what, at: Place())
    case .manyOutcomes(let count):
      add(measure, number: Double(count), unit: "outcomes", note: "", at: Place())
    case .notPlanned(let step, let why):
      add(measure, number: nil, unit: "", note: why ?? "", at: Place(outcome: step))
    case .stepAdded(let step, let why), .stepDropped(let step, let why):
      add(measure, number: nil, unit: "", note: why, at: Place(outcome: step))
    case .notLinked(let event, let people): add(measure, people, at: Place(outcome: event))
    }
  }
}

extension CertaintyFinding.Limit {
  /// The limit's word in the results table, after `limit_`.
  fileprivate var word: String {
    switch self {
    case .noComparator: "no_comparator"
    case .armsNotCompared: "arms_not_compared"
    case .lowFollowUp: "low_follow_up"
    case .missingDiffer: "missing_differ"
    case .fewPeople: "few_people"
    case .filledIn: "filled_in"
    case .ceilingOrFloor: "ends_of_scale"
    case .regressionToTheMean: "regression_to_the_mean"
    case .manyOutcomes: "many_outcomes"
    case .notPlanned: "not_planned"
    case .stepAdded: "step_added"
    case .stepDropped: "step_dropped"
    case .oneTrustOnly: "one_trust_only"
    case .notLinked: "not_linked"
    case .inventedData: "invented_data"
    }
  }
}
