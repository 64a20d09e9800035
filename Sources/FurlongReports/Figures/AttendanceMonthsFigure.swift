import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of attendance month by month.
struct AttendanceMonthsFigure {
  private let series: AttendanceSeries<Released>
  private let step: Findings<Released>.Step
  private let wording: AttendanceMonthsWording
  private let material: ReportMaterial
  private let count = AnswerWording(.count)

  init(
    _ series: AttendanceSeries<Released>, step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.series = series
    self.step = step
    self.material = material
    wording = AttendanceMonthsWording(series, material)
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-attendance-\(step.id)", title: wording.title, subtitle: subtitle,
      spoken: "A line of the places taken up in each month, with the average.",
      chart: chart, table: table, source: source, isForScreens: true
    ).block
  }

  private var subtitle: Prose {
    let ends = [series.months.first?.first, series.months.last?.first].compactMap { $0?.monthWords }
    return Prose(
      "Places taken up at sessions in each calendar month, \(ends.joined(separator: " to ")), \(wording.who)"
    )
  }

  private var chart: any Chart {
    var marks: [CalendarDay: String] = [:]
    var sides: [CalendarDay: MonthLine.Side] = [:]
    for (letter, signal) in wording.lettered {
      let side: MonthLine.Side = signal.isUp == false ? .down : .up
      for month in signal.months where sides[month] == nil { sides[month] = side }
      guard !signal.months.isEmpty else { continue }
      let middle = signal.months[signal.months.count / 2]
      marks[middle] = marks[middle].map { "\($0), \(letter)" } ?? letter
    }
    let shown = Dictionary(
      series.months.map { ($0.first, count.plottedValue($0.attended)) },
      uniquingKeysWith: { first, _ in first })
    return MonthLine(
      months: calendar.map { month in
        MonthLine.Month(
          month.shortMonthWords, shown[month], side: sides[month], mark: marks[month] ?? "")
      },
      centre: level(series.lines[.centre], "average"),
      limits: [level(series.lines[.high], "upper limit"), level(series.lines[.low], "lower limit")]
        .compactMap { $0 },
      valueLabel: "Places taken up a month",
      markLabel: "months that stand out, upwards or downwards; the letters are those of the list")
  }

  private func level(_ answer: ReleasedAnswer, _ name: String) -> MonthLine.Level? {
    answer.estimate.map {
      MonthLine.Level($0.value, name: name, label: count.value(answer, "").plainText)
    }
  }

  /// Every calendar month from the first to the last.
  private var calendar: [CalendarDay] {
    guard let first = series.months.first?.first, let last = series.months.last?.first else {
      return []
    }
    var months: [CalendarDay] = []
    var month = first
    while month <= last {
      months.append(month)
      month = month.adding(months: 1)
    }
    return months
  }

  private var table: Table {
    let letters = wording.lettered
    return Table(
      caption: "Places taken up at sessions in each month", rowsHeading: "Month",
      columns: [
        Table.Column("Places taken up"),
        Table.Column("\(material.study.people.many.capitalised) who came"),
        Table.Column("Stands out"),
      ],
      rows: series.months.map { month in
        let own = letters.filter { $0.signal.months.contains(month.first) }.map(\.letter)
        return Table.Row(
          Prose(month.first.monthWords),
          [
            count.cell(month.attended, wording.fact(month, "attended")),
            material.people.cell(month.people, wording.fact(month, "people")),
            Prose(own.isEmpty ? "no" : own.joined(separator: ", ")),
          ])
      })
  }

  private var source: Prose {
    [Prose(wording.method), Prose(wording.leftOut)].joined().noting(step, material)
  }
}
