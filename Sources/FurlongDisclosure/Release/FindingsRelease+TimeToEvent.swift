import FurlongEvaluation

extension FindingsRelease {
  func release(_ times: TimeToEventFinding<Unreleased>) -> TimeToEventFinding<Released> {
    TimeToEventFinding(
      outcomes: times.outcomes.map { outcome in
        TimeToEventFinding.Outcome(
          event: outcome.event, notLinkable: rule.count(outcome.notLinkable),
          notKnown: rule.count(outcome.notKnown), notWatched: rule.count(outcome.notWatched),
          hadBefore: rule.count(outcome.hadBefore), rows: outcome.rows.map(release))
      })
  }

  /// Of a group too small for shares the counts by month go too: beside everyone's they would leave too little open.
  private func release(
    _ row: TimeToEventFinding<Unreleased>.Row
  ) -> TimeToEventFinding<Released>.Row {
    let isSmall = row.isSmallGroup && rule.isFewForEstimates(row.people)
    func count(_ people: PeopleCount) -> ReleasedCount {
      isSmall ? ReleasedCount(.withheld(.fewPeople)) : rule.count(people)
    }
    return TimeToEventFinding.Row(
      group: row.group, people: rule.count(row.people), eligible: rule.count(row.eligible),
      lost: count(row.lost),
      months: row.months.map { month in
        TimeToEventFinding.Month(
          month: month.month, had: count(month.had), still: count(month.still),
          answers: rule.answers(month.answers, closed: isSmall ? .fewPeople : nil))
      }, answers: rule.answers(row.answers, closed: isSmall ? .fewPeople : nil))
  }
}

extension TimeToEventFinding<Unreleased>.Row {
  /// Whether it is of a group of which an export speaks: where people are few, no counts by month are shown.
  var isSmallGroup: Bool { group != .everyone && !people.isGiven }
}
