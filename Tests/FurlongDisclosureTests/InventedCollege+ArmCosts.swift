import FurlongEvaluation
import FurlongStudy

/// What group b cost more than group a, and how it came out, of those with both scores and known use.
extension InventedCollege {
  var armCosts: [MoneyFinding<Unreleased>.Arms] {
    guard hasArms else { return [] }
    return [("full", 487.0), ("marginal", 213)].map { armCosts($0.0, pounds: $0.1) }
  }

  /// What each of the treated was given besides: 31,000 among 50, by the plan's own count.
  static let given = 620.0

  private func armCosts(_ id: String, pounds: Double) -> MoneyFinding<Unreleased>.Arms {
    let event = "admission"
    func set(_ group: String) -> PeopleSet {
      .costed(
        scale: Self.scale.id, occasion: Self.later.id, window: Self.year.id, events: [event],
        group: group)
    }
    func members(_ value: String) -> [Person] { people.filter { $0.group == value } }
    func costed(_ value: String) -> [Person] {
      members(value).filter { $0.isPaired && $0.isCounted }
    }
    func arm(_ value: String) -> ArmComparison<ArmCostMeasure, Unreleased>.Arm {
      let name = GroupName(id: "arm=\(value)", label: value)
      return .init(
        group: name, used: PeopleCount(costed(value).count, set(name.id)),
        eligible: due(name, members(value)))
    }
    let (treated, control) = (arm("b"), arm("a"))
    let used = PeopleCount(treated.used.count + control.used.count, set(Self.arms.id))
    let eligible = PeopleCount(
      treated.eligible.count + control.eligible.count,
      .due(occasion: Self.later.id, group: Self.arms.id))
    let events = ["b", "a"].map { costed($0).map(\.eventsAfter) }
    func mean(_ events: [Int]) -> Double {
      pounds * Double(events.reduce(0, +)) / Double(max(1, events.count))
    }
    let cost = mean(events[0]) + Self.given - mean(events[1])
    func answer(_ value: Double, spread: Double = 0) -> FoundAnswer {
      guard events.allSatisfy({ $0.count > 1 }) else {
        return .notEstimable(.tooFew(needed: 2, found: 1), used: used, eligible: eligible)
      }
      return .estimated(
        Estimate(
          value, used: used, eligible: eligible,
          interval: spread > 0
            ? Interval(low: value - spread, high: value + 1.3 * spread, level: 0.95) : nil,
          contributors: events.map { .init(to: $0) }))
    }
    return MoneyFinding.Arms(
      window: Self.year, book: id, bookName: id, scale: Self.scale,
      prices: [.init(event: event, pounds: pounds)],
      comparison: ArmComparison(
        time: Self.later, arms: Self.arms, treated: treated, control: control, used: used,
        eligible: eligible,
        answers: Answers { measure in
          switch measure {
          case .cost: answer(cost, spread: pounds / 2)
          case .effect: answer(3.217, spread: 1.9)
          case .dearerAndBetter: answer(0.6173)
          case .dearerAndWorse: answer(0.1127)
          case .cheaperAndBetter: answer(0.2512)
          case .cheaperAndWorse: answer(0.0188)
          case .costOfPoint:
            .notEstimable(.notAllDearerAndBetter, used: used, eligible: eligible)
          }
        }),
      worths: [100, 400].map { point in
        .init(
          point: point,
          answers: Answers { measure in
            switch measure {
            case .netBenefit: answer(3.217 * point - cost, spread: pounds / 2)
            case .acceptability: answer(0.7131)
            }
          })
      },
      apart: ["b", "a"].flatMap { (value: String) -> [MoneyFinding<Unreleased>.Arms.Apart] in
        let count = costed(value).count
        let group = "arm=\(value)"
        return [
          .init(
            .paired(scale: Self.scale.id, occasion: Self.later.id, group: group),
            notHere: members(value).count(where: \.isPaired) - count, onlyHere: 0),
          .init(
            .counted(event: event, window: Self.year.id, group: group, rule: .wholeWindow),
            notHere: members(value).count(where: \.isCounted) - count, onlyHere: 0),
        ]
      })
  }
}
