import FurlongStatistics
import FurlongStudy

/// What use of the priced services cost a group in one window, by every book of the plan.
struct PricedWindow {
  var material: Material
  var costs: CostsPlan
  var events: [EventKind]
  var window: ServiceWindow
  /// Whose use it is.
  var group: PeopleGroup
  /// What the service itself cost a person.
  var deliveryPerPerson: FoundAnswer

  private typealias Book = MoneyFinding<Unreleased>.Book

  /// What one of each event costs, by each book, in the plan's prices.
  func prices(step: EvaluationStep) throws(EvaluationError) -> [[Double]] {
    var prices: [[Double]] = []
    for book in costs.books {
      var list: [Double] = []
      for event in events {
        guard let price = book.unitCost(of: event.id) else {
          throw .noPrice(step: step.id, book: book.id, event: event.id)
        }
        guard let pounds = costs.pounds(of: event.id, by: book) else {
          throw .noIndex(book: book.id, from: price.priceYear.text, to: costs.priceYear.text)
        }
        list.append(pounds)
      }
      prices.append(list)
    }
    return prices
  }

  /// What use cost the group, by each book.
  func ofGroup(
    step: EvaluationStep
  ) throws(EvaluationError) -> [MoneyFinding<Unreleased>.GroupCost] {
    let prices = try prices(step: step)
    let rule = ServiceUseRule.wholeWindow
    let use = use(under: rule)
    let drawn = drawn(use, prices, [window.id, rule.rawValue, group.name.id])
    return costs.books.indices.map { place in
      BookCosts(
        window: self, book: costs.books[place], prices: prices[place], uses: [rule: use],
        drawn: [rule: drawn.map { $0[place] }]
      ).ofGroup()
    }
  }

  func answer(
    step: EvaluationStep
  ) throws(EvaluationError) -> MoneyFinding<Unreleased>.Window {
    let prices = try prices(step: step)
    let found = ServiceUseRule.usual.reduce(into: [:]) { found, rule in
      found[rule] = use(under: rule)
    }
    let drawn = ServiceUseRule.usual.reduce(into: [:]) { drawn, rule in
      drawn[rule] = self.drawn(found[rule], prices, [window.id, rule.rawValue])
    }
    let lighter = withoutHeaviest(found[.wholeWindow], prices)
    return MoneyFinding.Window(
      window: TimeName(window), years: years,
      books: costs.books.indices.map { place in
        var book = BookCosts(
          window: self, book: costs.books[place], prices: prices[place], uses: found,
          drawn: drawn.mapValues { $0.map { $0[place] } }, lighter: lighter?[place]
        ).answer()
        book.waves =
          WaveCosts(material: material, events: events, window: window, prices: prices[place])
          .answer()
        return book
      })
  }

  /// How long the window is after day 0, in years; nil where it is not as long before.
  var years: Double? {
    guard window.before == window.after else { return nil }
    switch window.after.unit {
    case .days: return Double(window.after.amount) / EventSample.daysInYear
    case .weeks: return 7 * Double(window.after.amount) / EventSample.daysInYear
    case .months: return Double(window.after.amount) / 12
    }
  }

  /// The use of all services under a rule, or why it is not known of one of them.
  private func use(under rule: ServiceUseRule) -> Result<PricedUse, PricedGap> {
    var columns: [ServiceUseColumns] = []
    for event in events {
      guard
        let found = material.cohort.serviceUse.first(where: {
          $0.event == event.id && $0.window == window.id && $0.rule == rule
        })
      else { return .failure(PricedGap(.noData)) }
      if let obstacle = found.notPossible {
        let isDateless = material.cohortPlan.dayZero == .none && rule != .bothWindowsWhole
        return .failure(PricedGap(isDateless ? .noDates : .notCountable(obstacle)))
      }
      columns.append(found)
    }
    if columns.isEmpty { return .failure(PricedGap(.noData)) }
    return .success(PricedUse(columns, of: group))
  }

  /// The use without those whose use cost most by each book, drawn once more; nil where too few would be left.
  private func withoutHeaviest(
    _ use: Result<PricedUse, PricedGap>?, _ prices: [[Double]]
  ) -> [BookCosts.Lighter]? {
    guard case .success(let use)? = use, use.people.count > MoneyMeasure.heaviest
    else { return nil }
    let rests = prices.map { use.withoutHeaviest(MoneyMeasure.heaviest, $0) }
    let drawn = drawn(
      zip(rests, prices).map { ($0.use, [$1]) }, [window.id, "without 5 people"])
    return zip(rests, drawn).map { rest, drawn in
      BookCosts.Lighter(rest: rest, drawn: drawn.map { $0[0] })
    }
  }

  /// The cost of the use by each list of prices.
  private func drawn(
    _ use: Result<PricedUse, PricedGap>?, _ prices: [[Double]], _ name: [String]
  ) -> Result<[PersonCosts], PricedGap> {
    guard let use else { return .failure(PricedGap(.noData)) }
    return use.flatMap { drawn([($0, prices)], name)[0] }
  }

  /// The cost of several uses, each by its own lists of prices; those of as many people share the draws.
  private func drawn(
    _ uses: [(use: PricedUse, prices: [[Double]])], _ name: [String]
  ) -> [Result<[PersonCosts], PricedGap>] {
    let change = CostChange(bootstrap: material.bootstrap(for: [Question.money.word] + name))
    let found = change.compare(uses.map { ($0.use.ofPersons, $0.prices) })
    return zip(uses, found).map { one, found in
      one.use.people.count < 2
        ? .failure(PricedGap(.tooFew(needed: 2, found: one.use.people.count)))
        : found.mapError { PricedGap(NotEstimable($0)) }
    }
  }
}

/// Why the use of the priced services is not known.
struct PricedGap: Error {
  var reason: NotEstimable

  init(_ reason: NotEstimable) { self.reason = reason }
}
