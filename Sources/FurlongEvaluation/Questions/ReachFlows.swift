import FurlongStudy

/// From registered to analysed, for each scale and follow-up.
///
/// The stages up to day 0 narrow; each stage after it counts people of the population by its own words, so that *due* is
/// the number eligible everywhere else. `lost` is given wherever a stage lies within the one before.
struct ReachFlows {
  var material: Material

  func flows(of scales: [JudgedScale]) -> [ReachFinding.Flow] {
    let (beforeForms, population) = stagesBeforeForms()
    if scales.isEmpty {
      return [ReachFinding.Flow(scale: nil, occasion: nil, stages: beforeForms)]
    }
    let baseline = material.cohortPlan.baseline
    var flows: [ReachFinding.Flow] = []
    for scale in scales {
      let first = baseline.flatMap {
        material.scored.scores(scale: scale.id, occasion: $0.id)
      }
      let withBaseline = people(having: first)
      var stages = beforeForms
      append(.withBaseline, withBaseline, after: population, to: &stages)
      if material.cohortPlan.followUps.isEmpty {
        flows.append(
          ReachFinding.Flow(scale: scale.description, occasion: nil, stages: stages))
      }
      for occasion in material.cohortPlan.followUps {
        let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
        let due = Set((second?.due ?? []).indices.filter { second?.due[$0] ?? false })
        let returned = people(having: second).intersection(due)
        var all = stages
        append(.dueFollowUp(occasion: occasion.id), due, after: withBaseline, to: &all)
        append(.withFollowUp(occasion: occasion.id), returned, after: due, to: &all)
        append(
          .analysed(occasion: occasion.id), returned.intersection(withBaseline), after: returned,
          to: &all)
        flows.append(
          ReachFinding.Flow(
            scale: scale.description,
            occasion: TimeName(occasion), stages: all))
      }
    }
    return flows
  }

  /// The stages that are the same for every scale, and the people of the last of them.
  private func stagesBeforeForms() -> ([ReachFinding.Stage], Set<Int>) {
    var stages: [ReachFinding.Stage] = []
    var before: Int?
    for step in material.cohort.steps {
      let kind: ReachFinding.Stage.Kind =
        switch step.condition {
        case .registered: .registered
        case .registeredInPeriod: .registeredInPeriod
        case .criterion(let criterion):
          .meets(column: criterion.column, values: criterion.values)
        case .hasDayZero: .hasDayZero
        }
      stages.append(
        ReachFinding.Stage(
          kind: kind, people: .exactly(step.people),
          lost: before.map { .exactly($0 - step.people) }))
      before = step.people
    }
    var last = Set(0..<material.cohort.size)
    if let attended = material.cohort.attendance?.attended {
      let came = Set(attended.indices.filter { attended[$0] > 0 })
      append(.attendedAny, came, after: last, to: &stages)
      last = came
    }
    return (stages, last)
  }

  private func append(
    _ kind: ReachFinding.Stage.Kind, _ people: Set<Int>, after previous: Set<Int>,
    to stages: inout [ReachFinding.Stage]
  ) {
    let nested = people.isSubset(of: previous)
    stages.append(
      ReachFinding.Stage(
        kind: kind, people: .exactly(people.count),
        lost: nested && !stages.isEmpty ? .exactly(previous.count - people.count) : nil))
  }

  private func people(having scores: ScoredCohort.Scores?) -> Set<Int> {
    Set((scores?.values ?? []).indices.filter { scores?.values[$0] != nil })
  }
}
