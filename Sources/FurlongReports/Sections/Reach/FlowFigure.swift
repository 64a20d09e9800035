import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of the flow from registered to analysed.
struct FlowFigure {
  private let flow: FlowWording
  private let step: Findings<Released>.Step
  private let material: ReportMaterial

  init(_ flow: FlowWording, step: Findings<Released>.Step, material: ReportMaterial) {
    self.flow = flow
    self.step = step
    self.material = material
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-flow-\(step.id)", title: title, subtitle: subtitle,
      spoken: "Bars for \(flow.flow.stages.count) stages, from \(start) to the figures.",
      chart: FlowBars(
        steps: flow.flow.stages.map { stage in
          FlowBars.Step(
            flow.label(stage), material.people.plotted(stage.people),
            note: flow.note(stage)?.plainText)
        }), table: table, source: source
    ).block
  }

  private var start: String {
    material.study.registered == nil ? "everybody in the data" : "registration"
  }

  private var title: Prose {
    if let share = flow.share { return ("\(share) are in the figures" as Prose).capitalised }
    guard let last = flow.flow.stages.last else { return "Nobody is in the data" }
    return "\(material.people.people(last.people, flow.fact(last)).capitalised) are in the figures"
  }

  private var subtitle: Prose {
    let scale = flow.flow.scale.map { ", \($0.name) \(flow.when)" } ?? ""
    let period = material.study.registered.map {
      ", registered \(material.days.words($0.from)) to \(material.days.words($0.to))"
    }
    return Prose("From \(start) to the figures of this report\(scale)\(period ?? "")")
  }

  private var table: Table {
    Table(
      caption: Prose("\(material.study.people.many.capitalised) at each stage"),
      rowsHeading: "Stage",
      columns: [
        Table.Column(material.study.people.many.capitalised),
        Table.Column("Left at this stage", alignment: .left),
      ],
      rows: flow.flow.stages.map { stage in
        Table.Row(
          Prose(flow.label(stage)),
          [material.people.cell(stage.people, flow.fact(stage)), left(stage)])
      })
  }

  /// What became of the others; a stage that is no part of the one before counts people anew.
  private func left(_ stage: ReachFinding<Released>.Stage) -> Prose {
    if let note = flow.note(stage) { return note }
    if stage.kind == .registered { return "all are counted here" }
    return stage.lost == nil ? "counted anew, not out of the stage above" : "nobody"
  }

  private var source: Prose {
    let due =
      flow.due == nil
      ? ""
      : material.study.dataTo == nil
        ? "The exports have no dates, so a form counts as due from everybody."
        : "A form is due when its whole window lies within the data."
    return [Prose(due), Prose(material.policy.rounding?.notAddingUp ?? "")].joined()
      .noting(step, material)
  }
}
