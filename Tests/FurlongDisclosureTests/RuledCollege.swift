import FurlongEvaluation
import FurlongStudy

/// People with changes on PHQ-9 and GAD-7, drawn one by one, and what the plan and three sets of rules make of them.
struct RuledCollege {
  struct Person {
    var group: String
    var isDue: Bool
    /// What became of the person on each scale, from −1 (worse) to 1 (better); nil without a pair.
    var phq: Int?
    var gad: Int?
    var began: Bool
    var left: Bool

    var changes: [Int] { [phq, gad].compactMap { $0 } }
    var isOfBoth: Bool { phq != nil && gad != nil }
  }

  var people: [Person] = []

  static let time = TimeName(id: "later", label: "later")
  private static let everyone = GroupName.everyone

  init(seed: UInt64) {
    var draws = Draws(state: seed)
    let size = Int.random(in: 12...150, using: &draws)
    let missing = Double.random(in: 0...0.3, using: &draws)
    let worse = Double.random(in: 0...0.2, using: &draws)
    for _ in 0..<size {
      func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &draws) < share }
      func change() -> Int? { chance(missing) ? nil : chance(worse) ? -1 : chance(0.5) ? 1 : 0 }
      people.append(
        Person(
          group: chance(0.3) ? "a" : "b", isDue: chance(0.9), phq: change(), gad: change(),
          began: chance(0.7), left: chance(0.5)))
    }
  }

  func findings() -> Findings<Unreleased> {
    Findings(
      study: StudyDescription(
        id: "s", title: "t", about: "", fictional: true, people: .init(one: "one", many: "many"),
        design: .beforeAfter, involvement: "", registered: nil, dataTo: nil, dayZero: "",
        outcomes: 2),
      provenance: Provenance(tool: "test", planSHA256: "", seed: 1, inputs: []),
      steps: [
        .init(
          id: "rules", planned: .yes,
          finding: .meaning(
            MeaningFinding(
              outcomes: [
                outcome("phq9", 6) { $0.phq }, outcome("gad7", 4) { $0.gad },
              ],
              rules: [talking, community, several])))
      ])
  }

  private var groups: [(name: GroupName, people: [Person])] {
    [(Self.everyone, people)]
      + ["a", "b"].map { group in
        (GroupName(id: "team=\(group)", label: group), people.filter { $0.group == group })
      }
  }

  static func scale(_ id: String) -> ScaleDescription {
    ScaleDescription(
      id: id, name: id, measures: id, higherIsBetter: false, low: 0, high: 27, step: 1, bands: [],
      source: "", role: .primary)
  }

  private func due(_ group: GroupName, _ members: [Person]) -> PeopleCount {
    PeopleCount(members.count(where: \.isDue), .due(occasion: "later", group: group.id))
  }

  private func pairs(
    _ scale: String, _ group: GroupName, _ members: [Person], _ change: (Person) -> Int?
  ) -> PeopleCount {
    PeopleCount(
      members.count { $0.isDue && change($0) != nil },
      .paired(scale: scale, occasion: "later", group: group.id))
  }

  private func points(_ value: Double, _ scale: String) -> FoundAnswer {
    let first = PeopleCount(people.count, .withBaseline(scale: scale))
    return .estimated(Estimate(value, used: first, eligible: first))
  }

  private func reliability(_ points: Double) -> ReliabilityDescription {
    ReliabilityDescription(
      .atLeast(points), kind: "reliable-\(Int(points))-points", source: "nobody")
  }

  func share(_ count: Int, _ set: PeopleSet, of used: PeopleCount, _ due: PeopleCount)
    -> FoundAnswer
  {
    guard used.count > 0 else {
      return .notEstimable(.tooFew(needed: 1, found: 0), used: used, eligible: due)
    }
    return .estimated(
      Estimate(
        Double(count) / Double(used.count), used: used, eligible: due,
        interval: Interval.wilson(Double(count), of: used.count, level: 0.95),
        parts: .init(count: Double(count), people: set, of: used.count)))
  }

  /// The plan's own judgement of a scale, by the very points of the rules.
  private func outcome(
    _ scale: String, _ threshold: Double, _ change: (Person) -> Int?
  ) -> MeaningFinding<Unreleased>.Outcome {
    .init(
      scale: Self.scale(scale), reliability: reliability(threshold),
      threshold: points(threshold, scale), cutOff: nil,
      rows: groups.map { group, members in
        let eligible = due(group, members)
        let used = pairs(scale, group, members, change)
        let changes = members.filter(\.isDue).compactMap(change)
        return .init(
          occasion: Self.time, group: group, used: used, eligible: eligible,
          shares: Answers { measure in
            let count: Int? =
              switch measure {
              case .improved: changes.count { $0 > 0 }
              case .unchanged: changes.count { $0 == 0 }
              case .deteriorated: changes.count { $0 < 0 }
              case .crossed, .recovered, .harmed: nil
              }
            guard let count else {
              return .notEstimable(.noCutOffPublished, used: used, eligible: eligible)
            }
            return share(
              count, .judged(measure, scale: scale, occasion: "later", group: group.id), of: used,
              eligible)
          })
      },
      cutOffs: [
        .init(basis: .made(.a), source: "", score: points(9.87654, scale), rows: []),
        .init(
          basis: .published, source: "nobody", score: points(10, scale),
          rows: [crossedBy("published", scale, change)]),
      ])
  }

  /// Who crossed another cut-off: all who got better but one in three.
  private func crossedBy(
    _ word: String, _ scale: String, _ change: (Person) -> Int?
  ) -> CutOffFinding<Unreleased>.Row {
    let better = people.filter { $0.isDue && (change($0) ?? 0) > 0 }
    return .init(
      occasion: Self.time,
      crossed: share(
        better.count - better.count / 3, .crossedBy(word, scale: scale, occasion: "later"),
        of: pairs(scale, Self.everyone, people, change), due(Self.everyone, people)))
  }

  private var scales: [RuleFinding<Unreleased>.Scale] {
    [("phq9", 6.0, 10.0), ("gad7", 4, 8)].map { scale, value, cutOff in
      .init(
        RuledScale(
          scale: Self.scale(scale), reliability: reliability(value),
          cutOff: .init(score: cutOff, label: "", source: "")), threshold: points(value, scale))
    }
  }

  /// Counts of those whom rules judge, class by class.
  private func row(
    _ rules: RuleSet, _ scale: String, _ group: GroupName, _ members: [Person],
    used: PeopleCount, _ judged: [Person], _ change: (Person) -> Int
  ) -> RuleFinding<Unreleased>.Row {
    func set(_ count: RuleCount) -> PeopleSet {
      .ruled(count, rules: rules, scale: scale, occasion: "later", group: group.id)
    }
    let eligible = due(group, members)
    let began = judged.filter(\.began)
    let clinical = PeopleCount(began.count, set(.caseness))
    let left = began.filter(\.left)
    let reliably = left.count { change($0) > 0 }
    func count(_ measure: RuleMeasure) -> Int {
      judged.count { person in
        switch measure {
        case .improved: change(person) > 0
        case .unchanged: change(person) == 0
        case .deteriorated: change(person) < 0
        }
      }
    }
    let hasCutOff = rules == .nhsTalkingTherapies
    return .init(
      occasion: Self.time, group: group, used: used, eligible: eligible,
      changes: Answers { share(count($0), set(RuleCount($0)), of: used, eligible) },
      recovery: hasCutOff
        ? Answers { measure in
          switch measure {
          case .caseness: share(began.count, set(.caseness), of: used, eligible)
          case .reliablyRecovered: share(reliably, set(.reliablyRecovered), of: clinical, used)
          }
        } : nil,
      recovered: hasCutOff ? share(left.count, set(.recovered), of: clinical, used) : nil,
      ofDue: rules == .nhsCommunity
        ? Answers { share(count($0.counted), set(RuleCount($0.counted)), of: eligible, eligible) }
        : nil)
  }

  private var talking: RuleFinding<Unreleased> {
    RuleFinding(
      rules: .nhsTalkingTherapies, scales: scales,
      lines: [
        .init(
          scale: nil,
          rows: groups.map { group, members in
            let judged = members.filter { $0.isDue && $0.isOfBoth }
            let used = PeopleCount(
              judged.count,
              .ruled(
                .judged, rules: .nhsTalkingTherapies, scale: "", occasion: "later",
                group: group.id))
            return row(.nhsTalkingTherapies, "", group, members, used: used, judged) { person in
              let (better, worse) = (person.changes.contains(1), person.changes.contains(-1))
              return better == worse ? 0 : better ? 1 : -1
            }
          })
      ])
  }

  private var community: RuleFinding<Unreleased> {
    RuleFinding(
      rules: .nhsCommunity, scales: [scales[0]],
      lines: [
        .init(
          scale: Self.scale("phq9"),
          rows: groups.map { group, members in
            row(
              .nhsCommunity, "phq9", group, members,
              used: pairs("phq9", group, members) { $0.phq },
              members.filter { $0.isDue && $0.phq != nil }
            ) { $0.phq ?? 0 }
          })
      ])
  }

  private var several: RuleFinding<Unreleased> {
    RuleFinding(
      rules: .youngPeople, scales: scales,
      lines: [
        .init(
          scale: nil,
          rows: groups.map { group, members in
            let judged = members.filter { $0.isDue && !$0.changes.isEmpty }
            let used = PeopleCount(
              judged.count,
              .ruled(
                .judged, rules: .youngPeople, scale: "", occasion: "later", group: group.id))
            return row(.youngPeople, "", group, members, used: used, judged) { person in
              person.changes.contains(-1) ? -1 : person.changes.contains(1) ? 1 : 0
            }
          })
      ])
  }
}
