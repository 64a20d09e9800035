import FurlongStatistics
import FurlongStudy

/// What use of services cost in one window by one book of prices.
struct BookCosts {
  var window: PricedWindow
  var book: CostBook
  /// The price of each event in the plan's year, in the order of the window's events.
  var prices: [Double]
  var uses: [ServiceUseRule: Result<PricedUse, PricedGap>]
  var drawn: [ServiceUseRule: Result<PersonCosts, PricedGap>]
  /// The use without those whose use cost most by this book; nil where it is not asked for, or too few would be left.
  var lighter: Lighter?

  /// The use without those whose use cost most, with what it cost, for whom people are drawn once more.
  struct Lighter {
    var rest: LighterUse
    var drawn: Result<PersonCosts, PricedGap>
  }

  func answer() -> MoneyFinding<Unreleased>.Book {
    let moved = book.unitCosts
      .filter { price in window.events.contains { $0.id == price.event } }
      .filter { $0.priceYear != costs.priceYear }
    let five = withoutFive()
    return MoneyFinding.Book(
      id: book.id, name: book.name,
      index: moved.isEmpty ? nil : book.index.map { "\($0.name), \($0.edition)" },
      isProvisional: moved.contains {
        book.index?.isProvisional(from: $0.priceYear, to: costs.priceYear) ?? false
      },
      services: window.events.indices.compactMap(service),
      answers: Answers { answer(to: $0, five) },
      holders: holders())
  }

  /// The same for a group, in few numbers.
  func ofGroup() -> MoneyFinding<Unreleased>.GroupCost {
    MoneyFinding.GroupCost(
      group: window.group.name, people: sample(.wholeWindow, of: use).used,
      answers: Answers { measure in
        switch measure {
        case .costBefore: cost(\.before, [.before])
        case .costAfter: cost(\.after, [.after])
        case .difference: difference(under: .wholeWindow)
        case .differenceOverWindow: overWindow(difference(under: .wholeWindow))
        }
      })
  }

  private var costs: CostsPlan { window.costs }

  private var years: Double? { window.years }

  /// The use over the whole windows; nil where it is not known.
  private var use: PricedUse? { try? uses[.wholeWindow]?.get() }

  private var reason: NotEstimable {
    if case .failure(let gap)? = uses[.wholeWindow] { return gap.reason }
    return .noData
  }

  private func sample(_ rule: ServiceUseRule, of use: PricedUse?) -> Sample {
    let used =
      use?.fewest
      ?? PeopleCount(
        0,
        .counted(
          event: window.events.first?.id ?? "", window: window.window.id,
          group: window.group.name.id, rule: rule), isGiven: true)
    return window.material.sample(used: used, eligible: window.group.count)
  }

  // MARK: One service

  private func service(_ place: Int) -> MoneyFinding<Unreleased>.Service? {
    guard let price = book.unitCost(of: window.events[place].id) else { return nil }
    return MoneyFinding.Service(
      event: window.events[place], unitCost: price, pounds: prices[place],
      answers: Answers { measure in
        switch measure {
        case .quantityBefore: rate(place, .before)
        case .quantityAfter: rate(place, .after)
        case .costBefore: rate(place, .before).times(prices[place])
        case .costAfter: rate(place, .after).times(prices[place])
        case .difference: difference(of: place)
        }
      })
  }

  private func rate(_ place: Int, _ side: PeopleSet.Side) -> FoundAnswer {
    guard let use else { return sample(.wholeWindow, of: nil).none(reason) }
    let sample = window.material.sample(
      used: use.counted[place], eligible: window.group.count)
    guard let rate = use.rate(of: place, side) else {
      return sample.none(.tooFew(needed: 1, found: 0))
    }
    return sample.sum(rate, of: Estimate.Contributors(to: use.events(of: place, side)))
  }

  private func difference(of place: Int) -> FoundAnswer {
    guard case .estimated(let before) = rate(place, .before),
      case .estimated(var after) = rate(place, .after)
    else { return rate(place, .after) }
    after.value = (after.value - before.value) * prices[place]
    after.contributors = before.contributors + after.contributors
    return .estimated(after)
  }

  // MARK: All services

  /// What is found without the five whose use cost most.
  private struct WithoutFive {
    var difference: FoundAnswer
    var share: FoundAnswer
  }

  private func answer(to measure: MoneyMeasure, _ five: WithoutFive) -> FoundAnswer {
    switch measure {
    case .costBefore: cost(\.before, [.before])
    case .costAfter: cost(\.after, [.after])
    case .difference, .differenceWithoutLastMonth, .differenceWithoutLastThreeMonths,
      .differenceOfWholeWindows:
      difference(under: measure.rule ?? .wholeWindow)
    case .differenceOverWindow: overWindow(difference(under: .wholeWindow))
    case .net, .netWithoutLastThreeMonths, .netWithoutFive:
      net(of: answer(to: measure.netOf ?? .difference, five))
    case .breakEven: breakEven()
    case .fell: share(below: 0, of: difference(under: .wholeWindow))
    case .fellByMore: fellByMore()
    case .differenceWithoutFive: five.difference
    case .shareOfFive: five.share
    }
  }

  private func cost(
    _ side: KeyPath<PersonCosts, BootstrapEstimate?>, _ sides: [PeopleSet.Side],
    under rule: ServiceUseRule = .wholeWindow
  ) -> FoundAnswer {
    let use = try? uses[rule]?.get()
    let sample = sample(rule, of: use)
    return answer(drawn[rule], side, sides, use, sample)
  }

  private func difference(under rule: ServiceUseRule) -> FoundAnswer {
    cost(\.difference, [.before, .after], under: rule)
  }

  private func answer(
    _ drawn: Result<PersonCosts, PricedGap>?,
    _ side: KeyPath<PersonCosts, BootstrapEstimate?>, _ sides: [PeopleSet.Side],
    _ use: PricedUse?, _ sample: Sample
  ) -> FoundAnswer {
    switch drawn {
    case nil: return sample.none(.noData)
    case .failure(let gap)?: return sample.none(gap.reason)
    case .success(let costs)?:
      guard let use, let found = costs[keyPath: side] else { return sample.none(.nothingHappened) }
      var estimate = sample.drawn(found)
      estimate.contributors = sides.map { use.contributors($0, prices) }
      if use.differs { estimate.caveats.append(.servicesOfDifferentPeople) }
      if sample.used.count < CostsOfFewPeople.people, estimate.interval != nil {
        estimate.caveats.append(.costsOfFewPeople)
      }
      return .estimated(estimate)
    }
  }

  /// What the service cost a person, where all who are counted had it: not where a study has arms.
  private var added: FoundAnswer {
    window.material.plan.design.word == .beforeAfter
      ? window.deliveryPerPerson : sample(.wholeWindow, of: use).none(.notAllArmsServed)
  }

  private func overWindow(_ answer: FoundAnswer) -> FoundAnswer {
    guard let years else { return answer.without(.windowsDiffer) }
    return answer.times(years)
  }

  /// What the service cost a person, with a difference over the window.
  private func net(of yearly: FoundAnswer) -> FoundAnswer {
    let difference = overWindow(yearly)
    guard case .estimated(var estimate) = difference else { return difference }
    guard let delivery = added.estimate else {
      return difference.without(added.reason ?? .noDeliveryCost)
    }
    estimate.value += delivery.value
    estimate.interval = estimate.interval.map {
      Interval(low: $0.low + delivery.value, high: $0.high + delivery.value, level: $0.level)
    }
    return .estimated(estimate)
  }

  private func breakEven() -> FoundAnswer {
    let before = cost(\.before, [.before])
    guard case .estimated(var estimate) = before else { return before }
    guard let years else { return before.without(.windowsDiffer) }
    guard let delivery = added.estimate else {
      return before.without(added.reason ?? .noDeliveryCost)
    }
    guard estimate.value > 0 else { return before.without(.nothingHappened) }
    estimate.value = delivery.value / (estimate.value * years)
    estimate.interval = nil
    estimate.standardError = nil
    estimate.method = nil
    estimate.caveats = []
    return .estimated(estimate)
  }

  /// In what share of the draws cost fell by more over the window than the service cost.
  private func fellByMore() -> FoundAnswer {
    let difference = difference(under: .wholeWindow)
    guard let years else { return difference.without(.windowsDiffer) }
    guard let delivery = added.estimate else {
      return difference.without(added.reason ?? .noDeliveryCost)
    }
    return share(below: -delivery.value / years, of: difference)
  }

  /// In what share of the draws the difference lies below a limit.
  private func share(below limit: Double, of difference: FoundAnswer) -> FoundAnswer {
    guard case .estimated(var estimate) = difference,
      case .success(let costs)? = drawn[.wholeWindow]
    else { return difference }
    guard let share = costs.share(below: limit) else { return difference.without(.noVariation) }
    estimate.value = share
    estimate.interval = nil
    estimate.standardError = nil
    estimate.method = nil
    estimate.caveats = []
    return .estimated(estimate)
  }

  private func withoutFive() -> WithoutFive {
    guard let use, let lighter else {
      let found = self.use?.people.count ?? 0
      let none = sample(.wholeWindow, of: self.use).none(
        self.use == nil ? reason : .tooFew(needed: MoneyMeasure.heaviest + 1, found: found))
      return WithoutFive(difference: none, share: none)
    }
    let sample = sample(.wholeWindow, of: use)
    let rest = lighter.rest
    var shared = sample.none(.nothingHappened)
    if let share = rest.share {
      var estimate = sample.estimate(share)
      estimate.contributors = [rest.theirs]
      shared = .estimated(estimate)
    }
    var difference = answer(lighter.drawn, \.difference, [.before, .after], rest.use, sample)
    if case .estimated(var estimate) = difference {
      // Beside the difference of everyone it tells of these five together.
      estimate.contributors.append(rest.theirs)
      difference = .estimated(estimate)
    }
    return WithoutFive(difference: difference, share: shared)
  }

  // MARK: Budgets

  private func holders() -> [MoneyFinding<Unreleased>.Holder] {
    var names: [String] = []
    for name in window.events.compactMap({ book.unitCost(of: $0.id)?.borneBy })
      + costs.deliveries.map(\.paidBy) where !names.contains(name)
    {
      names.append(name)
    }
    return names.map { name in
      let places = window.events.indices.filter {
        book.unitCost(of: window.events[$0].id)?.borneBy == name
      }
      let paid = costs.deliveries.filter { $0.paidBy == name }.compactMap(costs.pounds(of:))
      let total = paid.isEmpty ? nil : paid.reduce(0, +)
      return MoneyFinding.Holder(
        name: name, events: places.map { window.events[$0].id }, paid: total,
        answers: Answers { measure in
          switch measure {
          case .difference: difference(ofServices: places)
          case .delivery: delivery(total)
          }
        })
    }
  }

  private func difference(ofServices places: [Int]) -> FoundAnswer {
    let found = places.map(difference(of:))
    guard let first = found.first else {
      return sample(.wholeWindow, of: use).none(.paysForNothing)
    }
    guard case .estimated(var sum) = first else { return first }
    for other in found.dropFirst() {
      guard case .estimated(let other) = other else { return other }
      sum.value += other.value
      sum.contributors += other.contributors
    }
    return overWindow(.estimated(sum))
  }

  private func delivery(_ pounds: Double?) -> FoundAnswer {
    guard case .estimated(let all) = window.deliveryPerPerson else {
      return window.deliveryPerPerson
    }
    let sample = window.material.sample(used: all.used, eligible: all.eligible)
    return pounds.map(sample.shared) ?? sample.none(.paysForNothing)
  }
}

/// What is known of intervals of costs where people are few.
public enum CostsOfFewPeople {
  /// Below so many people an interval of a cost is not to be relied on: costs are too skewed.
  ///
  /// Briggs, Mooney & Wonderling 1999; Nixon, Wonderling & Grieve 2010, doi:10.1002/hec.1477.
  public static let people = 30
}

extension FoundAnswer {
  /// The same number with its interval so many times as large; `factor` is positive.
  fileprivate func times(_ factor: Double) -> FoundAnswer {
    guard case .estimated(var estimate) = self else { return self }
    estimate.value *= factor
    estimate.standardError = estimate.standardError.map { $0 * factor }
    estimate.interval = estimate.interval.map {
      Interval(low: $0.low * factor, high: $0.high * factor, level: $0.level)
    }
    return .estimated(estimate)
  }

  /// The reason in its place, of the same people.
  fileprivate func without(_ reason: NotEstimable) -> FoundAnswer {
    switch self {
    case .estimated(let estimate):
      .notEstimable(reason, used: estimate.used, eligible: estimate.eligible)
    case .notEstimable: self
    }
  }

  /// Why there is no number; nil where there is one.
  fileprivate var reason: NotEstimable? {
    if case .notEstimable(let reason, _, _) = self { return reason }
    return nil
  }
}
