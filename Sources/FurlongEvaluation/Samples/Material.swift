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

  /// A bootstrap with streams of its own.
  func bootstrap(for parts: [String]) -> Bootstrap {
    Bootstrap(
      draws: Self.draws, seed: DrawSeed(plan: plan.seed).seed(for: parts),
      confidence: plan.confidence, threads: threads)
  }

  private func judged(_ planned: OutcomePlan) throws(EvaluationError) -> JudgedScale {
    guard let scale = try? catalogue.scale(planned.scale) else {
      throw .unknownScale(planned.scale)
    }
    return JudgedScale(scale, planned: planned)
  }
}
