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

  static var findings: Findings<Unreleased> {
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

  private static func due(_ time: TimeName, _ count: Int = 100) -> PeopleCount {
    PeopleCount(count, .due(occasion: time.id, group: GroupName.everyone.id))
  }

  private static func paired(_ time: TimeName, _ group: GroupName = .everyone) -> PeopleSet {
    .paired(scale: scale.id, occasion: time.id, group: group.id)
  }

  private static var reach: ReachFinding<Unreleased> {
    let flows = zip(times, returned).map { time, count in
      let back = PeopleSet.returned(scale: scale.id, occasion: time.id)
      let first = PeopleSet.withBaseline(scale: scale.id)
      func lost(_ count: Int, _ from: PeopleSet, _ to: PeopleSet) -> PeopleCount {
        PeopleCount(count, .lost(from: from, to: to))
      }
      return ReachFinding<Unreleased>.Flow(
        scale: scale, occasion: time,
        stages: [
          .init(kind: .registered, people: PeopleCount(100, .registered), lost: nil),
          .init(
            kind: .withBaseline, people: PeopleCount(100, first),
            lost: lost(0, .registered, first)),
          .init(
            kind: .dueFollowUp(occasion: time.id), people: due(time),
            lost: lost(0, first, due(time).people)),
          .init(
            kind: .withFollowUp(occasion: time.id), people: PeopleCount(count, back),
            lost: lost(100 - count, due(time).people, back)),
          .init(
            kind: .analysed(occasion: time.id), people: PeopleCount(count, paired(time)),
            lost: lost(0, back, paired(time))),
        ])
    }
    return ReachFinding(
      flows: flows, attendance: nil,
      casemix: [
        .init(
          column: "drug",
          values: [
            .init(value: "No", people: PeopleCount(56, .population(group: "drug=No"))),
            .init(value: "Yes", people: PeopleCount(44, .population(group: "drug=Yes"))),
          ])
      ], population: nil, missing: zip(times, returned).map(missing),
      unusedForms: times.map {
        .init(
          scale: scale.id, occasion: $0,
          onlyUnscorable: PeopleCount(0, .onlyUnscorable(scale: scale.id, occasion: $0.id)),
          severalForms: PeopleCount(0, .severalForms(scale: scale.id, occasion: $0.id)),
          notDue: PeopleCount(0, .pairedNotDue(scale: scale.id, occasion: $0.id)))
      })
  }

  private static func missing(
    _ time: TimeName, _ count: Int
  ) -> ReachFinding<Unreleased>.MissingComparison {
    let here = PeopleCount(count, .returned(scale: scale.id, occasion: time.id))
    let gone = PeopleCount(100 - count, .missing(scale: scale.id, occasion: time.id))
    func share(_ share: Double, _ set: PeopleSet, _ people: PeopleCount) -> FoundAnswer {
      Parts.share(Int((share * Double(people.count)).rounded()), set, (people, people))
    }
    let first = (
      here: PeopleCount(count, paired(time)),
      gone: PeopleCount(100 - count, .missingWithBaseline(scale: scale.id, occasion: time.id)),
      both: PeopleCount(100, .dueWithBaseline(scale: scale.id, occasion: time.id))
    )
    return ReachFinding.MissingComparison(
      scale: scale, occasion: time, present: here, missing: gone,
      variables: [
        .init(
          kind: .firstScore,
          answers: Answers { measure in
            switch measure {
            case .present: Parts.number(23.0, (first.here, here))
            case .missing: Parts.number(23.7, (first.gone, gone))
            case .difference: Parts.number(0.06, (first.both, due(time)))
            }
          }),
        .init(
          kind: .value(column: "drug", value: "Yes"),
          answers: Answers { measure in
            switch measure {
            case .present:
              share(
                0.38, .returnedOf(scale: scale.id, occasion: time.id, group: "drug=Yes"), here)
            case .missing:
              share(0.5, .missingOf(scale: scale.id, occasion: time.id, group: "drug=Yes"), gone)
            case .difference: Parts.number(0.24, (due(time), due(time)))
            }
          }),
      ])
  }

  private static var change: ChangeFinding<Unreleased> {
    let everyone: [(Double, Double, ClosedRange<Double>)] = [
      (23.1546391752577, 16.9175257731959, -8.14664746561079 ... -4.32757933851292),
      (23.1506849315068, 14.8082191780822, -10.7802990673361 ... -5.90463243951325),
      (22.4655172413793, 12.7586206896552, -12.5047738833813 ... -6.90901922006696),
      (23.0192307692308, 11.1346153846154, -14.8090185143609 ... -8.96021220512114),
    ]
    var rows: [ChangeFinding<Unreleased>.Row] = []
    for (index, time) in times.enumerated() {
      rows.append(
        Parts.change(
          scale, time, .everyone, used: returned[index], of: 100, before: everyone[index].0,
          after: everyone[index].1, interval: everyone[index].2))
    }
    for (index, time) in times.enumerated() {
      rows.append(
        Parts.change(
          scale, time, usual, used: returned[index] / 2, of: 48, before: 23.5, after: 19.2,
          interval: index == 0 ? -7.1...0.3 : -7.1 ... -1.5))
    }
    for (index, time) in times.enumerated() {
      rows.append(
        Parts.change(
          scale, time, programme, used: returned[index] / 2, of: 52, before: 22.9, after: 14.8,
          interval: -10.9 ... -5.3))
    }
    let forms: Parts.Whose = (
      PeopleCount(100, .withForm(scale: scale.id)), .population(100)
    )
    return ChangeFinding(outcomes: [
      .init(
        scale: scale, rows: rows,
        forms: Answers { measure in
          switch measure {
          case .inUse: Parts.sum(380, by: 100, forms)
          case .filledIn, .shareFilledIn: Parts.none(.totalsWithoutItems, forms)
          }
        })
    ])
  }

  private static var meaning: MeaningFinding<Unreleased> {
    var rows: [MeaningFinding<Unreleased>.Row] = []
    for group in [GroupName.everyone, usual, programme] {
      for (index, time) in times.enumerated() {
        let used = group == .everyone ? returned[index] : returned[index] / 2
        rows.append(
          Parts.meaning(
            scale, time, group, used: used, of: group == .everyone ? 100 : 50, better: used / 3,
            worse: used / 30, crossed: used / 4))
      }
    }
    return MeaningFinding(outcomes: [
      .init(
        scale: scale,
        reliability: .init(
          .coefficient(0.93), kind: "test-retest", source: "Beck, Steer and Brown 1996"),
        threshold: Parts.number(
          7.93, (PeopleCount(100, .withBaseline(scale: scale.id)), .population(100))),
        cutOff: .init(
          score: 14, label: "at least mild depression", source: "Beck, Steer and Brown 1996"),
        rows: rows)
    ])
  }

  private static var certainty: CertaintyFinding<Unreleased> {
    let last = times[3]
    return CertaintyFinding(
      limits: [
        .armsNotCompared,
        .lowFollowUp(
          scale: scale.id, occasion: last,
          share: Parts.share(52, paired(last), (due(last), due(last)))),
        .missingDiffer(
          scale: scale.id, occasion: last, variable: .value(column: "drug", value: "Yes"),
          difference: Parts.number(0.24, (due(last), due(last)))),
        .fewPeople(
          what: scale.id, occasion: last, group: usual,
          people: PeopleCount(26, paired(last, usual))),
      ], strength: .init(nesta: 2, maryland: 1))
  }
}
