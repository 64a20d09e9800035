import FurlongEvaluation
import FurlongStudy

/// A plan without scales: counts per period, no dates, two arms apart.
///
/// The numbers of everyone are those of the epilepsy counts; those of the arms are made up for the test.
enum SeizureExample {
  static var findings: Findings {
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
                  stages: [.init(kind: .registered, people: .exactly(59), lost: nil)])
              ], attendance: nil, casemix: [], missing: [], unusedForms: []))),
        .init(
          id: "seizures", planned: .yes,
          finding: .serviceUse(ServiceUseFinding(outcomes: [outcome]))),
        .init(
          id: "certainty", planned: .yes,
          finding: .certainty(
            CertaintyFinding(
              limits: [.armsNotCompared],
              strength: .init(
                nesta: 2, maryland: 1,
                whyNotMore: "Each arm is described by itself, which is a before-and-after study.")))
        ),
      ])
  }

  private static var outcome: ServiceUseFinding.Outcome {
    func row(
      _ group: GroupName, people: Int, before: Double, after: Double,
      _ interval: ClosedRange<Double>
    ) -> ServiceUseFinding.Row {
      let years = Double(people) * 56 / 365.25
      func number(_ value: Double, _ unit: EstimateUnit) -> Answer {
        Parts.number(value, unit, used: people, eligible: people)
      }
      func ratio(_ method: String) -> Answer {
        let answer = Parts.number(
          after / before, .ratio, used: people, eligible: people, interval: interval,
          method: method)
        guard people < FewPeopleRatios.people, var noted = answer.estimate else { return answer }
        noted.note = FewPeopleRatios.note
        return .estimated(noted)
      }
      func rate(_ events: Double) -> Answer {
        Parts.number(
          events / years, .perPersonYear, used: people, eligible: people,
          interval: (events * 0.75 / years)...(events * 1.4 / years))
      }
      let undated = Answer.notEstimable(.noDates, used: 0, eligible: people)
      return ServiceUseFinding.Row(
        group: group, people: .exactly(people), eligible: .exactly(people),
        eventsBefore: number(before, .events), eventsAfter: number(after, .events),
        personTimeBefore: number(years, .personYears),
        personTimeAfter: number(years, .personYears), anyBefore: .exactly(people),
        anyAfter: .exactly(people - 2), rateBefore: rate(before), rateAfter: rate(after),
        rateRatios: [
          ratio("person bootstrap, bca, 9999 draws"), ratio("person delta, log scale"),
          ratio("person bootstrap, percentile, 9999 draws"), undated, undated, ratio("whole"),
        ], rateReduction: number(1 - after / before, .ratio),
        differencePerPerson: number((after - before) / years, .perPersonYear),
        wilcoxon: number(624, .rankSum))
    }
    func bin(_ from: Int, _ to: Int, _ events: Double) -> ServiceUseFinding.Bin {
      let years = 59 * Double(to - from) / 365.25
      return ServiceUseFinding.Bin(
        from: from, to: to, events: Parts.number(events, .events, used: 59, eligible: 59),
        peopleWithAny: .exactly(55),
        rate: Parts.number(events / years, .perPersonYear, used: 59, eligible: 59))
    }
    return ServiceUseFinding.Outcome(
      event: EventKind(id: "seizure", one: "seizure", many: "seizures", role: .primary),
      window: TimeName(id: "8-weeks", label: "8 weeks"), notLinkable: .exactly(0),
      notKnown: .exactly(0), noTimeAtRisk: .exactly(0), runningOnDayZero: .exactly(0),
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
