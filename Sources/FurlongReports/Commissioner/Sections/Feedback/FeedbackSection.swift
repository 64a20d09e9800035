import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 7, asked once: what people thought of it.
struct FeedbackSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.feedback
    guard !steps.isEmpty else { return nil }
    let blocks = steps.flatMap { step, found in
      found.outcomes.flatMap { self.blocks($0, step) }
    }
    return Section(
      id: "feedback", heading: Question.feedback.heading,
      blocks: blocks + [.limit(LimitBox([care]))])
  }

  private func blocks(
    _ outcome: FeedbackFinding<Released>.Outcome, _ step: Findings<Released>.Step
  ) -> [Block] {
    let wording = FeedbackWording(outcome, material)
    var blocks: [Block] = [.paragraph(wording.sentence.noting(step, material))]
    if let scores = wording.scores { blocks.append(.table(scores)) }
    if let courses = wording.courses { blocks.append(.table(courses)) }
    return blocks
  }

  private var care: Prose {
    "This was asked once, so it says what people thought and not that anything changed. Those who filled it in need not think like those who did not."
  }
}
