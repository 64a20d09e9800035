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

  /// One side of a variable for a table.
  func cell(
    _ answer: ReleasedAnswer, _ variable: ReachFinding<Released>.MissingComparison.Variable,
    _ side: String
  ) -> Prose {
    let fact = "\(fact(variable)).\(side)"
    if case .value = variable.kind { return people.countedCell(answer, fact) }
    return wording(variable).cell(answer, fact)
  }

  /// `Those without a SWEMWBS form at 8 months`: whose first score is told must be named.
  private var those: String {
    "Those without a form of \(comparison.scale.name) \(comparison.occasion.when)"
  }

  /// `Those without a form of SWEMWBS at 8 months (48 people)`.
  var who: Prose {
    let fact = "reach.\(comparison.scale.id).\(comparison.occasion.id).missing"
    let those = Prose(those)
    if case .withheld = comparison.missing.shown { return those }
    return "\(those) (\(people.people(comparison.missing, fact)))"
  }

  /// How those missing differ in what is always compared, sessions and first scores, and how much else was looked at.
  var sentence: Prose {
    if comparison.missing.number == 0 {
      return Prose(
        "Nobody is without a form of \(comparison.scale.name) \(comparison.occasion.when).")
    }
    if isFew { return "\(who), or those with one, are too few for a comparison." }
    let clauses = declared.map(clause)
    guard !clauses.isEmpty else {
      return Prose(
        "How those without a form of \(comparison.scale.name) \(comparison.occasion.when) differ cannot be shown or estimated."
      )
    }
    return ["\(who) \(clauses.listed).", others].joined()
  }

  /// What else was compared, and why no more is made of it.
  private var others: Prose {
    let others = comparison.variables.filter { variable in
      if case .value = variable.kind { true } else { false }
    }
    guard !others.isEmpty else { return Prose() }
    let shown = others.count { $0[.difference].estimate != nil }
    let kinds = others.reduce(into: [String]()) { kinds, variable in
      guard case .value(let column, _) = variable.kind, !kinds.contains(column.asWords) else {
        return
      }
      kinds.append(column.asWords)
    }.map { Prose($0) }.listed
    guard shown > 0 else {
      return
        "Whether they differ in \(kinds) is not shown, because it rests on few people or would give them away."
    }
    if shown == 1 {
      return "The share of one group (by \(kinds)) was compared as well, and is in the table."
    }
    let count = Prose(NumberWording().count(shown))
    return
      "The shares of \(count) groups (by \(kinds)) were compared as well. Among so many, one or two differ by chance alone, so none is picked out here: all are in the table."
  }

  /// The finding for a figure's title.
  var title: Prose {
    if isFew {
      return "\(Prose(those)), or those with one, are too few for a finding"
    }
    let clauses = declared.map(clause)
    return clauses.isEmpty
      ? "How those missing differ cannot be shown"
      : "\(Prose(those)) \(clauses.listed)"
  }

  /// Whether one side has so few people that a difference would be chance.
  private var isFew: Bool {
    [comparison.missing, comparison.present].compactMap(\.number)
      .contains { $0 < MissingMarks.leastCompared }
  }

  /// Sessions and first scores, where they can be shown.
  private var declared: [ReachFinding<Released>.MissingComparison.Variable] {
    comparison.variables.filter { variable in
      guard variable[.difference].estimate != nil else { return false }
      return switch variable.kind {
      case .sessionsAttended, .firstScore: true
      case .value: false
      }
    }
  }

  /// `had come to fewer sessions (6.4, against 8.1)`: told beyond `MissingMarks.mostDifference`.
  private func clause(_ variable: ReachFinding<Released>.MissingComparison.Variable) -> Prose {
    let difference = variable[.difference].estimate?.value ?? 0
    let wording = wording(variable)
    let missing = wording.value(variable[.missing], "\(fact(variable)).missing")
    let present = wording.value(variable[.present], "\(fact(variable)).present")
    let known = variable[.missing].used
    // Of those missing only some have a first score.
    let isSome = known.number.map { $0 < comparison.missing.number ?? $0 } ?? false
    let whose: Prose =
      isSome
      ? " among the \(people.plain(known, "\(fact(variable)).missing.n_used")) of whom it is known"
      : ""
    let both: Prose = "(\(missing)\(whose), against \(present))"
    let isFar = abs(difference) > MissingMarks.mostDifference
    switch variable.kind {
    case .sessionsAttended:
      let many = !isFar ? "about as many" : difference < 0 ? "fewer" : "more"
      return "had come to \(many) sessions \(both)"
    case .firstScore, .value:
      let way = !isFar ? "about level" : difference < 0 ? "lower" : "higher"
      return "began \(way) \(both)"
    }
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
