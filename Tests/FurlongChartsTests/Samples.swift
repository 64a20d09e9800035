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

  static let pair = EstimationPair(
    scoreLabel: "Mean SWEMWBS score (the scale runs from 7 to 35)",
    range: PlottedInterval(7, 35),
    band: PlottedBand(from: 7, to: 19.5, label: "low wellbeing (19.5 or less)"),
    occasions: [
      .init("before", detail: "n = 209", .shown(18.4, interval: .init(17.9, 18.9), label: "18.4")),
      .init("after", detail: "n = 209", .shown(20.6, interval: .init(20, 21.2), label: "20.6")),
    ],
    changeLabel: "Change in points (later minus earlier)",
    changes: [
      .init("after", .shown(2.2, interval: .init(1.7, 2.7), label: "+2.2 (1.7 to 2.7)"))
    ],
    note: "Lines are 95% confidence intervals.")

  static let repeated = EstimationPair(
    scoreLabel: "Mean BDI-II score (the scale runs from 0 to 63; lower is better)",
    range: PlottedInterval(0, 63),
    occasions: [
      .init("before", detail: "n = 52", .shown(23.3, interval: .init(20.4, 26.3), label: "23.3")),
      .init("2 m", detail: "n = 45", .shown(16.9, interval: .init(13.7, 20), label: "16.9")),
      .init("3 m", detail: "n = 36", .shown(15.6, interval: .init(11.8, 19.4), label: "15.6")),
      .init("5 m", detail: "n = 29", .shown(13.1, interval: .init(9.4, 16.9), label: "13.1")),
      .init("8 m", detail: "n = 26", .shown(11.2, interval: .init(7.5, 14.9), label: "11.2")),
    ],
    changeLabel: "Change from before, in points",
    changes: [
      .init("2 months", .shown(-6.4, interval: .init(-8.7, -4), label: "−6.4 (−8.7 to −4.0)")),
      .init("3 months", .shown(-7.1, interval: .init(-10, -4.2), label: "−7.1 (−10.0 to −4.2)")),
      .init("5 months", .shown(-9.5, interval: .init(-12.9, -6), label: "−9.5 (−12.9 to −6.0)")),
      .init("8 months", .hidden(label: "[c] fewer than 10 people")),
    ],
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
    levelLabel: "per 100 student-years; each row has its own axis from zero",
    effectLabel: "after as a share of before", effectAxis: .logarithmic,
    note: "Lines are 95% intervals, by drawing people again.")

  static let groups = PairedRows(
    rows: [
      .init(
        "Women", detail: "n = 131",
        before: .shown(18.1, interval: .init(17.4, 18.8), label: "18.1"),
        after: .shown(20.5, interval: .init(19.7, 21.3), label: "20.5"),
        effect: .shown(2.4, interval: .init(1.7, 3.1), label: "+2.4 (1.7 to 3.1)")),
      .init(
        "Men", detail: "n = 78",
        before: .shown(18.9, interval: .init(18, 19.8), label: "18.9"),
        after: .shown(20.8, interval: .init(19.8, 21.8), label: "20.8"),
        effect: .shown(1.9, interval: .init(1.1, 2.7), label: "+1.9 (1.1 to 2.7)")),
    ],
    levelLabel: "Mean SWEMWBS score (the scale runs from 7 to 35)", range: .init(7, 35),
    effectLabel: "Change in points", effectAxis: .linear,
    note: "Lines are 95% confidence intervals.", effectTicks: TickFormat(isSigned: true))

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
    ("flow-bars", flow), ("flow-bars-hidden", hiddenFlow), ("estimation-pair", pair),
    ("estimation-pair-repeated", repeated), ("paired-rows-rates", rates),
    ("paired-rows-groups", groups), ("interval-rows", forest), ("interval-rows-ratios", ratios),
    ("stacked-shares", shares), ("stacked-shares-hidden", hiddenShares), ("month-columns", months),
    ("theme-bars", themes), ("balance-dots", balance), ("month-line", control),
    ("month-line-runs", runs),
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

  /// Too few months for limits, the median close to a point.
  static let runs = MonthLine(
    months: [31, 34, 30, 29, 33, 34, 36, 31].enumerated().map { index, attended in
      .init("Month \(index + 1)", .shown(Double(attended), label: "\(attended)"))
    }, centre: .init(32, name: "median", label: "32"), valueLabel: "Sessions attended a month")
}
