import FurlongEvaluation
import FurlongStudy

extension FindingsRelease {
  /// Costs are released as found, and the audit holds them against their events; what hangs on the people served too is
  /// made of print, so that it tells no more than the rounded count.
  func release(_ money: MoneyFinding<Unreleased>) -> MoneyFinding<Released> {
    let delivery = rule.answers(money.delivery)
    return MoneyFinding(
      priceYear: money.priceYear, cashable: money.cashable,
      deliveries: money.deliveries.map {
        MoneyFinding.Delivery(planned: $0.planned, pounds: $0.pounds)
      }, servedByCount: money.servedByCount, served: rule.count(money.served),
      delivery: delivery, improved: money.improved.map { release($0, delivery[.perPerson]) },
      windows: money.windows.map { window in
        MoneyFinding.Window(
          window: window.window, years: window.years,
          books: window.books.map { release($0, in: window, delivery[.perPerson]) })
      }, arms: money.arms.map(release), landmark: money.landmark,
      completers: money.completers.map(release))
  }

  /// A group's costs go where any of its events is held back, and where its people are few or could be worked out.
  private func release(
    _ completers: MoneyFinding<Unreleased>.Completers
  ) -> MoneyFinding<Released>.Completers {
    let closed = rule.closedRows(completers.rows.map { ($0.group, $0.people) })
    return MoneyFinding.Completers(
      window: completers.window, years: completers.years, book: completers.book,
      bookName: completers.bookName,
      prices: completers.prices.map { .init(event: $0.event, pounds: $0.pounds) },
      rows: completers.rows.enumerated().map { place, row in
        func why(_ sides: [PeopleSet.Side]) -> Withheld? {
          if closed.contains(place) { return .fewPeople }
          let isHeldBack = completers.prices.map(\.event).contains { event in
            sides.contains {
              rule.holdsBack(
                .events($0, event: event, window: completers.window.id, group: row.group.id))
            }
          }
          return isHeldBack ? .wouldTell : nil
        }
        return MoneyFinding.GroupCost(
          group: row.group, people: rule.count(row.people),
          answers: row.answers.map { measure, answer in
            rule.answer(answer, of: measure.declared, key: nil, closed: why(measure.sides))
          })
      })
  }

  private func release(
    _ improved: MoneyFinding<Unreleased>.Improved, _ delivery: ReleasedAnswer
  ) -> MoneyFinding<Released>.Improved {
    func share(_ measure: ImprovedCostMeasure) -> ReleasedAnswer {
      rule.answer(improved[measure], of: measure.declared)
    }
    func cost(_ measure: ImprovedCostMeasure, over share: ReleasedAnswer) -> ReleasedAnswer {
      rule.made(
        improved[measure], of: measure.declared, from: [share, delivery], by: { $0[1] / $0[0] })
    }
    let (paired, due) = (share(.shareOfPaired), share(.shareOfDue))
    return MoneyFinding.Improved(
      scale: improved.scale, occasion: improved.occasion,
      answers: Answers { measure in
        switch measure {
        case .shareOfPaired: paired
        case .shareOfDue: due
        case .costIfOthersAlike: cost(measure, over: paired)
        case .costIfNoOthers: cost(measure, over: due)
        }
      })
  }

  private func release(
    _ book: MoneyFinding<Unreleased>.Book, in window: MoneyFinding<Unreleased>.Window,
    _ delivery: ReleasedAnswer
  ) -> MoneyFinding<Released>.Book {
    let services = book.services.map { release($0, in: window) }
    let why = book.services.reduce(nil) {
      $0 ?? self.why($1.event, window, PeopleSet.Side.allCases)
    }
    func without(_ months: Int) -> Withheld? {
      let isHeldBack = book.services.contains {
        rule.holdsBack(.withoutMonths(months, event: $0.event.id, window: window.window.id))
      }
      return isHeldBack ? .wouldTell : nil
    }
    var released: [MoneyMeasure: ReleasedAnswer] = [:]
    func answer(_ measure: MoneyMeasure) -> ReleasedAnswer {
      if let answer = released[measure] { return answer }
      let found = book[measure]
      let answer =
        switch measure {
        case .net:
          rule.made(
            found, of: measure.declared, from: [answer(.differenceOverWindow), delivery],
            by: { $0[0] + $0[1] })
        case .netWithoutLastThreeMonths, .netWithoutFive:
          rule.made(
            found, of: measure.declared,
            from: [answer(measure.netOf ?? .difference), delivery],
            by: window.years.map { years in { $0[0] * years + $0[1] } })
        case .breakEven:
          rule.made(
            found, of: measure.declared, from: [answer(.costBefore), delivery],
            by: window.years.map { years in { $0[1] / ($0[0] * years) } })
        case .differenceWithoutLastMonth:
          rule.answer(found, of: measure.declared, key: nil, closed: why ?? without(1))
        case .differenceWithoutLastThreeMonths:
          rule.answer(found, of: measure.declared, key: nil, closed: why ?? without(3))
        case .costBefore, .costAfter, .difference, .differenceOverWindow, .fell, .fellByMore,
          .differenceOfWholeWindows, .differenceWithoutFive, .shareOfFive:
          rule.answer(found, of: measure.declared, key: nil, closed: why)
        }
      released[measure] = answer
      return answer
    }
    return MoneyFinding.Book(
      id: book.id, name: book.name, index: book.index, isProvisional: book.isProvisional,
      services: services, answers: Answers(answer),
      holders: book.holders.map { release($0, in: window, book.services) },
      waves: release(book.waves, of: book, in: window))
  }

  private func release(
    _ service: MoneyFinding<Unreleased>.Service, in window: MoneyFinding<Unreleased>.Window
  ) -> MoneyFinding<Released>.Service {
    func cost(_ measure: ServiceCostMeasure, _ sides: [PeopleSet.Side]) -> ReleasedAnswer {
      rule.answer(
        service[measure], of: measure.declared, key: nil,
        closed: why(service.event, window, sides))
    }
    return MoneyFinding.Service(
      event: service.event, unitCost: service.unitCost, pounds: service.pounds,
      answers: Answers { measure in
        switch measure {
        case .quantityBefore: cost(measure, [.before])
        case .quantityAfter: cost(measure, [.after])
        case .costBefore: cost(measure, [.before])
        case .costAfter: cost(measure, [.after])
        case .difference: cost(measure, PeopleSet.Side.allCases)
        }
      })
  }

  private func release(
    _ holder: MoneyFinding<Unreleased>.Holder, in window: MoneyFinding<Unreleased>.Window,
    _ services: [MoneyFinding<Unreleased>.Service]
  ) -> MoneyFinding<Released>.Holder {
    let theirs = services.filter { holder.events.contains($0.event.id) }
    let why = theirs.reduce(nil) { $0 ?? self.why($1.event, window, PeopleSet.Side.allCases) }
    return MoneyFinding.Holder(
      name: holder.name, events: holder.events, paid: holder.paid,
      answers: Answers { measure in
        switch measure {
        case .difference:
          rule.answer(holder[measure], of: measure.declared, key: nil, closed: why)
        case .delivery: rule.answer(holder[measure], of: measure.declared)
        }
      })
  }

  /// A rate over the window is the events themselves to who knows the time.
  private func why(
    _ event: EventKind, _ window: MoneyFinding<Unreleased>.Window, _ sides: [PeopleSet.Side]
  ) -> Withheld? {
    sides.contains {
      rule.holdsBack(
        .events($0, event: event.id, window: window.window.id, group: GroupName.everyone.id))
    } ? .wouldTell : nil
  }
}
