public import FurlongScales
public import FurlongStories
public import FurlongStudy

/// Answers the plan's questions from a scored cohort.
public struct Evaluator: Sendable {
  /// What is asked, of whom, and how it is said.
  public let plan: EvaluationPlan
  /// Who is in the cohort, its occasions, events and windows.
  public let cohortPlan: CohortPlan
  /// The instruments.
  public let catalogue: ScaleCatalogue
  /// What coders looked for in stories; nil where the plan reads none.
  public let codebook: Codebook?
  /// How many threads share the steps and the draws; the findings do not depend on it.
  public let threads: Int

  /// An evaluator for one study.
  public init(
    plan: EvaluationPlan, cohortPlan: CohortPlan, catalogue: ScaleCatalogue,
    codebook: Codebook? = nil, threads: Int = 1
  ) {
    self.plan = plan
    self.cohortPlan = cohortPlan
    self.catalogue = catalogue
    self.codebook = codebook
    self.threads = threads
  }

  /// Findings of every step, in the plan's order; not released: small numbers are not hidden.
  ///
  /// The order of people in the cohort does not matter, and the same cohort, plan and seed give the same findings.
  /// What cannot be estimated is an answer with its reason. Cost: 9,999 draws a step over the people of each size of
  /// sample, and of them a visit to each who differs in service use; all else is linear in people but for sorting.
  ///
  /// - Parameters:
  ///   - scored: the population with its scores, as `CohortScorer` gives it.
  ///   - provenance: how the cohort was made; copied into the findings.
  ///   - progress: told before each step that this thread takes; with one thread, before each.
  /// - Throws: where the plan asks for what it, the catalogue or the exports do not have.
  public func evaluate(
    _ scored: ScoredCohort, provenance: Provenance,
    progress: (EvaluationProgress) -> Void = { _ in }
  ) throws(EvaluationError) -> Findings<Unreleased> {
    if !(plan.confidence > 0 && plan.confidence < 1) {
      throw .confidenceOutsideRange(plan.confidence)
    }
    let material = Material(
      plan: plan, cohortPlan: cohortPlan, catalogue: catalogue, codebook: codebook,
      scored: scored, threads: threads)
    if case .hours? = cohortPlan.landmark?.completing, plan.steps.contains(where: \.isFromLandmark),
      scored.cohort.size > 0, scored.cohort.attendance?.hours == nil
    {
      throw .hoursNotKept
    }
    // What cannot be shown depends on everything else, wherever its step stands.
    let last = plan.steps.indices.filter { plan.steps[$0].question == .certainty }
    let own = plan.steps.indices.filter { plan.steps[$0].question != .certainty }
    func tell(_ place: Int, _ done: Int) {
      progress(EvaluationProgress(step: plan.steps[place].id, done: done, of: plan.steps.count))
    }
    let answers = StepsAtOnce(threads: threads).answers(to: own.count) {
      tell(own[$0], $0)
    } _: { number in
      Result { () throws(EvaluationError) in
        try answer(plan.steps[own[number]], material, others: [])
      }
    }
    var found: [Int: Finding<Unreleased>] = [:]
    for (place, answer) in zip(own, answers) { found[place] = try answer.get() }
    for place in last {
      tell(place, found.count)
      found[place] = try answer(
        plan.steps[place], material, others: found.sorted { $0.key < $1.key }.map(\.value))
    }
    return Findings(
      study: description, provenance: provenance,
      steps: plan.steps.enumerated().compactMap { place, step in
        found[place].map { Findings.Step(id: step.id, planned: step.planned, finding: $0) }
      })
  }

  private func answer(
    _ step: EvaluationStep, _ material: Material, others: [Finding<Unreleased>]
  ) throws(EvaluationError) -> Finding<Unreleased> {
    switch step.asked {
    case .reach:
      .reach(try Reach(material: material).answer())
    case .change(let outcomes):
      .change(try Change(material: material, step: step).answer(outcomes: outcomes))
    case .meaning(let outcomes, let rules):
      .meaning(
        try Meaning(material: material, step: step).answer(outcomes: outcomes, rules: rules))
    case .lifeOutcomes(let outcomes):
      .lifeOutcomes(try LifeOutcomes(material: material, step: step).answer(outcomes: outcomes))
    case .feedback(let scales, let byCourse):
      .feedback(
        try Feedback(material: material, step: step).answer(scales: scales, byCourse: byCourse))
    case .serviceUse(let events):
      .serviceUse(try ServiceUse(material: material, step: step).answer(events: events))
    case .timeToEvent(let events, let months):
      .timeToEvent(
        try TimeToEvent(material: material, step: step).answer(events: events, months: months))
    case .unitRates(let counts):
      .unitRates(try UnitRates(material: material).answer(counts: counts))
    case .money(let events):
      .money(try Money(material: material, step: step).answer(events: events))
    case .experience:
      .experience(try Experience(material: material, step: step).answer())
    case .certainty:
      .certainty(try Certainty(material: material, found: others).answer())
    }
  }

  private var description: StudyDescription {
    StudyDescription(
      id: cohortPlan.studyID, title: plan.title, about: plan.about,
      fictional: cohortPlan.fictional, people: plan.people, design: plan.design,
      involvement: plan.involvement, registered: cohortPlan.registered,
      dataTo: cohortPlan.dataTo, dayZero: cohortPlan.dayZeroWords,
      outcomes: plan.outcomes.count + cohortPlan.events.count + cohortPlan.lifeOutcomes.count
        + (cohortPlan.units?.counts.count ?? 0))
  }
}

/// How far an evaluation has come.
public struct EvaluationProgress: Sendable, Equatable {
  /// The id of the step that begins.
  public var step: String
  /// Steps done before it.
  public var done: Int
  /// Steps in all.
  public var of: Int
}
