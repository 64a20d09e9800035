import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of a count on each unit and on all: after as a share of before.
struct UnitsFigure {
  private let outcome: UnitRatesFinding<Released>.Outcome
  private let found: UnitRatesFinding<Released>
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: UnitRatesWording
  private let count = AnswerWording(.count)
  private let rate = AnswerWording(.rate)
  private let ratio = AnswerWording(.ratio)

  init(
    _ outcome: UnitRatesFinding<Released>.Outcome, _ found: UnitRatesFinding<Released>,
    step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.outcome = outcome
    self.found = found
    self.step = step
    self.material = material
    wording = UnitRatesWording(outcome, found, material)
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-units-\(step.id)-\(outcome.count.id)", title: title,
      subtitle: Prose(
        "\(wording.many.capitalised) \(wording.per) after \(found.what) began, as a share of before; 1 means no difference"
      ), spoken: "Ratios with intervals, a \(found.one) a row.", chart: chart, table: table,
      source: source
    ).block
  }

  private var title: Prose {
    outcome.rows.first.map { wording.finding($0).plain } ?? Prose(wording.many.capitalised)
  }

  private func label(_ row: UnitRatesFinding<Released>.Row) -> String {
    row.unit ?? "All \(found.many)"
  }

  private var chart: any Chart {
    IntervalRows(
      rows: outcome.rows.map {
        IntervalRows.Row(
          label($0), ratio.plotted($0[.ratio]), isOverall: $0.unit == nil)
      }, axisLabel: "After as a share of before", axis: .logarithmic, reference: 1,
      sides: IntervalRows.Sides(below: "fewer after", above: "more after"))
  }

  private var table: Table {
    Table(
      caption: Prose("\(wording.many.capitalised) before and after \(found.what) began"),
      rowsHeading: found.one.capitalised,
      columns: [
        Table.Column("Began"), Table.Column("Months before"), Table.Column("Months after"),
        Table.Column("\(wording.many.capitalised) before"),
        Table.Column("\(wording.many.capitalised) after"),
        Table.Column("\(outcome.count.over.capitalised) before"),
        Table.Column("\(outcome.count.over.capitalised) after"),
        Table.Column("Rate before, \(wording.per)"), Table.Column("Rate after"),
        Table.Column("Ratio (interval)"),
      ],
      rows: outcome.rows.map { row in
        func fact(_ measure: String) -> String { wording.fact(row, measure) }
        let numbers = NumberWording()
        return Table.Row(
          Prose(label(row)),
          [
            Prose(row.began.map { material.days.words($0) } ?? "–"),
            Prose(numbers.count(row.monthsBefore)), Prose(numbers.count(row.monthsAfter)),
            count.cell(row[.countBefore], fact("count_before")),
            count.cell(row[.countAfter], fact("count_after")),
            count.cell(row[.overBefore], fact("exposure_before")),
            count.cell(row[.overAfter], fact("exposure_after")),
            rate.cell(row[.rateBefore], fact("rate_before")),
            rate.cell(row[.rateAfter], fact("rate_after")),
            ratio.cell(row[.ratio], fact("ratio")),
          ])
      })
  }

  private var source: Prose {
    let several =
      outcome.rows.count > 1
      ? " Each \(found.one) has a level of its own, so that one with many does not pass for a change."
      : ""
    return Prose(
      "Method: quasi-Poisson; months may differ by more than chance.\(several)"
    ).noting(step, material)
  }
}
