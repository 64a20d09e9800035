import FurlongEvaluation

extension CountSystem {
  /// Enters those with both forms by what they told, and what became of them.
  mutating func enter(_ change: StoriesByChange<Unreleased>, _ rule: RoundingRule) {
    for row in change.rows {
      let means = ToldMeans(row, rule)
      for theme in row.themes {
        let isKnown = means.shows(theme)
        enter(theme.with, change, row.occasion, isKnown: isKnown)
        enter(theme.without, change, row.occasion, isKnown: isKnown)
      }
      enter(row.noStory, change, row.occasion, isKnown: means.showsNoStory)
    }
  }

  /// The interval of a mean tells of how many people it is.
  private mutating func enter(
    _ group: StoriesByChange<Unreleased>.Group, _ change: StoriesByChange<Unreleased>,
    _ occasion: TimeName, isKnown: Bool
  ) {
    let used = enter(
      group.used, isKnown: isKnown && group[.meanChange].estimate?.interval != nil)
    tellFew(used)
    enter(group.eligible)
    guard change.threshold.estimate != nil else { return }
    var parts: [Int] = []
    for (measure, answer) in group.answers.all {
      guard let judged = measure.judged else { continue }
      let key = CountKey.people(
        .judged(
          judged, scale: change.scale.id, occasion: occasion.id, group: group.name.id))
      parts.append(enterShare(key, answer, of: used))
    }
    relate(used, isSumOf: parts)
  }

  /// Those with both forms told of a theme, or a story without it, or have no story; and so those due, and those who got
  /// better and worse.
  mutating func relateTold(_ experience: ExperienceFinding<Unreleased>) {
    guard let change = experience.change else { return }
    for row in change.rows {
      let scale = change.scale.id
      let occasion = row.occasion.id
      relateTold(row) { .paired(scale: scale, occasion: occasion, group: $0) }
      let read = PeopleSet.paired(
        scale: scale, occasion: occasion, group: GroupName.readStoriesID)
      // The mean of those without a story goes with so few others.
      if let read = place(of: .people(read)) { tellFew(read) }
      relateTold(row) { .due(occasion: occasion, group: $0) }
      for judged in StoryChangeMeasure.allCases.compactMap(\.judged) {
        relateTold(row) { .judged(judged, scale: scale, occasion: occasion, group: $0) }
      }
      relateDue(row)
    }
  }

  private mutating func relateTold(
    _ row: StoriesByChange<Unreleased>.Row, _ set: (String) -> PeopleSet
  ) {
    func place(_ group: String) -> Int? { self.place(of: .people(set(group))) }
    let both = row.themes.compactMap { theme in
      place(theme.with.name.id).flatMap { with in
        place(theme.without.name.id).map { [with, $0] }
      }
    }
    guard let first = both.first else { return }
    let read = imply(
      .people(set(GroupName.readStoriesID)), first.reduce(0) { $0 + counts[$1].truth })
    for parts in both { relate(read, isSumOf: parts) }
    if let all = place(GroupName.everyone.id), let noStory = place(row.noStory.name.id) {
      relate(all, isSumOf: [read, noStory])
    }
  }

  /// Who told of a theme and is due is one of those who told of it; who has no story and is due, one of those who have none.
  private mutating func relateDue(_ row: StoriesByChange<Unreleased>.Row) {
    func due(_ group: String) -> Int? {
      place(of: .people(.due(occasion: row.occasion.id, group: group)))
    }
    for theme in row.themes {
      if let all = place(of: .people(.theme(theme.id))), let here = due(theme.with.name.id) {
        relate(all, holds: here, restIsHidden: true)
      }
    }
    if let coded = place(of: .people(.coded)), let here = due(GroupName.readStoriesID) {
      relate(coded, holds: here, restIsHidden: true)
    }
    let everyone = PeopleSet.population(group: GroupName.everyone.id)
    guard let all = place(of: .people(everyone)), let coded = place(of: .people(.coded))
    else { return }
    // Of whom those due are a part, as of every group.
    let noStory = imply(
      .people(.population(group: row.noStory.name.id)), counts[all].truth - counts[coded].truth)
    relate(all, isSumOf: [coded, noStory])
  }
}
