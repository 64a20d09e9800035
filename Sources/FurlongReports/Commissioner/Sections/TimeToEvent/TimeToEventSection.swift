import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 4, asked of time: how long it took until people first had an event.
struct TimeToEventSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.timeToEvent
    guard !steps.isEmpty else { return nil }
    return Section(
      id: "time-to-event",
      heading: Question.timeToEvent.heading,
      blocks: steps.flatMap { step, found in found.outcomes.flatMap { blocks($0, step) } }
        + [.limit(LimitBox(care))])
  }

  private func blocks(
    _ outcome: TimeToEventFinding<Released>.Outcome, _ step: Findings<Released>.Step
  ) -> [Block] {
    let wording = TimeToEventWording(outcome, material)
    if let obstacle = wording.obstacle { return [.paragraph(obstacle.noting(step, material))] }
    let groups = outcome.rows.filter { $0.group != .everyone }
    var blocks: [Block] = []
    for row in outcome.rows where row.group == .everyone {
      blocks += [.paragraph(wording.sentence(row)), .paragraph(wording.watched(row))]
      blocks.append(
        TimeToEventFigure(outcome, rows: [row], step: step, material: material).block)
    }
    if !groups.isEmpty {
      blocks.append(
        TimeToEventFigure(outcome, rows: groups, step: step, material: material).block)
    }
    return blocks
  }

  private var care: [Prose] {
    [
      "Who was lost from view, by leaving or because the data end, counts as long as they were watched, as if they would have fared like the others. Nothing here can show whether they would.",
      "How long it took does not say why. \(material.comparison)",
    ]
  }
}
