import FurlongEvaluation
import FurlongStudy

/// An invented trust that asks what changed on three wards when a safety programme began on them.
enum UnitsExample {
  static var findings: Findings<Unreleased> {
    Findings(
      study: StudyDescription(
        id: "wards", title: "Safer wards", about: "An invented trust.", fictional: true,
        people: .init(one: "patient", many: "patients"), design: .beforeAfter, involvement: "",
        registered: nil, dataTo: CalendarDay(iso: "2025-12-31"), dayZero: "first registration",
        outcomes: 2),
      provenance: Parts.provenance([Parts.input("exports/wards.csv", 140)]),
      steps: [
        .init(
          id: "wards", planned: .yes,
          finding: .unitRates(
            UnitRatesFinding(
              one: "ward", many: "wards", what: "the safety programme",
              outcomes: [restraints, sickness])))
      ])
  }

  private static func number(_ value: Double, _ interval: ClosedRange<Double>? = nil)
    -> FoundAnswer
  {
    let used = PeopleCount.units(3, of: "restraint")
    return .estimated(
      Estimate(
        value, used: used, eligible: used,
        interval: interval.map { Interval(low: $0.lowerBound, high: $0.upperBound, level: 0.95) }))
  }

  private static func row(
    _ unit: String?, _ began: String?, months: (Int, Int), counts: (Double, Double),
    over: (Double, Double), per: Double = 1_000, ratio: FoundAnswer
  ) -> UnitRatesFinding<Unreleased>.Row {
    .init(
      unit: unit, began: began.flatMap { CalendarDay(iso: $0) }, monthsBefore: months.0,
      monthsAfter: months.1,
      answers: Answers { measure in
        switch measure {
        case .countBefore: number(counts.0)
        case .countAfter: number(counts.1)
        case .overBefore: number(over.0)
        case .overAfter: number(over.1)
        case .rateBefore: number(counts.0 / over.0 * per)
        case .rateAfter: number(counts.1 / over.1 * per)
        case .ratio: ratio
        }
      })
  }

  private static func month(_ number: Int, _ count: Double, _ over: Double, per: Double = 1_000)
    -> UnitRatesFinding<Unreleased>.Month
  {
    .init(
      number: number,
      answers: Answers { measure in
        switch measure {
        case .count: self.number(count)
        case .over: self.number(over)
        case .rate: self.number(count / over * per)
        }
      })
  }

  private static var restraints: UnitRatesFinding<Unreleased>.Outcome {
    let counts: [(Int, Double)] = [
      (-8, 11), (-7, 9), (-6, 14), (-5, 12), (-4, 10), (-3, 8), (-2, 15), (-1, 12), (1, 9),
      (2, 6), (3, 7), (4, 8), (5, 4), (6, 7), (7, 6), (8, 7),
    ]
    return .init(
      count: .init(
        id: "restraint", one: "restraint", many: "restraints", role: .primary, over: "bed days",
        per: 1_000),
      rows: [
        row(
          nil, nil, months: (44, 59), counts: (155, 115), over: (21_957, 27_728),
          ratio: number(0.552, 0.392...0.779)),
        row(
          "Birch", "2024-04-01", months: (15, 21), counts: (61, 36), over: (7_441, 10_367),
          ratio: number(0.424, 0.213...0.843)),
        row(
          "Cedar", "2024-07-15", months: (18, 17), counts: (61, 36), over: (10_948, 10_377),
          ratio: number(0.623, 0.352...1.1)),
        row(
          "Hazel", "2024-04-01", months: (11, 21), counts: (33, 4), over: (3_568, 6_984),
          ratio: number(0.062, 0.02...0.19)),
      ], leftOut: ["Oak": .noBeginning, "Rowan": .noData],
      largest: .init(unit: "Birch", ratioWithout: number(0.642, 0.434...0.948)),
      months: counts.map { month($0.0, $0.1, 1_480) }, median: number(11.5 / 1.48),
      signals: [.init(isUp: false, months: [1, 2, 3, 4, 5, 6, 7, 8])])
  }

  private static var sickness: UnitRatesFinding<Unreleased>.Outcome {
    .init(
      count: .init(
        id: "sickness-day", one: "sickness day", many: "sickness days", role: .secondary,
        over: "days due", per: 100),
      rows: [
        row(
          "Oak", "2025-01-01", months: (12, 9), counts: (210, 160), over: (5_400, 4_000), per: 100,
          ratio: number(1.029, 0.81...1.31))
      ], leftOut: [:], largest: nil,
      months: (1...3).map { month(-$0, 17, 450, per: 100) }
        + (1...3).map { month($0, 18, 445, per: 100) },
      median: .notEstimable(
        .limitsNeedMonths(6), used: .units(1, of: "sickness-day"),
        eligible: .units(1, of: "sickness-day")), signals: [])
  }
}
