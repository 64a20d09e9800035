import FurlongStudy

/// Everything in a plan on which one step's numbers depend.
///
/// The whole plan is kept, and what does not matter is blanked by name: a key that is added later matters until somebody
/// says here that it does not.
struct StepMeaning: Equatable {
  private var plan: EvaluationPlan
  private var cohort: CohortPlan
  /// What the study's own files that it uses say.
  private var files: [String: String]

  /// What a version of a plan means by a step; nil where it has no such step.
  init?(of id: String, in version: PlanVersion) {
    let (whole, cohortPlan) = (version.evaluation, version.cohort)
    guard let step = whole.steps.first(where: { $0.id == id }) else { return nil }
    plan = Self.withoutWords(whole)
    cohort = Self.withoutWords(cohortPlan)
    plan.steps = [step]
    plan.steps[0].planned = .yes
    plan.dropped = []
    plan.groups = whole.columns(of: step).compactMap { column in
      whole.groups.first { $0.column == column }.map(Self.withoutWords)
    }
    // Which scales, which events, and what of the plan beside them. A step that names none asks of all.
    let allScales = whole.outcomes.map(\.scale)
    var scales: [String] = []
    var events: [String] = []
    var lives: [String] = []
    var once: [String] = []
    var usesOccasions = true
    var stories: StoriesPlan?
    var design = EvaluationPlan.Design.beforeAfter
    var judges = false
    switch step.asked {
    case .reach: scales = allScales
    case .change(let asked): scales = asked.isEmpty ? allScales : asked
    case .meaning(let asked, _):
      scales = asked.isEmpty ? allScales : asked
      judges = true
    case .lifeOutcomes(let asked):
      lives = asked.isEmpty ? cohortPlan.lifeOutcomes.map(\.id) : asked
    case .feedback(let asked, _):
      once = asked.isEmpty ? whole.feedback.map(\.scale) : asked
      usesOccasions = false
    case .serviceUse(let asked):
      events = asked.isEmpty ? cohortPlan.events.map(\.id) : asked
      usesOccasions = false
    case .timeToEvent(let asked, _):
      events = asked.isEmpty ? cohortPlan.events.map(\.id) : asked
      usesOccasions = false
    case .unitRates(let asked):
      cohort.units?.counts.removeAll { !asked.isEmpty && !asked.contains($0.id) }
      // Nobody is in them, wherever people were registered.
      cohort.registered = nil
      cohort.criteria = []
      usesOccasions = false
    case .money(let asked):
      events = asked.isEmpty ? cohortPlan.events.map(\.id) : asked
      // What the service cost for each who improved is of the leading scale.
      scales = whole.outcomes.filter { $0.role == .primary }.prefix(1).map(\.scale)
      judges = true
    case .experience:
      stories = whole.stories
      // The day on which a consent must hold follows the calendar, not the plan.
      stories?.consentOn = nil
      // Themes stand beside the change on the leading scale.
      scales = whole.leadingOutcome.map { [$0.scale] } ?? []
      usesOccasions = !scales.isEmpty
      judges = true
    case .certainty: design = whole.design
    }
    // Where arms are compared, it matters which; where none are, the design is a sentence.
    if step.comparesArms, whole.design.arms != nil { design = whole.design }
    plan.stories = stories
    plan.design = design
    let isOfOutcomes = [.change, .meaning, .money, .experience].contains(step.question)
    plan.outcomes = whole.outcomes.filter { isOfOutcomes && scales.contains($0.scale) }
    // Reliability and cut-offs judge people's own changes alone, and cut-offs no themes.
    for place in plan.outcomes.indices {
      if !judges { plan.outcomes[place].reliability = .none }
      if !judges || step.question == .experience {
        plan.outcomes[place].cutOff = .published
        plan.outcomes[place].norm = nil
      }
    }
    cohort.scales = cohort.scales.filter { scales.contains($0.scale) }
    cohort.events = cohort.events.filter { events.contains($0.id) }
    cohort.lifeOutcomes = cohort.lifeOutcomes.filter { lives.contains($0.id) }
    cohort.askedOnce = cohort.askedOnce.filter { once.contains($0.scale) }
    plan.feedback = plan.feedback.filter { once.contains($0.scale) }
    if events.isEmpty || step.question == .timeToEvent { cohort.windows = [] }
    // Who agreed to be linked matters to use of services alone.
    if events.isEmpty { cohort.linkage = nil }
    // The arms of the people are those of the design.
    cohort.arms = nil
    // Which events are timed is what the steps themselves say.
    cohort.timedEvents = []
    if !step.windows.isEmpty {
      cohort.windows = cohort.windows.filter { step.windows.contains($0.id) }
    }
    if !step.isFromLandmark { cohort.landmark = nil }
    if step.question != .serviceUse || step.isFromLandmark { cohort.countsEveryWay = false }
    if step.question != .money { plan.costs = nil }
    if step.question != .unitRates { cohort.units = nil }
    let besides = events + (cohort.units?.counts.map(\.id) ?? [])
    let setsBeside = [.serviceUse, .unitRates].contains(step.question) && !step.isFromLandmark
    plan.context = setsBeside ? plan.context.filter { besides.contains($0.event) } : []
    // What only reach reads.
    if step.question != .reach {
      plan.population = nil
      cohort.terms = .usual
    }
    if !usesOccasions { cohort.occasions = [] }
    let used = scales + once
    files = version.files.filter { file, _ in
      if file.hasPrefix("costs/") { return step.question == .money }
      if file.hasPrefix("codebooks/") { return step.question == .experience }
      return used.contains { $0 == file || $0.hasPrefix("\(file).") }
    }
  }

  private static func withoutWords(_ plan: EvaluationPlan) -> EvaluationPlan {
    var plan = plan
    plan.title = ""
    plan.about = ""
    plan.people = EvaluationPlan.PeopleWords(one: "", many: "")
    plan.involvement = ""
    plan.costs = plan.costs.map(withoutWords)
    plan.population?.source = PopulationSource(who: "", source: "")
    for place in plan.feedback.indices { plan.feedback[place].label = "" }
    for place in plan.context.indices {
      plan.context[place].what = ""
      plan.context[place].source = ""
    }
    return plan
  }

  private static func withoutWords(_ plan: CohortPlan) -> CohortPlan {
    var plan = plan
    plan.studyID = ""
    plan.fictional = false
    plan.dayZeroWords = ""
    for place in plan.occasions.indices { plan.occasions[place].label = "" }
    for place in plan.events.indices {
      plan.events[place].one = ""
      plan.events[place].many = ""
    }
    for place in plan.windows.indices { plan.windows[place].label = "" }
    for place in plan.lifeOutcomes.indices {
      plan.lifeOutcomes[place].label = ""
      plan.lifeOutcomes[place].soughtLabel = ""
    }
    plan.linkage?.others = [:]
    for place in plan.criteria.indices { plan.criteria[place].others = [:] }
    plan.units?.one = ""
    plan.units?.many = ""
    plan.units?.what = ""
    for place in (plan.units?.counts ?? []).indices {
      plan.units?.counts[place].one = ""
      plan.units?.counts[place].many = ""
    }
    for place in plan.terms.terms.indices { plan.terms.terms[place].label = "" }
    return plan
  }

  private static func withoutWords(_ costs: CostsPlan) -> CostsPlan {
    var costs = costs
    for book in costs.books.indices {
      costs.books[book].name = ""
      costs.books[book].checked = nil
      costs.books[book].index?.name = ""
      costs.books[book].index?.edition = ""
      costs.books[book].index?.source = ""
      for price in costs.books[book].unitCosts.indices {
        costs.books[book].unitCosts[price].source = ""
      }
    }
    for place in costs.deliveries.indices { costs.deliveries[place].what = "" }
    return costs
  }

  private static func withoutWords(_ group: GroupPlan) -> GroupPlan {
    var group = group
    group.label = ""
    for place in group.values.indices { group.values[place].label = "" }
    return group
  }
}
