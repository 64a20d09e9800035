import FurlongStatistics
import FurlongStudy

/// Question 5: what the service cost, and what use of services cost before and after it.
struct Money {
  var material: Material
  var step: EvaluationStep

  func answer(events: [String]) throws(EvaluationError) -> MoneyFinding<Unreleased> {
    guard let costs = material.plan.costs else { throw .noCosts(step: step.id) }
    if material.cohortPlan.windows.isEmpty { throw .noWindow(step: step.id) }
    let events = try priced(events, costs)
    let delivery = try deliveryCost(costs)
    var windows: [MoneyFinding<Unreleased>.Window] = []
    for window in material.cohortPlan.windows {
      let use = PricedWindow(
        material: material, costs: costs, events: events, window: window,
        deliveryPerPerson: delivery.answers[.perPerson])
      windows.append(try use.answer(step: step))
    }
    return MoneyFinding(
      priceYear: costs.priceYear, cashable: costs.cashable, deliveries: delivery.headings,
      servedByCount: costs.served, served: delivery.served, delivery: delivery.answers,
      windows: windows)
  }

  /// The events that the step prices; where it names none, those of which the leading book has a price.
  private func priced(
    _ ids: [String], _ costs: CostsPlan
  ) throws(EvaluationError) -> [EventKind] {
    let events = try material.events(ids, step: step)
    if !ids.isEmpty { return events }
    return events.filter { costs.books.first?.unitCost(of: $0.id) != nil }
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
    return DeliveryCost(
      headings: headings, served: served,
      answers: Answers { measure in
        switch measure {
        case .perPerson:
          costs.deliveryPounds.map { sample.shared($0) } ?? sample.none(.noDeliveryCost)
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
