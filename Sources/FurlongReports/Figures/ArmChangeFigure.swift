import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of how far two randomised arms lie apart, a follow-up a row.
struct ArmChangeFigure {
  private let outcome: ChangeFinding<Released>.Outcome
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: ArmChangeWording

  init(
    _ outcome: ChangeFinding<Released>.Outcome, step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.step = step
    self.material = material
    wording = ArmChangeWording(outcome.scale, material)
  }

  private var points: AnswerWording { wording.scale.points }

  /// The figure; nil where no arms are compared.
  var block: Block? {
    guard let first = outcome.arms.first else { return nil }
    return FigureDraft(
      id: "figure-arms-\(step.id)-\(outcome.scale.id)", title: wording.short(first),
      subtitle: subtitle(first),
      spoken: "The difference between the arms in \(outcome.scale.name) at each follow-up.",
      chart: chart(first), table: table(first), source: source
    ).block
  }

  private func subtitle(_ first: ArmChangeWording.Comparison) -> Prose {
    let bars =
      outcome.arms.lazy.compactMap { $0[.difference].level }.first
      .map { "; bars are \($0) confidence intervals" } ?? ""
    return Prose(
      "\(first.treated.group.label.capitalised) minus \(first.control.group.label), in points of \(outcome.scale.name) (\(wording.scale.direction)), adjusted for the score before\(bars)"
    )
  }

  private func chart(_ first: ArmChangeWording.Comparison) -> any Chart {
    let (treated, control) = (first.treated.group.label, first.control.group.label)
    return IntervalRows(
      rows: outcome.arms.map { arms in
        IntervalRows.Row(
          arms.time.label.capitalised,
          detail: wording.who(arms).size(arms),
          points.plotted(arms[.difference]))
      }, axisLabel: "Difference in points, \(treated) minus \(control)", reference: 0,
      sides: .init(below: "lower in \(treated)", above: "higher in \(treated)"),
      ticks: TickFormat(isSigned: true))
  }

  private func table(_ first: ArmChangeWording.Comparison) -> Table {
    Table(
      caption: Prose("\(wording.scale.title): the arms after, adjusted for the score before"),
      rowsHeading: "Follow-up",
      columns: ArmsWording.columns(first, "Due") + [
        Table.Column("Adjusted mean, \(first.treated.group.label)"),
        Table.Column("Adjusted mean, \(first.control.group.label)"),
        Table.Column("Difference (interval)"),
      ],
      rows: outcome.arms.map { arms in
        func fact(_ measure: String) -> String { wording.fact(arms, measure) }
        return Table.Row(
          Prose(arms.time.label.capitalised),
          wording.who(arms).cells(arms) + [
            points.cell(arms[.treatedMean], fact("adjusted_mean_treated")),
            points.cell(arms[.controlMean], fact("adjusted_mean_control")),
            points.cell(arms[.difference], fact("adjusted_difference")),
          ])
      })
  }

  private var source: Prose {
    Prose(
      "Method: analysis of covariance of the later score on the arm and the score before, people with both forms in the arm that they were assigned to; interval by Student’s t with errors that let the arms vary unlike (HC3)."
    ).noting(step, material)
  }
}
