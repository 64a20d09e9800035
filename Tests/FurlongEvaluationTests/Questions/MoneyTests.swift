import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Money")
struct MoneyTests {
  private static let contact = EventKind(
    id: "contact", one: "contact", many: "contacts", role: .secondary)

  private static let before = [3, 1, 0, 2, 2, 5, 9, 1, 0, 4, 2, 0]
  private static let after = [1, 1, 2, 0, 0, 2, 9, 0, 0, 1, 1, 1]

  private func year(_ start: Int) -> FinancialYear { FinancialYear(start: start) }

  private func book(
    _ id: String, _ admission: Double, _ contact: Double, bearers: [String] = ["trust", "board"]
  ) -> CostBook {
    CostBook(
      id: id, name: id, checked: nil, index: nil,
      unitCosts: [("admission", admission), ("contact", contact)].enumerated().map { place, price in
        UnitCost(
          event: price.0, pounds: price.1, priceYear: year(2024), coverage: .full,
          borneBy: bearers[place], source: "a test")
      })
  }

  private func draft(_ books: [CostBook], counted: [Bool]? = nil) throws -> StudyDraft {
    var draft = StudyDraft(size: Self.before.count)
    draft.count(before: Self.before, after: Self.after)
    draft.count(
      Self.contact, before: Self.after.map { 3 * $0 }, after: Self.before, counted: counted)
    draft.plan.costs = CostsPlan(
      priceYear: year(2024), books: books,
      deliveries: [
        CostsPlan.Delivery(
          what: "staff", pounds: 12_000,
          period: DayRange(from: CalendarDay(number: 0), to: CalendarDay(number: 30_000)),
          priceYear: year(2024), paidBy: "board")
      ], served: nil, cashable: nil)
    draft.scored.cohort.dayZero = Self.before.map { _ in CalendarDay(number: 10_000) }
    return draft
  }

  private func window(_ draft: StudyDraft) throws -> MoneyFinding<Unreleased>.Window {
    guard case .money(let found)? = try draft.finding(.money(events: [])) else {
      throw NoMoney()
    }
    return try #require(found.windows.first)
  }

  private struct NoMoney: Error {}

  private func value(_ answer: FoundAnswer) throws -> Double {
    try #require(answer.estimate?.value, "\(answer)")
  }

  @Test("doubling every price doubles every cost, and no share", .tags(.law))
  func doubled() throws {
    let window = try window(draft([book("one", 300, 20), book("two", 600, 40)]))
    let (one, two) = (window.books[0], window.books[1])
    for measure: MoneyMeasure in [.costBefore, .costAfter, .difference, .differenceWithoutFive] {
      #expect(try value(two[measure]) == 2 * value(one[measure]))
    }
    #expect(one[.shareOfFive].estimate?.value == two[.shareOfFive].estimate?.value)
    #expect(one[.fell].estimate?.value == two[.fell].estimate?.value)
  }

  @Test("whose of the five most of their cost is stands beside it, so that no two of them are told")
  func twoOfFive() throws {
    let book = try window(draft([book("one", 300, 20)])).books[0]
    // By hand: £6,120 and £2,320 of £12,400.
    let share = try #require(book[.shareOfFive].estimate)
    let theirs = try #require(share.contributors.first)
    #expect(theirs.people == 5)
    expectClose(theirs.mostOfTwo, 8_440 / 12_400, relative: 1e-12)
    #expect(book[.differenceWithoutFive].estimate?.contributors.last == theirs)
  }

  @Test("services add up to the whole, and budgets too", .tags(.law))
  func sums() throws {
    let book = try window(draft([book("one", 300, 20)])).books[0]
    for (part, whole) in [
      (ServiceCostMeasure.costBefore, MoneyMeasure.costBefore), (.costAfter, .costAfter),
      (.difference, .difference),
    ] {
      let parts = try book.services.map { try value($0[part]) }
      expectClose(parts.reduce(0, +), try value(book[whole]), relative: 1e-12)
    }
    let budgets = try book.holders.map { try value($0[.difference]) }
    #expect(book.holders.map(\.name) == ["trust", "board"])
    expectClose(budgets.reduce(0, +), try value(book[.differenceOverWindow]), relative: 1e-12)
  }

  @Test("a person without use changes means and not what is spent in all", .tags(.law))
  func idle() throws {
    let few = try window(draft([book("one", 300, 20)])).books[0]
    var more = try draft([book("one", 300, 20)])
    more.scored.cohort.size += 1
    more.scored.cohort.dayZero.append(CalendarDay(number: 10_000))
    for place in more.scored.cohort.serviceUse.indices {
      more.scored.cohort.serviceUse[place].counted.append(true)
      more.scored.cohort.serviceUse[place].eventsBefore.append(0)
      more.scored.cohort.serviceUse[place].eventsAfter.append(0)
      more.scored.cohort.serviceUse[place].daysBefore.append(365)
      more.scored.cohort.serviceUse[place].daysAfter.append(365)
      more.scored.cohort.serviceUse[place].runningOnDayZero.append(0)
    }
    let many = try window(more).books[0]
    let people = Double(Self.before.count)
    expectClose(
      try value(many[.costBefore]) * (people + 1), try value(few[.costBefore]) * people,
      relative: 1e-12)
    #expect(try value(many[.costBefore]) < value(few[.costBefore]))
  }

  @Test("the order of people and the number of threads change no byte", .tags(.law))
  func order() throws {
    let draft = try draft([book("one", 300, 20)])
    let other = InventedStudy.reordered(draft)
    #expect(other.scored != draft.scored)
    #expect(try window(draft) == window(other))
    var step = draft
    step.plan.steps = [StudyDraft.step("money", .money(events: []))]
    #expect(try step.findings().bytes() == step.findings(threads: 3).bytes())
  }

  @Test("another book changes no number of the first", .tags(.law))
  func books() throws {
    let alone = try window(draft([book("one", 300, 20)])).books[0]
    let beside = try window(draft([book("one", 300, 20), book("two", 7, 1)])).books[0]
    #expect(alone == beside)
  }

  @Test("services of different people are said to be", .tags(.edge))
  func different() throws {
    var counted = Self.before.map { _ in true }
    counted[6] = false
    let book = try window(draft([book("one", 300, 20)], counted: counted)).books[0]
    let estimate = try #require(book[.difference].estimate)
    #expect(estimate.caveats.contains(.servicesOfDifferentPeople))
    #expect(estimate.used.count == 11)
    #expect(try value(book.services[1][.quantityBefore]) > 0)
  }

  @Test("the cost for each who improved is the service's cost over the share who did", .tags(.law))
  func improved() throws {
    var draft = try draft([book("one", 300, 20)])
    draft.score(
      "swemwbs", reliability: "implied-by-sem",
      before: Self.before.map { _ in 20 },
      after: [30, 30, 30, 20, 20, 20, 20, 20] + Array(repeating: nil, count: 4))
    draft.plan.steps = [
      StudyDraft.step("real", .meaning(outcomes: [])),
      StudyDraft.step("money", .money(events: [])),
    ]
    guard case .money(let found)? = try draft.findings().steps.last?.finding else {
      throw NoMoney()
    }
    let improved = try #require(found.improved)
    // £1,000 a person; 3 of 8 with both forms, 3 of 12 due.
    expectClose(try value(found.delivery[.perPerson]), 1_000, relative: 1e-12)
    expectClose(try value(improved[.costIfOthersAlike]), 1_000 / (3.0 / 8), relative: 1e-12)
    expectClose(try value(improved[.costIfNoOthers]), 1_000 / (3.0 / 12), relative: 1e-12)
    let share = try #require(improved[.shareOfDue].estimate?.interval)
    let cost = try #require(improved[.costIfNoOthers].estimate?.interval)
    expectClose(cost.low, 1_000 / share.high, relative: 1e-12)
    expectClose(cost.high, 1_000 / share.low, relative: 1e-12)
    // Without a step that shows who improved, the counts would stand nowhere.
    draft.plan.steps.removeFirst()
    guard case .money(let alone)? = try draft.findings().steps.last?.finding else {
      throw NoMoney()
    }
    #expect(alone.improved == nil)
  }

  @Test("a plan without what the service cost has no net figure, and says why", .tags(.edge))
  func noDelivery() throws {
    var draft = try draft([book("one", 300, 20)])
    draft.plan.costs?.deliveries = []
    let book = try window(draft).books[0]
    for measure: MoneyMeasure in [.net, .breakEven, .fellByMore] {
      guard case .notEstimable(.noDeliveryCost, _, _) = book[measure] else {
        Issue.record("\(measure) is \(book[measure])")
        continue
      }
    }
    #expect(book[.difference].estimate != nil)
  }

  @Test("where a study has arms, what the service cost is added to nobody's of both", .tags(.edge))
  func arms() throws {
    for design: EvaluationPlan.Design in [.armsApart, .randomised(ArmComparisonTests.arms)] {
      var draft = try draft([book("one", 300, 20)])
      draft.plan.design = design
      draft.plan.groups = [
        GroupPlan(
          column: "arm", label: "arm",
          values: ["usual", "new"].map { .init(value: $0, label: "\($0) care") })
      ]
      draft.scored.cohort.about = [
        "arm": Self.before.indices.map { $0 % 2 == 0 ? "new" : "usual" }
      ]
      guard case .money(let found)? = try draft.finding(.money(events: [])) else { throw NoMoney() }
      let book = try #require(found.windows.first?.books.first)
      for measure: MoneyMeasure in [
        .net, .netWithoutLastThreeMonths, .netWithoutFive, .breakEven, .fellByMore,
      ] {
        guard case .notEstimable(.notAllArmsServed, _, _) = book[measure] else {
          Issue.record("\(measure) is \(book[measure])")
          continue
        }
      }
      #expect(book[.difference].estimate != nil)
      // Nor is it shared among both without a word of the plan on how many had it.
      guard case .notEstimable(.servedNotSaid, _, _) = found.delivery[.perPerson] else {
        Issue.record("\(found.delivery[.perPerson])")
        continue
      }
    }
  }

  @Test("windows of two lengths are told a person-year, never over the window", .tags(.edge))
  func unequal() throws {
    var draft = try draft([book("one", 300, 20)])
    draft.cohortPlan.windows[0].before = TimeLength(6, .months)
    let window = try window(draft)
    #expect(window.years == nil)
    guard case .notEstimable(.windowsDiffer, _, _) = window.books[0][.net] else {
      Issue.record("\(window.books[0][.net])")
      return
    }
    #expect(window.books[0][.difference].estimate != nil)
  }

  @Test("an event without a price, and a price that cannot be moved, stop", .tags(.edge))
  func noPrice() throws {
    var draft = try draft([book("one", 300, 20)])
    draft.plan.costs?.books[0].unitCosts.removeLast()
    #expect(throws: EvaluationError.noPrice(step: "only", book: "one", event: "contact")) {
      _ = try draft.finding(.money(events: ["admission", "contact"]))
    }
    draft.plan.costs?.priceYear = year(2025)
    #expect(throws: EvaluationError.noIndex(book: "one", from: "2024/25", to: "2025/26")) {
      _ = try draft.finding(.money(events: ["admission"]))
    }
    draft.plan.costs = nil
    #expect(throws: EvaluationError.noCosts(step: "only")) {
      _ = try draft.finding(.money(events: []))
    }
  }
}
