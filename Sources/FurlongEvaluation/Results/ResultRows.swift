/// The rows of one step as they are added.
struct ResultRows {
  /// What a row is about.
  struct Place {
    var outcome = ""
    var occasion = ""
    var group = GroupName.everyone.id
  }

  private(set) var rows: [ResultRow] = []
  private let question: String
  private let step: String
  private let planned: String

  init(_ step: Findings.Step) {
    question = step.finding.word
    self.step = step.id
    planned = step.planned.word
  }

  /// Adds a number or the reason why there is none.
  ///
  /// - Parameters:
  ///   - unit: the unit that the number would have had.
  ///   - method: the word where the answer itself has none.
  mutating func add(
    _ measure: String, _ answer: Answer, unit: EstimateUnit, method: String = "", at place: Place
  ) {
    var row = blank(measure, unit: unit.rawValue, method: method, at: place)
    switch answer {
    case .estimated(let estimate):
      row.estimate = estimate.value
      row.stdError = estimate.standardError
      row.df = estimate.degreesOfFreedom
      row.confLow = estimate.interval?.low
      row.confHigh = estimate.interval?.high
      row.confLevel = estimate.interval?.level
      row.pValue = estimate.pValue
      row.unit = estimate.unit.rawValue
      row.nUsed = estimate.used
      row.nEligible = estimate.eligible
      if !estimate.method.isEmpty { row.method = estimate.method }
      row.note = estimate.note ?? ""
    case .notEstimable(let reason, let used, let eligible):
      row.nUsed = used
      row.nEligible = eligible
      row.note = reason.words
    case .hidden:
      row.note = "hidden"
    }
    rows.append(row)
  }

  /// Adds a count of people.
  ///
  /// - Parameters:
  ///   - used: the people among whom it was counted; nil where it is itself the number used.
  ///   - eligible: those who could have been.
  mutating func add(
    _ measure: String, _ people: PeopleCount, used: PeopleCount? = nil,
    eligible: PeopleCount? = nil, note: String = "", at place: Place
  ) {
    var row = blank(measure, unit: EstimateUnit.people.rawValue, at: place)
    row.estimate = people.exact.map(Double.init)
    row.nUsed = (used ?? people).exact
    row.nEligible = eligible?.exact
    row.note = people.exact == nil ? "hidden" : note
    rows.append(row)
  }

  /// Adds a plain number, or a row that says something without one.
  mutating func add(
    _ measure: String, number: Double?, unit: String, method: String = "", note: String,
    at place: Place
  ) {
    var row = blank(measure, unit: unit, method: method, at: place)
    row.estimate = number
    row.note = note
    rows.append(row)
  }

  private func blank(
    _ measure: String, unit: String, method: String = "", at place: Place
  ) -> ResultRow {
    ResultRow(
      question: question, step: step, outcome: place.outcome, occasion: place.occasion,
      group: place.group, measure: measure, unit: unit, method: method, planned: planned,
      note: "")
  }
}

extension Finding {
  /// The question's word in the results table.
  fileprivate var word: String {
    switch self {
    case .reach: "reach"
    case .change: "change"
    case .meaning: "meaning"
    case .serviceUse: "service_use"
    case .experience: "experience"
    case .certainty: "certainty"
    }
  }
}

extension NotEstimable {
  /// The reason in the results table's column `note`.
  var words: String {
    switch self {
    case .tooFew(let needed, let found): "not estimable: \(found) people, \(needed) needed"
    case .noVariation: "not estimable: nothing varies"
    case .noCutOffPublished: "not estimable: no cut-off is published"
    case .noReliability: "not estimable: no reliability of the plan's kind is published"
    case .noDates: "not estimable: the data have no dates"
    case .nothingHappened: "not estimable: nothing happened, or nobody was at risk"
    case .noData: "not estimable: no export was mapped"
    case .because(let why): "not estimable: \(why)"
    }
  }
}
