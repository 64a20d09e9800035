import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// What a randomised study's arms differ by in cost and on the leading scale, and whether that was worth it.
struct ArmCostBlocks {
  private let found: MoneyFinding<Released>
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)

  init(
    _ found: MoneyFinding<Released>, _ step: Findings<Released>.Step, _ material: ReportMaterial
  ) {
    self.found = found
    self.step = step
    self.material = material
  }

  /// Window by window; nothing where no arms are compared.
  var blocks: [Block] {
    var windows: [[MoneyFinding<Released>.Arms]] = []
    for arms in found.arms {
      if windows.last?.first?.window == arms.window {
        windows[windows.count - 1].append(arms)
      } else {
        windows.append([arms])
      }
    }
    return windows.flatMap(blocks)
  }

  private func blocks(_ books: [MoneyFinding<Released>.Arms]) -> [Block] {
    guard let lead = books.first else { return [] }
    let wording = ArmCostWording(lead, material)
    let said = [wording.quadrants, wording.worth].filter { !$0.isEmpty }
    // Without a number there is nothing to lay out.
    guard lead.comparison[.cost].estimate != nil else { return [.paragraph(wording.differences)] }
    let figure = WorthFigure(books, found, step: step, material: material)?.block
    return [
      .paragraph(wording.differences), .paragraph(said.joined()), .table(table(books)),
    ] + [figure].compactMap { $0 } + [.limit(LimitBox([wording.limit]))]
  }

  private func table(_ books: [MoneyFinding<Released>.Arms]) -> Table {
    let scale = ScaleWording(books[0].scale)
    let comparison = books[0].comparison
    return Table(
      caption: Prose(
        "\(comparison.treated.group.label.capitalised) minus \(comparison.control.group.label): cost over \(books[0].window.label) and \(books[0].scale.name) \(comparison.time.when), prices of \(found.priceYear.text)"
      ), rowsHeading: "Prices",
      columns: [
        Table.Column("Cost (interval)"),
        Table.Column("\(books[0].scale.name) (interval)", unit: "points"),
        Table.Column("Dearer, better", unit: "of samples"),
        Table.Column("Dearer, worse", unit: "of samples"),
        Table.Column("Cheaper, better", unit: "of samples"),
        Table.Column("Cheaper, worse", unit: "of samples"),
        Table.Column("Cost of a point better"),
      ],
      rows: books.map { arms in
        let wording = ArmCostWording(arms, material)
        func fact(_ measure: ArmCostMeasure) -> String { wording.fact(measure.declared.word) }
        return Table.Row(
          Prose(arms.bookName.capitalised),
          [
            pounds.cell(arms.comparison[.cost], fact(.cost)),
            scale.points.cell(arms.comparison[.effect], fact(.effect)),
          ]
            + ArmCostMeasure.quadrants.map { measure in
              wording.share(arms.comparison[measure], fact(measure)).map { Prose($0) }
                ?? pounds.cell(arms.comparison[measure], fact(measure))
            } + [pounds.cell(arms.comparison[.costOfPoint], fact(.costOfPoint))])
      }
    ).withNotes
  }
}
