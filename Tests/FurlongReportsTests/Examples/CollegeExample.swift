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

  static var findings: Findings<Unreleased> {
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

  private static let everyone = GroupName.everyone.id
  /// Those whom the report is about.
  private static let population = PeopleCount.population(452)

  /// All who came, whenever they registered.
  static let everCame: Parts.Whose = (
    PeopleCount(520, .everAttended), PeopleCount(520, .everAttended)
  )

  static func due(_ time: TimeName) -> PeopleCount {
    PeopleCount(time == soon ? 402 : 300, .due(occasion: time.id, group: everyone))
  }

  private static func returned(_ scale: ScaleDescription, _ time: TimeName) -> PeopleSet {
    .returned(scale: scale.id, occasion: time.id)
  }

  private static func paired(_ scale: ScaleDescription, _ time: TimeName) -> PeopleSet {
    .paired(scale: scale.id, occasion: time.id, group: everyone)
  }

  static func withBaseline(_ scale: ScaleDescription) -> PeopleCount {
    PeopleCount(scale == swemwbs ? 431 : 425, .withBaseline(scale: scale.id))
  }

  // MARK: Reach

  private static var reach: ReachFinding<Unreleased> {
    ReachFinding(
      flows: [
        flow(swemwbs, soon, 214, 209), flow(swemwbs, late, 120, 52), flow(qpr, soon, 210, 204),
        flow(qpr, late, 118, 8),
      ], attendance: attendance,
      casemix: [
        .init(
          column: "gender",
          values: [("another", 3), ("man", 178), ("woman", 271)].map { value, people in
            .init(
              value: value, people: PeopleCount(people, .population(group: "gender=\(value)")))
          })
      ], population: nil,
      missing: [
        missing(swemwbs, soon, present: 214, withFirst: (209, 170)),
        missing(swemwbs, late, present: 120, withFirst: (52, 175)),
      ],
      unusedForms: [
        .init(
          scale: swemwbs.id, occasion: soon,
          onlyUnscorable: PeopleCount(2, .onlyUnscorable(scale: swemwbs.id, occasion: soon.id)),
          severalForms: PeopleCount(12, .severalForms(scale: swemwbs.id, occasion: soon.id)),
          notDue: PeopleCount(14, .pairedNotDue(scale: swemwbs.id, occasion: soon.id)))
      ])
  }

  private static func flow(
    _ scale: ScaleDescription, _ time: TimeName, _ back: Int, _ both: Int
  ) -> ReachFinding<Unreleased>.Flow {
    let first = withBaseline(scale)
    let due = due(time)
    let nested: [(ReachStage, PeopleCount)] = [
      (.registeredInPeriod, PeopleCount(606, .registeredInPeriod)),
      (
        .meets(column: "type", values: ["service user"]),
        PeopleCount(480, .meeting(column: "type"))
      ),
      (
        .meets(column: "data_consent", values: ["yes"]),
        PeopleCount(452, .meeting(column: "data_consent"))
      ),
      (.attendedAny, PeopleCount(398, .attended)),
    ]
    let forms: [(ReachStage, PeopleCount)] = [
      (.withFollowUp(occasion: time.id), PeopleCount(back, returned(scale, time))),
      (.analysed(occasion: time.id), PeopleCount(both, paired(scale, time))),
    ]
    return ReachFinding.Flow(
      scale: scale, occasion: time,
      stages: stages(from: (.registered, PeopleCount(612, .registered)), nested)
        + [.init(kind: .withBaseline, people: first, lost: nil)]
        + stages(from: (.dueFollowUp(occasion: time.id), due), forms))
  }

  /// Stages each of which lies within the one before.
  private static func stages(
    from first: (ReachStage, PeopleCount), _ others: [(ReachStage, PeopleCount)]
  ) -> [ReachFinding<Unreleased>.Stage] {
    var stages = [ReachFinding<Unreleased>.Stage(kind: first.0, people: first.1, lost: nil)]
    var before = first.1
    for (kind, people) in others {
      let lost = PeopleCount(
        before.count - people.count, .lost(from: before.people, to: people.people))
      stages.append(.init(kind: kind, people: people, lost: lost))
      before = people
    }
    return stages
  }

  private static func missing(
    _ scale: ScaleDescription, _ time: TimeName, present: Int, withFirst: (here: Int, gone: Int)
  ) -> ReachFinding<Unreleased>.MissingComparison {
    let due = due(time)
    let here = PeopleCount(present, returned(scale, time))
    let gone = PeopleCount(
      due.count - present, .missing(scale: scale.id, occasion: time.id))
    let first = (
      here: PeopleCount(withFirst.here, paired(scale, time)),
      gone: PeopleCount(
        withFirst.gone, .missingWithBaseline(scale: scale.id, occasion: time.id)),
      both: PeopleCount(
        withFirst.here + withFirst.gone, .dueWithBaseline(scale: scale.id, occasion: time.id))
    )
    return ReachFinding.MissingComparison(
      scale: scale, occasion: time, present: here, missing: gone,
      variables: [
        .init(
          kind: .firstScore,
          answers: Answers { measure in
            switch measure {
            case .present: Parts.number(18.4, (first.here, here))
            case .missing: Parts.number(17.5, (first.gone, gone))
            case .difference: Parts.number(-0.23, (first.both, due))
            }
          }),
        .init(
          kind: .sessionsAttended,
          answers: Answers { measure in
            switch measure {
            case .present: Parts.number(8.6, (here, here))
            case .missing: Parts.number(3.2, (gone, gone))
            case .difference: Parts.number(-0.71, (due, due))
            }
          }),
        .init(
          kind: .value(column: "gender", value: "another"),
          answers: Answers { measure in
            let set = (scale: scale.id, occasion: time.id, group: "gender=another")
            return switch measure {
            case .present:
              Parts.share(
                1,
                .returnedOf(scale: set.scale, occasion: set.occasion, group: set.group),
                (here, here))
            case .missing:
              Parts.share(
                2, .missingOf(scale: set.scale, occasion: set.occasion, group: set.group),
                (gone, gone))
            case .difference: Parts.number(0.07, (due, due))
            }
          }),
      ])
  }

  private static var attendance: ReachFinding<Unreleased>.Attendance {
    let came = PeopleCount(398, .attended)
    let whose: Parts.Whose = (population, population)
    return ReachFinding.Attendance(
      answers: Answers { measure in
        switch measure {
        case .offered: Parts.sum(5_210, by: 398, whose)
        case .attended: Parts.sum(3_905, by: 398, whose)
        case .missed: Parts.sum(880, by: 310, whose)
        case .cancelledByStudent: Parts.sum(425, by: 190, whose)
        case .cancelledByCollege: Parts.sum(102, by: 75, whose)
        case .beforeDayZero: Parts.sum(12, by: 7, whose)
        case .medianAttended: Parts.number(6.5, (came, population))
        }
      }, attendedAny: came, years: years, series: series, hours: hours)
  }

  private static var hours: ReachFinding<Unreleased>.Hours {
    let known = PeopleCount(391, .withHours)
    return .init(
      people: known,
      answers: Answers { measure in
        switch measure {
        case .total:
          guard
            case .estimated(var total) = Parts.number(
              7_612, (known, population), contributors: [Parts.evenly(456_720, over: 391)])
          else { return Parts.none(.noData, (known, population)) }
          total.longest = 2
          return .estimated(total)
        case .lowerQuarter: return Parts.number(5, (known, population))
        case .median: return Parts.number(13, (known, population))
        case .upperQuarter: return Parts.number(27.5, (known, population))
        }
      })
  }

  /// The first year is covered in part; few came in its first term.
  private static var years: AttendanceYears<Unreleased> {
    func period(
      _ year: Int, _ term: String?, _ attended: Int, _ people: Int
    ) -> AttendanceYears<Unreleased>.Period {
      .init(
        attended: Parts.number(
          Double(attended), everCame,
          contributors: [Estimate.Contributors(people: people, of: attended, ofTwo: nil)]),
        people: PeopleCount(people, .attendedDuring(year: year, term: term)), isPart: year == 2022)
    }
    func year(
      _ start: Int, _ whole: (Int, Int), _ terms: [(Int, Int)]
    ) -> AttendanceYears<Unreleased>.Year {
      .init(
        beginsIn: start, name: "\(start)/\(start - 1999)",
        whole: period(start, nil, whole.0, whole.1),
        terms: zip(AcademicTerms.usual.terms, terms).map { term, counts in
          .init(
            id: term.id, label: term.label, period: period(start, term.id, counts.0, counts.1))
        })
    }
    return AttendanceYears(
      calendar: .usual,
      years: [
        year(2022, (1_148, 270), [(333, 90), (251, 98), (564, 140)]),
        year(2023, (1_427, 330), [(399, 102), (414, 121), (614, 160)]),
        year(2024, (1_480, 350), [(455, 120), (490, 140), (535, 151)]),
      ])
  }

  /// 22 months with sessions; August has none, three people came in January 2023.
  private static var series: AttendanceSeries<Unreleased> {
    let attended = [
      112, 118, 96, 7, 121, 133, 125, 109, 114, 98, 140, 131, 128, 62, 137, 149, 151, 146, 158, 171,
      166, 153,
    ]
    let open = (1...24).compactMap { day("2022-09-01")?.adding(months: $0) }
      .filter { $0.date.month != 8 }
    let months = zip(open, attended).map { first, attended in
      let people = attended < 10 ? 3 : attended / 3
      return AttendanceSeries<Unreleased>.Month(
        first: first,
        attended: Parts.number(
          Double(attended), everCame,
          contributors: [Estimate.Contributors(people: people, of: attended, ofTwo: nil)]),
        people: PeopleCount(people, .attendedIn(month: first)))
    }
    let all = Estimate.Contributors(
      people: everCame.used.count, of: attended.reduce(0, +), ofTwo: nil)
    return AttendanceSeries(
      kind: .controlChart, rules: "nhs-making-data-count/1", months: months,
      partial: [day("2022-09-01")].compactMap { $0 },
      lines: Answers { measure in
        switch measure {
        case .centre: Parts.number(123.86363636363636, everCame, contributors: [all])
        case .low: Parts.number(75.98363636363635, everCame, contributors: [all])
        case .high: Parts.number(171.74363636363637, everCame, contributors: [all])
        }
      }, leftOutOfLimits: 2,
      signals: [
        .init(kind: .beyondLimit, isUp: false, months: [months[3].first]),
        .init(kind: .beyondLimit, isUp: false, months: [months[13].first]),
        .init(kind: .shift, isUp: true, months: months[14...].map(\.first)),
        .init(kind: .nearLimit, isUp: true, months: months[18...20].map(\.first)),
      ])
  }

  // MARK: Change and meaning

  private static func forms(
    _ scale: ScaleDescription, _ all: Int, filledIn: Int, by people: Int
  ) -> Answers<FormsMeasure, Unreleased> {
    let whose: Parts.Whose = (
      PeopleCount(withBaseline(scale).count, .withForm(scale: scale.id)), population
    )
    return Answers { measure in
      switch measure {
      case .inUse: Parts.sum(Double(all), by: whose.used.count, whose)
      case .filledIn: Parts.sum(Double(filledIn), by: people, whose)
      case .shareFilledIn: Parts.part(filledIn, of: all, whose)
      }
    }
  }

  private static var change: ChangeFinding<Unreleased> {
    ChangeFinding(outcomes: [
      .init(
        scale: swemwbs,
        rows: [
          Parts.change(
            swemwbs, soon, .everyone, used: 209, of: 402, before: 18.4, after: 20.6,
            interval: 1.7...2.7),
          Parts.change(
            swemwbs, late, .everyone, used: 52, of: 300, before: 18.9, after: 19.6,
            interval: -0.4...1.8),
        ], forms: forms(swemwbs, 765, filledIn: 3, by: 3)),
      .init(
        scale: qpr,
        rows: [
          Parts.change(
            qpr, soon, .everyone, used: 204, of: 402, before: 30.2, after: 34.0,
            interval: 2.6...5.0),
          Parts.change(
            qpr, late, .everyone, used: 8, of: 300, before: 31.0, after: 33.5,
            interval: -1.2...6.2),
        ], forms: forms(qpr, 753, filledIn: 46, by: 40)),
    ])
  }

  private static var meaning: MeaningFinding<Unreleased> {
    MeaningFinding(outcomes: [
      .init(
        scale: swemwbs,
        reliability: .init(
          .coefficient(0.83), kind: "implied-by-sem", source: "Shah and others 2018"),
        threshold: Parts.number(4.52, (withBaseline(swemwbs), population)), cutOff: nil,
        rows: [
          Parts.meaning(
            swemwbs, soon, .everyone, used: 209, of: 402, better: 55, worse: 8, crossed: nil),
          Parts.meaning(
            swemwbs, late, .everyone, used: 52, of: 300, better: 11, worse: 3, crossed: nil),
        ]),
      .init(
        scale: qpr, reliability: nil,
        threshold: Parts.none(.noReliability, (withBaseline(qpr), population)), cutOff: nil,
        rows: []),
    ])
  }

  // MARK: Service use

  /// One event: how often it happened on both sides, and to how many people.
  private struct Event {
    var kind: EventKind
    var before: Int
    var after: Int
    var anyBefore = 71
    var anyAfter = 48
    var ratio: ClosedRange<Double>
  }

  private static let window = TimeName(id: "12-months", label: "12 months")

  private static var serviceUse: ServiceUseFinding<Unreleased> {
    let events = [
      Event(
        kind: EventKind(id: "admission", one: "admission", many: "admissions", role: .primary),
        before: 148, after: 93, ratio: 0.49...0.80),
      Event(
        kind: EventKind(
          id: "bed-day", one: "day in hospital", many: "days in hospital", role: .secondary),
        before: 3_120, after: 2_204, ratio: 0.52...0.97),
      Event(
        kind: EventKind(id: "detention", one: "detention", many: "detentions", role: .secondary),
        before: 41, after: 32, anyBefore: 35, anyAfter: 4, ratio: 0.41...1.32),
      Event(
        kind: EventKind(
          id: "contact", one: "community team contact", many: "community contacts",
          role: .secondary),
        before: 6_020, after: 5_510, ratio: 0.84...0.99),
    ]
    return ServiceUseFinding(outcomes: events.map(outcome))
  }

  private static func counted(
    _ event: Event, _ rule: ServiceUseRule = .wholeWindow
  ) -> PeopleCount {
    PeopleCount(
      273, .counted(event: event.kind.id, window: window.id, group: everyone, rule: rule))
  }

  private static func outcome(_ event: Event) -> ServiceUseFinding<Unreleased>.Outcome {
    let id = event.kind.id
    return ServiceUseFinding.Outcome(
      event: event.kind, window: window, notLinkable: PeopleCount(120, .notLinkable(event: id)),
      notKnown: PeopleCount(51, .notKnown(event: id)),
      noTimeAtRisk: PeopleCount(8, .noTimeAtRisk(event: id, window: window.id)),
      runningOnDayZero: PeopleCount(3, .runningOnDayZero(event: id, window: window.id)),
      noRowsMeans: .noneHappened, rows: [row(event)], timelineUnit: .months,
      timeline: timeline(event), transfers: id == "contact" ? nil : .joined)
  }

  private static func row(_ event: Event) -> ServiceUseFinding<Unreleased>.Row {
    let years = 268.4
    let whose: Parts.Whose = (counted(event), population)
    let gave = [
      Parts.evenly(event.before, over: event.anyBefore),
      Parts.evenly(event.after, over: event.anyAfter),
    ]
    func rate(_ events: Int, _ side: Int) -> FoundAnswer {
      let events = Double(events)
      return Parts.number(
        events / years, whose, interval: (events * 0.8 / years)...(events * 1.25 / years),
        contributors: [gave[side]])
    }
    let value = Double(event.after) / Double(event.before)
    func ratio(_ factor: Double = 1, _ rule: ServiceUseRule = .wholeWindow) -> FoundAnswer {
      Parts.number(
        value * factor, (counted(event, rule), population),
        interval: (event.ratio.lowerBound * factor)...(event.ratio.upperBound * factor),
        contributors: gave)
    }
    func any(_ people: Int, _ side: PeopleSet.Side) -> PeopleCount {
      PeopleCount(
        people, .withAny(side, event: event.kind.id, window: window.id, group: everyone))
    }
    return ServiceUseFinding.Row(
      group: .everyone, people: whose.used, eligible: population,
      anyBefore: any(event.anyBefore, .before), anyAfter: any(event.anyAfter, .after),
      answers: Answers { measure in
        switch measure {
        case .eventsBefore:
          Parts.number(Double(event.before), whose, contributors: [gave[0]])
        case .eventsAfter: Parts.number(Double(event.after), whose, contributors: [gave[1]])
        case .timeBefore, .timeAfter: Parts.number(years, whose)
        case .rateBefore: rate(event.before, 0)
        case .rateAfter: rate(event.after, 1)
        case .ratio, .ratioByDelta, .ratioByPercentiles: ratio()
        case .ratioWithoutLastMonth: ratio(1.12, .withoutLastMonth)
        case .ratioWithoutLastThreeMonths: ratio(1.29, .withoutLastThreeMonths)
        case .ratioOfWholeWindows: ratio(1.05, .bothWindowsWhole)
        case .reduction: Parts.number(1 - value, whose, contributors: gave)
        case .difference:
          Parts.number(Double(event.after - event.before) / years, whose, contributors: gave)
        case .wilcoxon: Parts.number(900, whose)
        }
      })
  }

  /// Months around day 0 with the course that admissions have, which add up to the events of both sides.
  private static func timeline(_ event: Event) -> [ServiceUseFinding<Unreleased>.Bin] {
    let before = spread(event.before, over: [7, 7, 5, 7, 8, 9, 8, 9, 14, 19, 24, 31])
    let after = spread(event.after, over: [15, 11, 9, 8, 8, 7, 7, 7, 7, 6, 3, 5])
    return (before + after).enumerated().map { index, events in
      let from = index - 12
      let people = min(events, from < 0 ? event.anyBefore : event.anyAfter)
      let gave = Estimate.Contributors(people: people, of: events, ofTwo: nil)
      let whose: Parts.Whose = (
        PeopleCount(273, .atRisk(event: event.kind.id, window: window.id, from: from)),
        counted(event)
      )
      return ServiceUseFinding.Bin(
        from: from, to: from + 1,
        withAny: PeopleCount(
          people, .withAnyIn(event: event.kind.id, window: window.id, from: from)),
        answers: Answers { measure in
          switch measure {
          case .events: Parts.number(Double(events), whose, contributors: [gave])
          case .rate: Parts.number(Double(events) / 22.4, whose, contributors: [gave])
          }
        })
    }
  }

  /// A total in parts that stand to each other as these weights do.
  private static func spread(_ total: Int, over weights: [Int]) -> [Int] {
    let all = weights.reduce(0, +)
    var seen = 0
    return weights.map { weight in
      let before = total * seen / all
      seen += weight
      return total * seen / all - before
    }
  }

  // MARK: Experience

  /// Each agreement is that of a table of 60 stories, one a teller, that two coders read.
  private static var experience: ExperienceFinding<Unreleased> {
    let told = PeopleCount(60, .storytellers)
    let coded = PeopleCount(60, .coded)
    let both: Parts.Whose = (PeopleCount(60, .codedByTwo), coded)
    func theme(
      _ id: String, _ label: String, _ people: Int, byAll: Int, agreement: FoundAnswer,
      quote: String? = nil, against: String? = nil
    ) -> ExperienceFinding<Unreleased>.Theme {
      let share = Double(people) / 60
      return ExperienceFinding.Theme(
        id: id, label: label, people: PeopleCount(people, .theme(id)),
        byAll: PeopleCount(byAll, .themeByAll(id)),
        answers: Answers { measure in
          switch measure {
          case .share:
            Parts.share(
              people, .theme(id), (coded, population),
              interval: max(share - 0.12, 0)...min(share + 0.12, 1))
          case .agreement: agreement
          }
        }, quote: quote.map { .init(text: $0, purpose: .publicReport) },
        contradicting: against.map {
          .init(
            label: "Let down", theme: "difficulties",
            quote: .init(text: $0, purpose: .publicReport))
        })
    }
    func kappa(_ value: Double) -> FoundAnswer { Parts.number(value, both) }
    return ExperienceFinding(
      codebook: "CHIME-D", source: "Leamy and others 2011; Stuart and others 2017",
      stories: Answers { measure in
        switch measure {
        case .stories: Parts.sum(60, by: 60, (told, population))
        case .codedByTwo: Parts.sum(60, by: 60, both)
        }
      }, coders: 2, storytellers: told, nothingFound: PeopleCount(1, .nothingFound),
      themes: [
        theme(
          "connectedness", "Connectedness", 44, byAll: 39, agreement: kappa(0.8046874999999999),
          quote: "I came for the art class. I stayed because somebody knew my name.",
          against: "I missed three and nobody rang."),
        theme(
          "hope", "Hope and optimism", 30, byAll: 21, agreement: kappa(0.6931818181818181)),
        theme(
          "identity", "Identity", 0, byAll: 0, agreement: Parts.none(.noVariation, both)),
        theme(
          "meaning", "Meaning in life", 3, byAll: 1, agreement: kappa(0.4827586206896552)),
        theme(
          "empowerment", "Empowerment", 12, byAll: 10, agreement: kappa(0.888682745825603)),
        theme(
          "difficulties", "Difficulties", 25, byAll: 10, agreement: kappa(0.3951612903225808),
          quote: "Some weeks the bus was one thing too many."),
      ], agreement: Parts.number(0.7012, both, interval: 0.6148...0.7791),
      quotable: PeopleCount(12, .quotable),
      quotes: Answers { measure in
        let stories =
          switch measure {
          case .quotable: 12
          case .notAgreed: 31
          case .notReviewed: 15
          case .consentNotGiven: 2
          case .consentEnded, .noWords: 0
          }
        return Parts.sum(Double(stories), by: stories, (told, population))
      }, quotePurpose: .publicReport, change: storiesByChange)
  }

  /// 31 of the 60 who told a story have both forms, and 178 of the others.
  private static var storiesByChange: StoriesByChange<Unreleased> {
    func group(
      _ id: String, _ used: Int, of due: Int, better: Int, worse: Int, first: Double,
      change: Double
    ) -> StoriesByChange<Unreleased>.Group {
      let name = GroupName(id: id, label: id)
      let whose = Parts.pairs(swemwbs, soon, name, used: used, of: due)
      func share(_ count: Int, _ measure: MeaningMeasure) -> FoundAnswer {
        Parts.share(
          count, .judged(measure, scale: swemwbs.id, occasion: soon.id, group: id), whose)
      }
      return .init(
        name: name, used: whose.used, eligible: whose.eligible,
        answers: Answers { measure in
          switch measure {
          case .improved: share(better, .improved)
          case .unchanged: share(used - better - worse, .unchanged)
          case .deteriorated: share(worse, .deteriorated)
          case .meanBefore: Parts.number(first, whose)
          case .meanChange:
            Parts.number(change, whose, interval: (change - 0.9)...(change + 0.9))
          }
        })
    }
    func theme(
      _ id: String, _ label: String, _ with: StoriesByChange<Unreleased>.Group,
      _ without: StoriesByChange<Unreleased>.Group
    ) -> StoriesByChange<Unreleased>.Theme {
      .init(id: id, label: label, with: with, without: without)
    }
    return StoriesByChange(
      scale: swemwbs, reliability: .init(.coefficient(0.83), kind: "test-retest", source: ""),
      threshold: Parts.number(4.37, (withBaseline(swemwbs), population)),
      rows: [
        .init(
          occasion: soon,
          themes: [
            theme(
              "connectedness", "Connectedness",
              group(
                "theme:connectedness=yes", 20, of: 38, better: 8, worse: 1, first: 18.9,
                change: 2.9),
              group(
                "theme:connectedness=no", 11, of: 15, better: 3, worse: 1, first: 19.4,
                change: 1.6)),
            theme(
              "hope", "Hope and optimism",
              group(
                "theme:hope=yes", 18, of: 27, better: 9, worse: 1, first: 19.0, change: 2.9),
              group(
                "theme:hope=no", 13, of: 26, better: 2, worse: 1, first: 19.2, change: 1.8)),
            theme(
              "difficulties", "Difficulties",
              group(
                "theme:difficulties=yes", 6, of: 22, better: 2, worse: 1, first: 17.1,
                change: 0.4),
              group(
                "theme:difficulties=no", 25, of: 31, better: 9, worse: 1, first: 19.6,
                change: 2.9)),
          ],
          noStory: group(
            "stories:read=no", 178, of: 349, better: 44, worse: 6, first: 18.3, change: 2.2))
      ])
  }

  // MARK: Certainty

  private static var certainty: CertaintyFinding<Unreleased> {
    let first: Parts.Whose = (withBaseline(swemwbs), population)
    return CertaintyFinding(
      limits: [
        .inventedData, .noComparator, .regressionToTheMean(what: ["admission"]),
        .lowFollowUp(
          scale: swemwbs.id, occasion: late, share: inFigures(swemwbs, late, 52)),
        .missingDiffer(
          scale: swemwbs.id, occasion: soon, variable: .firstScore,
          difference: Parts.number(
            -0.23,
            (PeopleCount(379, .dueWithBaseline(scale: swemwbs.id, occasion: soon.id)), due(soon)))),
        .fewPeople(
          what: qpr.id, occasion: late, group: .everyone,
          people: PeopleCount(8, paired(qpr, late))),
        .filledIn(scale: qpr.id, share: forms(qpr, 753, filledIn: 46, by: 40)[.shareFilledIn]),
        .ceilingOrFloor(
          scale: swemwbs.id, atBest: Parts.part(1, of: 431, first),
          atWorst: Parts.part(73, of: 431, first)),
        .manyOutcomes(count: 6),
        .notPlanned(step: "hospital", why: "community contacts were added in March 2025"),
        .notPlanned(step: "stories", why: nil), .oneTrustOnly,
        .notLinked(event: "admission", people: PeopleCount(171, .notLinked(event: "admission"))),
      ], strength: .init(nesta: 2, maryland: 1))
  }

  /// The share of those due who are in the figures.
  static func inFigures(
    _ scale: ScaleDescription, _ time: TimeName, _ people: Int
  ) -> FoundAnswer {
    Parts.share(people, paired(scale, time), (due(time), due(time)))
  }
}
