import FurlongEvaluation

extension SmallGroupsGate {
  /// What these data cannot show, with no more numbers than the other sections show.
  mutating func release(_ certainty: CertaintyFinding) -> CertaintyFinding {
    CertaintyFinding(limits: certainty.limits.map { release($0) }, strength: certainty.strength)
  }

  private mutating func release(_ limit: CertaintyFinding.Limit) -> CertaintyFinding.Limit {
    switch limit {
    case .lowFollowUp(let scale, let occasion, let share):
      .lowFollowUp(scale: scale, occasion: occasion, share: repeated(share))
    case .missingDiffer(let scale, let occasion, let variable, let difference):
      .missingDiffer(
        scale: scale, occasion: occasion, variable: variable,
        difference: answer(
          difference,
          isHidden: !shownDifferences.contains(
            ShownDifference(scale: scale, occasion: occasion, variable: variable))))
    case .fewPeople(let what, let people):
      .fewPeople(what: what, people: repeated(people))
    case .filledIn(let scale, let part):
      .filledIn(scale: scale, share: share(part))
    case .ceilingOrFloor(let scale, let atBest, let atWorst):
      .ceilingOrFloor(scale: scale, atBest: share(atBest), atWorst: share(atWorst))
    case .notLinked(let event, let people):
      .notLinked(event: event, people: repeated(people))
    case .noComparator, .armsNotCompared, .regressionToTheMean, .manyOutcomes, .notPlanned,
      .oneTrustOnly, .inventedData:
      limit
    }
  }

  /// A count that another section has too: hidden where a count of that very number is.
  private mutating func repeated(_ people: PeopleCount) -> PeopleCount {
    guard let value = people.exact else { return people }
    guard isFew(value) || decisions.hiddenValues.contains(value) else { return people }
    countsHidden += 1
    return isFew(value) ? .fewerThan(threshold) : .hidden
  }

  /// A share of those due: hidden where one of its two counts is.
  private mutating func repeated(_ share: Answer) -> Answer {
    guard let estimate = share.estimate else { return answer(share) }
    let counts = [estimate.used, estimate.eligible, SharePeople.count(estimate)]
    let isHidden =
      counts.contains { isFew($0) || decisions.hiddenValues.contains($0) }
      || isFew(estimate.eligible - estimate.used)
    return self.share(share, isHidden: isHidden)
  }
}
