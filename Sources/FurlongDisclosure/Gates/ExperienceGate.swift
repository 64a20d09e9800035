import FurlongEvaluation

extension SmallGroupsGate {
  /// Themes and quotes, as they may be shown.
  mutating func release(_ experience: ExperienceFinding) -> ExperienceFinding {
    var released = experience
    released.storytellers = count(experience.storytellers) { [names] in
      names.named("storytellers", value: $0)
    }
    released.nothingFound = count(experience.nothingFound) { [names] in
      names.named("nothing found", value: $0)
    }
    released.quotable = count(experience.quotable) { [names] in names.named("quotable", value: $0) }
    released.stories = answer(experience.stories, printed: [released.storytellers])
    released.codedByTwo = answer(experience.codedByTwo, printed: [released.storytellers])
    for index in experience.themes.indices {
      let theme = experience.themes[index]
      released.themes[index].people = count(theme.people) { [names] in
        names.named("theme", theme.id, value: $0)
      }
      released.themes[index].peopleAllCoders = count(theme.peopleAllCoders) { [names] in
        names.named("theme by all", theme.id, value: $0)
      }
      let isFewTell = theme.people.exact.map(isFew) ?? true
      let isCodedShown =
        theme.share.estimate.map { decisions.shows(names.named("coded", value: $0.used)) } ?? true
      released.themes[index].share = share(
        theme.share,
        isHidden: released.themes[index].people.exact == nil || !isCodedShown,
        printed: isCodedShown
          ? [theme.share.estimate.map { .exactly($0.used) } ?? .hidden] : [])
      released.themes[index].agreement = agreement(
        theme, as: released.themes[index], of: experience, isHidden: isFewTell)
      if isFewTell, theme.quote != nil {
        released.themes[index].quote = nil
        quotesHidden += 1
      }
    }
    return released
  }

  /// The agreement on a theme: neither it nor its absence may tell a count that is not shown.
  ///
  /// Where one is not shown, no form of a report has more decimals of it than the printed two.
  private mutating func agreement(
    _ theme: ExperienceFinding.Theme, as released: ExperienceFinding.Theme,
    of experience: ExperienceFinding, isHidden: Bool
  ) -> Answer {
    let value = theme.agreement.estimate?.value
    switch theme.agreement {
    case .estimated, .notEstimable(.noVariation, _, _): break
    // That there were not two coders, or no stories, says nothing of any theme.
    case .notEstimable, .hidden: return answer(theme.agreement, isHidden: isHidden)
    }
    let attack = AgreementAttack(
      stories: .init(
        all: Int(experience.stories.estimate?.value ?? 0),
        readByTwo: Int(experience.codedByTwo.estimate?.value ?? 0),
        tellers: experience.storytellers.exact ?? 0,
        readTellers: theme.share.estimate?.used ?? 0),
      people: released.people, byAll: released.peopleAllCoders, threshold: threshold)
    var rounded = theme.agreement
    if attack.isNeeded, case .estimated(var estimate) = rounded {
      estimate.value = AgreementAttack.rounded(estimate.value)
      rounded = .estimated(estimate)
    }
    return answer(rounded, isHidden: isHidden || attack.tells(value))
  }
}
