import FurlongStatistics
import FurlongStudy

/// Question 8: what these data and this design cannot show.
///
/// Every limit has a trigger in the data, the design or the plan; nothing is said by habit.
struct Certainty {
  /// The least share of those due who must be in the figures.
  static let leastFollowUp = 0.6
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
  var found: [Finding<Unreleased>]

  func answer() throws(EvaluationError) -> CertaintyFinding<Unreleased> {
    let scales = try material.allScales()
    let reach = try reach()
    var limits: [CertaintyFinding<Unreleased>.Limit] = []
    if material.cohortPlan.fictional { limits.append(.inventedData) }
    switch material.plan.design {
    case .beforeAfter: limits.append(.noComparator)
    case .armsApart: limits.append(.armsNotCompared)
    case .randomised: limits += attrition.limits
    }
    // Of arms it is said arm by arm.
    if material.plan.design.arms == nil { limits += lowFollowUp(scales) }
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

  private func reach() throws(EvaluationError) -> ReachFinding<Unreleased> {
    for case .reach(let reach) in found { return reach }
    return try Reach(material: material).answer()
  }

  private func lowFollowUp(_ scales: [JudgedScale]) -> [CertaintyFinding<Unreleased>.Limit] {
    guard let baseline = material.cohortPlan.baseline else { return [] }
    var limits: [CertaintyFinding<Unreleased>.Limit] = []
    let everyone = PeopleGroup.everyone(in: material.cohort).members
    for scale in scales {
      for occasion in material.cohortPlan.followUps(of: scale.id) {
        let pairs = PairedScores(
          of: everyone,
          baseline: material.scored.scores(scale: scale.id, occasion: baseline.id),
          followUp: material.scored.scores(scale: scale.id, occasion: occasion.id))
        // The share is of those due: here they are the sample.
        let group = GroupName.everyone.id
        let due = PeopleCount(pairs.eligible, .due(occasion: occasion.id, group: group))
        let share = material.sample(used: due, eligible: due)
          .share(
            pairs.used, .paired(scale: scale.id, occasion: occasion.id, group: group))
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
  private func missingDiffer(_ reach: ReachFinding<Unreleased>) -> [CertaintyFinding<Unreleased>
    .Limit]
  {
    var limits: [CertaintyFinding<Unreleased>.Limit] = []
    for comparison in reach.missing
    where min(comparison.missing.count, comparison.present.count) >= MissingMarks.leastCompared {
      var differing: [ReachFinding<Unreleased>.MissingComparison.Variable] = []
      for variable in comparison.variables where variable.distance > MissingMarks.mostDifference {
        if let place = differing.firstIndex(where: { $0.kind.isOfSameColumn(as: variable.kind) }) {
          if variable.distance > differing[place].distance { differing[place] = variable }
        } else {
          differing.append(variable)
        }
      }
      limits += differing.map {
        .missingDiffer(
          scale: comparison.scale.id, occasion: comparison.occasion, variable: $0.kind,
          difference: $0[.difference])
      }
    }
    return limits
  }

  private func serviceUse() -> [CertaintyFinding<Unreleased>.Limit] {
    var limits: [CertaintyFinding<Unreleased>.Limit] = []
    var asked = false
    func check(_ event: String, _ notLinkable: PeopleCount, _ notKnown: PeopleCount) {
      asked = true
      let left = notLinkable.count + notKnown.count
      let limit = CertaintyFinding<Unreleased>.Limit.notLinked(
        event: event, people: PeopleCount(left, .notLinked(event: event)))
      if left > 0 && !limits.contains(limit) { limits.append(limit) }
    }
    for case .serviceUse(let finding) in found {
      for outcome in finding.outcomes {
        check(outcome.event.id, outcome.notLinkable, outcome.notKnown)
      }
    }
    for case .timeToEvent(let finding) in found {
      for outcome in finding.outcomes {
        check(outcome.event.id, outcome.notLinkable, outcome.notKnown)
      }
    }
    // Counts that a study took itself, measured from day 0, do not come from a trust's extract.
    if asked && material.cohortPlan.dayZero != .none { limits.append(.oneTrustOnly) }
    return limits
  }

  private func fewPeople() -> [CertaintyFinding<Unreleased>.Limit] {
    var limits: [CertaintyFinding<Unreleased>.Limit] = []
    func check(_ used: PeopleCount, _ what: String, _ occasion: TimeName?, _ group: GroupName) {
      guard used.count < Self.leastPeople else { return }
      let limit = CertaintyFinding<Unreleased>.Limit.fewPeople(
        what: what, occasion: occasion, group: group, people: used)
      if !limits.contains(limit) { limits.append(limit) }
    }
    for finding in found {
      switch finding {
      case .change(let change):
        for outcome in change.outcomes {
          for row in outcome.rows { check(row.used, outcome.scale.id, row.occasion, row.group) }
        }
      case .meaning(let meaning):
        for outcome in meaning.outcomes {
          for row in outcome.rows { check(row.used, outcome.scale.id, row.occasion, row.group) }
        }
      case .lifeOutcomes(let life):
        for outcome in life.outcomes {
          for row in outcome.rows { check(row.used, outcome.outcome.id, row.occasion, row.group) }
        }
      case .serviceUse(let use):
        for outcome in use.outcomes {
          for row in outcome.rows { check(row.people, outcome.event.id, nil, row.group) }
        }
      case .timeToEvent(let times):
        for outcome in times.outcomes {
          let time = TimeName(id: "time", label: "time to the first")
          for row in outcome.rows { check(row.people, outcome.event.id, time, row.group) }
        }
      case .reach, .unitRates, .money, .feedback, .experience, .certainty: break
      }
    }
    return limits
  }

  private func manyOutcomes() -> [CertaintyFinding<Unreleased>.Limit] {
    let roles =
      material.plan.outcomes.map(\.role) + material.cohortPlan.events.map(\.role)
      + material.cohortPlan.lifeOutcomes.map { _ in OutcomeRole.secondary }
      + (material.cohortPlan.units?.counts.map(\.role) ?? [])
    let unnamed = roles.count > Self.mostOutcomes && !roles.contains(.primary)
    return unnamed ? [.manyOutcomes(count: roles.count)] : []
  }

  private func notPlanned() -> [CertaintyFinding<Unreleased>.Limit] {
    material.plan.steps.compactMap { step in
      switch step.planned {
      case .yes, .frozen: nil
      case .no: .notPlanned(step: step.id, why: nil)
      case .added(_, let why): .stepAdded(step: step.id, why: why)
      case .amended(let why): .notPlanned(step: step.id, why: why)
      }
    } + material.plan.dropped.map { .stepDropped(step: $0.id, why: $0.why) }
  }

  private func ends(_ scales: [JudgedScale]) -> [CertaintyFinding<Unreleased>.Limit] {
    guard let baseline = material.cohortPlan.baseline else { return [] }
    return scales.compactMap { scale in
      let scores = material.scored.scores(scale: scale.id, occasion: baseline.id)
      let values = (scores?.values ?? []).compactMap { $0 }
      let sample = material.sample(
        used: PeopleCount(values.count, .withBaseline(scale: scale.id)),
        eligible: material.everyone)
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

  private func filledIn() -> [CertaintyFinding<Unreleased>.Limit] {
    var limits: [CertaintyFinding<Unreleased>.Limit] = []
    for case .change(let change) in found {
      for outcome in change.outcomes {
        guard let share = outcome.forms[.shareFilledIn].estimate?.value,
          share > Self.mostFilledIn
        else {
          continue
        }
        let limit = CertaintyFinding<Unreleased>.Limit.filledIn(
          scale: outcome.scale.id, share: outcome.forms[.shareFilledIn])
        if !limits.contains(limit) { limits.append(limit) }
      }
    }
    return limits
  }

  private var attrition: ArmAttrition { ArmAttrition(material: material, found: found) }

  /// Nesta's Standards of Evidence and the Maryland Scientific Methods Scale.
  ///
  /// Before and after alone: Nesta 2 (change is shown, not its cause), Maryland 1 (nobody to compare with). Randomised:
  /// Nesta 3 (cause, by a control group); Maryland 5 asks that chance made the groups *and* that whom they lost since is of
  /// no importance. Where more are lost, what is left is before and after in both groups: 3.
  private var strength: DesignStrength {
    switch material.plan.design {
    case .beforeAfter, .armsApart: DesignStrength(nesta: 2, maryland: 1)
    case .randomised: DesignStrength(nesta: 3, maryland: attrition.isLow ? 5 : 3)
    }
  }
}

extension ReachFinding<Unreleased>.MissingComparison.Variable {
  /// How far those missing lie from those present, whichever way; 0 where it is not known.
  fileprivate var distance: Double { abs(self[.difference].estimate?.value ?? 0) }
}

extension MissingVariable {
  fileprivate func isOfSameColumn(as other: Self) -> Bool {
    guard case .value(let column, _) = self, case .value(let second, _) = other else {
      return false
    }
    return column == second
  }
}
