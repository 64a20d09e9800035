import FurlongDocuments

/// The questions that page one answers, in the order in which a commissioner asks them.
struct PageOne {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The answers.
  var answers: [Answer] {
    let numbers = NumbersAnswer(material)
    let frame = FrameAnswer(material)
    return [
      Answer("What period?", frame.period),
      Answer("Who made it?", frame.makers),
      Answer("Who came?", numbers.came),
      Answer("Who is in these numbers?", numbers.counted),
      Answer("What changed?", ChangedAnswer(material).prose),
      Answer("How sure?", SurenessAnswer(material).prose),
      Answer("What can this not show?", LimitsAnswer(material).prose),
      Answer("What decision is asked?", frame.decision),
      Answer("Local commentary", frame.commentary),
    ]
  }
}
