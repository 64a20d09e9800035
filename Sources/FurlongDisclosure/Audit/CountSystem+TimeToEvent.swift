import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  mutating func enter(_ times: TimeToEventFinding<Unreleased>, _ rule: RoundingRule) {
    for outcome in times.outcomes {
      let left = [
        outcome.notLinkable, outcome.notKnown, outcome.notWatched, outcome.hadBefore,
      ].map { enter($0) }
      var standings: [[TimeStanding: [Int]]] = []
      for row in outcome.rows {
        let people = enter(row.people)
        tellFew(people)
        let eligible = enter(row.eligible)
        if row.group == .everyone { relate(eligible, isSumOf: [people] + left) }
        let places = row.people.isGiven ? [:] : enter(row, of: outcome.event.id, within: people)
        relateMedian(of: row, outcome.event.id, people, places, rule)
        standings.append(places)
      }
      relateGroups(outcome.rows.map { (group: $0.group, place: enter($0.people)) })
      for standing in TimeStanding.allCases {
        for month in (outcome.rows.first?.months ?? []).indices {
          relateGroups(
            zip(outcome.rows, standings).compactMap { row, places in
              places[standing].map { (group: row.group, place: $0[month]) }
            })
        }
      }
    }
  }

  /// By each month those watched have had the event, are still watched, or were lost from view; who has had it has had it by
  /// every later month too, and so on: what lies between two months a reader can form.
  private mutating func enter(
    _ row: TimeToEventFinding<Unreleased>.Row, of event: String, within people: Int
  ) -> [TimeStanding: [Int]] {
    let isSmall = row.isSmallGroup && row.people.count < rounding.rules.leastPeople
    var places: [TimeStanding: [Int]] = [:]
    for month in row.months {
      let lost = row.people.count - month.had.count - month.still.count
      let lostSet = PeopleSet.byMonth(
        .lost, event: event, month: month.month, group: row.group.id)
      let isLast = month.month == row.months.last?.month
      let now: [TimeStanding: Int] =
        isSmall
        ? [
          .had: imply(.people(month.had.people), month.had.count, isHidden: true),
          .still: imply(.people(month.still.people), month.still.count, isHidden: true),
          .lost: imply(.people(lostSet), lost, isHidden: true),
        ]
        : [
          .had: enter(month.had), .still: enter(month.still),
          // How many were lost is printed of the last month alone.
          .lost: isLast ? enter(row.lost) : imply(.people(lostSet), lost),
        ]
      relate(people, isSumOf: TimeStanding.allCases.compactMap { now[$0] })
      for (standing, place) in now {
        if let before = places[standing]?.last {
          switch standing {
          case .had, .lost: relate(place, holds: before, restIsHidden: true)
          case .still: relate(before, holds: place, restIsHidden: true)
          }
        }
      }
      for (standing, place) in now { places[standing, default: []].append(place) }
    }
    return places
  }

  /// What it tells that half had the event by a time, or had not, and that the time is shown or not.
  private mutating func relateMedian(
    of row: TimeToEventFinding<Unreleased>.Row, _ event: String, _ people: Int,
    _ places: [TimeStanding: [Int]], _ rule: RoundingRule
  ) {
    let least = rounding.rules.leastPeople
    guard let had = places[.had], let last = had.last, let lost = places[.lost]?.last,
      counts[people].truth >= least
    else { return }
    let endless = Double(Self.endless)
    switch row[.median] {
    case .notEstimable(.halfNotReached, _, _):
      // Fewer than half of those watched are known to have had it.
      relate([(people, 1), (last, -2)], in: 1...endless, needs: [people])
    case .notEstimable: break
    case .estimated(let estimate):
      guard let timed = estimate.timed else { return }
      let middle = imply(
        .people(.hadByMedian(event: event, group: row.group.id)), timed.before, isHidden: false)
      for place in had {
        let isBefore = counts[place].truth <= timed.before
        relate(isBefore ? middle : place, holds: [isBefore ? place : middle])
      }
      // Half of those watched, but for those lost from view, and no more than half before the last of them.
      relate([(middle, 2), (people, -1), (lost, 1)], in: 0...endless)
      let over = 2 * timed.before - counts[people].truth
      relate([(middle, 2), (people, -1)], in: -endless...Double(max(1, over)))
      let isShown =
        rule.answer(row[.median], of: TimeToEventMeasure.median.declared).estimate != nil
      let isKnown = isShown || counts[people].truth >= 2 * least
      let decides = Double(least)
      for (terms, number) in [
        ([(middle, 1.0)], timed.before), ([(last, 1.0), (middle, -1.0)], timed.after),
      ] where isKnown {
        if isShown {
          relate(terms, in: decides...endless, needs: [people])
        } else if number < least {
          relate(terms, in: -endless...(decides - 1))
        }
      }
    }
  }

  /// Who had an event by a month had any in the window that ends with it, unless not counted there; and the other way round.
  mutating func relateUse(_ times: TimeToEventFinding<Unreleased>) {
    let all = GroupName.everyone.id
    for outcome in times.outcomes {
      let event = outcome.event.id
      for row in outcome.rows where row.group == .everyone {
        for month in row.months {
          func place(_ set: PeopleSet) -> Int? { self.place(of: .people(set)) }
          func stood(_ standing: TimeStanding) -> Int? {
            place(.byMonth(standing, event: event, month: month.month, group: all))
          }
          let windows = monthsOfWindows.filter { $0.value[.after] == month.month }.keys.sorted()
          for window in windows {
            guard let had = stood(.had), let lost = stood(.lost),
              let any = place(.withAny(.after, event: event, window: window, group: all)),
              let left = place(.noTimeAtRisk(event: event, window: window)),
              let before = place(.hadBefore(event: event)),
              let unwatched = place(.notWatched(event: event))
            else { continue }
            let endless = Double(Self.endless)
            relate([(any, 1), (left, 1), (had, -1)], in: 0...endless)
            relate(
              [(had, 1), (before, 1), (unwatched, 1), (lost, 1), (any, -1)], in: 0...endless)
          }
        }
      }
    }
  }
}
