extension ResultRows {
  mutating func add(_ finding: ExperienceFinding) {
    add("stories", finding.stories, unit: .events, at: Place())
    add("storytellers", finding.storytellers, at: Place())
    add("stories_coded_by_two", finding.codedByTwo, unit: .events, at: Place())
    add("nothing_found", finding.nothingFound, at: Place())
    add("quotable", finding.quotable, at: Place())
    for theme in finding.themes {
      let place = Place(outcome: theme.id)
      add("people_with_theme", theme.people, at: place)
      add(
        "share_with_theme", theme.share, unit: .proportion, method: MethodWords.wilson, at: place)
      add("people_with_theme_all_coders", theme.peopleAllCoders, at: place)
      add(
        "agreement", theme.agreement, unit: .coefficient, method: MethodWords.cohenKappa,
        at: place)
    }
  }
}
