import FurlongEvaluation

extension CountSystem {
  mutating func enter(_ experience: ExperienceFinding<Unreleased>, _ rule: RoundingRule) {
    let tellers = enter(experience.storytellers)
    let nothing = enter(experience.nothingFound)
    let quotable = enter(experience.quotable)
    if let stories = experience.stories[.stories].estimate {
      let all = enter(.stories(.stories), Int(stories.value))
      relate(all, holds: tellers, restIsHidden: true)
      if let byTwo = experience.stories[.codedByTwo].estimate {
        let read = enter(.stories(.codedByTwo), Int(byTwo.value))
        relate(all, holds: read, restIsHidden: true)
      }
      let quotes = experience.quotes.all.compactMap { measure, answer in
        enter(.quotes(measure), answer, of: measure.declared, rule)
      }
      // Each story may be quoted, or one thing stands first against it.
      if quotes.count == QuoteMeasure.allCases.count { relate(all, isSumOf: quotes) }
      if let stories = place(of: .quotes(.quotable)) {
        relate(stories, holds: quotable, restIsHidden: true)
      }
    }
    enter(experience.agreement.used)
    var themes: [Int] = []
    for theme in experience.themes {
      themes.append(enter(theme.people))
      enter(theme.byAll)
      for (_, answer) in theme.answers.all { enter(answer.used) }
    }
    // Whoever's stories were read told of a theme or of nothing.
    if let coded = place(of: .people(.coded)) {
      relate(
        ([nothing] + themes).map { ($0, 1) } + [(coded, -1)], in: 0...Double(Self.endless))
    }
    if let change = experience.change { enter(change, rule) }
  }

  mutating func enter(_ certainty: CertaintyFinding<Unreleased>) {
    for limit in certainty.limits {
      switch limit {
      case .fewPeople(_, _, _, let people): enter(people)
      case .notLinked(let event, let people):
        let both = enter(people)
        let parts = [PeopleSet.notLinkable(event: event), .notKnown(event: event)].compactMap {
          place(of: .people($0))
        }
        if parts.count == 2 { relate(both, isSumOf: parts) }
      case .noComparator, .armsNotCompared, .armIncomplete, .lowFollowUp, .missingDiffer, .filledIn,
        .ceilingOrFloor, .regressionToTheMean, .manyOutcomes, .notPlanned, .stepAdded,
        .stepDropped, .oneTrustOnly, .inventedData:
        break
      }
    }
  }
}
