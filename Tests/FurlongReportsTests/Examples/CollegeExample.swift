import FurlongEvaluation
import FurlongStudy

/// An invented college with small numbers for the gate to hide: two scales, two follow-ups, four events, stories.
enum CollegeExample {
  static let swemwbs = ScaleDescription(
    id: "swemwbs", name: "SWEMWBS", measures: "mental wellbeing", higherIsBetter: true, low: 7,
    high: 35, step: 0.01,
    bands: [ScaleDescription.Band(label: "low wellbeing", low: 7, high: 19.5)],
    source: "Stewart-Brown and others 2009", role: .primary)
  static let qpr = ScaleDescription(
    id: "qpr15", name: "QPR-15", measures: "personal recovery", higherIsBetter: true, low: 0,
    high: 60, step: 1, bands: [], source: "Law and others 2014", role: .secondary)

  static let soon = TimeName(id: "four-months", label: "about four months")
  static let late = TimeName(id: "a-year", label: "about a year")

  static var findings: Findings {
    Findings(
      study: StudyDescription(
        id: "saltmarsh", title: "Saltmarsh Recovery College, 2022 to 2025",
        about: "An invented college. Nothing here is evidence about any real one.",
        fictional: true, people: .init(one: "student", many: "students"), design: .beforeAfter,
        involvement: "Plan agreed with four student researchers on 12 September 2024.",
        registered: day("2022-09-01").flatMap { from in
          day("2025-07-31").map { DayRange(from: from, to: $0) }
        }, dataTo: day("2025-08-31"), dayZero: "first registration", outcomes: 6),
      provenance: Parts.provenance([
        Parts.input("exports/attendance.csv", 5_312),
        Parts.input("exports/forms.csv", 734, setAside: 3),
        Parts.input("exports/people.csv", 640),
      ]),
      steps: [
        .init(id: "who", planned: .yes, finding: .reach(reach)),
        .init(id: "wellbeing", planned: .yes, finding: .change(change)),
        .init(id: "real-change", planned: .yes, finding: .meaning(meaning)),
        .init(
          id: "hospital", planned: .amended(why: "community contacts were added in March 2025"),
          finding: .serviceUse(serviceUse)),
        .init(id: "stories", planned: .no, finding: .experience(experience)),
        .init(id: "limits", planned: .yes, finding: .certainty(certainty)),
      ])
  }

  private static func day(_ text: String) -> CalendarDay? { CalendarDay(iso: text) }

  private static var reach: ReachFinding {
    func flow(_ scale: ScaleDescription, _ time: TimeName, _ counts: [Int]) -> ReachFinding.Flow {
      ReachFinding.Flow(
        scale: scale, occasion: time,
        stages: [
          .init(kind: .registered, people: .exactly(612), lost: nil),
          .init(kind: .registeredInPeriod, people: .exactly(606), lost: .exactly(6)),
          .init(
            kind: .meets(column: "type", values: ["service user"]), people: .exactly(480),
            lost: .exactly(126)),
          .init(
            kind: .meets(column: "data_consent", values: ["yes"]), people: .exactly(452),
            lost: .exactly(28)),
          .init(kind: .attendedAny, people: .exactly(398), lost: .exactly(54)),
          .init(kind: .withBaseline, people: .exactly(counts[0]), lost: nil),
          .init(kind: .dueFollowUp(occasion: time.id), people: .exactly(counts[1]), lost: nil),
          .init(
            kind: .withFollowUp(occasion: time.id), people: .exactly(counts[2]),
            lost: .exactly(counts[1] - counts[2])),
          .init(
            kind: .analysed(occasion: time.id), people: .exactly(counts[3]),
            lost: .exactly(counts[2] - counts[3])),
        ])
    }
    func missing(_ scale: ScaleDescription, _ time: TimeName) -> ReachFinding.MissingComparison {
      ReachFinding.MissingComparison(
        scale: scale, occasion: time, present: .exactly(214), missing: .exactly(188),
        variables: [
          .init(
            kind: .firstScore, present: Parts.number(18.4, .points, used: 209, eligible: 214),
            missing: Parts.number(17.5, .points, used: 170, eligible: 188),
            standardisedDifference: Parts.number(
              -0.23, .standardDeviations, used: 379, eligible: 402)),
          .init(
            kind: .sessionsAttended,
            present: Parts.number(8.6, .events, used: 214, eligible: 214),
            missing: Parts.number(3.2, .events, used: 188, eligible: 188),
            standardisedDifference: Parts.number(
              -0.71, .standardDeviations, used: 402, eligible: 402)),
          .init(
            kind: .value(column: "gender", value: "another"),
            present: Parts.number(1.0 / 214, .proportion, used: 214, eligible: 214),
            missing: Parts.number(2.0 / 188, .proportion, used: 188, eligible: 188),
            standardisedDifference: Parts.number(
              0.07, .standardDeviations, used: 402, eligible: 402)),
        ])
    }
    return ReachFinding(
      flows: [
        flow(swemwbs, soon, [431, 402, 214, 209]), flow(swemwbs, late, [431, 300, 120, 52]),
        flow(qpr, soon, [425, 402, 210, 204]), flow(qpr, late, [425, 300, 118, 50]),
      ],
      attendance: .init(
        offered: Parts.number(5_210, .events, used: 452, eligible: 452),
        attended: Parts.number(3_905, .events, used: 452, eligible: 452),
        missed: Parts.number(880, .events, used: 452, eligible: 452),
        cancelledByStudent: Parts.number(425, .events, used: 452, eligible: 452),
        cancelledByCollege: Parts.number(102, .events, used: 452, eligible: 452),
        attendedAny: .exactly(398),
        medianAttended: Parts.number(6.5, .events, used: 398, eligible: 398), series: series),
      casemix: [
        .init(
          column: "gender",
          values: [
            .init(value: "another", people: .exactly(3)),
            .init(value: "man", people: .exactly(178)),
            .init(value: "woman", people: .exactly(271)),
          ])
      ], missing: [missing(swemwbs, soon), missing(swemwbs, late)],
      unusedForms: [
        .init(
          scale: "swemwbs", occasion: soon, onlyUnscorable: .exactly(2),
          severalForms: .exactly(12))
      ])
  }

  /// 22 months with sessions; August has none, three people came in January 2023.
  private static var series: AttendanceSeries {
    let attended = [
      112, 118, 96, 7, 121, 133, 125, 109, 114, 98, 140, 131, 128, 62, 137, 149, 151, 146, 158, 171,
      166, 153,
    ]
    let open = (1...24).compactMap { day("2022-09-01")?.adding(months: $0) }
      .filter { $0.date.month != 8 }
    let months = zip(open, attended).map { first, attended in
      AttendanceSeries.Month(
        first: first, attended: Parts.number(Double(attended), .events, used: 520, eligible: 520),
        people: .exactly(attended < 10 ? 3 : attended / 3))
    }
    func line(_ value: Double) -> Answer { Parts.number(value, .events, used: 520, eligible: 520) }
    return AttendanceSeries(
      kind: .controlChart, rules: "nhs-making-data-count/1", months: months,
      partial: [day("2022-09-01")].compactMap { $0 }, centre: line(123.86363636363636),
      low: line(75.98363636363635), high: line(171.74363636363637), leftOutOfLimits: 2,
      signals: [
        .init(kind: .beyondLimit, isUp: false, months: [months[3].first]),
        .init(kind: .beyondLimit, isUp: false, months: [months[13].first]),
        .init(kind: .shift, isUp: true, months: months[14...].map(\.first)),
        .init(kind: .nearLimit, isUp: true, months: months[18...20].map(\.first)),
      ])
  }

  private static var change: ChangeFinding {
    ChangeFinding(outcomes: [
      .init(
        scale: swemwbs,
        rows: [
          Parts.change(
            soon, .everyone, used: 209, of: 402, before: 18.4, after: 20.6, interval: 1.7...2.7),
          Parts.change(
            late, .everyone, used: 52, of: 300, before: 18.9, after: 19.6, interval: -0.4...1.8),
        ], forms: Parts.number(765, .events, used: 452, eligible: 452),
        formsFilledIn: Parts.number(3, .events, used: 452, eligible: 452),
        filledIn: Parts.number(3.0 / 765, .proportion, used: 452, eligible: 452)),
      .init(
        scale: qpr,
        rows: [
          Parts.change(
            soon, .everyone, used: 204, of: 402, before: 30.2, after: 34.0, interval: 2.6...5.0),
          Parts.change(
            late, .everyone, used: 8, of: 300, before: 31.0, after: 33.5, interval: -1.2...6.2),
        ], forms: Parts.number(753, .events, used: 425, eligible: 425),
        formsFilledIn: Parts.number(46, .events, used: 425, eligible: 425),
        filledIn: Parts.number(46.0 / 753, .proportion, used: 425, eligible: 425)),
    ])
  }

  private static var meaning: MeaningFinding {
    func row(_ time: TimeName, used: Int, of eligible: Int, better: Int, worse: Int)
      -> MeaningFinding.Row
    {
      let none = Parts.noShare(.noCutOffPublished, used: used)
      var row = Parts.meaning(
        time, .everyone, used: used, of: eligible, better: better, worse: worse,
        crossed: 0)
      row.crossed = none
      row.recovered = none
      row.harmed = none
      return row
    }
    return MeaningFinding(outcomes: [
      .init(
        scale: swemwbs,
        reliability: .init(
          coefficient: 0.83, kind: "implied-by-sem", source: "Shah and others 2018"),
        threshold: Parts.number(4.52, .points, used: 431, eligible: 431), cutOff: nil,
        rows: [
          row(soon, used: 209, of: 402, better: 55, worse: 8),
          row(late, used: 52, of: 300, better: 11, worse: 3),
        ]),
      .init(
        scale: qpr, reliability: nil,
        threshold: .notEstimable(.noReliability, used: 425, eligible: 425), cutOff: nil, rows: []),
    ])
  }

  private static var serviceUse: ServiceUseFinding {
    let window = TimeName(id: "12-months", label: "12 months")
    func outcome(
      _ id: String, _ one: String, _ many: String, _ role: OutcomeRole, before: Double,
      after: Double, ratio: ClosedRange<Double>, isRare: Bool = false
    ) -> ServiceUseFinding.Outcome {
      let years = 268.4
      func rate(_ events: Double) -> Answer {
        Parts.number(
          events / years, .perPersonYear, used: 273, eligible: 452,
          interval: (events * 0.8 / years)...(events * 1.25 / years))
      }
      let value = after / before
      func scaled(_ factor: Double) -> Answer {
        Parts.number(
          value * factor, .ratio, used: 273, eligible: 452,
          interval: (ratio.lowerBound * factor)...(ratio.upperBound * factor),
          method: "person bootstrap, bca, 9999 draws")
      }
      let ratios: [Answer] = [
        scaled(1), scaled(1), scaled(1), scaled(1.12), scaled(1.29),
        scaled(1.05),
      ]
      let monthly = [6, 7, 5, 7, 8, 9, 8, 9, 14, 19, 24, 31, 15, 11, 9, 8, 8, 7, 7, 6, 7, 6, 3, 5]
      return ServiceUseFinding.Outcome(
        event: EventKind(id: id, one: one, many: many, role: role), window: window,
        notLinkable: .exactly(120), notKnown: .exactly(51), noTimeAtRisk: .exactly(8),
        runningOnDayZero: .exactly(3), noRowsMeans: .noneHappened,
        rows: [
          .init(
            group: .everyone, people: .exactly(273), eligible: .exactly(452),
            eventsBefore: Parts.number(before, .events, used: 273, eligible: 452),
            eventsAfter: Parts.number(after, .events, used: 273, eligible: 452),
            personTimeBefore: Parts.number(years, .personYears, used: 273, eligible: 452),
            personTimeAfter: Parts.number(years, .personYears, used: 273, eligible: 452),
            anyBefore: .exactly(71), anyAfter: .exactly(isRare ? 4 : 48),
            rateBefore: rate(before), rateAfter: rate(after), rateRatios: ratios,
            rateReduction: Parts.number(1 - value, .ratio, used: 273, eligible: 452),
            differencePerPerson: Parts.number(
              (after - before) / years, .perPersonYear, used: 273, eligible: 452),
            wilcoxon: Parts.number(900, .rankSum, used: 273, eligible: 452))
        ], timelineUnit: .months,
        timeline: monthly.enumerated().map { index, events in
          ServiceUseFinding.Bin(
            from: index - 12, to: index - 11,
            events: Parts.number(Double(events), .events, used: 273, eligible: 273),
            peopleWithAny: .exactly(events),
            rate: Parts.number(Double(events) / 22.4, .perPersonYear, used: 273, eligible: 273))
        })
    }
    return ServiceUseFinding(outcomes: [
      outcome(
        "admission", "admission", "admissions", .primary, before: 148, after: 93,
        ratio: 0.49...0.80),
      outcome(
        "bed-day", "day in hospital", "days in hospital", .secondary, before: 3_120,
        after: 2_204, ratio: 0.52...0.97),
      outcome(
        "detention", "detention", "detentions", .secondary, before: 41, after: 32,
        ratio: 0.41...1.32, isRare: true),
      outcome(
        "contact", "community team contact", "community contacts", .secondary, before: 6_020,
        after: 5_510, ratio: 0.84...0.99),
    ])
  }

  /// Each agreement is that of a table of 60 stories, one a teller, that two coders read.
  private static var experience: ExperienceFinding {
    func theme(
      _ id: String, _ label: String, _ people: Int, byAll: Int, agreement: Answer,
      quote: String? = nil
    ) -> ExperienceFinding.Theme {
      let share = Double(people) / 60
      return ExperienceFinding.Theme(
        id: id, label: label, people: .exactly(people),
        share: Parts.number(
          share, .proportion, used: 60, eligible: 60,
          interval: max(share - 0.12, 0)...min(share + 0.12, 1)),
        peopleAllCoders: .exactly(byAll),
        agreement: agreement, quote: quote.map { .init(text: $0, consentLevel: 4) })
    }
    func kappa(_ value: Double) -> Answer {
      Parts.number(value, .coefficient, used: 60, eligible: 60)
    }
    return ExperienceFinding(
      codebook: "CHIME-D", source: "Leamy and others 2011; Stuart and others 2017",
      stories: Parts.number(60, .events, used: 60, eligible: 60), storytellers: .exactly(60),
      codedByTwo: Parts.number(60, .events, used: 60, eligible: 60), nothingFound: .exactly(1),
      themes: [
        theme(
          "connectedness", "Connectedness", 44, byAll: 39, agreement: kappa(0.8046874999999999),
          quote: "I came for the art class. I stayed because somebody knew my name."),
        theme(
          "hope", "Hope and optimism", 30, byAll: 21, agreement: kappa(0.6931818181818181)),
        theme(
          "identity", "Identity", 0, byAll: 0,
          agreement: .notEstimable(.noVariation, used: 60, eligible: 60)),
        theme(
          "meaning", "Meaning in life", 3, byAll: 1, agreement: kappa(0.4827586206896552)),
        theme(
          "empowerment", "Empowerment", 12, byAll: 10, agreement: kappa(0.888682745825603)),
        theme(
          "difficulties", "Difficulties", 25, byAll: 10, agreement: kappa(0.3951612903225808),
          quote: "Some weeks the bus was one thing too many."),
      ], quotable: .exactly(12), quoteConsentLevel: 4)
  }

  private static var certainty: CertaintyFinding {
    CertaintyFinding(
      limits: [
        .inventedData, .noComparator, .regressionToTheMean(what: "admissions"),
        .lowFollowUp(
          scale: "swemwbs", occasion: late,
          share: Parts.number(52.0 / 300, .proportion, used: 300, eligible: 300)),
        .missingDiffer(
          scale: "swemwbs", occasion: soon, variable: .firstScore,
          difference: Parts.number(-0.23, .standardDeviations, used: 379, eligible: 402)),
        .fewPeople(what: "QPR-15, about a year", people: .exactly(8)),
        .filledIn(
          scale: "qpr15", share: Parts.number(46.0 / 753, .proportion, used: 425, eligible: 425)),
        .ceilingOrFloor(
          scale: "swemwbs", atBest: Parts.number(0.002, .proportion, used: 431, eligible: 431),
          atWorst: Parts.number(0.17, .proportion, used: 431, eligible: 431)),
        .manyOutcomes(count: 6),
        .notPlanned(step: "hospital", why: "community contacts were added in March 2025"),
        .notPlanned(step: "stories", why: nil), .oneTrustOnly,
        .notLinked(event: "admission", people: .exactly(171)),
      ],
      strength: .init(
        nesta: 2, maryland: 1,
        whyNotMore:
          "Nobody is compared with: the same forms and records of similar people who did not come, over the same months, would lift it a level."
      ))
  }
}
