import FurlongStudy

/// Those of an arm with the leading scale before and at a follow-up, and every priced service known over the whole window.
///
/// A cost without its effect, or an effect without its cost, compares nothing.
struct CostedPeople {
  /// One of them.
  struct Person {
    /// Their entry in the cohort's columns.
    var place: Int
    var before: Double
    var after: Double
    /// What their use after day 0 cost, by each book.
    var costs: [Double]
  }

  var people: [Person]
  var used: PeopleCount
  /// Those of the arm whose follow-up is due.
  var eligible: PeopleCount
  /// By how many the figures of change, and of use of each service, differ.
  var apart: [MoneyFinding<Unreleased>.Arms.Apart]
  /// Why nobody can be here; nil where somebody could.
  var obstacle: NotEstimable?

  /// Gathers an arm.
  ///
  /// - Parameter prices: of each book, what one of each event costs.
  init(
    _ group: PeopleGroup, _ material: Material, scale: String, at occasion: Occasion,
    events: [String], in window: ServiceWindow, prices: [[Double]]
  ) {
    func columns(_ event: String, _ rule: ServiceUseRule) -> ServiceUseColumns? {
      material.cohort.serviceUse.first {
        $0.event == event && $0.window == window.id && $0.rule == rule
      }
    }
    let known = events.map { columns($0, .wholeWindow) }
    obstacle =
      known.isEmpty || known.contains { $0 == nil }
      ? .noData : known.lazy.compactMap { $0?.notPossible }.first.map { .notCountable($0) }
    // What is known of the time before has no part in it: chance made the arms.
    let use = obstacle == nil ? known.compactMap { $0?.eventsOfWholeAfter } : []
    let baseline = material.cohortPlan.baseline
    let first = baseline.flatMap { material.scored.scores(scale: scale, occasion: $0.id) }
    let second = material.scored.scores(scale: scale, occasion: occasion.id)
    people = []
    var paired = 0
    var due = 0
    for person in group.members where second?.due[person] ?? false {
      due += 1
      guard let before = first?.values[person], let after = second?.values[person] else { continue }
      paired += 1
      let happened = use.compactMap { $0.indices.contains(person) ? $0[person] : nil }
      guard obstacle == nil, happened.count == events.count else { continue }
      people.append(
        Person(
          place: person, before: before, after: after,
          costs: prices.map { list in
            zip(happened, list).reduce(0) { $0 + Double($1.0) * $1.1 }
          }))
    }
    let count = people.count
    let costed = Set(people.map(\.place))
    apart =
      [
        .init(
          .paired(scale: scale, occasion: occasion.id, group: group.name.id),
          notHere: paired - count, onlyHere: 0)
      ]
      + events.flatMap { event in
        [ServiceUseRule.wholeWindow, .bothWindowsWhole].compactMap { rule in
          guard let found = columns(event, rule) else { return nil }
          let counted = Set(group.members.filter { found.counted[$0] })
          return .init(
            .counted(event: event, window: window.id, group: group.name.id, rule: rule),
            notHere: counted.subtracting(costed).count,
            onlyHere: costed.subtracting(counted).count)
        }
      }
    used = PeopleCount(
      count,
      .costed(
        scale: scale, occasion: occasion.id, window: window.id, events: events,
        group: group.name.id))
    eligible = PeopleCount(due, .due(occasion: occasion.id, group: group.name.id))
  }

  /// What they cost by one book, as whole pounds.
  func contributors(_ book: Int) -> Estimate.Contributors {
    Estimate.Contributors(to: people.map { Int($0.costs[book].rounded()) })
  }
}
