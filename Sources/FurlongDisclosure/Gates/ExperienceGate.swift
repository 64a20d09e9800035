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
      released.themes[index].agreement = answer(theme.agreement, isHidden: isFewTell)
      if isFewTell, theme.quote != nil {
        released.themes[index].quote = nil
        quotesHidden += 1
      }
    }
    return released
  }
}
