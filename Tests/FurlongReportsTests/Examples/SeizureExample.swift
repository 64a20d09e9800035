import FurlongEvaluation
import FurlongStudy

/// A plan without scales: counts per period, no dates, two arms apart.
///
/// The numbers of everyone are those of the epilepsy counts; those of the arms are made up for the test.
enum SeizureExample {
  static let window = TimeName(id: "8-weeks", label: "8 weeks")

  static var findings: Findings<Unreleased> {
    Findings(
      study: StudyDescription(
        id: "epilepsy-counts",
        title: "Seizures before and after starting treatment (Thall and Vail 1990)",
        about:
          "Counts of seizures in the 8 weeks before and the 8 weeks after, in 59 people of a trial.",
        fictional: false, people: .init(one: "person", many: "people"), design: .armsApart,
        involvement: "Not known; the data were published with R package MASS.", registered: nil,
        dataTo: nil, dayZero: "start of treatment", outcomes: 1),
      provenance: Parts.provenance([Parts.input("exports/epil.csv", 236)]),
      steps: [
        .init(
          id: "who", planned: .yes,
          finding: .reach(
            ReachFinding(
              flows: [
                .init(
                  scale: nil, occasion: nil,
                  stages: [
                    .init(kind: .registered, people: PeopleCount(59, .registered), lost: nil)
                  ])
              ], attendance: nil, casemix: [], population: nil, missing: [], unusedForms: []))),
        .init(
          id: "seizures", planned: .yes,
          finding: .serviceUse(ServiceUseFinding(outcomes: [outcome]))),
        .init(
          id: "certainty", planned: .yes,
          finding: .certainty(
            CertaintyFinding(
              limits: [.armsNotCompared], strength: .init(nesta: 2, maryland: 1)))),
      ])
  }

  /// Those counted of a group, under a rule.
  private static func counted(
    _ people: Int, _ group: GroupName, _ rule: ServiceUseRule = .wholeWindow
  ) -> PeopleCount {
    PeopleCount(
      people, .counted(event: "seizure", window: window.id, group: group.id, rule: rule),
      isGiven: people == 0)
  }

  private static func row(
    _ group: GroupName, people: Int, before: Double, after: Double,
    _ interval: ClosedRange<Double>
  ) -> ServiceUseFinding<Unreleased>.Row {
    let years = Double(people) * 56 / 365.25
    let whose: Parts.Whose = (counted(people, group), .population(people, group))
    let gave = [
      Parts.evenly(Int(before), over: people), Parts.evenly(Int(after), over: people - 2),
    ]
    func ratio(_ rule: ServiceUseRule = .wholeWindow) -> FoundAnswer {
      let answer = Parts.number(
        after / before, (counted(people, group, rule), whose.eligible), interval: interval,
        contributors: gave)
      guard people < FewPeopleRatios.people, var noted = answer.estimate else { return answer }
      noted.caveats = [.tooSure]
      return .estimated(noted)
    }
    func rate(_ events: Double, _ side: Int) -> FoundAnswer {
      Parts.number(
        events / years, whose, interval: (events * 0.75 / years)...(events * 1.4 / years),
        contributors: [gave[side]])
    }
    func undated(_ rule: ServiceUseRule) -> FoundAnswer {
      Parts.none(.noDates, (counted(0, group, rule), whose.eligible))
    }
    func any(_ people: Int, _ side: PeopleSet.Side) -> PeopleCount {
      PeopleCount(
        people, .withAny(side, event: "seizure", window: window.id, group: group.id))
    }
    return ServiceUseFinding.Row(
      group: group, people: whose.used, eligible: whose.eligible, anyBefore: any(people, .before),
      anyAfter: any(people - 2, .after),
      answers: Answers { measure in
        switch measure {
        case .eventsBefore: Parts.number(before, whose, contributors: [gave[0]])
        case .eventsAfter: Parts.number(after, whose, contributors: [gave[1]])
        case .timeBefore, .timeAfter: Parts.number(years, whose)
        case .rateBefore: rate(before, 0)
        case .rateAfter: rate(after, 1)
        case .ratio, .ratioByDelta, .ratioByPercentiles: ratio()
        case .ratioWithoutLastMonth: undated(.withoutLastMonth)
        case .ratioWithoutLastThreeMonths: undated(.withoutLastThreeMonths)
        case .ratioOfWholeWindows: ratio(.bothWindowsWhole)
        case .reduction: Parts.number(1 - after / before, whose, contributors: gave)
        case .difference: Parts.number((after - before) / years, whose, contributors: gave)
        case .wilcoxon: Parts.number(624, whose)
        }
      })
  }

  private static func bin(
    _ from: Int, _ to: Int, _ events: Int
  ) -> ServiceUseFinding<Unreleased>.Bin {
    let years = 59 * Double(to - from) / 365.25
    let whose: Parts.Whose = (
      PeopleCount(59, .atRisk(event: "seizure", window: window.id, from: from)),
      counted(59, .everyone)
    )
    let gave = Estimate.Contributors(people: 55, of: events, ofTwo: nil)
    return ServiceUseFinding.Bin(
      from: from, to: to,
      withAny: PeopleCount(55, .withAnyIn(event: "seizure", window: window.id, from: from)),
      answers: Answers { measure in
        switch measure {
        case .events: Parts.number(Double(events), whose, contributors: [gave])
        case .rate: Parts.number(Double(events) / years, whose, contributors: [gave])
        }
      })
  }

  private static var outcome: ServiceUseFinding<Unreleased>.Outcome {
    ServiceUseFinding.Outcome(
      event: EventKind(id: "seizure", one: "seizure", many: "seizures", role: .primary),
      window: window, notLinkable: PeopleCount(0, .notLinkable(event: "seizure")),
      notKnown: PeopleCount(0, .notKnown(event: "seizure")),
      noTimeAtRisk: PeopleCount(0, .noTimeAtRisk(event: "seizure", window: window.id)),
      runningOnDayZero: PeopleCount(0, .runningOnDayZero(event: "seizure", window: window.id)),
      noRowsMeans: .notKnown,
      rows: [
        row(.everyone, people: 59, before: 1_842, after: 1_948, 0.88...1.33),
        row(
          GroupName(id: "trt=placebo", label: "placebo"), people: 28, before: 861, after: 963,
          0.92...1.42),
        row(
          GroupName(id: "trt=progabide", label: "progabide"), people: 31, before: 981, after: 985,
          0.77...1.41),
      ], timelineUnit: .periods,
      timeline: [
        bin(-56, 0, 1_842), bin(0, 14, 527), bin(14, 28, 493), bin(28, 42, 497), bin(42, 56, 431),
      ])
  }
}
