extension ResultRows {
  mutating func add<N: Numbers>(_ finding: CertaintyFinding<N>) {
    let strength = finding.strength
    add(.nestaLevel, stated: Double(strength.nesta))
    add(.marylandLevel, stated: Double(strength.maryland))
    for limit in finding.limits { add(limit) }
  }

  private mutating func add<N: Numbers>(_ limit: CertaintyFinding<N>.Limit) {
    switch limit {
    case .noComparator: add(.noComparator)
    case .armsNotCompared: add(.armsNotCompared)
    case .oneTrustOnly: add(.oneTrustOnly)
    case .inventedData: add(.inventedData)
    case .armIncomplete(let what, let occasion, let group, let share):
      add(
        .armIncomplete, share,
        at: Place(outcome: what, occasion: occasion.id, group: group.id))
    case .lowFollowUp(let scale, let occasion, let share):
      add(.lowFollowUp, share, at: Place(outcome: scale, occasion: occasion.id))
    case .missingDiffer(let scale, let occasion, let variable, let difference):
      add(
        .missingDiffer, difference,
        at: Place(outcome: scale, occasion: occasion.id, group: variable.group))
    case .fewPeople(let what, let occasion, let group, let people):
      add(
        .fewPeople, people,
        at: Place(outcome: what, occasion: occasion?.id ?? "", group: group.id))
    case .filledIn(let scale, let share): add(.filledIn, share, at: Place(outcome: scale))
    case .ceilingOrFloor(let scale, let atBest, let atWorst):
      add(.atBest, atBest, at: Place(outcome: scale))
      add(.atWorst, atWorst, at: Place(outcome: scale))
    case .regressionToTheMean(let what):
      add(.regressionToTheMean, note: what.joined(separator: ", "))
    case .manyOutcomes(let count): add(.manyOutcomes, stated: Double(count))
    case .notPlanned(let step, let why):
      add(.notPlanned, note: why ?? "", at: Place(outcome: step))
    case .stepAdded(let step, let why): add(.stepAdded, note: why, at: Place(outcome: step))
    case .stepDropped(let step, let why): add(.stepDropped, note: why, at: Place(outcome: step))
    case .notLinked(let event, let people): add(.notLinked, people, at: Place(outcome: event))
    }
  }

  private mutating func add(
    _ measure: CertaintyMeasure, _ number: some Tabulated, at place: Place
  ) {
    add(measure.declared, number, at: place)
  }

  private mutating func add(
    _ measure: CertaintyMeasure, stated number: Double? = nil, note: String = "",
    at place: Place = Place()
  ) {
    add(measure.declared, stated: number, note: note, at: place)
  }
}
