import FurlongCharts

extension Samples {
  private static let long =
    "People who came to at least one course about work, money or somewhere to live"

  /// Charts with more, longer and smaller things than anyone hopes for.
  static let stress: [(name: String, chart: any Chart)] = [
    (
      "long-flow",
      FlowBars(blocks: [
        .init(steps: [
          .init(long, .shown(1_234_567, label: "1,234,567"), note: long),
          .init(long, .shown(1, label: "1"), note: long),
          .init("Nobody", .shown(0, label: "0")),
        ])
      ])
    ),
    (
      "many-intervals",
      IntervalRows(
        rows: (1...14).map { (index: Int) -> IntervalRows.Row in
          .init(
            index.isMultiple(of: 3) ? long : "Group \(index)", detail: "n = \(index * 10)",
            .shown(
              Double(index) - 7, interval: .init(Double(index) - 30, Double(index) + 25),
              label: "\(index) (−30.00 to 25.00)"))
        },
        axisLabel: long, band: .init(from: -2, to: 2, label: "smaller than the form’s own error"),
        sides: .init(below: long, above: "better"), note: long + ". " + long)
    ),
    (
      "ratio-from-zero",
      IntervalRows(
        rows: [
          .init("None after", .shown(0, interval: .init(0, 0.9), label: "0 (0 to 0.90)")),
          .init("Very wide", .shown(3, interval: .init(0.02, 450), label: "3.0 (0.02 to 450)")),
        ],
        axisLabel: "Ratio", axis: .logarithmic, reference: 1)
    ),
    (
      "constant",
      ScoreTravel(
        scoreLabel: long, range: .init(0, 4),
        bands: [.init(from: 3, to: 4, label: "as well as most people")],
        panels: [
          .init(
            long,
            journeys: [
              .init(
                to: "after", detail: "n = 12",
                before: .init(.shown(4, interval: nil, label: "4.0"), middle: .init(4, 4)),
                after: .init(.shown(0, interval: nil, label: "0.0"), middle: .init(0, 0.5)),
                change: .shown(-4, interval: nil, label: "−4.0 (not estimable)"))
            ]),
          .init(
            "nobody",
            journeys: [
              .init(
                to: long, before: .init(.hidden(label: "[c] not shown")),
                after: .init(.hidden(label: "[c] not shown")),
                change: .hidden(label: "[c] fewer than 10 people"))
            ]),
        ],
        changeLabel: long, note: long)
    ),
    (
      "all-hidden",
      StackedShares(rows: [
        .init(
          long, detail: long, worse: .hidden(label: "fewer than 5 of 12"),
          unchanged: .hidden(label: "[c]"), better: .hidden(label: "fewer than 5 of 12"))
      ])
    ),
    (
      "all-better",
      StackedShares(rows: [
        .init(
          "Everyone", worse: .shown(0, label: "none of 1,204"),
          unchanged: .shown(0, label: "none of 1,204"), better: .shown(1, label: "all 1,204 (100%)")
        )
      ])
    ),
    (
      "one-month",
      MonthColumns(
        months: [.init(0, .hidden(label: "[c]"))], valueLabel: "Admissions a month",
        axisLabel: "months from joining", dayLabel: "joined")
    ),
    (
      "few-months",
      MonthColumns(
        months: (-2...1).map { .init($0, .shown(0, label: "0"), isSetApart: $0 == -2) },
        valueLabel: "Admissions a month", axisLabel: "months from joining", dayLabel: "joined",
        setApartLabel: long)
    ),
    (
      "long-themes",
      ThemeBars(
        rows: [
          .init(long, .shown(300, label: "300 people"), secondCoder: 300),
          .init("Hope", .shown(0, label: "nobody"), secondCoder: 0),
        ],
        everyone: 300, axisLabel: long)
    ),
    (
      "hidden-pairs",
      PairedRows(
        rows: [
          .init(
            long, detail: long, before: .hidden(label: "[c] fewer than 10 people"),
            after: .hidden(label: "[c] fewer than 10 people"),
            effect: .hidden(label: "[c] fewer than 10 people"))
        ],
        levelLabel: long, effectLabel: long, note: long)
    ),
  ]
}
