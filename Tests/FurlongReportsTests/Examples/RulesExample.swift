import FurlongEvaluation
import FurlongStudy

/// A service that counts by the three named sets of rules, everyone and two teams, one of them small.
enum RulesExample {
  static let phq = ScaleDescription(
    id: "phq9", name: "PHQ-9", measures: "depression", higherIsBetter: false, low: 0, high: 27,
    step: 1, bands: [], source: "Kroenke and others 2001", role: .primary)
  static let gad = ScaleDescription(
    id: "gad7", name: "GAD-7", measures: "anxiety", higherIsBetter: false, low: 0, high: 21,
    step: 1, bands: [], source: "Spitzer and others 2006", role: .secondary)
  static let reqol = ScaleDescription(
    id: "reqol10", name: "ReQoL-10", measures: "quality of life in recovery", higherIsBetter: true,
    low: 0, high: 40, step: 1, bands: [], source: "Keetharuth and others 2018", role: .secondary)

  static let time = TimeName(id: "end", label: "the end of the course", day: 90)
  static let north = GroupName(id: "team=north", label: "the north team")
  static let south = GroupName(id: "team=south", label: "the south team")

  static var findings: Findings<Unreleased> {
    Findings(
      study: StudyDescription(
        id: "rules", title: "An invented service", about: "Made up for a test.", fictional: true,
        people: .init(one: "student", many: "students"), design: .beforeAfter,
        involvement: "None.", registered: nil, dataTo: nil, dayZero: "first registration",
        outcomes: 3),
      provenance: Parts.provenance([Parts.input("exports/forms.csv", 200)]),
      steps: [.init(id: "by-rules", planned: .yes, finding: .meaning(meaning))])
  }

  private static var meaning: MeaningFinding<Unreleased> {
    MeaningFinding(
      outcomes: [
        .init(
          scale: phq,
          reliability: .init(.atLeast(6), kind: "reliable-6-points", source: "NHS England’s code"),
          threshold: points(6, phq),
          cutOff: .init(score: 10, label: "clinical range", source: "a paper"),
          rows: [
            Parts.meaning(
              phq, time, .everyone, used: 66, of: 91, better: 30, worse: 7, crossed: 22)
          ]),
        .init(
          scale: reqol,
          reliability: .init(.atLeast(5), kind: "reliable-5-points", source: "NHS England’s code"),
          threshold: points(5, reqol), cutOff: nil,
          rows: [
            Parts.meaning(
              reqol, time, .everyone, used: 52, of: 91, better: 22, worse: 3, crossed: 14)
          ],
          cutOffs: [
            .init(
              basis: .made(.c), source: "A survey of adults, 2019", score: points(24.8642, reqol),
              rows: []),
            crossing(.published, "NHS England’s code", 24, 19),
            crossing(.made(.a), "", 33.217, 3),
          ]),
      ], rules: [talking, community, several])
  }

  private static func crossing(
    _ basis: CutOffFinding<Unreleased>.Basis, _ source: String, _ score: Double, _ crossed: Int
  ) -> CutOffFinding<Unreleased> {
    let whose = Parts.pairs(reqol, time, .everyone, used: 52, of: 91)
    return .init(
      basis: basis, source: source, score: points(score, reqol),
      rows: [
        .init(
          occasion: time,
          crossed: Parts.share(
            crossed, .crossedBy(basis.word, scale: "reqol10", occasion: time.id), whose,
            interval: 0.01...0.6))
      ])
  }

  private static func points(_ value: Double, _ scale: ScaleDescription) -> FoundAnswer {
    Parts.number(
      value, (PeopleCount(100, .withBaseline(scale: scale.id)), .population(120)))
  }

  private static func ruled(
    _ scale: ScaleDescription, _ value: Double, cutOff: Double? = nil
  ) -> RuleFinding<Unreleased>.Scale {
    .init(
      RuledScale(
        scale: scale,
        reliability: .init(
          .atLeast(value), kind: "reliable-\(Int(value))-points", source: "NHS England’s code"),
        cutOff: cutOff.map { .init(score: $0, label: "clinical range", source: "a paper") }),
      threshold: points(value, scale))
  }

  private static var talking: RuleFinding<Unreleased> {
    RuleFinding(
      rules: .nhsTalkingTherapies, scales: [ruled(phq, 6, cutOff: 10), ruled(gad, 4, cutOff: 8)],
      leftOut: ["ReQoL-10"],
      lines: [
        .init(
          scale: nil,
          rows: [
            row(
              .nhsTalkingTherapies, "", .everyone, 64, of: 91, better: 29, worse: 6, clinical: 48,
              reliably: 17, recovered: 21),
            row(
              .nhsTalkingTherapies, "", north, 60, of: 84, better: 27, worse: 6, clinical: 45,
              reliably: 15, recovered: 19),
            row(
              .nhsTalkingTherapies, "", south, 4, of: 7, better: 2, worse: 0, clinical: 3,
              reliably: 2, recovered: 2),
          ])
      ])
  }

  private static var community: RuleFinding<Unreleased> {
    RuleFinding(
      rules: .nhsCommunity, scales: [ruled(reqol, 5, cutOff: 24)], leftOut: ["PHQ-9", "GAD-7"],
      lines: [
        .init(
          scale: reqol,
          rows: [
            row(
              .nhsCommunity, "reqol10", .everyone, 52, of: 91, better: 22, worse: 3, clinical: 4,
              reliably: 3)
          ])
      ])
  }

  private static var several: RuleFinding<Unreleased> {
    RuleFinding(
      rules: .youngPeople, scales: [ruled(phq, 6), ruled(gad, 4), ruled(reqol, 5)],
      lines: [
        .init(
          scale: nil, rows: [row(.youngPeople, "", .everyone, 73, of: 91, better: 34, worse: 12)])
      ])
  }

  private static func row(
    _ rules: RuleSet, _ scale: String, _ group: GroupName, _ used: Int, of due: Int, better: Int,
    worse: Int, clinical: Int? = nil, reliably: Int = 0, recovered: Int? = nil
  ) -> RuleFinding<Unreleased>.Row {
    func set(_ count: RuleCount) -> PeopleSet {
      .ruled(count, rules: rules, scale: scale, occasion: time.id, group: group.id)
    }
    let eligible = PeopleCount(due, .due(occasion: time.id, group: group.id))
    let judged = PeopleCount(
      used,
      scale.isEmpty
        ? set(.judged) : .paired(scale: scale, occasion: time.id, group: group.id))
    let began = PeopleCount(clinical ?? 0, set(.caseness))
    func share(_ count: Int, _ what: RuleCount, of whole: PeopleCount) -> FoundAnswer {
      let share = Double(count) / Double(whole.count)
      return Parts.share(
        count, set(what), (whole, eligible), interval: max(share - 0.1, 0)...min(share + 0.1, 1))
    }
    return .init(
      occasion: time, group: group, used: judged, eligible: eligible,
      changes: Answers { measure in
        switch measure {
        case .improved: share(better, .improved, of: judged)
        case .unchanged: share(used - better - worse, .unchanged, of: judged)
        case .deteriorated: share(worse, .deteriorated, of: judged)
        }
      },
      recovery: clinical.map { clinical in
        Answers { measure in
          switch measure {
          case .caseness: share(clinical, .caseness, of: judged)
          case .reliablyRecovered: share(reliably, .reliablyRecovered, of: began)
          }
        }
      },
      recovered: recovered.map { share($0, .recovered, of: began) },
      ofDue: rules == .nhsCommunity
        ? Answers { measure in
          switch measure {
          case .improved: share(better, .improved, of: eligible)
          case .deteriorated: share(worse, .deteriorated, of: eligible)
          }
        } : nil)
  }
}
