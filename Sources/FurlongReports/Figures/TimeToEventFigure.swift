import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of time to an event: the share who had had it by each month of the plan.
///
/// It is drawn from these shares alone: a curve that steps down where somebody had the event would tell of that person.
struct TimeToEventFigure {
  private let outcome: TimeToEventFinding<Released>.Outcome
  private let rows: [TimeToEventFinding<Released>.Row]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: TimeToEventWording
  private let percentage = AnswerWording(.percentage)

  init(
    _ outcome: TimeToEventFinding<Released>.Outcome, rows: [TimeToEventFinding<Released>.Row],
    step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.outcome = outcome
    self.rows = rows
    self.step = step
    self.material = material
    wording = TimeToEventWording(outcome, material)
  }

  private var isOfGroups: Bool { rows.contains { $0.group != .everyone } }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-time-\(step.id)-\(outcome.event.id)-\(isOfGroups ? "groups" : "everyone")",
      title: title,
      subtitle: Prose(
        "Share of \(material.study.people.many) who had had their \(wording.event), by months after \(material.study.dayZero)"
      ),
      spoken: isOfGroups
        ? "Dots with intervals: the share by each month, a row a \(material.groupWord) and month."
        : "Dots with intervals: the share by each month.",
      chart: chart, table: table, source: source
    ).block
  }

  private var title: Prose {
    guard !isOfGroups, let row = rows.first else {
      return Prose("\(wording.event.capitalised), by \(material.groupWord)")
    }
    return wording.headline(row).plain
  }

  private var entries:
    [(
      row: TimeToEventFinding<Released>.Row, month: TimeToEventFinding<Released>.Month,
      label: String
    )]
  {
    rows.flatMap { row in
      row.months.map { month in
        let by = "by \(wording.time(month))"
        return (row, month, isOfGroups ? "\(row.group.label), \(by)" : by.capitalised)
      }
    }
  }

  private var chart: any Chart {
    IntervalRows(
      rows: entries.map { entry in
        let plotted = percentage.plotted(entry.month[.share])
        return IntervalRows.Row(entry.label, plotted.inPercent)
      }, axisLabel: "Percent of those watched who had had their \(wording.event)", reference: 0,
      ticks: TickFormat(suffix: "%"),
      isDense: isOfGroups)
  }

  private var table: Table {
    let people = material.people
    return Table(
      caption: Prose("\(wording.event.capitalised) by months after \(material.study.dayZero)"),
      rowsHeading: "Time",
      columns: [
        Table.Column("Watched from day 0"), Table.Column("Had had it"),
        Table.Column("Still watched without it"), Table.Column("Share (interval)"),
      ],
      rows: entries.map { row, month, label in
        Table.Row(
          Prose(label),
          [
            people.cell(row.people, wording.fact(row, "watched")),
            people.cell(month.had, wording.fact(row, month, "had_by_month")),
            people.cell(month.still, wording.fact(row, month, "still_watched")),
            percentage.cell(month[.share], wording.fact(row, month, "share_by_month")),
          ])
      })
  }

  private var source: Prose {
    let isRounded = entries.contains { $0.month[.share].estimate?.method == .lifeTable }
    let method =
      isRounded
      ? "Method: a life table of the rounded counts in the table, with Greenwood's error; who is lost from view between two of its months counts as watched for half of the time."
      : "Method: Kaplan and Meier, with Greenwood's error; time in days, months as the calendar has them."
    return Prose(method).noting(step, material)
  }
}

extension PlottedEstimate {
  /// A share on an axis of percent.
  var inPercent: PlottedEstimate {
    switch self {
    case .shown(let number, let interval, let label):
      .shown(
        100 * number,
        interval: interval.map { PlottedInterval(100 * $0.lower, 100 * $0.upper) }, label: label)
    case .hidden: self
    }
  }
}
