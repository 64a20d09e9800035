import FurlongStudy

extension Meaning {
  /// The score of a cut-off; of one that is made, from all first scores of the population, due or not.
  func score(
    of cutOff: PlannedCutOff, _ scale: JudgedScale, _ first: ScoredCohort.Scores?
  ) -> FoundAnswer {
    let values = (first?.values ?? []).compactMap { $0 }.sorted()
    let sample = material.sample(
      used: PeopleCount(values.count, .withBaseline(scale: scale.id)), eligible: material.everyone)
    let made = cutOff.score(of: values, better: scale.better, sample)
    // Nobody can cross what no score reaches.
    guard let score = made.estimate?.value,
      !(scale.description.low...scale.description.high).contains(score)
    else { return made }
    return sample.none(.offScale)
  }

  /// A cut-off beside others; how many of everyone crossed the plan's stands in the scale's rows.
  func cutOff(
    _ planned: PlannedCutOff, score: FoundAnswer, isLeading: Bool, _ scale: JudgedScale,
    _ first: ScoredCohort.Scores?
  ) -> CutOffFinding<Unreleased> {
    let everyone = PeopleGroup.everyone(in: material.cohort)
    return CutOffFinding(
      basis: planned.basis, source: planned.source, score: score,
      rows: isLeading
        ? []
        : material.cohortPlan.followUps(of: scale.id).map { occasion in
          let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
          let pairs = PairedScores(of: everyone.members, baseline: first, followUp: second)
          let sample = material.sample(of: pairs, scale.id, occasion.id, everyone.name)
          let set = PeopleSet.crossedBy(
            planned.basis.word, scale: scale.id, occasion: occasion.id)
          if case .notEstimable(let reason, _, _) = score {
            return CutOffFinding.Row(occasion: TimeName(occasion), crossed: sample.none(reason))
          }
          let tally = MeaningTally(
            pairs, scale, threshold: nil, isReachedAtOnce: false, cutOff: score.estimate?.value)
          return CutOffFinding.Row(
            occasion: TimeName(occasion), crossed: sample.share(tally.crossed, set))
        })
  }
}
