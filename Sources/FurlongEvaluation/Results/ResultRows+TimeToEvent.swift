import FurlongStudy

extension ResultRows {
  mutating func add<N: Numbers>(_ finding: TimeToEventFinding<N>) {
    for outcome in finding.outcomes {
      func place(_ month: Int? = nil, _ group: String = GroupName.everyone.id) -> Place {
        var place = Place(
          outcome.event, month.map { TimeLength($0, .months).description } ?? "", group: group)
        // Whether it is better to have it soon the plan does not say.
        place.direction = ""
        return place
      }
      add(ServiceUseMeasure.notLinkable, outcome.notLinkable, at: place())
      add(ServiceUseMeasure.notKnown, outcome.notKnown, at: place())
      add(TimeToEventPeople.notWatched, outcome.notWatched, at: place())
      add(TimeToEventPeople.hadBefore, outcome.hadBefore, at: place())
      for row in outcome.rows {
        let group = row.group.id
        add(TimeToEventPeople.watched, row.people, eligible: row.eligible, at: place(nil, group))
        for month in row.months {
          let here = place(month.month, group)
          add(TimeToEventPeople.had, month.had, used: row.people, at: here)
          add(TimeToEventPeople.still, month.still, used: row.people, at: here)
          add(month.answers, at: here)
        }
        add(
          TimeToEventPeople.lost, row.lost, used: row.people,
          at: place(row.months.last?.month, group))
        add(row.answers, at: place(nil, group))
      }
    }
  }
}
