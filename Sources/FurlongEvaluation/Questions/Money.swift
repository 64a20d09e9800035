import FurlongStatistics
import FurlongStudy

/// Question 5: what the service cost, and what use of services cost before and after it.
struct Money {
  var material: Material
  var step: EvaluationStep

  func answer(events: [String]) throws(EvaluationError) -> MoneyFinding<Unreleased> {
    guard let costs = material.plan.costs else { throw .noCosts(step: step.id) }
    let events = try priced(events, costs)
    let delivery = try deliveryCost(costs)
    var windows: [MoneyFinding<Unreleased>.Window] = []
    for window in costs.books.isEmpty ? [] : try material.windows(of: step) {
      let use = PricedWindow(
        material: material, costs: costs, events: events, window: window,
        group: PeopleGroup.everyone(in: material.cohort),
        deliveryPerPerson: delivery.answers[.perPerson])
      windows.append(try use.answer(step: step))
    }
    var arms: [MoneyFinding<Unreleased>.Arms] = []
    for compared in try armCosts(events, costs, delivery.answers[.perPerson]) {
      arms += try compared.answer()
    }
    return MoneyFinding(
      priceYear: costs.priceYear, cashable: costs.cashable, deliveries: delivery.headings,
      servedByCount: costs.served, served: delivery.served, delivery: delivery.answers,
      improved: try improved(costs, delivery.answers[.perPerson]), windows: windows,
      arms: arms,
      landmark: step.isFromLandmark ? material.cohortPlan.landmark : nil,
      completers: try completers(events, costs, delivery.answers[.perPerson]))
  }

  /// What the arms of a randomised study differ by, window by window; none where none are compared.
  private func armCosts(
    _ events: [EventKind], _ costs: CostsPlan, _ delivery: FoundAnswer
  ) throws(EvaluationError) -> [ArmCosts] {
    guard step.comparesArms, !costs.books.isEmpty,
      let arms = try PeopleGroup.arms(of: material.cohort, plan: material.plan)
    else { return [] }
    var found: [ArmCosts] = []
    for window in try material.windows(of: step) {
      let use = PricedWindow(
        material: material, costs: costs, events: events, window: window,
        group: PeopleGroup.everyone(in: material.cohort), deliveryPerPerson: delivery)
      found.append(
        ArmCosts(
          material: material, costs: costs, events: events, window: window, arms: arms,
          prices: try use.prices(step: step), deliveryPerPerson: delivery))
    }
    return found
  }

  /// Who is in what the arms differ by.
  func whoIsCosted(_ events: [String]) throws(EvaluationError) -> [String: [Int]] {
    guard let costs = material.plan.costs else { return [:] }
    var found: [String: [Int]] = [:]
    let delivery = try deliveryCost(costs).answers[.perPerson]
    for compared in try armCosts(try priced(events, costs), costs, delivery) {
      found.merge(try compared.who()) { first, _ in first }
    }
    return found
  }

  /// What use cost those who completed and the others, from the landmark on.
  private func completers(
    _ events: [EventKind], _ costs: CostsPlan, _ delivery: FoundAnswer
  ) throws(EvaluationError) -> [MoneyFinding<Unreleased>.Completers] {
    guard step.isFromLandmark, !costs.books.isEmpty else { return [] }
    let groups = try PeopleGroup.all(of: material.cohort, plan: material.plan, step: step)
    var found: [MoneyFinding<Unreleased>.Completers] = []
    for window in try material.windowsFromLandmark(of: step) {
      let priced = groups.map { group in
        PricedWindow(
          material: material, costs: costs, events: events, window: window, group: group,
          deliveryPerPerson: delivery)
      }
      var rows: [[MoneyFinding<Unreleased>.GroupCost]] = []
      for use in priced { rows.append(try use.ofGroup(step: step)) }
      guard let first = priced.first else { continue }
      let prices = try first.prices(step: step)
      for (place, book) in costs.books.enumerated() {
        found.append(
          MoneyFinding.Completers(
            window: TimeName(window), years: first.years, book: book.id, bookName: book.name,
            prices: zip(events, prices[place]).map {
              MoneyFinding.Price(event: $0.id, pounds: $1)
            },
            rows: rows.map { $0[place] }))
      }
    }
    return found
  }

  /// The events that the step prices; where it names none, those of which the leading book has a price, and without a book none.
  private func priced(
    _ ids: [String], _ costs: CostsPlan
  ) throws(EvaluationError) -> [EventKind] {
    guard let lead = costs.books.first else {
      if ids.isEmpty { return [] }
      throw .noBook(step: step.id)
    }
    let events = try material.events(ids, step: step)
    if !ids.isEmpty { return events }
    return events.filter { lead.unitCost(of: $0.id) != nil }
  }

  /// What the service cost for each who reliably improved on the leading scale at its first follow-up; nil unless another
  /// step shows who did, so that the counts stand in its place.
  private func improved(
    _ costs: CostsPlan, _ delivery: FoundAnswer
  ) throws(EvaluationError) -> MoneyFinding<Unreleased>.Improved? {
    guard !costs.deliveries.isEmpty,
      let lead = material.plan.outcomes.first(where: { $0.role == .primary }),
      material.cohortPlan.baseline != nil, showsMeaning(of: lead.scale),
      let outcome = try Meaning(material: material, step: step)
        .answer(outcomes: [lead.scale], rules: []).outcomes.first,
      let row = outcome.rows.first
    else { return nil }
    let hasArms = material.plan.design.word != .beforeAfter
    let paired = row[.improved]
    let due = material.sample(used: row.eligible, eligible: row.eligible)
    let all: FoundAnswer =
      paired.estimate?.parts.map { due.share(Int($0.count), $0.people) } ?? paired
    return MoneyFinding.Improved(
      scale: outcome.scale, occasion: row.occasion,
      answers: Answers { measure in
        switch measure {
        case .shareOfPaired: paired
        case .shareOfDue: all
        case .costIfOthersAlike: cost(delivery, over: paired, hasArms)
        case .costIfNoOthers: cost(delivery, over: all, hasArms)
        }
      })
  }

  private func showsMeaning(of scale: String) -> Bool {
    material.plan.steps.contains { step in
      if case .meaning(let outcomes, _) = step.asked {
        outcomes.isEmpty || outcomes.contains(scale)
      } else {
        false
      }
    }
  }

  /// Pounds a person over a share of them, whose interval is turned round; what was paid is taken as known.
  private func cost(
    _ delivery: FoundAnswer, over share: FoundAnswer, _ hasArms: Bool
  ) -> FoundAnswer {
    guard case .estimated(let part) = share else { return share }
    let sample = material.sample(used: part.used, eligible: part.eligible)
    if hasArms { return sample.none(.notAllArmsServed) }
    guard let pounds = delivery.estimate?.value else { return sample.none(.noDeliveryCost) }
    guard part.value > 0, let interval = part.interval, interval.low > 0 else {
      return sample.none(.nothingHappened)
    }
    var estimate = sample.estimate(pounds / part.value)
    estimate.interval = Interval(
      low: pounds / interval.high, high: pounds / interval.low, level: interval.level)
    // Nobody's share of it can be large: it rests on as many as improved.
    estimate.contributors = [Estimate.Contributors(people: Int(part.parts?.count ?? 0))]
    return .estimated(estimate)
  }

  private struct DeliveryCost {
    var headings: [MoneyFinding<Unreleased>.Delivery]
    var served: PeopleCount
    var answers: Answers<DeliveryMeasure, Unreleased>
  }

  private func deliveryCost(_ costs: CostsPlan) throws(EvaluationError) -> DeliveryCost {
    var headings: [MoneyFinding<Unreleased>.Delivery] = []
    for planned in costs.deliveries {
      guard let pounds = costs.pounds(of: planned) else {
        throw .noIndex(
          book: costs.books.first?.id ?? "", from: planned.priceYear.text,
          to: costs.priceYear.text)
      }
      headings.append(MoneyFinding.Delivery(planned: planned, pounds: pounds))
    }
    let period = costs.deliveryPeriod
    let registered = material.cohort.dayZero.count { day in
      day.map { period?.contains($0) ?? false } ?? false
    }
    let served =
      costs.served.map {
        PeopleCount($0, .served(byCount: true), isGiven: true)
      } ?? PeopleCount(registered, .served(byCount: false), isGiven: period == nil)
    let sample = material.sample(used: served, eligible: material.everyone)
    let isUnknown = costs.served == nil && material.plan.design.word != .beforeAfter
    return DeliveryCost(
      headings: headings, served: served,
      answers: Answers { measure in
        switch measure {
        case .perPerson:
          // Not all of the arms had it, so it is not to be shared among all.
          costs.deliveryPounds.map {
            isUnknown ? sample.none(.servedNotSaid) : sample.shared($0)
          } ?? sample.none(.noDeliveryCost)
        }
      })
  }
}

extension Sample {
  /// Pounds that a plan states, shared among those used.
  func shared(_ pounds: Double) -> FoundAnswer {
    if used.count < 1 { return none(.tooFew(needed: 1, found: 0)) }
    var estimate = estimate(pounds / Double(used.count))
    estimate.shared = pounds
    return .estimated(estimate)
  }
}
