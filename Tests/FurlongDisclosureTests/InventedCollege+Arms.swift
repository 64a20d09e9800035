import FurlongEvaluation
import FurlongStudy

/// Group b held against group a, as if chance had made them.
extension InventedCollege {
  static let arms = RandomisedArms(column: "arm", treated: "b", control: "a")

  /// Whether there are two arms at all.
  var hasArms: Bool { groups.count > 1 }

  var armLimits: [CertaintyFinding<Unreleased>.Limit] {
    guard hasArms else { return [] }
    let (name, members) = named[1]
    let (used, eligible) = (paired(name, members), due(name, members))
    return [
      .armIncomplete(
        what: "qpr15", occasion: Self.later, group: name,
        share: share(used.count, used.people, of: eligible, eligible: eligible))
    ]
  }

  /// Both arms' people, and both together in the set that a comparison names.
  private func comparison<Measures: FindingMeasure>(
    _ time: TimeName, _ rows: [(group: GroupName, used: PeopleCount, eligible: PeopleCount)],
    used: PeopleSet, eligible: PeopleSet,
    _ answers: (PeopleCount, PeopleCount) -> Answers<Measures, Unreleased>
  ) -> ArmComparison<Measures, Unreleased> {
    func arm(_ value: String) -> ArmComparison<Measures, Unreleased>.Arm {
      let row = rows.first { $0.group.id == "arm=\(value)" } ?? rows[0]
      return .init(group: row.group, used: row.used, eligible: row.eligible)
    }
    let (treated, control) = (arm("b"), arm("a"))
    let both = PeopleCount(treated.used.count + control.used.count, used)
    let all = PeopleCount(treated.eligible.count + control.eligible.count, eligible)
    return ArmComparison(
      time: time, arms: Self.arms, treated: treated, control: control, used: both, eligible: all,
      answers: answers(both, all))
  }

  mutating func changeOfArms(
    _ rows: [ChangeFinding<Unreleased>.Row]
  ) -> ArmComparison<ArmChangeMeasure, Unreleased> {
    var college = self
    defer { self = college }
    return comparison(
      Self.later, rows.map { ($0.group, $0.used, $0.eligible) },
      used: .paired(scale: "qpr15", occasion: "later", group: Self.arms.id),
      eligible: .due(occasion: "later", group: Self.arms.id)
    ) { used, eligible in
      Answers { _ in college.number(used, of: eligible) }
    }
  }

  func meaningOfArms(
    _ rows: [MeaningFinding<Unreleased>.Row]
  ) -> ArmComparison<ArmMeaningMeasure, Unreleased> {
    comparison(
      Self.later, rows.map { ($0.group, $0.used, $0.eligible) },
      used: .paired(scale: "qpr15", occasion: "later", group: Self.arms.id),
      eligible: .due(occasion: "later", group: Self.arms.id)
    ) { used, eligible in
      Answers { measure in
        let shares = ["b", "a"].map { value in
          rows.first { $0.group.id == "arm=\(value)" }?[measure.ofEach].estimate?.parts
        }
        guard let one = shares[0], let other = shares[1] else {
          return .notEstimable(.tooFew(needed: 1, found: 0), used: used, eligible: eligible)
        }
        return .estimated(
          Estimate(
            one.count / Double(one.of) - other.count / Double(other.of), used: used,
            eligible: eligible,
            interval: Interval.newcombe(
              Int(one.count), of: one.of, minus: Int(other.count), of: other.of, level: 0.95),
            parts: one, minus: other))
      }
    }
  }

  mutating func useOfArms(
    _ rows: [ServiceUseFinding<Unreleased>.Row]
  ) -> ArmComparison<ArmUseMeasure, Unreleased> {
    let id = (event: "admission", window: "12-months")
    let events = ["b", "a"].flatMap { value -> [[Int]] in
      let counted = people.filter { $0.isCounted && $0.group == value }
      return [counted.map(\.eventsBefore), counted.map(\.eventsAfter)]
    }
    var college = self
    defer { self = college }
    return comparison(
      Self.year, rows.map { ($0.group, $0.people, $0.eligible) },
      used: .counted(
        event: id.event, window: id.window, group: Self.arms.id, rule: .wholeWindow),
      eligible: .population(group: Self.arms.id)
    ) { used, eligible in
      Answers { _ in
        guard case .estimated(var estimate) = college.number(used, of: eligible) else {
          return .notEstimable(.tooFew(needed: 2, found: 0), used: used, eligible: eligible)
        }
        estimate.contributors = events.map { .init(to: $0) }
        return .estimated(estimate)
      }
    }
  }
}
