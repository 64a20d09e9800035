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
      spoken: "Bars for each stage, from \(start) to the figures.",
      chart: FlowBars(blocks: blocks), table: table, source: source
    ).block
  }

  /// Who came, and of those due a form who is in the figures: two blocks, since those due are no part of those who came.
  ///
  /// A first form is a stage of neither, and stands in the table; so does a stage at which next to nobody is left out.
  private var blocks: [FlowBars.Block] {
    let came = flow.flow.stages.filter { !$0.kind.isOfFollowUp && !$0.isAsBefore(in: flow.flow) }
    let followed = flow.flow.stages.filter(\.kind.isOfFollowUp)
    guard !followed.isEmpty else { return [FlowBars.Block(steps: came.map(step))] }
    return [
      FlowBars.Block("Who came", steps: came.map(step)),
      FlowBars.Block("Who is in the figures", steps: followed.map(step)),
    ]
  }

  private func step(_ stage: ReachFinding<Released>.Stage) -> FlowBars.Step {
    FlowBars.Step(
      flow.label(stage), material.people.plotted(stage.people), note: flow.note(stage)?.plainText)
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
    let scale =
      flow.flow.scale.map {
        ", \($0.isNamedAlone ? $0.name : "\($0.measures) (\($0.name))") \(flow.when)"
      } ?? ""
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

extension ReachStage {
  /// Whether it is a stage of a follow-up.
  fileprivate var isOfFollowUp: Bool {
    switch self {
    case .dueFollowUp, .withFollowUp, .analysed: true
    case .registered, .registeredInPeriod, .meets, .hasDayZero, .attendedAny, .withBaseline: false
    }
  }
}

extension ReachFinding<Released>.Stage {
  /// Whether it is no bar of its own: a first form, or as many as at the stage before.
  fileprivate func isAsBefore(in flow: ReachFinding<Released>.Flow) -> Bool {
    if case .withBaseline = kind { return true }
    guard let place = flow.stages.firstIndex(of: self), place > 0, let number = people.number else {
      return false
    }
    return flow.stages[place - 1].people.number == number && lost != nil
  }
}
