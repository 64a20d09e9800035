import FurlongStatistics
import FurlongStudy

/// What the treated arm of a randomised study cost more, and came out better, than the control arm, over one window.
///
/// With the leading scale at the follow-up nearest to the window's end. Everyone counts in the arm that they were assigned
/// to. What the service itself cost is the treated arm's, and so the plan must say for how many it was paid: the people of
/// the report are of both arms.
struct ArmCosts {
  var material: Material
  var costs: CostsPlan
  var events: [EventKind]
  var window: ServiceWindow
  var arms: PeopleGroup.Arms
  /// Of each book, what one of each event costs.
  var prices: [[Double]]
  /// What the service itself cost a person.
  var deliveryPerPerson: FoundAnswer

  /// The leading scale at its follow-up, and who of both arms is in it.
  private struct Compared {
    var scale: ScaleDescription
    var occasion: Occasion
    var treated: CostedPeople
    var control: CostedPeople
  }

  /// Nil without a leading scale that is asked at a follow-up.
  private func compared() throws(EvaluationError) -> Compared? {
    guard let planned = material.plan.outcomes.first(where: { $0.role == .primary }),
      let occasion = occasion(of: planned.scale)
    else { return nil }
    func side(_ group: PeopleGroup) -> CostedPeople {
      CostedPeople(
        group, material, scale: planned.scale, at: occasion, events: events.map(\.id), in: window,
        prices: prices)
    }
    return Compared(
      scale: try material.judged(planned).description, occasion: occasion,
      treated: side(arms.treated), control: side(arms.control))
  }

  /// Who is in it, as entries of the cohort's columns.
  func who() throws(EvaluationError) -> [String: [Int]] {
    guard let compared = try compared() else { return [:] }
    let time = "\(compared.scale.id) \(compared.occasion.id) \(window.id)"
    return [(arms.treated, compared.treated), (arms.control, compared.control)]
      .reduce(into: [:]) { found, arm in
        found["costed \(time) \(arm.0.name.id)"] = arm.1.people.map(\.place).sorted()
      }
  }

  /// By every book of the plan.
  func answer() throws(EvaluationError) -> [MoneyFinding<Unreleased>.Arms] {
    guard let compared = try compared() else { return [] }
    let (scale, occasion) = (compared.scale, compared.occasion)
    let (treated, control) = (compared.treated, compared.control)
    let both = material.sample(
      used: PeopleCount(
        treated.used.count + control.used.count,
        .costed(
          scale: scale.id, occasion: occasion.id, window: window.id, events: events.map(\.id),
          group: arms.plan.id)),
      eligible: PeopleCount(
        treated.eligible.count + control.eligible.count,
        .due(occasion: occasion.id, group: arms.plan.id)))
    let drawn = drawn(compared)
    return costs.books.indices.map { book in
      let answers = ArmCostAnswers(
        drawn: drawn.map { $0[book] }, sample: both, isHigherBetter: scale.higherIsBetter,
        fewest: min(treated.used.count, control.used.count),
        contributors: [treated, control].map { $0.contributors(book) })
      return MoneyFinding.Arms(
        window: TimeName(window), book: costs.books[book].id, bookName: costs.books[book].name,
        scale: scale,
        prices: zip(events, prices[book]).map { MoneyFinding.Price(event: $0.id, pounds: $1) },
        comparison: ArmComparison(
          time: TimeName(occasion), arms: arms.plan,
          treated: .init(
            group: arms.treated.name, used: treated.used, eligible: treated.eligible),
          control: .init(
            group: arms.control.name, used: control.used, eligible: control.eligible),
          used: both.used, eligible: both.eligible, answers: Answers(answers.answer)),
        worths: costs.pointValues.map { value in
          .init(point: value, answers: Answers { answers.answer($0, at: value) })
        }, apart: treated.apart + control.apart)
    }
  }

  /// The follow-up nearest to the end of the window, of two the earlier; the last where their days are not known.
  private func occasion(of scale: String) -> Occasion? {
    let asked = material.cohortPlan.followUps(of: scale)
    guard asked.allSatisfy({ $0.window != nil }) else { return asked.last }
    func distance(_ occasion: Occasion) -> Double {
      abs(Double(occasion.window?.nearestTo ?? 0) - daysAfter)
    }
    return asked.min { distance($0) < distance($1) }
  }

  private var daysAfter: Double {
    let amount = Double(window.after.amount)
    return switch window.after.unit {
    case .days: amount
    case .weeks: 7 * amount
    case .months: amount * EventSample.daysInYear / 12
    }
  }

  /// Each book's differences in every draw of people within their arms, or why there is none.
  private func drawn(_ compared: Compared) -> Result<[DrawnCostAndEffect], PricedGap> {
    let (treated, control) = (compared.treated, compared.control)
    if let obstacle = treated.obstacle { return .failure(PricedGap(obstacle)) }
    guard costs.deliveryPounds != nil else { return .failure(PricedGap(.noDeliveryCost)) }
    guard costs.served != nil, let given = deliveryPerPerson.estimate?.value else {
      return .failure(PricedGap(.servedNotSaid))
    }
    let fewest = min(treated.people.count, control.people.count)
    if fewest < 2 { return .failure(PricedGap(.tooFew(needed: 2, found: fewest))) }
    // An effect is better the higher it is.
    let way: Double = compared.scale.higherIsBetter ? 1 : -1
    func arm(_ side: CostedPeople) -> CostsAndScores {
      CostsAndScores(
        costs: costs.books.indices.map { book in side.people.map { $0.costs[book] } },
        before: side.people.map { way * $0.before }, after: side.people.map { way * $0.after })
    }
    let name = [
      Question.money.word, window.id, compared.scale.id, compared.occasion.id, arms.plan.id,
    ]
    do throws(StatisticsError) {
      return .success(
        try DrawnCostEffectiveness(bootstrap: material.bootstrap(for: name))
          .compare(treated: arm(treated), control: arm(control), given: given))
    } catch {
      return .failure(PricedGap(NotEstimable(error)))
    }
  }
}
