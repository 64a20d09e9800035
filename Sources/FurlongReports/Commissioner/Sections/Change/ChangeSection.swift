import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Question 2: how far people travelled.
struct ChangeSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.change
    guard !steps.isEmpty else { return nil }
    let blocks = steps.flatMap { step, found in
      found.outcomes.map { outcome in
        Block.section(
          Section(
            id: "change-\(step.id)-\(outcome.scale.id)", heading: ScaleWording(outcome.scale).title,
            blocks: self.blocks(outcome, step)))
      }
    }
    return Section(
      id: "change",
      heading: Question.change.heading,
      blocks: blocks + followUps + [.limit(LimitBox(care))])
  }

  private func blocks(_ outcome: ChangeFinding<Released>.Outcome, _ step: Findings<Released>.Step)
    -> [Block]
  {
    let wording = ChangeWording(outcome, material)
    let scale = wording.scale
    let everyone = outcome.rows.filter { $0.group == .everyone }
    let groups = outcome.rows.filter { $0.group != .everyone }
    let isDrawn = material.isDrawn(outcome.scale)
    let about =
      Prose(
        "\(scale.role.capitalised). On \(outcome.scale.name) \(scale.direction); the scale runs from \(scale.range)."
      ) + onlyAsked(everyone)
    let arms = arms(outcome, step)
    var blocks: [Block] = arms.isEmpty ? [] : [.paragraph(about)] + arms
    if arms.isEmpty, everyone.isEmpty { blocks.append(.paragraph(about)) }
    if let first = everyone.first {
      let afterwards = later(Array(everyone.dropFirst()), wording)
      // Without a figure between them the follow-ups stand in one paragraph.
      let isJoined = !isDrawn && everyone.count == 2
      let average = [
        wording.average(first), isJoined ? wording.sentence(everyone[1]) : Prose(),
      ].joined()
      blocks.append(.paragraph(arms.isEmpty ? [about, average].joined() : average))
      if isDrawn, let typical = wording.typical(first) { blocks.append(.paragraph(typical)) }
      blocks.append(figure(outcome, everyone, step, isDrawn: isDrawn))
      if !isJoined { blocks += afterwards }
    }
    if !groups.isEmpty {
      blocks.append(figure(outcome, groups, step, isDrawn: isDrawn))
      if material.study.design == .beforeAfter {
        blocks.append(
          .paragraph(
            "Each group is described by itself; what else sets the groups apart was not evened out."
          ))
      }
    }
    if let early = beforeLandmark(everyone, groups) { blocks.append(.paragraph(early)) }
    if !outcome.rows.isEmpty {
      let sizes = ChangeSizes(outcome, material)
      blocks += [.details(sizes.middle), .details(sizes.inDeviations)]
    }
    return blocks
  }

  /// The figure of a scale that leads; of the others its table, folded.
  private func figure(
    _ outcome: ChangeFinding<Released>.Outcome, _ rows: [ChangeFinding<Released>.Row],
    _ step: Findings<Released>.Step, isDrawn: Bool
  ) -> Block {
    let figure = ChangeFigure(outcome, rows: rows, step: step, material: material)
    return isDrawn ? figure.block : .details(figure.folded)
  }

  /// At which follow-ups completers are not told of; nil where there is none.
  private func beforeLandmark(
    _ everyone: [ChangeFinding<Released>.Row], _ groups: [ChangeFinding<Released>.Row]
  ) -> Prose? {
    let told = groups.filter { $0.group.id.hasPrefix("\(Landmark.column)=") }.map(\.occasion)
    let early = everyone.map(\.occasion).filter { !told.contains($0) }
    guard !told.isEmpty, !early.isEmpty else { return nil }
    return
      "Nobody is told apart by completing \(early.map { Prose($0.when) }.listed): forms may be from before the day by which it is judged who completed."
  }

  /// At which follow-ups a scale was asked, where others were asked at more.
  private func onlyAsked(_ rows: [ChangeFinding<Released>.Row]) -> Prose {
    let asked = rows.map(\.occasion.id)
    let isAskedLess = material.change.contains { _, found in
      found.outcomes.contains { $0.rows.contains { !asked.contains($0.occasion.id) } }
    }
    guard isAskedLess, !rows.isEmpty else { return "" }
    return " The plan asks it only \(rows.map { Prose($0.occasion.when) }.listed)."
  }

  /// How far randomised arms lie apart, which leads: of the arms together change says nothing of what they were offered.
  private func arms(
    _ outcome: ChangeFinding<Released>.Outcome, _ step: Findings<Released>.Step
  ) -> [Block] {
    guard let first = outcome.arms.first,
      let figure = ArmChangeFigure(outcome, step: step, material: material).block
    else { return [] }
    let wording = ArmChangeWording(outcome.scale, material)
    var blocks: [Block] = [
      .paragraph([wording.headline(first), wording.means(first)].joined()), figure,
    ]
    let later = outcome.arms.dropFirst().map(wording.headline)
    if !later.isEmpty { blocks += [.paragraph("Later follow-ups:"), .list(later)] }
    return blocks + [.paragraph("The rest describes both arms together, and then each arm:")]
  }

  private func later(_ rows: [ChangeFinding<Released>.Row], _ wording: ChangeWording) -> [Block] {
    let clauses = rows.map(wording.sentence)
    guard clauses.count > 1 else { return clauses.map(Block.paragraph) }
    return [.paragraph("Later follow-ups:"), .list(clauses)]
  }

  /// That follow-ups are not one course, once for all scales that have several.
  private var followUps: [Block] {
    let hasSeveral = material.change.contains { _, found in
      found.outcomes.contains { $0.rows.count { $0.group == .everyone } > 1 }
    }
    return hasSeveral
      ? [
        .paragraph(
          "Each follow-up counts those who came back for it, so do not read them as one course of the same people."
        )
      ] : []
  }

  /// The sentence on comparison, and what else touches the numbers.
  private var care: [Prose] {
    let verdict = StudyVerdict(material)
    let limits = (verdict.change + verdict.otherScales).flatMap(\.limits)
      .reduce(into: [LimitKind]()) { if !$0.contains($1) { $0.append($1) } }
    let comparison: Prose =
      switch material.study.design {
      case .beforeAfter, .randomised: material.comparison
      case .armsApart:
        "People change with time whatever is done, so change within an arm does not show that the arm caused it."
      }
    return [comparison] + [limits.sentence].compactMap { $0 }
  }
}
