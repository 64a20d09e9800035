import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Enters the people of arms whose cost and scores are compared, and what the difference in cost tells of their events.
  mutating func enter(_ arms: MoneyFinding<Unreleased>.Arms, _ rule: RoundingRule) {
    enter(arms.comparison)
    relateApart(arms, rule)
    let answer = arms.comparison[.cost]
    // Of other people than those of service use their events are printed nowhere.
    guard (arms.apart ?? []).allSatisfy(\.isNone), let value = answer.estimate?.value,
      let printed = printed(arms, rule)
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

  /// What is printed leaves open of the difference in cost: its own figure, and what each gain less the cost leaves with the gain.
  private func printed(
    _ arms: MoneyFinding<Unreleased>.Arms, _ rule: RoundingRule
  ) -> ClosedRange<Double>? {
    let comparison = arms.comparison
    guard var range = rule.printed(comparison[.cost], ArmCostMeasure.cost.declared) else {
      return nil
    }
    guard let effect = rule.printed(comparison[.effect], ArmCostMeasure.effect.declared) else {
      return range
    }
    // A gain is better the higher it is.
    let gain =
      arms.scale.higherIsBetter ? effect : (-effect.upperBound)...(-effect.lowerBound)
    for worth in arms.worths {
      guard
        let net = rule.printed(worth[.netBenefit], PointWorthMeasure.netBenefit.declared)
      else { continue }
      let low = worth.point * gain.lowerBound - net.upperBound
      let high = worth.point * gain.upperBound - net.lowerBound
      let (least, most) = (max(range.lowerBound, low), min(range.upperBound, high))
      if least <= most { range = least...most }
    }
    return range
  }

  /// That arms are compared tells that nobody, or many, are in another figure of them and not here.
  private mutating func relateApart(_ arms: MoneyFinding<Unreleased>.Arms, _ rule: RoundingRule) {
    for apart in arms.apart ?? [] {
      let arm = [arms.comparison.treated, arms.comparison.control].first {
        $0.group.id == apart.people.groupID
      }
      guard let arm, let here = place(of: .people(arm.used.people)),
        let there = place(of: .people(apart.people))
      else { continue }
      if rule.isNear(arms) {
        // Where one figure is of some of the other's people, a reader can form the rest.
        if apart.onlyHere == 0 {
          relate(there, holds: here, restIsHidden: true)
        } else if apart.notHere == 0 {
          relate(here, holds: there, restIsHidden: true)
        }
        continue
      }
      // Also where arms are not compared a reader takes it that who would be is counted elsewhere.
      if apart.onlyHere == 0 {
        relate(there, holds: [here])
      } else if apart.notHere == 0 {
        relate(here, holds: [there])
      }
      let least = Double(rule.rounding.rules.leastPeople)
      if apart.isNone {
        relate([(there, 1), (here, -1)], in: 0...0, needs: [here])
      } else if apart.onlyHere == 0 {
        relate([(there, 1), (here, -1)], in: least...Double(Self.endless), needs: [here])
      } else if apart.notHere == 0 {
        relate([(here, 1), (there, -1)], in: least...Double(Self.endless), needs: [here])
      }
    }
  }
}
