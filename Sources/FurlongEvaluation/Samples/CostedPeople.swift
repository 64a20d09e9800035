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
  /// How many are in the figures of change, or of use of one service, and not here.
  var apart: [Int]
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
    let whole = events.map { columns($0, .bothWindowsWhole) }
    obstacle =
      whole.isEmpty || whole.contains { $0 == nil }
      ? .noData : whole.lazy.compactMap { $0?.notPossible }.first.map { .notCountable($0) }
    let use = obstacle == nil ? whole.compactMap(\.self) : []
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
      guard obstacle == nil, use.allSatisfy({ $0.counted[person] }) else { continue }
      people.append(
        Person(
          place: person, before: before, after: after,
          costs: prices.map { list in
            zip(use, list).reduce(0) { $0 + Double($1.0.eventsAfter[person]) * $1.1 }
          }))
    }
    let count = people.count
    apart =
      [paired - count]
      + events.flatMap { event in
        [ServiceUseRule.wholeWindow, .bothWindowsWhole].compactMap { rule in
          columns(event, rule).map { found in group.members.count { found.counted[$0] } - count }
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
