import FurlongStudy

/// Everything in a plan on which one step's numbers depend; words that only the report prints are left out.
struct StepMeaning: Equatable {
  private var question: EvaluationStep.Question
  private var groups: [GroupPlan]
  private var cohort: CohortPlan
  private var outcomes: [OutcomePlan]
  private var stories: StoriesPlan?
  private var design: EvaluationPlan.Design?
  private var seed: UInt64
  private var confidence: Double

  /// What a plan means by a step; nil where it has no such step.
  init?(of id: String, in plan: EvaluationPlan, _ cohortPlan: CohortPlan) {
    guard let step = plan.steps.first(where: { $0.id == id }) else { return nil }
    question = step.question
    groups = step.groups.compactMap { column in
      plan.groups.first { $0.column == column }.map(Self.withoutWords)
    }
    seed = plan.seed
    confidence = plan.confidence
    cohort = Self.withoutWords(cohortPlan)
    outcomes = []
    var scales: [String] = []
    var events: [String] = []
    var usesOccasions = true
    switch step.question {
    case .reach: scales = plan.outcomes.map(\.scale)
    case .change(let asked):
      scales = asked
      // Reliability judges reliable change alone.
      outcomes = plan.outcomes.filter { asked.contains($0.scale) }.map {
        OutcomePlan(scale: $0.scale, role: $0.role, reliability: "")
      }
    case .meaning(let asked):
      scales = asked
      outcomes = plan.outcomes.filter { asked.contains($0.scale) }
    case .serviceUse(let asked):
      events = asked
      usesOccasions = false
    case .experience:
      stories = plan.stories
      // The day on which a consent must hold follows the calendar, not the plan.
      stories?.consentOn = nil
      usesOccasions = false
    case .certainty: design = plan.design
    }
    cohort.scales = cohort.scales.filter { scales.contains($0.scale) }
    cohort.events = cohort.events.filter { events.contains($0.id) }
    if events.isEmpty { cohort.windows = [] }
    if !usesOccasions { cohort.occasions = [] }
  }

  private static func withoutWords(_ plan: CohortPlan) -> CohortPlan {
    var plan = plan
    plan.studyID = ""
    plan.fictional = false
    plan.dayZeroWords = ""
    plan.occasions = plan.occasions.map {
      Occasion(id: $0.id, label: "", role: $0.role, window: $0.window)
    }
    plan.events = plan.events.map { EventKind(id: $0.id, one: "", many: "", role: $0.role) }
    plan.windows = plan.windows.map {
      ServiceWindow(id: $0.id, label: "", before: $0.before, after: $0.after)
    }
    return plan
  }

  private static func withoutWords(_ group: GroupPlan) -> GroupPlan {
    GroupPlan(
      column: group.column, label: "",
      values: group.values.map { GroupPlan.Value(value: $0.value, label: "") })
  }
}
