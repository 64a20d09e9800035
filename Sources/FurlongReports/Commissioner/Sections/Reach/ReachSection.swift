import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 1: who came, and who is in these numbers.
struct ReachSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.reach
    guard !steps.isEmpty else { return nil }
    return Section(
      id: "reach",
      heading: Question.reach.heading,
      blocks: steps.flatMap { step, found in blocks(found, step) })
  }

  private func blocks(_ found: ReachFinding<Released>, _ step: Findings<Released>.Step) -> [Block] {
    let leading =
      found.flows.first { $0.scale?.id == material.leadingScale?.id } ?? found.flows.first
    var blocks: [Block] = []
    if let leading, leading.stages.count > 1 {
      blocks.append(
        FlowFigure(FlowWording(leading, material), step: step, material: material).block)
    } else if let leading, let only = leading.stages.first {
      let flow = FlowWording(leading, material)
      let count = material.people.people(only.people, flow.fact(only))
      let all: Prose = "\(count.capitalised) are in the data."
      blocks.append(.paragraph(all.noting(step, material)))
    }
    if let leading, let early = notDue(found, leading) { blocks.append(.paragraph(early)) }
    if let table = followUps(found) {
      blocks.append(.details(Details("Every scale and follow-up", [.table(table)])))
    }
    if let attendance = found.attendance {
      blocks += AttendanceWording(attendance, material).sentences.map { .paragraph($0) }
      if let years = attendance.years {
        blocks.append(AttendanceTermsFigure(years, step: step, material: material).block)
      }
      if let series = attendance.series {
        let months = AttendanceMonthsWording(series, material)
        if months.saysSomething {
          let figure = AttendanceMonthsFigure(series, step: step, material: material).block
          blocks.append(
            .details(
              Details("Attendance month by month", isSeldomRead: true, months.blocks + [figure])))
        } else {
          blocks.append(.paragraph(months.sentence))
        }
      }
    }
    blocks += missing(found, step)
    return blocks + CasemixBlocks(found, material).blocks
  }

  /// `About 15 more students have both forms and are in no figure …`; nil where there are none, or few.
  private func notDue(
    _ found: ReachFinding<Released>, _ flow: ReachFinding<Released>.Flow
  ) -> Prose? {
    let unused = found.unusedForms.first {
      $0.scale == flow.scale?.id && $0.occasion == flow.occasion
    }
    guard let unused, unused.notDue.number ?? 0 > 0 else { return nil }
    let fact = "reach.\(unused.scale).\(unused.occasion.id).both_forms_not_due"
    return
      "\(material.people.people(unused.notDue, fact).capitalised) have both forms and are in no figure: the window of their follow-up ends after the data, so that it cannot be said yet who like them is missing."
  }

  /// Every scale at every follow-up with its counts, and forms that could not be used.
  private func followUps(_ found: ReachFinding<Released>) -> Table? {
    let flows = found.flows.map { FlowWording($0, material) }.filter { $0.share != nil }
    guard !flows.isEmpty else { return nil }
    let people = material.people
    let rows = flows.map { flow -> Table.Row in
      let unused = found.unusedForms.first {
        $0.scale == flow.flow.scale?.id && $0.occasion == flow.flow.occasion
      }
      func cell(_ stage: ReachFinding<Released>.Stage?) -> Prose {
        stage.map { people.cell($0.people, flow.fact($0)) } ?? "not asked"
      }
      let fact = "reach.\(flow.flow.scale?.id ?? "").\(flow.flow.occasion?.id ?? "")"
      return Table.Row(
        Prose("\(flow.flow.scale?.name ?? ""), \(flow.flow.occasion?.label ?? "")"),
        [
          cell(flow.due), cell(flow.returned), figures(flow),
          unused.map { people.cell($0.onlyUnscorable, "\(fact).only_unscorable") } ?? "0",
          unused.map { people.cell($0.severalForms, "\(fact).several_forms") } ?? "0",
          unused.map { people.cell($0.notDue, "\(fact).both_forms_not_due") } ?? "0",
        ])
    }
    return Table(
      caption: "Forms at each follow-up", rowsHeading: "Follow-up",
      columns: [
        Table.Column("Due"), Table.Column("With a form"),
        Table.Column("In the figures: both forms"),
        Table.Column("Only forms that cannot be scored"),
        Table.Column("Several forms, one picked"),
        Table.Column("Both forms, but not due yet"),
      ], rows: rows
    ).withNotes
  }

  /// `161 of 360 (45%)`: those in the figures of those due.
  private func figures(_ flow: FlowWording) -> Prose {
    guard let analysed = flow.analysed else { return "not asked" }
    let people = material.people
    let fact = flow.fact(analysed)
    guard let due = flow.due,
      let share = people.percentage(analysed.people, of: due.people, fact)
    else { return people.cell(analysed.people, fact) }
    return
      "\(people.plain(analysed.people, fact)) of \(people.plain(due.people, flow.fact(due))) \(share)"
  }

  /// Those missing against those present: a sentence of the headline's follow-up; its figure, and tables of all, folded.
  private func missing(_ found: ReachFinding<Released>, _ step: Findings<Released>.Step) -> [Block]
  {
    let leading = found.missing.filter { $0.scale.id == material.leadingScale?.id }
    guard let headline = leading.first ?? found.missing.first else { return [] }
    let wording = MissingWording(headline, material)
    var blocks: [Block] = [.paragraph(wording.sentence)]
    if headline.variables.contains(where: { $0[.difference].estimate != nil }) {
      blocks.append(
        .details(
          Details(
            "In what those missing differed",
            [MissingFigure(wording, step: step, material: material).block])))
    }
    let others = found.missing.filter {
      $0.scale.id != headline.scale.id || $0.occasion != headline.occasion
    }
    let tables = others.filter { !$0.variables.isEmpty }.map { comparison in
      Block.table(MissingFigure.table(MissingWording(comparison, material), material))
    }
    if !tables.isEmpty {
      blocks.append(
        .details(Details("The same for the other follow-ups", isSeldomRead: true, tables)))
    }
    return blocks
  }
}
