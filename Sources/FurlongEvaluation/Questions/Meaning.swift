import FurlongStatistics
import FurlongStudy

/// Question 3: whether change was more than the scale's own error, and whether it crossed the published cut-off.
struct Meaning {
  var material: Material
  var step: EvaluationStep

  func answer(
    outcomes: [String], rules: [RuleSet]
  ) throws(EvaluationError) -> MeaningFinding<Unreleased> {
    let scales = try material.scales(outcomes, step: step)
    let groups = try PeopleGroup.all(of: material.cohort, plan: material.plan, step: step)
    guard let baseline = material.cohortPlan.baseline else { throw .noBaseline(step: step.id) }
    let arms = try PeopleGroup.arms(of: material.cohort, plan: material.plan)
      .map { ArmComparisons(material: material, arms: $0) }
    var byRules: [RuleFinding<Unreleased>] = []
    for set in rules {
      byRules.append(
        try answer(by: set, outcomes: outcomes, groups: groups, baseline: baseline))
    }
    return MeaningFinding(
      outcomes: scales.map { scale in
        let first = material.scored.scores(scale: scale.id, occasion: baseline.id)
        let threshold = threshold(by: scale.reliability, of: scale.id, first)
        let cutOffs = scale.cutOffs.map { score(of: $0, scale, first) }
        var rows: [MeaningFinding<Unreleased>.Row] = []
        for group in groups {
          for occasion in material.followUps(of: scale.id, for: group.name) {
            let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
            let pairs = PairedScores(of: group.members, baseline: first, followUp: second)
            rows.append(
              row(
                of: pairs, scale, threshold: threshold, cutOff: cutOffs.first, at: occasion,
                group: group.name))
          }
        }
        return MeaningFinding.Outcome(
          scale: scale.description, reliability: scale.reliability, threshold: threshold,
          cutOff: scale.cutOff, rows: rows,
          arms: material.cohortPlan.followUps(of: scale.id).compactMap {
            arms?.meaning(rows, scale.id, $0)
          },
          others: threshold.estimate == nil
            ? [] : scale.otherReliabilities.map { other(by: $0, scale, first) },
          cutOffs: scale.speaksOfCutOffs
            ? zip(scale.cutOffs, cutOffs).enumerated().map {
              cutOff($1.0, score: $1.1, isLeading: $0 == 0, scale, first)
            } : [])
      }, rules: byRules)
  }

  /// One threshold an outcome, whatever the group: from the published error of measurement, or else from the reliability
  /// and all first scores of the population, due or not.
  func threshold(
    by reliability: ReliabilityDescription?, of scale: String, _ baseline: ScoredCohort.Scores?
  ) -> FoundAnswer {
    let values = (baseline?.values ?? []).compactMap { $0 }.sorted()
    let sample = material.sample(
      used: PeopleCount(values.count, .withBaseline(scale: scale)), eligible: material.everyone)
    guard let reliability else { return sample.none(.noReliability) }
    return sample.answer { () throws(StatisticsError) in
      let coefficient: Double
      switch reliability.basis {
      case .coefficient(let value): coefficient = value
      case .error(let error, _):
        if !values.isEmpty { return sample.estimate(try JacobsonTruax.threshold(error: error)) }
        coefficient = 0
      case .atLeast(let points), .important(let points):
        if !values.isEmpty { return sample.estimate(points) }
        coefficient = 0
      }
      if values.count < 2 { throw .tooFew(of: "first scores", count: values.count, needed: 2) }
      guard let sd = try SampleDescription(of: values).sd, values.first != values.last else {
        throw .noVariation(in: "first scores", count: values.count)
      }
      let method = try JacobsonTruax(reliability: coefficient, sd: sd)
      return sample.estimate(method.threshold)
    }
  }

  /// What another reliability than the plan's makes of everyone.
  private func other(
    by reliability: ReliabilityDescription, _ scale: JudgedScale, _ first: ScoredCohort.Scores?
  ) -> MeaningFinding<Unreleased>.Other {
    let method = reliability.method(interval: Method.wilson.interval)
    let threshold = threshold(by: reliability, of: scale.id, first)
      .made(by: reliability.method())
    let everyone = PeopleGroup.everyone(in: material.cohort)
    let isReachedAtOnce = reliability.points != nil
    let rows = material.cohortPlan.followUps(of: scale.id).map { occasion in
      let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
      let pairs = PairedScores(of: everyone.members, baseline: first, followUp: second)
      let sample = material.sample(of: pairs, scale.id, occasion.id, everyone.name)
      let tally = MeaningTally(
        pairs, scale, threshold: threshold.estimate?.value, isReachedAtOnce: isReachedAtOnce)
      return MeaningFinding<Unreleased>.OtherRow(
        occasion: TimeName(occasion),
        shares: Answers { judgement in
          let count =
            switch judgement {
            case .improved: tally.improved
            case .deteriorated: tally.deteriorated
            }
          let set = PeopleSet.judgedBy(
            judgement, reliability: reliability.kind, scale: scale.id, occasion: occasion.id)
          if case .notEstimable(let reason, _, _) = threshold { return sample.none(reason) }
          return sample.share(count, set).made(by: method)
        })
    }
    return MeaningFinding.Other(reliability: reliability, threshold: threshold, rows: rows)
  }

  func row(
    of pairs: PairedScores, _ scale: JudgedScale, threshold: FoundAnswer, cutOff: FoundAnswer?,
    at occasion: Occasion, group: GroupName
  ) -> MeaningFinding<Unreleased>.Row {
    let sample = material.sample(of: pairs, scale.id, occasion.id, group)
    let isReachedAtOnce = scale.reliability?.points != nil
    let tally = MeaningTally(
      pairs, scale, threshold: threshold.estimate?.value, isReachedAtOnce: isReachedAtOnce,
      cutOff: cutOff?.estimate?.value)
    let noThreshold: NotEstimable? =
      if case .notEstimable(let reason, _, _) = threshold { reason } else { nil }
    let noCutOff: NotEstimable? =
      switch cutOff {
      case .notEstimable(let reason, _, _)?: reason
      case .estimated?: nil
      case nil: .noCutOffPublished
      }
    return MeaningFinding.Row(
      occasion: TimeName(occasion), group: group, used: sample.used, eligible: sample.eligible,
      shares: Answers { measure in
        let (count, reason) =
          switch measure {
          case .improved: (tally.improved, noThreshold)
          case .unchanged: (tally.unchanged, noThreshold)
          case .deteriorated: (tally.deteriorated, noThreshold)
          case .crossed: (tally.crossed, noCutOff)
          case .recovered: (tally.recovered, noCutOff ?? noThreshold)
          case .harmed: (tally.harmed, noCutOff ?? noThreshold)
          }
        return reason.map(sample.none)
          ?? sample.share(
            count,
            .judged(measure, scale: scale.id, occasion: occasion.id, group: group.id))
      })
  }
}

extension ReliabilityDescription {
  /// How a threshold is made of it.
  fileprivate func method(interval: String = "") -> Method {
    points == nil
      ? .jacobsonTruax(by: kind, interval: interval) : .published(kind, interval: interval)
  }
}
