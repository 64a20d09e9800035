import FurlongStatistics
import FurlongStudy

/// The samples of service use of one step, with draws of their people that all answers of the step share.
struct DrawnServiceUse {
  /// Those who are counted of one event, window, group and rule.
  struct Counted {
    var people: EventSample
    /// What was drawn, or why nothing can be: fewer than two people, for one.
    var drawn: Result<DrawnPersons, StatisticsError>
  }

  private struct Name: Hashable {
    var event: String
    var window: String
    var group: String
    var rule: ServiceUseRule
  }

  private var counted: [Name: Counted] = [:]

  /// Draws the people of each sample of the events that data speak of.
  init(
    _ events: [EventKind], _ windows: [ServiceWindow], _ groups: [PeopleGroup],
    _ material: Material, by bootstrap: Bootstrap
  ) {
    let asked = Set(events.map(\.id))
    let within = Set(windows.map(\.id))
    var samples: [(name: Name, people: EventSample)] = []
    for columns in material.cohort.serviceUse
    where asked.contains(columns.event) && within.contains(columns.window)
      && columns.notPossible == nil && ServiceUseRule.usual.contains(columns.rule)
    {
      for group in groups {
        samples.append(
          (
            Name(
              event: columns.event, window: columns.window, group: group.name.id,
              rule: columns.rule), EventSample(of: group.members, columns)
          ))
      }
    }
    let drawn = PersonDraws(bootstrap: bootstrap).draw(
      samples.map { (before: $0.people.before, after: $0.people.after) })
    for (sample, drawn) in zip(samples, drawn) where counted[sample.name] == nil {
      counted[sample.name] = Counted(people: sample.people, drawn: drawn)
    }
  }

  /// The sample of one event, window, group and rule; nil where no data speak of it.
  func counted(
    _ event: EventKind, _ window: ServiceWindow, _ group: PeopleGroup, _ rule: ServiceUseRule
  ) -> Counted? {
    counted[Name(event: event.id, window: window.id, group: group.name.id, rule: rule)]
  }
}
