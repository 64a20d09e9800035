import FurlongDocuments

/// The questions that page one answers in sixty seconds, in the order in which a commissioner asks them, and its foot.
struct PageOne {
  private let material: ReportMaterial
  private let verdict: StudyVerdict

  init(_ material: ReportMaterial) {
    self.material = material
    verdict = StudyVerdict(material)
  }

  /// The answers, and below them what stands around the numbers.
  var blocks: [Block] { [.answers(answers), .definitions(PageFoot(material).definitions)] }

  private var answers: [Answer] {
    let numbers = NumbersAnswer(material, verdict)
    let decision = DecisionAnswer(material, verdict)
    return [
      Answer("Who came?", numbers.came),
      Answer("Who is counted?", numbers.counted),
      ChangedAnswer(material, verdict).answer("What changed?"),
      Answer("How sure?", SurenessAnswer(material, verdict).prose),
      Answer("What can this not show?", LimitsAnswer(material, verdict).prose),
      Answer("What did it cost?", decision.cost),
      Answer("What does this support?", decision.support),
    ] + (material.commentary.map { [Answer("Local commentary", $0)] } ?? [])
  }
}
