import FurlongStudy

/// The rows of one step as they are added.
struct ResultRows {
  /// What a row is about.
  struct Place {
    var outcome = ""
    var label = ""
    var role = ""
    var direction = ""
    var occasion = ""
    var group = GroupName.everyone.id
  }

  private(set) var rows: [ResultRow] = []
  private let question: Question
  private let step: String
  private let planned: String

  init<N: Numbers>(_ step: Findings<N>.Step) {
    question = step.finding.question
    self.step = step.id
    planned = step.planned.word
  }

  /// Adds a number, or the reason why there is none.
  ///
  /// - Parameters:
  ///   - used: the people among whom a count was made, where that is not itself.
  ///   - eligible: those who could have been.
  mutating func add<Number: Tabulated>(
    _ measure: Measure, _ number: Number, used: Number? = nil, eligible: Number? = nil,
    note: String = "", at place: Place
  ) {
    var row = blank(measure, at: place)
    row.note = note
    number.fill(&row, of: measure)
    if let used { row.nUsed = blank(measure, at: place).filled(by: used, measure).nUsed }
    if let eligible {
      row.nEligible = blank(measure, at: place).filled(by: eligible, measure).nUsed
    }
    rows.append(row)
  }

  /// Adds a number made in a way that its measure does not say.
  mutating func add<Number: Tabulated>(
    _ measure: Measure, _ number: Number, by method: Method, at place: Place
  ) {
    var row = blank(measure, at: place)
    number.fill(&row, of: measure)
    row.fill(method)
    rows.append(row)
  }

  /// Adds every answer of a set, each number once.
  ///
  /// Where one that was to be made otherwise had to be made in the way of another, the other is not written again.
  mutating func add<Measures: FindingMeasure, N: Numbers>(
    _ answers: Answers<Measures, N>, at place: Place
  ) {
    let first = rows.count
    for (measure, answer) in answers.all {
      add(measure.declared, answer, at: place)
      if let last = rows.last, rows[first...].dropLast().contains(where: { $0.isMadeLike(last) }) {
        rows.removeLast()
      }
    }
  }

  /// Adds a plain number that the plan or a publication states, or a row that says something without one.
  mutating func add(
    _ measure: Measure, stated number: Double?, method: Method? = nil, note: String = "",
    at place: Place
  ) {
    var row = blank(measure, at: place)
    row.estimate = number
    row.note = note
    if let method { row.fill(method) }
    rows.append(row)
  }

  private func blank(_ measure: Measure, at place: Place) -> ResultRow {
    var row = ResultRow(
      question: question.word, step: step, outcome: place.outcome, label: place.label,
      role: place.role, direction: place.direction, occasion: place.occasion, group: place.group,
      measure: measure.word, unit: measure.unit.rawValue, estimator: "", interval: "",
      planned: planned, heldBack: "", note: "")
    row.fill(measure.method)
    return row
  }
}

extension ResultRow {
  /// Whether a row of the same place is about the same measure, made in the same way.
  fileprivate func isMadeLike(_ other: ResultRow) -> Bool {
    measure == other.measure && estimator == other.estimator && interval == other.interval
      && draws == other.draws
  }

  fileprivate func filled(by number: some Tabulated, _ measure: Measure) -> ResultRow {
    var row = self
    number.fill(&row, of: measure)
    return row
  }

  /// Writes how the number was made.
  public mutating func fill(_ method: Method) {
    estimator = method.estimator
    interval = method.interval
    draws = method.draws
  }
}

extension ResultRows.Place {
  /// A place of a scale.
  init(_ scale: ScaleDescription, _ occasion: TimeName? = nil, group: String? = nil) {
    self.init(
      outcome: scale.id, label: scale.name, role: scale.role.rawValue,
      direction: scale.higherIsBetter ? "higher is better" : "lower is better",
      occasion: occasion?.id ?? "", group: group ?? GroupName.everyone.id)
  }

  /// A place of an event: less use is what a fall is asked of.
  init(_ event: EventKind, _ occasion: String, group: String? = nil) {
    self.init(
      outcome: event.id, label: event.many, role: event.role.rawValue,
      direction: "lower is better", occasion: occasion, group: group ?? GroupName.everyone.id)
  }
}

extension FoundAnswer: Tabulated {
  /// Fills everything that the evaluation knows of the number.
  public func fill(_ row: inout ResultRow, of measure: Measure) {
    switch self {
    case .estimated(let estimate):
      row.estimate = estimate.value
      // A difference of two shares has four counts: they stand in the rows of the shares.
      if estimate.minus == nil {
        row.count = estimate.parts?.count
        row.of = estimate.parts?.of
      }
      row.stdError = estimate.standardError
      row.df = estimate.degreesOfFreedom
      row.confLow = estimate.interval?.low
      row.confHigh = estimate.interval?.high
      row.confLevel = estimate.interval?.level
      row.pValue = estimate.pValue
      row.nUsed = estimate.used.count
      row.nEligible = estimate.eligible.count
      if let method = estimate.method { row.fill(method) }
      row.note = estimate.caveats.map(\.note).joined(separator: "; ")
    case .notEstimable(let reason, let used, let eligible):
      row.nUsed = used.count
      row.nEligible = eligible.count
      row.note = reason.note
    }
  }
}

extension PeopleCount: Tabulated {
  /// Fills the count.
  public func fill(_ row: inout ResultRow, of measure: Measure) {
    row.estimate = Double(count)
    row.nUsed = count
  }
}
