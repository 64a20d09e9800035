import FurlongEvaluation
import FurlongStudy

extension FindingsRelease {
  /// What is made of other numbers is made of them as they are printed, so that it tells no more than they do.
  func release(_ money: MoneyFinding<Unreleased>) -> MoneyFinding<Released> {
    let delivery = rule.answers(money.delivery)
    return MoneyFinding(
      priceYear: money.priceYear, cashable: money.cashable,
      deliveries: money.deliveries.map {
        MoneyFinding.Delivery(planned: $0.planned, pounds: $0.pounds)
      }, servedByCount: money.servedByCount, served: rule.count(money.served),
      delivery: delivery,
      windows: money.windows.map { window in
        MoneyFinding.Window(
          window: window.window, years: window.years,
          books: window.books.map { release($0, in: window, delivery[.perPerson]) })
      })
  }

  private func release(
    _ book: MoneyFinding<Unreleased>.Book, in window: MoneyFinding<Unreleased>.Window,
    _ delivery: ReleasedAnswer
  ) -> MoneyFinding<Released>.Book {
    let services = book.services.map { release($0, in: window) }
    let why = book.services.reduce(nil) { $0 ?? self.why($1.event, window, .before, .after) }
    var released: [MoneyMeasure: ReleasedAnswer] = [:]
    func answer(_ measure: MoneyMeasure) -> ReleasedAnswer {
      if let answer = released[measure] { return answer }
      let found = book[measure]
      let answer =
        switch measure {
        case .differenceOverWindow:
          rule.made(
            found, of: measure.declared, from: [answer(.difference)],
            by: window.years.map { years in { $0[0] * years } })
        case .net:
          rule.made(
            found, of: measure.declared, from: [answer(.differenceOverWindow), delivery],
            by: { $0[0] + $0[1] })
        case .breakEven:
          rule.made(
            found, of: measure.declared, from: [answer(.costBefore), delivery],
            by: window.years.map { years in { $0[1] / ($0[0] * years) } })
        case .costBefore, .costAfter, .difference, .fell, .fellByMore, .differenceWithoutLastMonth,
          .differenceWithoutLastThreeMonths, .differenceOfWholeWindows, .differenceWithoutFive,
          .shareOfFive:
          rule.answer(found, of: measure.declared, key: nil, closed: why)
        }
      released[measure] = answer
      return answer
    }
    return MoneyFinding.Book(
      id: book.id, name: book.name, index: book.index, isProvisional: book.isProvisional,
      services: services, answers: Answers(answer),
      holders: book.holders.map { release($0, of: services, window.years, delivery) })
  }

  private func release(
    _ service: MoneyFinding<Unreleased>.Service, in window: MoneyFinding<Unreleased>.Window
  ) -> MoneyFinding<Released>.Service {
    func rate(_ measure: ServiceCostMeasure, _ side: PeopleSet.Side) -> ReleasedAnswer {
      rule.answer(
        service[measure], of: measure.declared, key: nil, closed: why(service.event, window, side))
    }
    func cost(_ measure: ServiceCostMeasure, of rate: ReleasedAnswer) -> ReleasedAnswer {
      rule.made(
        service[measure], of: measure.declared, from: [rate], by: { $0[0] * service.pounds })
    }
    let before = rate(.quantityBefore, .before)
    let after = rate(.quantityAfter, .after)
    return MoneyFinding.Service(
      event: service.event, unitCost: service.unitCost, pounds: service.pounds,
      answers: Answers { measure in
        switch measure {
        case .quantityBefore: before
        case .quantityAfter: after
        case .costBefore: cost(measure, of: before)
        case .costAfter: cost(measure, of: after)
        case .difference:
          rule.answer(
            service[measure], of: measure.declared, key: nil,
            closed: why(service.event, window, .before, .after))
        }
      })
  }

  private func release(
    _ holder: MoneyFinding<Unreleased>.Holder, of services: [MoneyFinding<Released>.Service],
    _ years: Double?, _ delivery: ReleasedAnswer
  ) -> MoneyFinding<Released>.Holder {
    let theirs = services.filter { holder.events.contains($0.event.id) }.map { $0[.difference] }
    return MoneyFinding.Holder(
      name: holder.name, events: holder.events, paid: holder.paid,
      answers: Answers { measure in
        switch measure {
        case .difference:
          rule.made(
            holder[measure], of: measure.declared, from: theirs,
            by: years.map { years in { $0.reduce(0, +) * years } })
        case .delivery: rule.answer(holder[measure], of: measure.declared)
        }
      })
  }

  /// A rate over the window is the events themselves to who knows the time.
  private func why(
    _ event: EventKind, _ window: MoneyFinding<Unreleased>.Window, _ sides: PeopleSet.Side...
  ) -> Withheld? {
    sides.contains {
      rule.holdsBack(
        .events($0, event: event.id, window: window.window.id, group: GroupName.everyone.id))
    } ? .wouldTell : nil
  }
}
