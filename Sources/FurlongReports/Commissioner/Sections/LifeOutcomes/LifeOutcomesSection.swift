import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 3, of lives: in which state of work, study or housing people were before and are after.
struct LifeOutcomesSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.lifeOutcomes
    guard !steps.isEmpty else { return nil }
    let blocks = steps.flatMap { step, found in
      found.outcomes.map { outcome in
        Block.section(
          Section(
            id: "life-\(step.id)-\(outcome.outcome.id)",
            heading: outcome.outcome.label.capitalised, blocks: self.blocks(outcome, step)))
      }
    }
    return Section(
      id: "life", heading: Question.lifeOutcomes.heading,
      blocks: blocks + [.limit(LimitBox([care]))])
  }

  private func blocks(
    _ outcome: LifeOutcomesFinding<Released>.Outcome, _ step: Findings<Released>.Step
  ) -> [Block] {
    let wording = LifeOutcomesWording(outcome, material)
    let tables = StateTables(outcome, material)
    let everyone = outcome.rows.filter { $0.group == .everyone }
    let groups = outcome.rows.filter { $0.group != .everyone }
    var blocks: [Block] = everyone.map { .paragraph(wording.sentence($0)) }
    blocks.append(LifeOutcomesFigure(outcome, rows: everyone, step: step, material: material).block)
    blocks += outcome.moves.map { .paragraph(wording.answered($0, of: everyone)) }
    if !groups.isEmpty {
      blocks.append(LifeOutcomesFigure(outcome, rows: groups, step: step, material: material).block)
    }
    for moves in outcome.moves {
      blocks.append(.table(tables.states(moves)))
      blocks.append(
        .details(
          Details(
            "From which state to which, \(moves.occasion.label)", [.table(tables.moves(moves))])))
    }
    return blocks
  }

  private var care: Prose {
    "Work, study and housing change for many reasons, with the time of year among them. \(material.comparison)"
  }
}
