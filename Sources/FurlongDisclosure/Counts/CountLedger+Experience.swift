import FurlongEvaluation

extension CountLedger {
  /// Enters who told stories and themes, and what each is part of.
  mutating func enter(_ experience: ExperienceFinding, _ names: CountNames) {
    let tellers = enter(experience.storytellers, usefulness: 60) {
      names.named("storytellers", value: $0)
    }
    if let count = names.population {
      add(tellers, within: enter(names.population("all", count), count, usefulness: 98))
    }
    let coded = experience.themes.compactMap { $0.share.estimate?.used }.first.map {
      enter(names.named("coded", value: $0), $0, usefulness: 55)
    }
    add(coded, within: tellers)
    let nothing = enter(experience.nothingFound, usefulness: 20) {
      names.named("nothing found", value: $0)
    }
    add(nothing, within: coded)
    add(nothing, within: tellers)
    add(
      enter(experience.quotable, usefulness: 15) { names.named("quotable", value: $0) },
      within: tellers)
    for theme in experience.themes {
      let people = enter(theme.people, usefulness: 40) {
        names.named("theme", theme.id, value: $0)
      }
      add(people, within: coded)
      // The report names those who told a story beside those who told the theme.
      add(people, within: tellers)
      let all = enter(theme.peopleAllCoders, usefulness: 20) {
        names.named("theme by all", theme.id, value: $0)
      }
      add(all, within: people)
    }
  }
}
