import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// What the figures of rates have in common: a row of rates before and after, and their ratio.
enum RateRows {
  /// One row of a figure.
  struct Row {
    /// What stands at its head.
    var label: String
    /// The event.
    var outcome: ServiceUseFinding<Released>.Outcome
    /// The group's use.
    var row: ServiceUseFinding<Released>.Row
  }

  private static let rate = AnswerWording(.rate)
  private static let ratio = AnswerWording(.ratio)

  /// Rates on axes of their own, ratios on one.
  static func chart(_ rows: [Row], _ material: ReportMaterial) -> any Chart {
    PairedRows(
      rows: rows.map { row in
        PairedRows.Row(
          row.label, detail: material.people.mark(row.row.people, of: row.row.eligible),
          before: rate.plotted(row.row[.rateBefore], showsRange: false),
          after: rate.plotted(row.row[.rateAfter], showsRange: false),
          effect: ratio.plotted(row.row[.ratio]))
      }, levelLabel: "Events per person-year",
      effectLabel: "After as a share of before")
  }

  /// The numbers behind the chart.
  ///
  /// `hasAny` has columns of how many had any event, which takes room; `isShort` leaves the time watched and the intervals of rates
  /// to results.csv.
  static func table(
    _ rows: [Row], _ caption: String, _ material: ReportMaterial, hasAny: Bool = false,
    isShort: Bool = false
  ) -> Table {
    func rateCell(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
      !isShort || answer.estimate == nil ? rate.cell(answer, fact) : rate.value(answer, fact)
    }
    let count = AnswerWording(.count)
    let years = AnswerWording(.time)
    var columns = [
      Table.Column("People", isContext: true), Table.Column("Events before"),
      Table.Column("Events after"),
    ]
    if hasAny { columns += [Table.Column("With any before"), Table.Column("With any after")] }
    if !isShort {
      columns += [
        Table.Column("Person-years before", isContext: true),
        Table.Column("Person-years after", isContext: true),
      ]
    }
    columns += [
      Table.Column(isShort ? "Rate before" : "Rate before (interval)"),
      Table.Column(isShort ? "Rate after" : "Rate after (interval)"),
      Table.Column("Ratio (interval)"),
    ]
    return Table(
      caption: Prose(caption), rowsHeading: "Event", columns: columns,
      rows: rows.map { entry in
        let row = entry.row
        let wording = ServiceUseWording(entry.outcome, material)
        func fact(_ measure: String) -> String { wording.fact(row, measure) }
        var cells = [
          material.people.cell(row.people, fact("people")),
          count.cell(row[.eventsBefore], fact("events_before")),
          count.cell(row[.eventsAfter], fact("events_after")),
        ]
        if hasAny {
          cells += [
            material.people.cell(row.anyBefore, fact("people_with_any_before")),
            material.people.cell(row.anyAfter, fact("people_with_any_after")),
          ]
        }
        if !isShort {
          cells += [
            years.cell(row[.timeBefore], fact("person_time_before")),
            years.cell(row[.timeAfter], fact("person_time_after")),
          ]
        }
        cells += [
          rateCell(row[.rateBefore], fact("rate_before")),
          rateCell(row[.rateAfter], fact("rate_after")),
          ratio.cell(row[.ratio], fact("rate_ratio")),
        ]
        return Table.Row(Prose(entry.label), cells)
      })
  }

  /// How the numbers were made, and which ratios are too sure.
  static func source(_ rows: [Row], _ step: Findings<Released>.Step, _ material: ReportMaterial)
    -> Prose
  {
    [
      Prose(
        "Method: events over days at risk, 365.25 days a person-year; intervals by drawing people again (bootstrap, bias-corrected)."
      ), TooSureWording(rows.map { ($0.label, $0.row[.ratio]) }).sentence,
    ].joined().noting(step, material)
  }
}
