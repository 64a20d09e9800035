import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of a part of life: who left a state that people hope for, who moved neither way, who came into one.
struct LifeOutcomesFigure {
  private let outcome: LifeOutcomesFinding<Released>.Outcome
  private let rows: [LifeOutcomesFinding<Released>.Row]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: LifeOutcomesWording

  init(
    _ outcome: LifeOutcomesFinding<Released>.Outcome, rows: [LifeOutcomesFinding<Released>.Row],
    step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.outcome = outcome
    self.rows = rows
    self.step = step
    self.material = material
    wording = LifeOutcomesWording(outcome, material)
  }

  private var isOfGroups: Bool { rows.contains { $0.group != .everyone } }

  /// The figure.
  var block: Block {
    FigureDraft(
      id:
        "figure-life-\(step.id)-\(outcome.outcome.id)-\(isOfGroups ? "groups" : "everyone")",
      title: title,
      subtitle: Prose(
        "Shares of \(material.study.people.many) who answered both times, by whether they were \(wording.sought) at the start and at the follow-up"
      ),
      spoken: "Stacked bars: no longer, as before, newly so.", chart: chart, table: table,
      source: Prose(
        "Method: intervals of shares by Wilson, of the difference by Newcombe for the same people (from rounded counts, and wider for the rounding, where counts are rounded)."
      ).noting(step, material)
    ).block
  }

  private var title: Prose {
    guard !isOfGroups, let row = rows.first else {
      return Prose(
        "\(outcome.outcome.label.capitalised), by \(material.groupWord)")
    }
    let people = material.people
    let gained = people.share(count: row[.gained], wording.fact(row, "gained"))
    let lost = people.share(count: row[.lost], wording.fact(row, "lost"))
    return
      "\(row.occasion.when.capitalised), \(gained) had come to be \(wording.sought) and \(lost) no longer were"
  }

  private func label(_ row: LifeOutcomesFinding<Released>.Row) -> String {
    isOfGroups ? "\(row.group.label), \(row.occasion.label)" : row.occasion.label.capitalised
  }

  private var chart: any Chart {
    let people = material.people
    return StackedShares(
      rows: rows.map { row in
        StackedShares.Row(
          label(row), detail: people.mark(row.used, of: row.eligible, "due"),
          worse: people.plotted(row[.lost]), unchanged: people.plotted(row[.unmoved]),
          better: people.plotted(row[.gained]))
      }, words: StackedShares.Words(worse: "no longer", unchanged: "as before", better: "newly so"))
  }

  private var table: Table {
    let people = material.people
    let percentage = AnswerWording(.percentagePoints)
    return Table(
      caption: Prose(
        "\(outcome.outcome.label.capitalised): people \(wording.sought) (share; interval)"),
      rowsHeading: "Follow-up",
      columns: [
        Table.Column("Answered both times", isContext: true), Table.Column("Due", isContext: true),
        Table.Column("At the start"),
        Table.Column("At the follow-up"), Table.Column("Newly so"), Table.Column("No longer"),
        Table.Column("Difference (interval)", unit: "percentage points"),
      ],
      rows: rows.map { row in
        func share(_ measure: LifeMeasure) -> Prose {
          people.shareCell(
            row[measure], of: row.used, wording.fact(row, measure.declared.word))
        }
        return Table.Row(
          Prose(label(row)),
          [
            people.cell(row.used, wording.fact(row, "n_used")),
            people.cell(row.eligible, wording.fact(row, "n_eligible")), share(.soughtBefore),
            share(.soughtAfter), share(.gained), share(.lost),
            percentage.cell(row[.netMovement], wording.fact(row, "net_movement")),
          ])
      })
  }
}
