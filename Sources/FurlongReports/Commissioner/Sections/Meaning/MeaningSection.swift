import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 3: whether change was real, and whether it mattered.
struct MeaningSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.meaning
    guard !steps.isEmpty else { return nil }
    let blocks = steps.flatMap { step, found in
      found.outcomes.map { outcome in
        Block.section(
          Section(
            id: "meaning-\(step.id)-\(outcome.scale.id)",
            heading: ScaleWording(outcome.scale).title, blocks: self.blocks(outcome, step)))
      } + found.rules.map { .section(RuleBlocks($0, step, material).section) }
    }
    return Section(
      id: "meaning",
      heading: Question.meaning.heading, blocks: blocks
    )
  }

  private func blocks(_ outcome: MeaningFinding<Released>.Outcome, _ step: Findings<Released>.Step)
    -> [Block]
  {
    let wording = MeaningWording(outcome, material)
    var blocks: [Block] = [.paragraph(wording.threshold)]
    guard outcome.threshold.estimate != nil else {
      return blocks + (step.isAsPlanned ? [] : [.paragraph(Prose(step.plannedNote(material.days)))])
    }
    let everyone = outcome.rows.filter { $0.group == .everyone }
    let groups = outcome.rows.filter { $0.group != .everyone }
    blocks += ArmMeaningTable(outcome, material).blocks
    if !everyone.isEmpty {
      blocks.append(figure(outcome, everyone, step))
      blocks.append(.list(everyone.map(wording.counts)))
    }
    if !groups.isEmpty {
      blocks.append(figure(outcome, groups, step))
    }
    blocks += [wording.cutOff, noCutOff(outcome)].compactMap { $0.map(Block.paragraph) }
    if outcome.cutOff != nil || outcome.cutOffs.first?.score.estimate != nil, !everyone.isEmpty {
      blocks.append(.list(everyone.map(wording.crossings)))
    }
    let cutOffs = CutOffWording(outcome, material)
    if !cutOffs.others.isEmpty { blocks.append(.list(cutOffs.others)) }
    return blocks
  }

  /// That no cut-off is known, in the first of the scales of which that holds, for all of them.
  private func noCutOff(_ outcome: MeaningFinding<Released>.Outcome) -> Prose? {
    let without = material.meaning.flatMap(\.found.outcomes).filter {
      $0.threshold.estimate != nil && MeaningWording($0, material).cutOff == nil
    }
    guard without.first?.scale.id == outcome.scale.id else { return nil }
    let names = without.map(\.scale.name).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    let bands = without.compactMap { MeaningWording($0, material).band }
    return
      ([
        "A cut-off is a score that parts people in difficulty from others. We know of none that is agreed for \(names.map { Prose($0) }.listed), so this report says who got better and who worse, not who is now well."
      ] + bands).joined()
  }

  /// The figure of a scale that leads; of the others its table, folded.
  private func figure(
    _ outcome: MeaningFinding<Released>.Outcome, _ rows: [MeaningFinding<Released>.Row],
    _ step: Findings<Released>.Step
  ) -> Block {
    let figure = MeaningFigure(outcome, rows: rows, step: step, material: material)
    return material.isDrawn(outcome.scale) ? figure.block : .details(figure.folded)
  }
}
