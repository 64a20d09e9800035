import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  /// What the admissions of service use cost, by two books of prices.
  func money() -> MoneyFinding<Unreleased> {
    let counted = people.filter(\.isCounted)
    let served = PeopleCount(
      people.count { $0.attended > 0 }, .served(byCount: false))
    let delivery = Answers<DeliveryMeasure, Unreleased> { _ in shared(31_000, served) }
    return MoneyFinding(
      priceYear: FinancialYear(start: 2024), cashable: nil,
      deliveries: [.init(planned: Self.staff, pounds: 31_000)], servedByCount: nil, served: served,
      delivery: delivery, improved: nil,
      windows: [
        .init(
          window: Self.year, years: 1,
          books: [("full", 487), ("marginal", 213)].map { book($0.0, $0.1, counted, served) })
      ], arms: armCosts)
  }

  private static var staff: CostsPlan.Delivery {
    CostsPlan.Delivery(
      what: "staff", pounds: 31_000,
      period: DayRange(from: CalendarDay(number: 19_000), to: CalendarDay(number: 19_364)),
      priceYear: FinancialYear(start: 2024), paidBy: "board")
  }

  private func shared(_ pounds: Double, _ served: PeopleCount) -> FoundAnswer {
    guard served.count > 0 else {
      return .notEstimable(.tooFew(needed: 1, found: 0), used: served, eligible: everyone)
    }
    var estimate = Estimate(
      pounds / Double(served.count), used: served, eligible: everyone)
    estimate.shared = pounds
    return .estimated(estimate)
  }

  private func book(
    _ id: String, _ pounds: Double, _ counted: [Person], _ served: PeopleCount
  ) -> MoneyFinding<Unreleased>.Book {
    let event = EventKind(
      id: "admission", one: "admission", many: "admissions", role: .primary)
    let used = PeopleCount(
      counted.count,
      .counted(event: event.id, window: Self.year.id, group: Self.all, rule: .wholeWindow))
    let (before, after) = (counted.map(\.eventsBefore), counted.map(\.eventsAfter))
    func answer(_ value: Double, _ events: [[Int]], spread: Double = 0) -> FoundAnswer {
      guard used.count > 1 else {
        return .notEstimable(
          .tooFew(needed: 2, found: used.count), used: used, eligible: everyone)
      }
      return .estimated(
        Estimate(
          value, used: used, eligible: everyone,
          interval: spread > 0
            ? Interval(low: value - spread, high: value + 1.3 * spread, level: 0.95) : nil,
          contributors: events.map { .init(to: $0) }))
    }
    func rate(_ events: [Int]) -> Double {
      Double(events.reduce(0, +)) / Double(max(1, counted.count))
    }
    let difference = pounds * (rate(after) - rate(before))
    let service = MoneyFinding<Unreleased>.Service(
      event: event,
      unitCost: UnitCost(
        event: event.id, pounds: pounds, priceYear: FinancialYear(start: 2024), coverage: .full,
        borneBy: "trust", source: "a test"), pounds: pounds,
      answers: Answers { measure in
        switch measure {
        case .quantityBefore: answer(rate(before), [before])
        case .quantityAfter: answer(rate(after), [after])
        case .costBefore: answer(pounds * rate(before), [before])
        case .costAfter: answer(pounds * rate(after), [after])
        case .difference: answer(difference, [before, after])
        }
      })
    let each = 31_000 / Double(max(1, served.count))
    return MoneyFinding.Book(
      id: id, name: id, index: nil, isProvisional: false, services: [service],
      answers: Answers { measure in
        switch measure {
        case .costBefore: answer(pounds * rate(before), [before], spread: pounds / 3)
        case .costAfter: answer(pounds * rate(after), [after], spread: pounds / 3)
        case .difference, .differenceOverWindow, .differenceOfWholeWindows,
          .differenceWithoutLastMonth, .differenceWithoutLastThreeMonths, .differenceWithoutFive:
          answer(difference, [before, after], spread: pounds / 2)
        case .net, .netWithoutLastThreeMonths, .netWithoutFive:
          answer(difference + each, [before, after], spread: pounds / 2)
        case .breakEven:
          rate(before) > 0
            ? answer(each / (pounds * rate(before)), [before])
            : .notEstimable(.nothingHappened, used: used, eligible: everyone)
        case .fell, .fellByMore: answer(0.734, [before, after])
        case .shareOfFive: answer(0.4126, [[1, 1, 1, 1, 1]])
        }
      },
      holders: [
        .init(
          name: "trust", events: [event.id], paid: nil,
          answers: Answers { measure in
            switch measure {
            case .difference: answer(difference, [before, after])
            case .delivery:
              .notEstimable(.paysForNothing, used: served, eligible: everyone)
            }
          })
      ])
  }
}
