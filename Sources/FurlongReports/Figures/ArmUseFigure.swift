import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of events in two randomised arms: the treated arm's ratio of rates over the control arm's, an event a row.
struct ArmUseFigure {
  private let outcomes:
    [(outcome: ServiceUseFinding<Released>.Outcome, arms: ArmUseWording.Comparison)]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial

  init(
    _ outcomes: [ServiceUseFinding<Released>.Outcome], step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcomes = outcomes.compactMap { outcome in outcome.arms.map { (outcome, $0) } }
    self.step = step
    self.material = material
  }

  private let ratio = AnswerWording(.ratio)

  /// The figure; nil where no arms are compared.
  var block: Block? {
    let primary = outcomes.first { $0.outcome.event.role == .primary }
    guard let first = primary ?? outcomes.first else { return nil }
    let (treated, control) = (first.arms.treated.group.label, first.arms.control.group.label)
    return FigureDraft(
      id: "figure-arms-\(step.id)",
      title: ArmUseWording(first.outcome.event, material).short(first.arms),
      subtitle: Prose(
        "After as a share of before, \(treated) over \(control), \(first.arms.time.around) \(material.study.dayZero)"
      ), spoken: "The ratio of the arms’ ratios of rates, an event a row.",
      chart: IntervalRows(
        rows: outcomes.map { entry in
          IntervalRows.Row(
            label(entry.outcome),
            detail: ArmUseWording(entry.outcome.event, material).who(entry.arms).size(entry.arms),
            ratio.plotted(entry.arms[.ratio]))
        }, axisLabel: "Ratio of ratios, \(treated) over \(control)", axis: .logarithmic,
        reference: 1,
        sides: .init(below: "rarer in \(treated)", above: "more frequent in \(treated)")),
      table: table(first.arms), source: source
    ).block
  }

  private func label(_ outcome: ServiceUseFinding<Released>.Outcome) -> String {
    let isOne = Set(outcomes.map(\.outcome.window.id)).count == 1
    let name = outcome.event.many.capitalised
    return isOne ? name : "\(name), \(outcome.window.label)"
  }

  private func table(_ first: ArmUseWording.Comparison) -> Table {
    Table(
      caption: "Events in the arms: after as a share of before, and the ratio of both",
      rowsHeading: "Event",
      columns: ArmsWording.columns(first, "Assigned") + [
        Table.Column("Ratio, \(first.treated.group.label)"),
        Table.Column("Ratio, \(first.control.group.label)"),
        Table.Column("Ratio of ratios (interval)"),
      ],
      rows: outcomes.map { outcome, arms in
        let wording = ArmUseWording(outcome.event, material)
        func own(_ group: GroupName) -> Prose {
          guard let row = outcome.rows.first(where: { $0.group == group }) else { return "–" }
          return ratio.cell(
            row[.ratio], ServiceUseWording(outcome, material).fact(row, "rate_ratio"))
        }
        return Table.Row(
          Prose(label(outcome)),
          wording.who(arms).cells(arms) + [
            own(arms.treated.group), own(arms.control.group),
            ratio.cell(arms[.ratio], wording.fact(arms, "ratio_of_rate_ratios")),
          ])
      })
  }

  private var source: Prose {
    let notes = outcomes.map { ArmUseWording($0.outcome.event, material).tooSure($0.arms) }
    return [
      Prose(
        "Method: each arm’s ratio of rates over persons, one over the other; intervals by drawing people again within each arm (bootstrap, bias-corrected)."
      ),
      notes.first { !$0.isEmpty } ?? Prose(),
    ].joined().noting(step, material)
  }
}
