import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Costs tell of the events that they are made of: those of service use, which have been entered.
  mutating func enter(_ money: MoneyFinding<Unreleased>, _ rule: RoundingRule) {
    if money.servedByCount == nil { tellFew(enter(money.served)) }
    for completers in money.completers { enter(completers, rule) }
    for arms in money.arms { enter(arms, rule) }
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

  /// The same of completers and the others, whose times are those of service use.
  private mutating func enter(
    _ completers: MoneyFinding<Unreleased>.Completers, _ rule: RoundingRule
  ) {
    let closed = rule.closedRows(completers.rows.map { ($0.group, $0.people) })
    for (place, row) in completers.rows.enumerated() {
      tellFew(enter(row.people))
      guard !closed.contains(place) else { continue }
      let (window, group) = (completers.window.id, row.group.id)
      let priced = completers.prices.map { PricedEvent(event: $0.event, pounds: $0.pounds) }
      for measure in GroupCostMeasure.allCases {
        let years: Double? = measure == .differenceOverWindow ? completers.years : 1
        guard let years else { continue }
        relate(
          row[measure], measure.declared, priced, in: window, of: group, on: measure.sides, rule,
          over: years)
      }
    }
  }

  /// An event that is part of a cost: what one of it costs, and how many there are a person-year where that is told.
  private struct PricedEvent {
    var event: String
    var pounds: Double
    var before: Double?
    var after: Double?
  }

  private mutating func relate(
    _ answer: FoundAnswer, _ measure: Measure, _ services: [MoneyFinding<Unreleased>.Service],
    of sides: [PeopleSet.Side], _ window: MoneyFinding<Unreleased>.Window, _ rule: RoundingRule,
    without months: Int = 0, over years: Double = 1
  ) {
    let priced = services.map {
      PricedEvent(
        event: $0.event.id, pounds: $0.pounds, before: $0[.quantityBefore].estimate?.value,
        after: $0[.quantityAfter].estimate?.value)
    }
    relate(
      answer, measure, priced, in: window.window.id, of: GroupName.everyone.id, on: sides, rule,
      without: months, over: years)
  }

  /// A printed cost is events over time by their price, where the times are taken as known.
  private mutating func relate(
    _ answer: FoundAnswer, _ measure: Measure, _ priced: [PricedEvent], in window: String,
    of group: String, on sides: [PeopleSet.Side], _ rule: RoundingRule, without months: Int = 0,
    over years: Double = 1
  ) {
    guard let value = answer.estimate?.value, let printed = rule.printed(answer, measure) else {
      return
    }
    var terms: [(Int, Double)] = []
    var without: [Int] = []
    var isAfter: Set<Int> = []
    var (costAfter, left) = (0.0, 0.0)
    for priced in priced {
      for side in sides {
        guard
          let place = place(
            of: .events(side, event: priced.event, window: window, group: group))
        else { return }
        if side == .after { isAfter.insert(place) }
        let (happened, rate) = (
          Double(counts[place].truth), (side == .before ? priced.before : priced.after) ?? 0
        )
        // A cost tells of events that did not happen, too.
        let time = rate > 0 ? happened / rate : times[counts[place].key] ?? 0
        guard time > 0 else { continue }
        let perEvent = years * priced.pounds / time
        terms.append((place, side == .before && sides.count == 2 ? -perEvent : perEvent))
        if side == .after { costAfter += priced.pounds * happened / time }
        guard months > 0, side == .before else { continue }
        let bins = (0..<months).compactMap {
          self.place(of: .eventsIn(event: priced.event, window: window, from: -1 - $0))
        }
        guard bins.count == months else { return }
        terms += bins.map { ($0, perEvent) }
        without.append(
          enterNumbers(.withoutMonths(months, event: priced.event, window: window)))
        let rest = bins.reduce(counts[place].truth) { $0 - counts[$1].truth }
        left += perEvent * Double(max(0, rest))
      }
    }
    // Without the run-up the time before is shorter, for all services alike.
    let longer = months > 0 && left > 0 ? (costAfter - value) / left : 1
    terms = terms.map { isAfter.contains($0.0) ? $0 : ($0.0, $0.1 * longer) }
    guard !terms.isEmpty else { return }
    // What it leaves open of the events that it is made of.
    relate(terms, in: printed, needs: terms.map(\.0) + without)
  }
}
