import FurlongStatistics
import FurlongStudy

/// Question 8: what these data and this design cannot show.
///
/// Every limit has a trigger in the data, the design or the plan; nothing is said by habit.
struct Certainty {
  /// The least share of those due who must be in the figures.
  static let leastFollowUp = 0.6
  /// Standard deviations by which those missing may differ.
  static let mostDifference = 0.2
  /// The least number of people on each side of that comparison: between fewer, 0.2 is chance.
  static let leastCompared = 10
  /// The least number of people in a figure.
  static let leastPeople = 30
  /// The largest share of forms with items filled in.
  static let mostFilledIn = 0.05
  /// The largest share of first scores at an end of the scale.
  static let mostAtEnd = 0.15
  /// The most outcomes without a primary one.
  static let mostOutcomes = 3

  var material: Material
  /// What the other steps found, in the plan's order.
  var found: [Finding]

  func answer() throws(EvaluationError) -> CertaintyFinding {
    let scales = try material.allScales()
    let reach = try reach()
    var limits: [CertaintyFinding.Limit] = []
    if material.cohortPlan.fictional { limits.append(.inventedData) }
    limits.append(material.plan.design == .armsApart ? .armsNotCompared : .noComparator)
    limits += lowFollowUp(scales)
    limits += missingDiffer(reach)
    limits += ReturnToAverage(material: material, found: found).limits(scales)
    limits += serviceUse()
    limits += fewPeople()
    limits += manyOutcomes()
    limits += notPlanned()
    limits += ends(scales)
    limits += filledIn()
    return CertaintyFinding(limits: limits, strength: strength)
  }

  private func reach() throws(EvaluationError) -> ReachFinding {
    for case .reach(let reach) in found { return reach }
    return try Reach(material: material).answer()
  }

  private func lowFollowUp(_ scales: [JudgedScale]) -> [CertaintyFinding.Limit] {
    guard let baseline = material.cohortPlan.baseline else { return [] }
    var limits: [CertaintyFinding.Limit] = []
    let everyone = PeopleGroup.everyone(in: material.cohort).members
    for scale in scales {
      for occasion in material.cohortPlan.followUps {
        let pairs = PairedScores(
          of: everyone,
          baseline: material.scored.scores(scale: scale.id, occasion: baseline.id),
          followUp: material.scored.scores(scale: scale.id, occasion: occasion.id))
        // The share is of those due: here they are the sample.
        let share = material.sample(used: pairs.eligible, eligible: pairs.eligible)
          .share(pairs.used)
        if let value = share.estimate?.value, value < Self.leastFollowUp {
          limits.append(
            .lowFollowUp(
              scale: scale.id, occasion: TimeName(occasion),
              share: share))
        }
      }
    }
    return limits
  }

  /// Of a column only the value that differs most: the shares of its values hang together.
  private func missingDiffer(_ reach: ReachFinding) -> [CertaintyFinding.Limit] {
    var limits: [CertaintyFinding.Limit] = []
    for comparison in reach.missing
    where min(comparison.missing.exact ?? 0, comparison.present.exact ?? 0)
      >= Self.leastCompared
    {
      var differing: [ReachFinding.MissingComparison.Variable] = []
      for variable in comparison.variables where variable.distance > Self.mostDifference {
        if let place = differing.firstIndex(where: { $0.kind.isOfSameColumn(as: variable.kind) }) {
          if variable.distance > differing[place].distance { differing[place] = variable }
        } else {
          differing.append(variable)
        }
      }
      limits += differing.map {
        .missingDiffer(
          scale: comparison.scale.id, occasion: comparison.occasion, variable: $0.kind,
          difference: $0.standardisedDifference)
      }
    }
    return limits
  }

  private func serviceUse() -> [CertaintyFinding.Limit] {
    var limits: [CertaintyFinding.Limit] = []
    var asked = false
    for case .serviceUse(let finding) in found {
      asked = true
      for outcome in finding.outcomes {
        let left = (outcome.notLinkable.exact ?? 0) + (outcome.notKnown.exact ?? 0)
        let limit = CertaintyFinding.Limit.notLinked(
          event: outcome.event.id, people: .exactly(left))
        if left > 0 && !limits.contains(limit) { limits.append(limit) }
      }
    }
    // Counts that a study took itself, measured from day 0, do not come from a trust's extract.
    if asked && material.cohortPlan.dayZero != .none { limits.append(.oneTrustOnly) }
    return limits
  }

  private func fewPeople() -> [CertaintyFinding.Limit] {
    var limits: [CertaintyFinding.Limit] = []
    func check(_ used: PeopleCount, _ what: String, _ group: GroupName) {
      guard let count = used.exact, count < Self.leastPeople else { return }
      let limit = CertaintyFinding.Limit.fewPeople(
        what: group == .everyone ? what : "\(what), \(group.label)", people: used)
      if !limits.contains(limit) { limits.append(limit) }
    }
    for finding in found {
      switch finding {
      case .change(let change):
        for outcome in change.outcomes {
          for row in outcome.rows {
            check(row.used, "\(outcome.scale.name), \(row.occasion.label)", row.group)
          }
        }
      case .meaning(let meaning):
        for outcome in meaning.outcomes {
          for row in outcome.rows {
            check(row.used, "\(outcome.scale.name), \(row.occasion.label)", row.group)
          }
        }
      case .serviceUse(let use):
        for outcome in use.outcomes {
          for row in outcome.rows { check(row.people, outcome.event.many, row.group) }
        }
      case .reach, .experience, .certainty: break
      }
    }
    return limits
  }

  private func manyOutcomes() -> [CertaintyFinding.Limit] {
    let roles = material.plan.outcomes.map(\.role) + material.cohortPlan.events.map(\.role)
    let unnamed = roles.count > Self.mostOutcomes && !roles.contains(.primary)
    return unnamed ? [.manyOutcomes(count: roles.count)] : []
  }

  private func notPlanned() -> [CertaintyFinding.Limit] {
    material.plan.steps.compactMap { step in
      switch step.planned {
      case .yes, .frozen: nil
      case .no: .notPlanned(step: step.id, why: nil)
      case .added(_, let why): .stepAdded(step: step.id, why: why)
      case .amended(let why): .notPlanned(step: step.id, why: why)
      }
    } + material.plan.dropped.map { .stepDropped(step: $0.id, why: $0.why) }
  }

  private func ends(_ scales: [JudgedScale]) -> [CertaintyFinding.Limit] {
    guard let baseline = material.cohortPlan.baseline else { return [] }
    return scales.compactMap { scale in
      let scores = material.scored.scores(scale: scale.id, occasion: baseline.id)
      let values = (scores?.values ?? []).compactMap { $0 }
      let sample = material.sample(used: values.count, eligible: material.cohort.size)
      let higher = scale.description.higherIsBetter
      let best = higher ? scale.description.high : scale.description.low
      let worst = higher ? scale.description.low : scale.description.high
      let atBest = sample.share(values.count { $0 == best })
      let atWorst = sample.share(values.count { $0 == worst })
      let most = max(atBest.estimate?.value ?? 0, atWorst.estimate?.value ?? 0)
      return most > Self.mostAtEnd
        ? .ceilingOrFloor(scale: scale.id, atBest: atBest, atWorst: atWorst) : nil
    }
  }

  private func filledIn() -> [CertaintyFinding.Limit] {
    var limits: [CertaintyFinding.Limit] = []
    for case .change(let change) in found {
      for outcome in change.outcomes {
        guard let share = outcome.filledIn.estimate?.value, share > Self.mostFilledIn else {
          continue
        }
        let limit = CertaintyFinding.Limit.filledIn(
          scale: outcome.scale.id, share: outcome.filledIn)
        if !limits.contains(limit) { limits.append(limit) }
      }
    }
    return limits
  }

  /// Nesta's Standards of Evidence (level 2: change is shown, not its cause) and the Maryland Scientific Methods Scale
  /// (level 1: before and after, nobody to compare with).
  private var strength: CertaintyFinding.Strength {
    let why =
      switch material.plan.design {
      case .beforeAfter:
        "Nobody is compared with: the same forms and records of similar people who did not come, "
          + "over the same months, would lift it a level."
      case .armsApart:
        "Each arm is described by itself, which is a before-and-after study of each: comparing "
          + "the arms as they were assigned would lift it."
      }
    return CertaintyFinding.Strength(nesta: 2, maryland: 1, whyNotMore: why)
  }
}

extension ReachFinding.MissingComparison.Variable {
  /// How far those missing lie from those present, whichever way; 0 where it is not known.
  fileprivate var distance: Double { abs(standardisedDifference.estimate?.value ?? 0) }
}

extension ReachFinding.MissingComparison.Variable.Kind {
  fileprivate func isOfSameColumn(as other: Self) -> Bool {
    guard case .value(let column, _) = self, case .value(let second, _) = other else {
      return false
    }
    return column == second
  }
}
