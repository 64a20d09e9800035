import FurlongCharts

/// The charts of an invented college: the gallery, and what every test draws.
enum Samples {
  static let flow = FlowBars(blocks: [
    .init(
      "Who came",
      steps: [
        .init("Registered", .shown(612, label: "612")),
        .init("Attended at least once", .shown(498, label: "498"), note: "114 never came"),
        .init("Filled in a first form", .shown(431, label: "431"), note: "67 came without one"),
      ]),
    .init(
      "Who is in the figures",
      steps: [
        .init("Due a second form by 31 July", .shown(402, label: "402"), note: "29 not yet due"),
        .init("Filled in a second form", .shown(214, label: "214"), note: "188 did not"),
        .init("In the figures below", .shown(209, label: "209"), note: "5 forms unusable"),
      ]),
  ])

  static let hiddenFlow = FlowBars(blocks: [
    .init(steps: [
      .init("Registered", .shown(12, label: "12")),
      .init("Filled in a second form", .shown(7, label: "7"), note: "fewer than 5 left out"),
      .init("In the figures below", .hidden(label: "fewer than 5")),
    ])
  ])

  static let travel = ScoreTravel(
    scoreLabel: "Mean SWEMWBS score (the scale runs from 7 to 35)",
    range: PlottedInterval(7, 35),
    bands: [
      PlottedBand(from: 7, to: 19.5, label: "low wellbeing"),
      PlottedBand(from: 19.6, to: 27.4, label: "medium wellbeing"),
      PlottedBand(from: 27.5, to: 35, label: "high wellbeing"),
    ],
    panels: [
      .init(journeys: [
        .init(
          to: "about four months", detail: "n = 209", time: 120,
          before: .init(.shown(18.4, interval: nil, label: "18.4"), middle: .init(16.1, 20.7)),
          after: .init(.shown(20.6, interval: nil, label: "20.6"), middle: .init(18, 23.2)),
          change: .shown(2.2, interval: .init(1.7, 2.7), label: "+2.2 (1.7 to 2.7)"))
      ])
    ],
    changeLabel: "Change in points (later minus earlier)",
    note: "Lines are 95% confidence intervals.")

  private static func journey(
    _ months: Double, _ people: Int, _ before: Double, _ after: Double
  ) -> ScoreTravel.Journey {
    let change = after - before
    func spread(_ mean: Double) -> ScoreTravel.Spread {
      let text = TickFormat().texts(for: [mean, 0.5])[0]
      return .init(
        .shown(mean, interval: nil, label: text), middle: .init(max(0, mean - 7), mean + 6))
    }
    return .init(
      to: "\(Int(months)) months", detail: "n = \(people)", time: months * 30,
      before: spread(before), after: spread(after),
      change: .shown(
        change, interval: .init(change - 2.5, change + 2.5), label: "−\(-change.rounded())"))
  }

  static let travels = ScoreTravel(
    scoreLabel: "Mean BDI-II score (the scale runs from 0 to 63; lower is better)",
    range: PlottedInterval(0, 63),
    bands: [
      PlottedBand(from: 0, to: 13, label: "minimal"), PlottedBand(from: 14, to: 19, label: "mild"),
      PlottedBand(from: 20, to: 28, label: "moderate"),
      PlottedBand(from: 29, to: 63, label: "severe"),
    ],
    panels: [
      .init(
        "Beat the Blues",
        journeys: [
          journey(2, 52, 23.5, 14.5), journey(3, 36, 24.1, 12), journey(5, 29, 23.2, 11.1),
          .init(
            to: "8 months", detail: "n = 8", time: 240,
            before: .init(.hidden(label: "[c] not shown")),
            after: .init(.hidden(label: "[c] not shown")),
            change: .hidden(label: "[c] fewer than 10 people")),
        ]),
      .init(
        "Usual care",
        journeys: [
          journey(2, 45, 23.1, 19.5), journey(3, 36, 22.9, 17.8), journey(5, 29, 22.3, 14),
          journey(8, 26, 23, 13.1),
        ]),
    ],
    changeLabel: "Change from before, in points",
    note: "Lines are 95% confidence intervals.")

  static let rates = PairedRows(
    rows: [
      .init(
        "Occupied bed days", detail: "1,640 days",
        before: .shown(620, interval: .init(498, 771), label: "620"),
        after: .shown(372, interval: .init(290, 472), label: "372"),
        effect: .shown(0.6, interval: .init(0.44, 0.83), label: "0.60 (0.44 to 0.83)")),
      .init(
        "Admissions", detail: "213 admissions",
        before: .shown(48, interval: .init(41, 56), label: "48"),
        after: .shown(30, interval: .init(24, 37), label: "30"),
        effect: .shown(0.63, interval: .init(0.49, 0.8), label: "0.63 (0.49 to 0.80)")),
      .init(
        "Detained admissions", before: .shown(15, interval: .init(11, 20), label: "15"),
        after: .hidden(label: "fewer than 5"), effect: .hidden(label: "[c] not shown")),
      .init(
        "Community contacts", detail: "6,470 contacts",
        before: .shown(1260, interval: .init(1160, 1370), label: "1,260"),
        after: .shown(1110, interval: .init(1020, 1210), label: "1,110"),
        effect: .shown(0.88, interval: .init(0.79, 0.98), label: "0.88 (0.79 to 0.98)")),
    ],
    levelLabel: "Events per 100 student-years",
    effectLabel: "after as a share of before",
    note: "Lines are 95% intervals, by drawing people again.")

  static let forest = IntervalRows(
    rows: [
      .init(
        "All students", detail: "n = 209",
        .shown(2.2, interval: .init(1.7, 2.7), label: "+2.2 (1.7 to 2.7)"), isOverall: true),
      .init(
        "18 to 34", detail: "n = 61",
        .shown(2.9, interval: .init(1.9, 3.9), label: "+2.9 (1.9 to 3.9)")),
      .init(
        "35 to 54", detail: "n = 102",
        .shown(2.1, interval: .init(1.4, 2.8), label: "+2.1 (1.4 to 2.8)")),
      .init(
        "55 and over", detail: "n = 46",
        .shown(1.4, interval: .init(-0.1, 2.9), label: "+1.4 (−0.1 to 2.9)")),
      .init("Age not given", .hidden(label: "[c] fewer than 10 people")),
    ],
    axisLabel: "Change in SWEMWBS points (later minus earlier)",
    sides: .init(below: "fell", above: "rose"), note: "Lines are 95% confidence intervals.",
    ticks: TickFormat(isSigned: true))

  static let ratios = IntervalRows(
    rows: [
      .init(
        "Admissions, 18 months each side",
        .shown(0.63, interval: .init(0.49, 0.8), label: "0.63 (0.49 to 0.80)")),
      .init(
        "Without the last 3 months before",
        .shown(0.81, interval: .init(0.62, 1.05), label: "0.81 (0.62 to 1.05)")),
    ],
    axisLabel: "After as a share of before", axis: .logarithmic, reference: 1,
    sides: .init(below: "fewer after", above: "more after"))

  static let shares = StackedShares(rows: [
    .init(
      "Threshold 4.5 points", detail: "test–retest .83, n = 209", worse: .shown(0.038, label: "4%"),
      unchanged: .shown(0.699, label: "70%"), better: .shown(0.263, label: "26%")),
    .init(
      "Threshold 5.1 points", detail: "Cronbach’s alpha .78, n = 209",
      worse: .shown(0.024, label: "2%"), unchanged: .shown(0.77, label: "77%"),
      better: .shown(0.206, label: "21%")),
  ])

  static let hiddenShares = StackedShares(rows: [
    .init(
      "Treatment as usual", detail: "n = 45", worse: .hidden(label: "fewer than 5 of 45"),
      unchanged: .hidden(label: "[c]"), better: .shown(0.29, label: "13 of 45 (29%)")),
    .init(
      "With the programme", detail: "n = 52", worse: .shown(0, label: "none of 52"),
      unchanged: .shown(0.17, label: "9 of 52 (17%)"),
      better: .shown(0.83, label: "43 of 52 (83%)")),
  ])

  static let months: MonthColumns = {
    let before = [6, 5, 7, 6, 8, 7, 6, 7, 9, 8, 8, 9, 10, 12, 13, 19, 24, 31]
    let after = [15, 11, 9, 8, 8, 7, 7, 6, 7, 6, 6, 5, 6, 0, 5, 6, 5, 5]
    let first = before.enumerated().map { index, count in
      MonthColumns.Month(
        index - 18, .shown(Double(count), label: "\(count)"), isSetApart: index >= 15)
    }
    let second = after.enumerated().map { index, count in
      MonthColumns.Month(
        index, index == 16 ? .hidden(label: "[c]") : .shown(Double(count), label: "\(count)"))
    }
    return MonthColumns(
      months: first + second, valueLabel: "Admissions a month",
      axisLabel: "months from joining", dayLabel: "joined",
      setApartLabel: "the three months set aside in the cautious figure",
      hiddenLabel: "[c] not shown: fewer than 5 people")
  }()

  static let themes = ThemeBars(
    rows: [
      .init("Connectedness", .shown(19, label: "19 people"), secondCoder: 18),
      .init("Empowerment", .shown(15, label: "15 people"), secondCoder: 14),
      .init("Difficulties", .shown(14, label: "14 people"), secondCoder: 15, tone: .contrast),
      .init("Hope and optimism", .shown(13, label: "13 people"), secondCoder: 13),
      .init("Identity", .shown(9, label: "9 people"), secondCoder: 7),
      .init("Meaning", .hidden(label: "fewer than 5"), secondCoder: 4),
    ],
    everyone: 24, axisLabel: "People whose story holds the theme, of 24 story-tellers")

  static let balance = BalanceDots(
    rows: [
      .init(
        "Sessions attended", detail: "3 against 9 (median)", .shown(-0.62, label: "−0.62")),
      .init("First SWEMWBS score", detail: "17.5 against 18.4", .shown(-0.21, label: "−0.21")),
      .init("Women", detail: "61% against 63%", .shown(-0.04, label: "−0.04")),
      .init("Aged 18 to 34", detail: "36% against 29%", .shown(0.15, label: "0.15")),
      .init("In paid work", .hidden(label: "[c]")),
    ],
    axisLabel: "Difference between those missing and those present, in standard deviations",
    band: PlottedBand(from: -0.1, to: 0.1, label: "within 0.1"),
    sides: .init(below: "those missing lower", above: "those missing higher"))

  /// Every declaration with the name of its golden file.
  static let all: [(name: String, chart: any Chart)] = [
    ("flow-bars", flow), ("flow-bars-hidden", hiddenFlow), ("score-travel", travel),
    ("score-travel-groups", travels), ("paired-rows-rates", rates),
    ("interval-rows", forest), ("interval-rows-ratios", ratios),
    ("stacked-shares", shares), ("stacked-shares-hidden", hiddenShares), ("month-columns", months),
    ("theme-bars", themes), ("balance-dots", balance), ("month-line", control),
    ("month-line-runs", runs), ("month-line-start", began),
  ]

  /// Two years with a pause in August, a month that may not be shown, and two things that stand out.
  static let control = MonthLine(
    months: (0..<24).map { index in
      let name =
        "\(["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"][index % 12]) \(index < 4 ? 2022 : index < 16 ? 2023 : 2024)"
      let attended = [
        62, 71, 58, 40, 66, 73, 69, 55, 60, 64, 52, 0, 77, 81, 79, 0, 84, 88, 90, 86, 140, 83, 61,
        0,
      ][index]
      switch index {
      case 11, 23: return .init(name, nil)
      case 15: return .init(name, .hidden(label: "[c]"))
      case 20: return .init(name, .shown(140, label: "140"), side: .up, mark: "A")
      case 12...19, 21:
        return .init(
          name, .shown(Double(attended), label: "\(attended)"), side: .up,
          mark: index == 19 ? "B" : "")
      default: return .init(name, .shown(Double(attended), label: "\(attended)"))
      }
    }, centre: .init(70, name: "average", label: "70"),
    limits: [
      .init(115, name: "upper limit", label: "115"), .init(25, name: "lower limit", label: "25"),
    ], valueLabel: "Sessions attended a month",
    markLabel: "stands out: see the words above, by letter")

  /// Months around the day on which something began, one of them not shown.
  static let began = MonthLine(
    months: [-4, -3, -2, -1, 1, 2, 3, 4, 5].map { month in
      let rate = 8.4 + Double(month * 7 % 5) - (month > 0 ? 4 : 0)
      return .init(
        month < 0 ? "−\(-month)" : "\(month)",
        month == 3 ? .hidden(label: "[c]") : .shown(rate, label: "\(rate)"),
        side: month > 0 ? .down : nil)
    }, centre: .init(8.4, name: "middle before", label: "8.4"),
    valueLabel: "Restraints per 1,000 bed days",
    markLabel: "months in a row above or below the middle month before",
    start: .init(4, label: "began"))

  /// Too few months for limits, the median close to a point.
  static let runs = MonthLine(
    months: [31, 34, 30, 29, 33, 34, 36, 31].enumerated().map { index, attended in
      .init("Month \(index + 1)", .shown(Double(attended), label: "\(attended)"))
    }, centre: .init(32, name: "median", label: "32"), valueLabel: "Sessions attended a month")
}
