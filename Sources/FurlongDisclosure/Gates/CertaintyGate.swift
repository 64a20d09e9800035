import FurlongEvaluation

extension SmallGroupsGate {
  /// What these data cannot show, with no more numbers than the other sections show.
  mutating func release(_ certainty: CertaintyFinding) -> CertaintyFinding {
    CertaintyFinding(limits: certainty.limits.map { release($0) }, strength: certainty.strength)
  }

  private mutating func release(_ limit: CertaintyFinding.Limit) -> CertaintyFinding.Limit {
    switch limit {
    case .lowFollowUp(let scale, let occasion, let share):
      .lowFollowUp(
        scale: scale, occasion: occasion, share: followUp(share, scale: scale, occasion))
    case .missingDiffer(let scale, let occasion, let variable, let difference):
      .missingDiffer(
        scale: scale, occasion: occasion, variable: variable,
        difference: answer(
          difference,
          isHidden: !shownDifferences.contains(
            ShownDifference(scale: scale, occasion: occasion, variable: variable))))
    case .fewPeople(let what, let people):
      .fewPeople(what: what, people: repeated(people, of: what))
    case .filledIn(let scale, let part):
      .filledIn(scale: scale, share: answer(part, isHidden: !shownFilledIn.contains(scale)))
    case .ceilingOrFloor(let scale, let atBest, let atWorst):
      .ceilingOrFloor(scale: scale, atBest: share(atBest), atWorst: share(atWorst))
    case .notLinked(let event, let people):
      .notLinked(event: event, people: repeated(people, of: Self.leftOut(event)))
    case .noComparator, .armsNotCompared, .regressionToTheMean, .manyOutcomes, .notPlanned,
      .stepAdded, .stepDropped, .oneTrustOnly, .inventedData:
      limit
    }
  }

  /// A count that another section has too: shown where that section shows it, else hidden where a count of that very
  /// number is hidden anywhere.
  private mutating func repeated(_ people: PeopleCount, of what: String) -> PeopleCount {
    guard let value = people.exact else { return people }
    if shownPeople[what]?.contains(value) == true { return people }
    guard isFew(value) || decisions.hiddenValues.contains(value) else { return people }
    countsHidden += 1
    return isFew(value) ? .fewerThan(threshold) : .hidden
  }

  /// A share of those due: shown where the section of change shows both of its counts, else hidden where one of them
  /// is hidden anywhere.
  private mutating func followUp(
    _ share: Answer, scale: String, _ occasion: TimeName
  ) -> Answer {
    guard let estimate = share.estimate else { return answer(share) }
    let people = SharePeople.count(estimate)
    let repeats = ShownFollowUp(
      scale: scale, occasion: occasion, used: people, due: estimate.used)
    if shownFollowUps.contains(repeats) { return share }
    let counts = [estimate.used, estimate.eligible, people]
    let isHidden =
      counts.contains { isFew($0) || decisions.hiddenValues.contains($0) }
      || isFew(estimate.eligible - estimate.used)
    return self.share(share, isHidden: isHidden)
  }
}
