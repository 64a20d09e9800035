import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says how those missing at a follow-up differ from those present.
struct MissingWording {
  /// The comparison.
  var comparison: ReachFinding<Released>.MissingComparison
  private let material: ReportMaterial
  private var people: PeopleWording { material.people }

  init(_ comparison: ReachFinding<Released>.MissingComparison, _ material: ReportMaterial) {
    self.comparison = comparison
    self.material = material
  }

  /// The fact of a variable.
  func fact(_ variable: ReachFinding<Released>.MissingComparison.Variable) -> String {
    "reach.\(comparison.scale.id).\(comparison.occasion.id).missing.\(variable.kind.word)"
  }

  /// How a variable's two values are printed.
  func wording(_ variable: ReachFinding<Released>.MissingComparison.Variable) -> AnswerWording {
    switch variable.kind {
    case .firstScore: ScaleWording(comparison.scale).points
    case .sessionsAttended: AnswerWording(.points(decimals: 1))
    case .value: AnswerWording(.percentage)
    }
  }

  /// `23.6 on average among those missing, 23.0 among those present`; nil where a number behind a share is not shown.
  func both(_ variable: ReachFinding<Released>.MissingComparison.Variable) -> Prose? {
    if case .value = variable.kind {
      guard let missing = people.counted(variable[.missing], "\(fact(variable)).missing"),
        let present = people.counted(variable[.present], "\(fact(variable)).present")
      else { return nil }
      return "\(missing) among those missing, \(present) among those present"
    }
    let wording = wording(variable)
    let missing = wording.value(variable[.missing], "\(fact(variable)).missing")
    let present = wording.value(variable[.present], "\(fact(variable)).present")
    return "\(missing) on average among those missing, \(present) among those present"
  }

  /// One side of a variable for a table.
  func cell(
    _ answer: ReleasedAnswer, _ variable: ReachFinding<Released>.MissingComparison.Variable,
    _ side: String
  ) -> Prose {
    let fact = "\(fact(variable)).\(side)"
    if case .value = variable.kind { return people.countedCell(answer, fact) }
    return wording(variable).cell(answer, fact)
  }

  /// The variable that differs most, among those that can be shown.
  var most: ReachFinding<Released>.MissingComparison.Variable? {
    comparison.variables.filter { $0[.difference].estimate != nil }.max {
      abs($0[.difference].estimate?.value ?? 0)
        < abs($1[.difference].estimate?.value ?? 0)
    }
  }

  /// `Those missing at 8 months (48 people)`.
  var who: Prose {
    let fact = "reach.\(comparison.scale.id).\(comparison.occasion.id).missing"
    let those = Prose("Those missing at \(comparison.occasion.label)")
    if case .withheld = comparison.missing.shown { return those }
    return "\(those) (\(people.people(comparison.missing, fact)))"
  }

  /// The greatest difference as a sentence.
  var sentence: Prose {
    if comparison.missing.number == 0 {
      return Prose("Nobody is missing at \(comparison.occasion.label).")
    }
    guard let most else {
      return Prose(
        "How those missing at \(comparison.occasion.label) differ cannot be shown or estimated.")
    }
    let both = both(most).map { "\($0), " as Prose } ?? Prose()
    return
      "\(who) differ most in \(most.kind.name(material)): \(both)\(distance(most)) standard deviations apart."
  }

  /// The standardised difference without its sign.
  func distance(_ variable: ReachFinding<Released>.MissingComparison.Variable) -> Prose {
    AnswerWording(.deviations).magnitude(variable[.difference], fact(variable))
  }
}

extension MissingVariable {
  /// What is compared, in words that stand inside a sentence.
  func name(_ material: ReportMaterial) -> String {
    switch self {
    case .firstScore: "their first score"
    case .sessionsAttended: "sessions attended"
    case .value(let column, let value):
      "the share with \(column.asWords) “\(material.words(for: value, of: column))”"
    }
  }

  /// What is compared, on a row.
  func label(_ material: ReportMaterial) -> String {
    switch self {
    case .firstScore: "First score"
    case .sessionsAttended: "Sessions attended"
    case .value(let column, let value):
      "\(column.asWords.capitalised): \(material.words(for: value, of: column))"
    }
  }

  /// The word in facts.
  var word: String {
    switch self {
    case .firstScore: "first_score"
    case .sessionsAttended: "sessions_attended"
    case .value(let column, let value): "\(column)=\(value)"
    }
  }
}
