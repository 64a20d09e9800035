import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of reliable change: worse, no reliable change, better.
struct MeaningFigure {
  private let outcome: MeaningFinding<Released>.Outcome
  private let rows: [MeaningFinding<Released>.Row]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: MeaningWording

  init(
    _ outcome: MeaningFinding<Released>.Outcome, rows: [MeaningFinding<Released>.Row],
    step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.rows = rows
    self.step = step
    self.material = material
    wording = MeaningWording(outcome, material)
  }

  private var isOfGroups: Bool { rows.contains { $0.group != .everyone } }

  /// The figure.
  var block: Block {
    let kind = isOfGroups ? "groups" : "everyone"
    return FigureDraft(
      id: "figure-meaning-\(step.id)-\(outcome.scale.id)-\(kind)", title: title,
      subtitle:
        "\(Prose("Shares of \(material.study.people.many) with both forms, by reliable change on \(outcome.scale.name), threshold")) \(wording.scale.points.value(outcome.threshold, "meaning.\(outcome.scale.id).reliable_change_threshold")) points",
      spoken: "Stacked bars: worse, no reliable change, better.", chart: chart, table: table,
      source: Prose(
        "Method: reliable change after Jacobson and Truax, exceeded strictly; intervals of shares by Wilson."
      ).noting(step, material)
    ).block
  }

  private var title: Prose {
    let first = rows.filter { $0.occasion == rows.first?.occasion }
    let label = first.first?.occasion.label ?? "the follow-up"
    guard !isOfGroups, let row = first.first else {
      let title: Prose =
        "At \(label): \(first.map { "\($0.group.label), \(betterAndWorse($0))" }.joined("; "))"
      guard title.plainText.count > FigureDraft.longestTitle else { return title }
      return Prose("Better and worse at \(label), by \(material.groupWord)")
    }
    return "At \(label), \(betterAndWorse(row))"
  }

  private func betterAndWorse(_ row: MeaningFinding<Released>.Row) -> Prose {
    let people = material.people
    let better = people.share(count: row[.improved], wording.fact(row, "improved_reliably"))
    let worse = people.share(count: row[.deteriorated], wording.fact(row, "deteriorated_reliably"))
    guard row[.improved].parts?.count?.number != nil, row.used.number != nil else {
      return "\(better) got better and \(worse) got worse"
    }
    let used = people.plain(row.used, wording.fact(row, "n_used"))
    return "\(better) of \(used) got better and \(worse) got worse"
  }

  private var chart: any Chart {
    StackedShares(
      rows: rows.map { row in
        StackedShares.Row(
          isOfGroups ? "\(row.group.label), \(row.occasion.label)" : row.occasion.label.capitalised,
          detail: "n = \(material.people.cell(row.used, "").plainText)",
          worse: material.people.plotted(row[.deteriorated]),
          unchanged: material.people.plotted(row[.unchanged]),
          better: material.people.plotted(row[.improved]))
      })
  }

  private var table: Table {
    let people = material.people
    return Table(
      caption: Prose("Reliable change on \(outcome.scale.name): people (share; interval)"),
      rowsHeading: "Follow-up",
      columns: [
        Table.Column("With both forms"), Table.Column("Due"), Table.Column("Worse"),
        Table.Column("No reliable change"), Table.Column("Better"),
      ],
      rows: rows.map { row in
        let heading =
          isOfGroups ? "\(row.group.label), \(row.occasion.label)" : row.occasion.label.capitalised
        return Table.Row(
          Prose(heading),
          [
            people.cell(row.used, wording.fact(row, "n_used")),
            people.cell(row.eligible, wording.fact(row, "n_eligible")),
            people.shareCell(
              row[.deteriorated], of: row.used, wording.fact(row, "deteriorated_reliably")),
            people.shareCell(row[.unchanged], of: row.used, wording.fact(row, "unchanged")),
            people.shareCell(row[.improved], of: row.used, wording.fact(row, "improved_reliably")),
          ])
      })
  }
}
