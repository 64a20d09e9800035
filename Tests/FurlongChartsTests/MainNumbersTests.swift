import FurlongCharts
import Testing

@Suite("The main numbers of a chart, for those who do not see it")
struct MainNumbersTests {
  @Test(
    "a line of months tells its middle, its highest and its lowest month; none that is held back")
  func monthLine() {
    let line = MonthLine(
      months: [
        .init("May 2025", .shown(330, label: "330")), .init("June 2025", .hidden(label: "[c]")),
        .init("July 2025", .shown(10, label: "10")), .init("August 2025", nil),
      ], centre: .init(100, name: "average", label: "100"), valueLabel: "Places a month")
    #expect(
      line.mainNumbers
        == ["Places a month: average 100", "highest 330 in May 2025", "lowest 10 in July 2025"])
    #expect(MonthLine(months: [], centre: nil, valueLabel: "Places").mainNumbers.isEmpty)
  }

  @Test("rows tell what is measured once, and a row under another without its dash")
  func intervalRows() {
    let rows = IntervalRows(
      rows: [
        .init("Admissions", .hidden(label: "[c] not shown")),
        .init("Days", .shown(0.5, interval: nil, label: "0.5 (0.4 to 0.6)")),
        .init("– without the last month", .shown(0.7, interval: nil, label: "0.7 (0.5 to 1.1)")),
      ], axisLabel: "After as a share of before")
    #expect(
      rows.mainNumbers == [
        "After as a share of before: Days 0.5 (0.4 to 0.6)",
        "without the last month 0.7 (0.5 to 1.1)",
      ])
  }

  @Test("of two numbers that belong together both are told, or neither")
  func pairs() {
    let hidden = PlottedEstimate.hidden(label: "[c] not shown")
    let shown = PlottedEstimate.shown(0.9, interval: nil, label: "0.9")
    let paired = PairedRows(
      rows: [
        .init("Admissions", before: shown, after: hidden, effect: hidden),
        .init("Contacts", before: shown, after: shown, effect: hidden),
      ], levelLabel: "Events per person-year", effectLabel: "After as a share of before")
    #expect(
      paired.mainNumbers == ["Events per person-year: Contacts: 0.9 before, 0.9 after"])
    let travel = ScoreTravel(
      scoreLabel: "Mean", range: PlottedInterval(7, 35),
      panels: [
        .init(
          "Carers",
          journeys: [.init(to: "a year", before: .init(shown), after: .init(shown), change: hidden)]
        )
      ], changeLabel: "Change")
    #expect(travel.mainNumbers == ["Carers, a year: 0.9 before, 0.9 after"])
  }

  @Test("worse is told beside better, also where it is held back")
  func shares() {
    let few = PlottedValue.hidden(label: "fewer than 5")
    let shares = StackedShares(
      rows: [
        .init(
          "A year", detail: "n = 40", worse: few, unchanged: .shown(0.5, label: "20 (50%)"),
          better: .shown(0.5, label: "20 (50%)")),
        .init("Two years", worse: few, unchanged: .shown(0.5, label: "20 (50%)"), better: few),
      ])
    #expect(shares.mainNumbers == ["A year, n = 40: worse fewer than 5, better 20 (50%)"])
  }
}
