public import FurlongStudy

/// A plan as it was frozen, or amended later.
public struct PlanVersion: Sendable, Equatable {
  /// When, and what was in by then.
  public var moment: PlanFreeze.Moment
  /// Why it was amended; nil for the plan that was frozen.
  public var why: String?
  /// What it asks.
  public var evaluation: EvaluationPlan
  /// Of whom and when.
  public var cohort: CohortPlan
  /// What the files on which it rests say, a digest each: instruments by their ids, codebooks and costs by their names.
  public var files: [String: String]

  /// A version of a plan.
  public init(
    moment: PlanFreeze.Moment, why: String?, evaluation: EvaluationPlan, cohort: CohortPlan,
    files: [String: String] = [:]
  ) {
    self.files = files
    self.moment = moment
    self.why = why
    self.evaluation = evaluation
    self.cohort = cohort
  }
}

/// All versions of a plan since it was frozen, and what they say of the steps of the last one.
///
/// A step is as frozen where nothing on which its numbers depend differs from the plan that was frozen first, whatever
/// was changed and put back between. What people wrote by hand (`planned: no`, `amended:`) in any version stays: a
/// record can only be stricter.
public struct PlanVersions: Sendable, Equatable {
  /// The plan that was frozen.
  public var frozen: PlanVersion
  /// Its amendments, oldest first.
  public var amendments: [PlanVersion]

  /// The versions of a plan.
  public init(frozen: PlanVersion, amendments: [PlanVersion]) {
    self.frozen = frozen
    self.amendments = amendments
  }

  /// The version that holds.
  public var last: PlanVersion { amendments.last ?? frozen }

  /// The steps of the version that holds, each with whether it was planned.
  public var steps: [EvaluationStep] {
    last.evaluation.steps.map { step in
      var judged = step
      judged.planned = Self.stricter(written(step.id), recorded(step.id))
      return judged
    }
  }

  /// The steps of the frozen plan that the version that holds does not have, and why.
  public var dropped: [PlanFreeze.DroppedStep] {
    frozen.evaluation.steps.map(\.id)
      .filter { id in !last.evaluation.steps.contains { $0.id == id } }
      .map { PlanFreeze.DroppedStep(id: $0, why: reasons($0)) }
  }

  private var all: [PlanVersion] { [frozen] + amendments }

  private func meaning(_ id: String, _ version: PlanVersion) -> StepMeaning? {
    StepMeaning(of: id, in: version)
  }

  /// What the versions themselves show.
  private func recorded(_ id: String) -> EvaluationStep.Planned {
    guard let original = meaning(id, frozen) else {
      let first = amendments.first { meaning(id, $0) != nil } ?? last
      return .added(first.moment, why: reasons(id))
    }
    return original == meaning(id, last) ? .frozen(frozen.moment) : .amended(why: reasons(id))
  }

  /// The reasons of the amendments that touched a step, oldest first, each once.
  private func reasons(_ id: String) -> String {
    var reasons: [String] = []
    for (before, after) in zip(all, amendments) where meaning(id, before) != meaning(id, after) {
      if let why = after.why, !reasons.contains(why) { reasons.append(why) }
    }
    return reasons.joined(separator: "; ")
  }

  /// The strictest that people wrote of a step in any version.
  private func written(_ id: String) -> EvaluationStep.Planned {
    all.compactMap { version in version.evaluation.steps.first { $0.id == id }?.planned }
      .reduce(.yes, Self.stricter)
  }

  private static func stricter(
    _ one: EvaluationStep.Planned, _ other: EvaluationStep.Planned
  ) -> EvaluationStep.Planned {
    if case .amended(let first) = one, case .amended(let second) = other, first != second {
      return .amended(why: first + "; " + second)
    }
    return one.strictness >= other.strictness ? one : other
  }
}

extension EvaluationStep.Planned {
  fileprivate var strictness: Int {
    switch self {
    case .yes: 0
    case .frozen: 1
    case .amended: 2
    case .added: 3
    case .no: 4
    }
  }
}
