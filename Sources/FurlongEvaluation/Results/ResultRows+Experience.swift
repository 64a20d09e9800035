extension ResultRows {
  mutating func add<N: Numbers>(_ finding: ExperienceFinding<N>) {
    add(finding.stories, at: Place())
    add(StoriesMeasure.storytellers, finding.storytellers, at: Place())
    add(StoriesMeasure.nothingFound, finding.nothingFound, at: Place())
    add(StoriesMeasure.quotable, finding.quotable, at: Place())
    for theme in finding.themes {
      let place = Place(outcome: theme.id, label: theme.label)
      add(StoriesMeasure.withTheme, theme.people, at: place)
      add(StoriesMeasure.withThemeByAll, theme.byAll, at: place)
      add(theme.answers, at: place)
    }
  }
}
