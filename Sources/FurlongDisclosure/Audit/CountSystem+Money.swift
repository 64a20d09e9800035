import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Costs tell of the events that they are made of: those of service use, which have been entered.
  mutating func enter(_ money: MoneyFinding<Unreleased>, _ rule: RoundingRule) {
    if money.servedByCount == nil { tellFew(enter(money.served)) }
    for completers in money.completers { enter(completers, rule) }
    for window in money.windows {
      for book in window.books {
        for service in book.services {
          relate(
            service[.costBefore], ServiceCostMeasure.costBefore.declared, [service],
            of: [.before], window, rule)
          relate(
            service[.costAfter], ServiceCostMeasure.costAfter.declared, [service], of: [.after],
            window, rule)
          relate(
            service[.difference], ServiceCostMeasure.difference.declared, [service],
            of: PeopleSet.Side.allCases, window, rule)
        }
        let services = book.services
        if let years = window.years {
          relate(
            book[.differenceOverWindow], MoneyMeasure.differenceOverWindow.declared, services,
            of: PeopleSet.Side.allCases, window, rule, over: years)
          for holder in book.holders where !holder.events.isEmpty {
            relate(
              holder[.difference], HolderMeasure.difference.declared,
              services.filter { holder.events.contains($0.event.id) },
              of: PeopleSet.Side.allCases, window, rule, over: years)
          }
        }
        relate(
          book[.costBefore], MoneyMeasure.costBefore.declared, services, of: [.before], window, rule
        )
        relate(
          book[.costAfter], MoneyMeasure.costAfter.declared, services, of: [.after], window, rule)
        relate(
          book[.difference], MoneyMeasure.difference.declared, services,
          of: PeopleSet.Side.allCases, window, rule)
        for (measure, months) in [
          (MoneyMeasure.differenceWithoutLastMonth, 1), (.differenceWithoutLastThreeMonths, 3),
        ] {
          relate(
            book[measure], measure.declared, services, of: PeopleSet.Side.allCases, window, rule,
            without: months)
        }
      }
    }
  }

  /// The same of completers and the others, whose rates stand in service use.
  private mutating func enter(
    _ completers: MoneyFinding<Unreleased>.Completers, _ rule: RoundingRule
  ) {
    let closed = rule.closedRows(completers.rows.map { ($0.group, $0.people) })
    for (place, row) in completers.rows.enumerated() {
      tellFew(enter(row.people))
      guard !closed.contains(place) else { continue }
      relate(row, .costBefore, [.before], completers, rule)
      relate(row, .costAfter, [.after], completers, rule)
      relate(row, .difference, PeopleSet.Side.allCases, completers, rule)
      if let years = completers.years {
        relate(
          row, .differenceOverWindow, PeopleSet.Side.allCases, completers, rule, over: years)
      }
    }
  }

  private mutating func relate(
    _ row: MoneyFinding<Unreleased>.GroupCost, _ measure: GroupCostMeasure,
    _ sides: [PeopleSet.Side], _ completers: MoneyFinding<Unreleased>.Completers,
    _ rule: RoundingRule, over years: Double = 1
  ) {
    guard let printed = rule.printed(row[measure], measure.declared) else { return }
    var terms: [(Int, Double)] = []
    for price in completers.prices {
      for side in sides {
        let key = CountKey.events(
          side, event: price.event, window: completers.window.id, group: row.group.id)
        guard let place = place(of: key), let rate = rates[key] else { return }
        guard rate > 0, counts[place].truth > 0 else { continue }
        let perEvent = years * price.pounds * rate / Double(counts[place].truth)
        terms.append((place, side == .before && sides.count == 2 ? -perEvent : perEvent))
      }
    }
    relate(costs: terms, in: printed)
  }

  /// A printed cost is events over time by their price, where the times are taken as known.
  private mutating func relate(
    _ answer: FoundAnswer, _ measure: Measure, _ services: [MoneyFinding<Unreleased>.Service],
    of sides: [PeopleSet.Side], _ window: MoneyFinding<Unreleased>.Window, _ rule: RoundingRule,
    without months: Int = 0, over years: Double = 1
  ) {
    guard let value = answer.estimate?.value, let printed = rule.printed(answer, measure) else {
      return
    }
    var terms: [(Int, Double)] = []
    var (costAfter, left) = (0.0, 0.0)
    for service in services {
      for side in sides {
        let measure = side == .before ? ServiceCostMeasure.quantityBefore : .quantityAfter
        let event = service.event.id
        guard
          let place = place(
            of: .events(
              side, event: event, window: window.window.id, group: GroupName.everyone.id)),
          let rate = service[measure].estimate?.value
        else { return }
        guard rate > 0, counts[place].truth > 0 else { continue }
        let perEvent = years * service.pounds * rate / Double(counts[place].truth)
        terms.append((place, side == .before && sides.count == 2 ? -perEvent : perEvent))
        if side == .after { costAfter += service.pounds * rate }
        guard months > 0, side == .before else { continue }
        let bins = (0..<months).compactMap {
          self.place(of: .eventsIn(event: event, window: window.window.id, from: -1 - $0))
        }
        guard bins.count == months else { return }
        terms += bins.map { ($0, perEvent) }
        let rest = bins.reduce(counts[place].truth) { $0 - counts[$1].truth }
        left += perEvent * Double(max(0, rest))
      }
    }
    // Without the run-up the time before is shorter, for all services alike.
    let longer = months > 0 && left > 0 ? (costAfter - value) / left : 1
    let isAfter = Set(
      services.compactMap { service in
        place(
          of: .events(
            .after, event: service.event.id, window: window.window.id,
            group: GroupName.everyone.id))
      })
    terms = terms.map { isAfter.contains($0.0) ? $0 : ($0.0, $0.1 * longer) }
    relate(costs: terms, in: printed)
  }

  /// What a printed cost leaves open of the events that it is made of.
  private mutating func relate(costs terms: [(Int, Double)], in printed: ClosedRange<Double>) {
    guard !terms.isEmpty else { return }
    relate(terms, in: printed, needs: terms.map(\.0))
  }
}
