import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Enters the people of arms whose cost and scores are compared, and what the difference in cost tells of their events.
  mutating func enter(_ arms: MoneyFinding<Unreleased>.Arms, _ rule: RoundingRule) {
    enter(arms.comparison)
    let answer = arms.comparison[.cost]
    // Of other people than those of service use their events are printed nowhere.
    guard (arms.apart ?? []).allSatisfy({ $0 == 0 }), let value = answer.estimate?.value,
      let printed = rule.printed(answer, ArmCostMeasure.cost.declared)
    else { return }
    var terms: [(Int, Double)] = []
    for (arm, sign) in [(arms.comparison.treated, 1.0), (arms.comparison.control, -1)] {
      guard arm.used.count > 0 else { return }
      for price in arms.prices {
        let key = CountKey.events(
          .after, event: price.event, window: arms.window.id, group: arm.group.id)
        guard let place = place(of: key) else { return }
        terms.append((place, sign * price.pounds / Double(arm.used.count)))
      }
    }
    // What the service itself cost everybody may know.
    let known = value - terms.reduce(0) { $0 + $1.1 * Double(counts[$1.0].truth) }
    relate(
      terms, in: (printed.lowerBound - known)...(printed.upperBound - known), needs: terms.map(\.0))
  }
}
