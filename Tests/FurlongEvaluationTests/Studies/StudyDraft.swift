import Foundation
import FurlongEvaluation
import FurlongScales
import FurlongStories
import FurlongStudy

/// A small study made in a test: the plan, and a cohort that a test fills in.
struct StudyDraft {
  var plan = EvaluationPlan(
    title: "A test", about: "Made in a test.", people: .init(one: "student", many: "students"),
    design: .beforeAfter, involvement: "", seed: 7, outcomes: [], groups: [], stories: nil,
    steps: [])
  var cohortPlan = CohortPlan(
    studyID: "a-test", fictional: false, registered: nil, dataTo: CalendarDay(number: 20_000),
    criteria: [], dayZero: .firstRegistration, dayZeroWords: "first registration",
    occasions: [], scales: [], events: [], windows: [])
  var scored: ScoredCohort

  init(size: Int) {
    scored = ScoredCohort(
      cohort: Cohort(
        size: size, steps: [Cohort.Step(condition: .registered, people: size)],
        dayZero: Array(repeating: nil, count: size), about: [:], attendance: nil, forms: [],
        serviceUse: [], timelines: [], stories: nil),
      scores: [])
  }

  static let before = Occasion(id: "before", label: "before", role: .baseline, window: nil)
  static let after = Occasion(id: "after", label: "after", role: .followUp, window: nil)
  static let year = ServiceWindow(
    id: "year", label: "a year", before: TimeLength(12, .months), after: TimeLength(12, .months))
  static let admission = EventKind(
    id: "admission", one: "admission", many: "admissions", role: .primary)

  static func step(
    _ id: String, _ asked: EvaluationStep.Asked, groups: [String] = []
  ) -> EvaluationStep {
    EvaluationStep(id: id, asking: asked, groups: groups, planned: .yes)
  }

  /// Adds scores of one scale, before and after; due unless said otherwise.
  mutating func score(
    _ scale: String, role: OutcomeRole = .primary, reliability: ReliabilityChoice = "test-retest",
    before: [Double?], after: [Double?], due: [Bool]? = nil, filledIn: [Bool]? = nil
  ) {
    plan.outcomes.append(OutcomePlan(scale: scale, role: role, reliability: reliability))
    cohortPlan.scales.append(ScaleRequest(scale: scale, blankItemsAllowed: nil))
    cohortPlan.occasions = [Self.before, Self.after]
    let all = Array(repeating: true, count: before.count)
    let none = Array(repeating: false, count: before.count)
    for (occasion, values) in [("before", before), ("after", after)] {
      scored.scores.append(
        ScoredCohort.Scores(
          scale: scale, occasion: occasion, values: values,
          due: occasion == "after" ? due ?? all : all, filledIn: filledIn ?? none))
      scored.cohort.forms.append(
        FormColumn(
          scale: scale, occasion: occasion,
          answers: values.map { $0 == nil ? nil : .items([1]) }, due: all, onlyUnscorable: 0,
          severalForms: 0))
    }
  }

  /// Adds a use of services under every rule, the same under each.
  mutating func count(
    _ event: EventKind = StudyDraft.admission, before: [Int], after: [Int],
    daysBefore: [Int]? = nil, daysAfter: [Int]? = nil, counted: [Bool]? = nil
  ) {
    let year = Array(repeating: 365, count: before.count)
    if !cohortPlan.events.contains(event) { cohortPlan.events.append(event) }
    cohortPlan.windows = [Self.year]
    for rule in ServiceUseRule.usual {
      var columns = ServiceUseColumns(
        event: event.id, window: "year", rule: rule,
        counted: counted ?? before.map { _ in true }, eventsBefore: before,
        eventsAfter: after, daysBefore: daysBefore ?? year, daysAfter: daysAfter ?? year,
        runningOnDayZero: before.map { _ in 0 }, notLinkable: 0, notKnown: 0,
        noRowsMeans: .noneHappened, notPossible: nil)
      if rule == .wholeWindow {
        columns.eventsOfWholeAfter = after.indices.map {
          columns.daysAfter[$0] == 365 ? after[$0] : nil
        }
      }
      scored.cohort.serviceUse.append(columns)
    }
  }

  /// Adds a part of life, before and after; due unless said otherwise.
  mutating func live(
    _ outcome: LifeOutcome, before: [String?], after: [String?], due: [Bool]? = nil
  ) {
    cohortPlan.lifeOutcomes.append(outcome)
    cohortPlan.occasions = [Self.before, Self.after]
    let all = Array(repeating: true, count: before.count)
    for (occasion, states) in [("before", before), ("after", after)] {
      scored.cohort.forms.append(
        FormColumn(
          scale: outcome.id, occasion: occasion, answers: states.map { $0.map(FormAnswers.state) },
          due: occasion == "after" ? due ?? all : all, onlyUnscorable: 0, severalForms: 0))
    }
  }

  /// Adds forms of a scale that is asked once.
  mutating func ask(
    once scale: String, reaching: Double? = nil, label: String = "",
    _ forms: [(person: Int, course: String?, isLast: Bool, score: Double)]
  ) {
    plan.feedback.append(FeedbackPlan(scale: scale, reaching: reaching, label: label))
    cohortPlan.askedOnce.append(ScaleRequest(scale: scale, blankItemsAllowed: nil))
    scored.cohort.onceForms.append(
      OnceForms(
        scale: scale,
        entries: forms.map {
          OnceForms.Entry(
            person: $0.person, course: $0.course, isLast: $0.isLast, answers: .total($0.score))
        }))
    scored.onceScores.append(
      ScoredCohort.OnceScores(scale: scale, values: forms.map { Optional($0.score) }))
  }

  static let costs = CostsPlan(
    priceYear: FinancialYear(start: 2024),
    books: [
      CostBook(
        id: "trust", name: "the trust's prices", checked: CalendarDay(number: 19_900),
        index: PriceIndex(
          id: "prices", name: "Prices", edition: "first", source: "a test",
          changes: [.init(into: FinancialYear(start: 2024), percent: 3, isProvisional: true)]),
        unitCosts: [
          UnitCost(
            event: "admission", pounds: 4_000, priceYear: FinancialYear(start: 2023),
            coverage: .full, borneBy: "a trust", source: "a ledger")
        ])
    ],
    deliveries: [
      .init(
        what: "staff", pounds: 20_000,
        period: DayRange(from: CalendarDay(number: 19_000), to: CalendarDay(number: 19_364)),
        priceYear: FinancialYear(start: 2023), paidBy: "a board")
    ], served: nil, cashable: nil)

  static let work = LifeOutcome(
    id: "work", label: "work and study", states: ["working", "studying", "neither"],
    sought: ["working", "studying"], soughtLabel: "in work or study")

  static let provenance = Provenance(tool: "furlong test", planSHA256: "00", seed: 7, inputs: [])

  func findings(threads: Int = 1) throws -> Findings<Unreleased> {
    try Evaluator(
      plan: plan, cohortPlan: cohortPlan, catalogue: .shipped(),
      codebook: Codebook.shipped("chime-d"), threads: threads
    ).evaluate(scored, provenance: Self.provenance)
  }

  /// The finding of the only step.
  func finding(
    _ asked: EvaluationStep.Asked, groups: [String] = []
  ) throws -> Finding<Unreleased>? {
    var draft = self
    draft.plan.steps = [Self.step("only", asked, groups: groups)]
    return try draft.findings().steps.first?.finding
  }

  func reach() throws -> ReachFinding<Unreleased> {
    guard case .reach(let finding)? = try finding(.reach) else { throw WrongFinding() }
    return finding
  }

  func change(groups: [String] = []) throws -> [ChangeFinding<Unreleased>.Row] {
    guard case .change(let finding)? = try finding(.change(outcomes: []), groups: groups) else {
      throw WrongFinding()
    }
    return finding.outcomes.flatMap(\.rows)
  }

  func meaning() throws -> MeaningFinding<Unreleased>.Outcome {
    guard case .meaning(let finding)? = try finding(.meaning(outcomes: [])),
      let outcome = finding.outcomes.first
    else { throw WrongFinding() }
    return outcome
  }

  func serviceUse(groups: [String] = []) throws -> ServiceUseFinding<Unreleased>.Outcome {
    guard case .serviceUse(let finding)? = try finding(.serviceUse(events: []), groups: groups),
      let outcome = finding.outcomes.first
    else { throw WrongFinding() }
    return outcome
  }

  func lives(groups: [String] = []) throws -> LifeOutcomesFinding<Unreleased>.Outcome {
    guard
      case .lifeOutcomes(let finding)? = try finding(.lifeOutcomes(outcomes: []), groups: groups),
      let outcome = finding.outcomes.first
    else { throw WrongFinding() }
    return outcome
  }

  func feedback(byCourse: Bool = true) throws -> FeedbackFinding<Unreleased>.Outcome {
    guard
      case .feedback(let finding)? = try finding(.feedback(scales: [], byCourse: byCourse)),
      let outcome = finding.outcomes.first
    else { throw WrongFinding() }
    return outcome
  }

  func experience() throws -> ExperienceFinding<Unreleased> {
    guard case .experience(let finding)? = try finding(.experience) else {
      throw WrongFinding()
    }
    return finding
  }

  struct WrongFinding: Error {}
}

extension Findings {
  /// The findings as bytes, keys sorted.
  func bytes() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(self)
  }
}

extension Findings<Unreleased> {
  init(reading bytes: Data) throws {
    self = try JSONDecoder().decode(Self.self, from: bytes)
  }
}
