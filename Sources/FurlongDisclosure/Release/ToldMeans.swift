import FurlongEvaluation

/// Which means of those who told of a theme, of the others who told a story, and of those without one may be shown.
///
/// A theme's two groups are those of whom a story was read, and with those without one they are everyone with both forms,
/// whose mean stands elsewhere. So the two go together, and those without a story are shown only where those with one are
/// nobody, or not few.
struct ToldMeans {
  private let row: StoriesByChange<Unreleased>.Row
  private let rule: any NumberRule

  init(_ row: StoriesByChange<Unreleased>.Row, _ rule: any NumberRule) {
    self.row = row
    self.rule = rule
  }

  /// Whether the means of both groups of a theme are shown.
  func shows(_ theme: StoriesByChange<Unreleased>.Theme) -> Bool {
    !isFew(theme.with.used) && !isFew(theme.without.used)
  }

  /// Whether those of the people without a story are.
  var showsNoStory: Bool {
    guard !isFew(row.noStory.used), var read = row.themes.first?.with.used else { return false }
    read.count += row.themes.first?.without.used.count ?? 0
    return read.count == 0 || !isFew(read)
  }

  private func isFew(_ people: PeopleCount) -> Bool { rule.isFewForEstimates(people) }
}
