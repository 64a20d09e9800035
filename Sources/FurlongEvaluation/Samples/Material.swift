import FurlongScales
import FurlongStatistics
import FurlongStories
import FurlongStudy

/// What every question draws on: the plan, the cohort, the instruments.
struct Material {
  /// How many samples a bootstrap draws; the method words say it.
  static let draws = 9_999

  var plan: EvaluationPlan
  var cohortPlan: CohortPlan
  var catalogue: ScaleCatalogue
  var codebook: Codebook?
  var scored: ScoredCohort
  /// How many threads share the draws.
  var threads: Int

  var cohort: Cohort { scored.cohort }

  func sample(used: PeopleCount, eligible: PeopleCount) -> Sample {
    Sample(used: used, eligible: eligible, confidence: plan.confidence)
  }

  /// Everyone whom the evaluation is about.
  var everyone: PeopleCount { PeopleCount(cohort.size, .population(group: GroupName.everyone.id)) }

  /// The scales of a step; all of the plan's where it names none.
  func scales(_ ids: [String], step: EvaluationStep) throws(EvaluationError) -> [JudgedScale] {
    if ids.isEmpty { return try allScales() }
    var scales: [JudgedScale] = []
    for id in ids {
      guard let planned = plan.outcomes.first(where: { $0.scale == id }) else {
        throw .unknownOutcome(step: step.id, scale: id)
      }
      scales.append(try judged(planned))
    }
    return scales
  }

  /// The plan's scales in its order.
  func allScales() throws(EvaluationError) -> [JudgedScale] {
    var scales: [JudgedScale] = []
    for planned in plan.outcomes { scales.append(try judged(planned)) }
    return scales
  }

  /// The events of a step; all of the plan's where it names none.
  func events(_ ids: [String], step: EvaluationStep) throws(EvaluationError) -> [EventKind] {
    if ids.isEmpty { return cohortPlan.events }
    var events: [EventKind] = []
    for id in ids {
      guard let event = cohortPlan.events.first(where: { $0.id == id }) else {
        throw .unknownEvent(step: step.id, event: id)
      }
      events.append(event)
    }
    return events
  }

  /// The windows of a step from day 0; all of the plan's where it names none.
  func windows(of step: EvaluationStep) throws(EvaluationError) -> [ServiceWindow] {
    let windows = cohortPlan.windows.filter {
      step.windows.isEmpty || step.windows.contains($0.id)
    }
    if windows.isEmpty { throw .noWindow(step: step.id) }
    return windows
  }

  /// The follow-ups of a scale, or a part of life, at which a group is told of: completers only where no form is of a day
  /// before they are told apart.
  func followUps(of id: String, for group: GroupName) -> [Occasion] {
    let asked = cohortPlan.followUps(of: id)
    guard let landmark = cohortPlan.landmark, group.id.hasPrefix("\(Landmark.column)=") else {
      return asked
    }
    return asked.filter(landmark.isBefore)
  }

  /// The same from the plan's landmark, for a step that tells completers apart.
  func windowsFromLandmark(of step: EvaluationStep) throws(EvaluationError) -> [ServiceWindow] {
    let windows = try windows(of: step)
    guard let landmark = cohortPlan.landmark else {
      throw .unknownGroups(step: step.id, column: Landmark.column)
    }
    return windows.map { $0.moved(to: landmark) }
  }

  /// The parts of life of a step; all of the plan's where it names none.
  func lifeOutcomes(
    _ ids: [String], step: EvaluationStep
  ) throws(EvaluationError) -> [LifeOutcome] {
    if ids.isEmpty { return cohortPlan.lifeOutcomes }
    var outcomes: [LifeOutcome] = []
    for id in ids {
      guard let outcome = cohortPlan.lifeOutcomes.first(where: { $0.id == id }) else {
        throw .unknownOutcome(step: step.id, scale: id)
      }
      outcomes.append(outcome)
    }
    return outcomes
  }

  /// What a step asks once; all of the plan's where it names none.
  func feedback(
    _ ids: [String], step: EvaluationStep
  ) throws(EvaluationError) -> [FeedbackPlan] {
    if ids.isEmpty { return plan.feedback }
    var asked: [FeedbackPlan] = []
    for id in ids {
      guard let planned = plan.feedback.first(where: { $0.scale == id }) else {
        throw .unknownOutcome(step: step.id, scale: id)
      }
      asked.append(planned)
    }
    return asked
  }

  /// In which state of a part of life each person is; nil where no export says.
  func states(of id: String, at occasion: Occasion) -> (states: [String?], due: [Bool])? {
    cohort.forms.first { $0.scale == id && $0.occasion == occasion.id }.map { column in
      let states = column.answers.map { answers -> String? in
        if case .state(let state)? = answers { state } else { nil }
      }
      return (states, column.due)
    }
  }

  /// The forms of a scale that is asked once, with their scores.
  func onceForms(of scale: String) -> [(entry: OnceForms.Entry, score: Double)] {
    guard let forms = cohort.onceForms.first(where: { $0.scale == scale }),
      let scores = scored.onceScores.first(where: { $0.scale == scale })
    else { return [] }
    return zip(forms.entries, scores.values).compactMap { entry, score in
      score.map { (entry, $0) }
    }
  }

  /// A bootstrap with streams of its own.
  func bootstrap(for parts: [String]) -> Bootstrap {
    Bootstrap(
      draws: Self.draws, seed: DrawSeed(plan: plan.seed).seed(for: parts),
      confidence: plan.confidence, threads: threads)
  }

  func judged(_ planned: OutcomePlan) throws(EvaluationError) -> JudgedScale {
    guard let scale = try? catalogue.scale(planned.scale) else {
      throw .unknownScale(planned.scale)
    }
    return JudgedScale(scale, planned: planned)
  }
}
