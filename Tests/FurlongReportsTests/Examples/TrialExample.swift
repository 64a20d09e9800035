import FurlongEvaluation
import FurlongStudy

/// A trial whose arms are described apart: four follow-ups, everyone and two arms, no dates.
///
/// The means of everyone are those of Beat the Blues; those of the arms are made up for the test.
enum TrialExample {
  static let scale = ScaleDescription(
    id: "bdi2", name: "BDI-II", measures: "depression", higherIsBetter: false, low: 0, high: 63,
    step: 1, bands: [ScaleDescription.Band(label: "severe depression", low: 29, high: 63)],
    source: "Beck, Steer and Brown 1996", role: .primary)

  static let times = [
    TimeName(id: "2m", label: "2 months"), TimeName(id: "3m", label: "3 months"),
    TimeName(id: "5m", label: "5 months"), TimeName(id: "8m", label: "8 months"),
  ]
  static let usual = GroupName(id: "treatment=TAU", label: "usual care")
  static let programme = GroupName(id: "treatment=BtheB", label: "computer programme")

  static var findings: Findings {
    Findings(
      study: StudyDescription(
        id: "beat-the-blues", title: "Computerised therapy in primary care (Beat the Blues)",
        about:
          "Depression before and for 8 months after, in 100 people at GP practices, half offered a computer programme.",
        fictional: false, people: .init(one: "person", many: "people"), design: .armsApart,
        involvement: "Not known; the data were published with R package HSAUR3.", registered: nil,
        dataTo: nil, dayZero: "randomisation", outcomes: 1),
      provenance: Parts.provenance([Parts.input("exports/BtheB.csv", 100)]),
      steps: [
        .init(id: "who", planned: .yes, finding: .reach(reach)),
        .init(id: "change", planned: .yes, finding: .change(change)),
        .init(id: "meaning", planned: .yes, finding: .meaning(meaning)),
        .init(id: "certainty", planned: .yes, finding: .certainty(certainty)),
      ])
  }

  private static let returned = [97, 73, 58, 52]

  private static var reach: ReachFinding {
    let flows = zip(times, returned).map { time, count in
      ReachFinding.Flow(
        scale: scale, occasion: time,
        stages: [
          .init(kind: .registered, people: .exactly(100), lost: nil),
          .init(kind: .withBaseline, people: .exactly(100), lost: .exactly(0)),
          .init(kind: .dueFollowUp(occasion: time.id), people: .exactly(100), lost: .exactly(0)),
          .init(
            kind: .withFollowUp(occasion: time.id), people: .exactly(count),
            lost: .exactly(100 - count)),
          .init(kind: .analysed(occasion: time.id), people: .exactly(count), lost: .exactly(0)),
        ])
    }
    func share(_ share: Double, of people: Int) -> Answer {
      Parts.number(
        (share * Double(people)).rounded() / Double(people), .proportion, used: people,
        eligible: people)
    }
    let missing = zip(times, returned).map { time, count in
      ReachFinding.MissingComparison(
        scale: scale, occasion: time, present: .exactly(count), missing: .exactly(100 - count),
        variables: [
          .init(
            kind: .firstScore,
            present: Parts.number(23.0, .points, used: count, eligible: count),
            missing: Parts.number(23.7, .points, used: 100 - count, eligible: 100 - count),
            standardisedDifference: Parts.number(
              0.06, .standardDeviations, used: 100, eligible: 100)),
          .init(
            kind: .value(column: "drug", value: "Yes"),
            present: share(0.38, of: count), missing: share(0.5, of: 100 - count),
            standardisedDifference: Parts.number(
              0.24, .standardDeviations, used: 100, eligible: 100)),
        ])
    }
    return ReachFinding(
      flows: flows, attendance: nil,
      casemix: [
        .init(
          column: "drug",
          values: [
            .init(value: "No", people: .exactly(56)), .init(value: "Yes", people: .exactly(44)),
          ])
      ], missing: missing,
      unusedForms: times.map {
        .init(scale: "bdi2", occasion: $0, onlyUnscorable: .exactly(0), severalForms: .exactly(0))
      })
  }

  private static var change: ChangeFinding {
    let everyone: [(Double, Double, ClosedRange<Double>)] = [
      (23.1546391752577, 16.9175257731959, -8.14664746561079 ... -4.32757933851292),
      (23.1506849315068, 14.8082191780822, -10.7802990673361 ... -5.90463243951325),
      (22.4655172413793, 12.7586206896552, -12.5047738833813 ... -6.90901922006696),
      (23.0192307692308, 11.1346153846154, -14.8090185143609 ... -8.96021220512114),
    ]
    var rows: [ChangeFinding.Row] = []
    for (index, time) in times.enumerated() {
      rows.append(
        Parts.change(
          time, .everyone, used: returned[index], of: 100, before: everyone[index].0,
          after: everyone[index].1, interval: everyone[index].2))
    }
    for (index, time) in times.enumerated() {
      rows.append(
        Parts.change(
          time, usual, used: returned[index] / 2, of: 48, before: 23.5, after: 19.2,
          interval: index == 0 ? -7.1...0.3 : -7.1 ... -1.5))
    }
    for (index, time) in times.enumerated() {
      rows.append(
        Parts.change(
          time, programme, used: returned[index] / 2, of: 52, before: 22.9, after: 14.8,
          interval: -10.9 ... -5.3))
    }
    return ChangeFinding(outcomes: [
      .init(
        scale: scale, rows: rows,
        forms: Parts.number(380, .events, used: 100, eligible: 100),
        formsFilledIn: .notEstimable(.noData, used: 0, eligible: 0),
        filledIn: .notEstimable(.noData, used: 0, eligible: 0))
    ])
  }

  private static var meaning: MeaningFinding {
    var rows: [MeaningFinding.Row] = []
    for group in [GroupName.everyone, usual, programme] {
      for (index, time) in times.enumerated() {
        let used = group == .everyone ? returned[index] : returned[index] / 2
        rows.append(
          Parts.meaning(
            time, group, used: used, of: group == .everyone ? 100 : 50, better: used / 3,
            worse: used / 30, crossed: used / 4))
      }
    }
    return MeaningFinding(outcomes: [
      .init(
        scale: scale,
        reliability: .init(
          coefficient: 0.93, kind: "test-retest", source: "Beck, Steer and Brown 1996"),
        threshold: Parts.number(7.93, .points, used: 100, eligible: 100),
        cutOff: .init(
          score: 14, label: "at least mild depression", source: "Beck, Steer and Brown 1996"),
        rows: rows)
    ])
  }

  private static var certainty: CertaintyFinding {
    CertaintyFinding(
      limits: [
        .armsNotCompared,
        .lowFollowUp(
          scale: "bdi2", occasion: times[3],
          share: Parts.number(0.52, .proportion, used: 100, eligible: 100)),
        .missingDiffer(
          scale: "bdi2", occasion: times[3], variable: .value(column: "drug", value: "Yes"),
          difference: Parts.number(0.24, .standardDeviations, used: 100, eligible: 100)),
        .fewPeople(what: "BDI-II, 8 months, usual care", people: .exactly(26)),
      ],
      strength: .init(
        nesta: 2, maryland: 1,
        whyNotMore:
          "Each arm is described by itself, which is a before-and-after study of each: comparing the arms as they were assigned would lift it."
      ))
  }
}
