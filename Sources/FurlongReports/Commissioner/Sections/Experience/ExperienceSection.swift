import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 7: what people say.
struct ExperienceSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.experience
    guard !steps.isEmpty else { return nil }
    return Section(
      id: "experience",
      heading: Question.experience.heading,
      blocks: steps.flatMap { step, found in blocks(found, step) })
  }

  private func blocks(_ found: ExperienceFinding<Released>, _ step: Findings<Released>.Step)
    -> [Block]
  {
    let wording = ExperienceWording(found, material)
    var blocks: [Block] = [.paragraph(wording.who)]
    if wording.isCoded {
      blocks.append(ThemesFigure(found, step: step, material: material).block)
      if !wording.agreements.isEmpty {
        blocks.append(.paragraph("How well those who coded agreed:"))
        blocks.append(.list(wording.agreements))
      }
      let rest = [wording.agreementHeldBack, wording.overAll].compactMap { $0 }
      if !rest.isEmpty { blocks.append(.paragraph(rest.joined())) }
    }
    if let change = found.change { blocks += StoryChangeBlocks(change, material).blocks }
    let quotable = QuotableWording(found, material).sentences
    let quotes = found.themes.flatMap { theme in
      [
        theme.quote.map { Quote($0.text, attribution: wording.attribution($0, theme)) },
        theme.contradicting.map {
          Quote($0.quote.text, attribution: wording.attribution($0, against: theme))
        },
      ].compactMap { $0.map(Block.quote) }
    }
    // Where nothing is quoted and nothing is said of what may be, the rules of quoting say nothing.
    guard quotable != nil || !quotes.isEmpty else { return blocks }
    return blocks + [.paragraph([wording.consent, quotable ?? Prose()].joined())] + quotes
  }
}
