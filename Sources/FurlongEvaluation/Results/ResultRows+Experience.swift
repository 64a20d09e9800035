extension ResultRows {
  mutating func add<N: Numbers>(_ finding: ExperienceFinding<N>) {
    add(finding.stories, at: Place())
    add(StoriesMeasure.storytellers, finding.storytellers, at: Place())
    add(StoriesMeasure.nothingFound, finding.nothingFound, at: Place())
    add(StoriesMeasure.quotable, finding.quotable, at: Place())
    add(finding.quotes, at: Place())
    add(ThemeMeasure.overAll, finding.agreement, at: Place())
    for theme in finding.themes {
      let place = Place(outcome: theme.id, label: theme.label)
      add(StoriesMeasure.withTheme, theme.people, at: place)
      add(StoriesMeasure.withThemeByAll, theme.byAll, at: place)
      add(theme.answers, at: place)
    }
    if let change = finding.change { add(change) }
  }

  private mutating func add<N: Numbers>(_ change: StoriesByChange<N>) {
    add(MeaningMeasure.threshold, change.threshold, at: Place(change.scale))
    for row in change.rows {
      let groups = row.themes.flatMap { [$0.with, $0.without] } + [row.noStory]
      for group in groups {
        let place = Place(change.scale, row.occasion, group: group.name.id)
        add(StoriesMeasure.withBothForms, group.used, eligible: group.eligible, at: place)
        add(group.answers, at: place)
      }
    }
  }
}
