/// Scores of a form of Greyfell, by the rules of its plan.
///
/// A second implementation on purpose: a truth that was computed with the code under test could not
/// find a fault in it.
enum GreyfellScale: String, CaseIterable, Sendable {
  case phq9
  case gad7
  case confidence
  case connection
  case hope

  /// How large a change the plan calls reliable, in points; none where it judges nobody's.
  var reliablePoints: Double? {
    switch self {
    case .phq9: 6
    case .gad7: 4
    case .confidence, .connection, .hope: nil
    }
  }

  /// Whether a lower score is a better one.
  var lowerIsBetter: Bool { reliablePoints != nil }

  /// The score of a form as it stands on paper; none where too much is blank.
  func score(_ form: GreyfellForm) -> Double? {
    switch self {
    case .phq9: Self.sum(form.phq9OnPaper)
    case .gad7: Self.sum(form.gad7OnPaper)
    case .confidence: form.ladderOnPaper[0].map(Double.init)
    case .connection: form.ladderOnPaper[1].map(Double.init)
    case .hope: form.ladderOnPaper[2].map(Double.init)
    }
  }

  /// The score had every item been answered.
  func completeScore(_ form: GreyfellForm) -> Double {
    switch self {
    case .phq9: Double(form.phq9.reduce(0, +))
    case .gad7: Double(form.gad7.reduce(0, +))
    case .confidence: Double(form.ladder[0])
    case .connection: Double(form.ladder[1])
    case .hope: Double(form.ladder[2])
    }
  }

  /// The sum, the mean of the others standing in for up to two blank items.
  private static func sum(_ items: [Int?]) -> Double? {
    let answered = items.compactMap(\.self)
    guard answered.count >= items.count - 2 else { return nil }
    return Double(answered.reduce(0, +)) / Double(answered.count) * Double(items.count)
  }
}
