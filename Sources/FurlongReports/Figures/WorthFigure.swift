import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of acceptability: in how many samples what was gained was worth what it cost more, by what a point is worth.
///
/// It is drawn at the plan's values alone: a curve between them would be asked of values that nobody named.
struct WorthFigure {
  private let books: [MoneyFinding<Released>.Arms]
  private let lead: MoneyFinding<Released>.Arms
  private let found: MoneyFinding<Released>
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)

  /// Nil where the plan names no value of a point.
  init?(
    _ books: [MoneyFinding<Released>.Arms], _ found: MoneyFinding<Released>,
    step: Findings<Released>.Step, material: ReportMaterial
  ) {
    guard let lead = books.first, !lead.worths.isEmpty else { return nil }
    self.books = books
    self.lead = lead
    self.found = found
    self.step = step
    self.material = material
  }

  private typealias Worth = MoneyFinding<Released>.Arms.Worth

  private var entries: [(arms: MoneyFinding<Released>.Arms, worth: Worth, label: String)] {
    books.flatMap { arms in
      arms.worths.map { worth in
        let name = "\(ArmCostWording.name(worth)) a point"
        return (arms, worth, books.count == 1 ? name : "\(arms.bookName.capitalised): \(name)")
      }
    }
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-worth-\(step.id)-\(lead.window.id)", title: WorthWording(books).clause,
      subtitle: Prose(
        "Share of samples in which the gain in \(lead.scale.name) \(lead.comparison.time.when), at what the plan says a point is worth, is more than the extra cost over \(lead.window.label); prices of \(found.priceYear.text)"
      ), spoken: "The share of samples at each value of a point.",
      chart: IntervalRows(
        rows: entries.map { entry in
          IntervalRows.Row(entry.label, plotted(entry.worth[.acceptability]))
        }, axisLabel: "Percent of samples in which it is worth its cost", reference: 50,
        sides: .init(below: "seldom worth it", above: "mostly worth it"),
        ticks: TickFormat(suffix: "%"), isDense: books.count > 1),
      table: table,
      source: Prose(
        "Method: \(material.study.people.many) are drawn again within their arm, each with all that they used and both scores; in each sample the gain in points, times what a point is worth, less the extra cost. Intervals are bias-corrected. A share of samples is not the chance that it is worth its cost."
      ).noting(step, material)
    ).block
  }

  private func plotted(_ answer: ReleasedAnswer) -> PlottedEstimate {
    AnswerWording(.percentage).plotted(answer).inPercent
  }

  private var table: Table {
    Table(
      caption: "What the gain is worth less the extra cost, by what a point is worth",
      rowsHeading: "A point is worth",
      columns: [
        Table.Column("Worth less cost (interval)"),
        Table.Column("Worth its cost", unit: "of samples"),
      ],
      rows: entries.map { arms, worth, label in
        let wording = ArmCostWording(arms, material)
        let share = worth[.acceptability]
        let fact = wording.fact(worth, .acceptability)
        return Table.Row(
          Prose(label),
          [
            pounds.cell(worth[.netBenefit], wording.fact(worth, .netBenefit)),
            wording.share(share, fact).map { Prose($0) } ?? pounds.cell(share, fact),
          ])
      })
  }
}
