import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  private typealias Outcome = ServiceUseFinding<Unreleased>.Outcome

  /// A window that lies within another holds a part of what the other holds of the same event, and what they hold of one month
  /// is the same: a reader can form what the longer adds, and read a month that one keeps back in the other.
  ///
  /// Windows that are moved to a landmark are held against one another; against those from day 0 in `relateFollowed`.
  mutating func relateWindows(_ findings: Findings<Unreleased>) {
    let outcomes = findings.steps.flatMap { step -> [Outcome] in
      if case .serviceUse(let use) = step.finding { use.outcomes } else { [] }
    }
    var months: Set<[String]> = []
    for (place, one) in outcomes.enumerated() {
      for other in outcomes.prefix(place)
      where one.event.id == other.event.id && one.window.id != other.window.id {
        if isWithin(one, other) { relate(one, within: other) }
        if isWithin(other, one) { relate(other, within: one) }
        let pair = [one.event.id] + [one.window.id, other.window.id].sorted()
        if months.insert(pair).inserted { relateMonths(one, other) }
      }
    }
  }

  private func isWithin(_ part: Outcome, _ whole: Outcome) -> Bool {
    let (from, to) = (
      ServiceWindow.original(of: part.window.id), ServiceWindow.original(of: whole.window.id)
    )
    guard (from == nil) == (to == nil),
      let part = monthsOfWindows[from ?? part.window.id],
      let whole = monthsOfWindows[to ?? whole.window.id]
    else { return false }
    return PeopleSet.Side.allCases.allSatisfy { part[$0] ?? 0 <= whole[$0] ?? 0 }
  }

  /// Who is counted in the shorter window is counted in the longer one, with all that is counted of them.
  private mutating func relate(_ part: Outcome, within whole: Outcome) {
    for row in part.rows {
      guard let other = whole.rows.first(where: { $0.group == row.group }) else { continue }
      func keys(_ row: ServiceUseFinding<Unreleased>.Row, _ window: String) -> [CountKey] {
        [.people(row.people.people), .people(row.anyBefore.people), .people(row.anyAfter.people)]
          + PeopleSet.Side.allCases.map {
            .events($0, event: part.event.id, window: window, group: row.group.id)
          }
      }
      for (less, more) in zip(keys(row, part.window.id), keys(other, whole.window.id)) {
        guard let less = place(of: less), let more = place(of: more) else { continue }
        relate(more, holds: less, restIsHidden: true)
      }
    }
  }

  /// A month of both windows is the same month: of the same people the same, else of some of them a part.
  private mutating func relateMonths(_ one: Outcome, _ other: Outcome) {
    guard one.timelineUnit == .months, other.timelineUnit == .months,
      let isAlike = countsAlike(one, other)
    else { return }
    let months = Set(other.timeline.map(\.from))
    for bin in one.timeline where months.contains(bin.from) {
      func keys(_ outcome: Outcome) -> [CountKey] {
        let (event, window) = (outcome.event.id, outcome.window.id)
        return [
          .eventsIn(event: event, window: window, from: bin.from),
          .people(.withAnyIn(event: event, window: window, from: bin.from)),
        ]
      }
      for (one, other) in zip(keys(one), keys(other)) {
        guard let one = place(of: one), let other = place(of: other) else { continue }
        switch isAlike {
        case .same: relate([(one, 1), (other, -1)], in: 0...0)
        case .first: relate(other, holds: one, restIsHidden: true)
        case .second: relate(one, holds: other, restIsHidden: true)
        }
      }
    }
  }

  private enum Alike { case same, first, second }

  /// Whether two windows count the same people, or one of them a part of the other's; nil where neither is known.
  private func countsAlike(_ one: Outcome, _ other: Outcome) -> Alike? {
    func people(_ outcome: Outcome) -> [Int] {
      [outcome.notLinkable, outcome.notKnown, outcome.noTimeAtRisk].map(\.count)
        + outcome.rows.filter { $0.group == .everyone }.map(\.people.count)
    }
    let (isFirst, isSecond) = (isWithin(one, other), isWithin(other, one))
    guard isFirst || isSecond else { return nil }
    if people(one) == people(other) { return .same }
    return isFirst ? .first : .second
  }
}
