import FurlongStudy

/// From registered to analysed, for each scale and follow-up.
///
/// The stages up to day 0 narrow; each stage after it counts people of the population by its own words, so that *due* is
/// the number eligible everywhere else. `lost` is given wherever a stage lies within the one before.
struct ReachFlows {
  var material: Material

  func flows(of scales: [JudgedScale]) -> [ReachFinding<Unreleased>.Flow] {
    let (beforeForms, population) = stagesBeforeForms()
    if scales.isEmpty {
      return [ReachFinding.Flow(scale: nil, occasion: nil, stages: beforeForms)]
    }
    let baseline = material.cohortPlan.baseline
    var flows: [ReachFinding<Unreleased>.Flow] = []
    for scale in scales {
      let first = baseline.flatMap {
        material.scored.scores(scale: scale.id, occasion: $0.id)
      }
      let withBaseline = people(having: first)
      var stages = beforeForms
      append(
        .withBaseline, withBaseline, .withBaseline(scale: scale.id), after: population, to: &stages)
      if material.cohortPlan.followUps(of: scale.id).isEmpty {
        flows.append(
          ReachFinding.Flow(scale: scale.description, occasion: nil, stages: stages))
      }
      for occasion in material.cohortPlan.followUps(of: scale.id) {
        let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
        let due = Set((second?.due ?? []).indices.filter { second?.due[$0] ?? false })
        let returned = people(having: second).intersection(due)
        var all = stages
        append(
          .dueFollowUp(occasion: occasion.id), due,
          .due(occasion: occasion.id, group: GroupName.everyone.id), after: withBaseline,
          to: &all)
        append(
          .withFollowUp(occasion: occasion.id), returned,
          .returned(scale: scale.id, occasion: occasion.id), after: due, to: &all)
        append(
          .analysed(occasion: occasion.id), returned.intersection(withBaseline),
          .paired(scale: scale.id, occasion: occasion.id, group: GroupName.everyone.id),
          after: returned, to: &all)
        flows.append(
          ReachFinding.Flow(
            scale: scale.description,
            occasion: TimeName(occasion), stages: all))
      }
    }
    return flows
  }

  /// The stages that are the same for every scale, and the people of the last of them.
  private func stagesBeforeForms() -> ([ReachFinding<Unreleased>.Stage], Set<Int>) {
    var stages: [ReachFinding<Unreleased>.Stage] = []
    for step in material.cohort.steps {
      let (kind, set): (ReachStage, PeopleSet) =
        switch step.condition {
        case .registered: (.registered, .registered)
        case .registeredInPeriod: (.registeredInPeriod, .registeredInPeriod)
        case .criterion(let criterion):
          (
            .meets(column: criterion.column, values: criterion.values),
            .meeting(column: criterion.column)
          )
        case .hasDayZero: (.hasDayZero, .withDayZero)
        }
      var next = stage(kind, PeopleCount(step.people, set), after: stages.last?.people)
      next.others = others(step)
      stages.append(next)
    }
    var last = Set(0..<material.cohort.size)
    if let attended = material.cohort.attendance?.attended {
      let came = Set(attended.indices.filter { attended[$0] > 0 })
      append(.attendedAny, came, .attended, after: last, to: &stages)
      last = came
    }
    return (stages, last)
  }

  /// Those left out at a line of `who:` by what they are, as the plan names them, then by value.
  private func others(_ step: Cohort.Step) -> [ReachFinding<Unreleased>.Others] {
    guard case .criterion(let criterion) = step.condition,
      step.others.count <= CasemixColumns.mostValues,
      material.cohortPlan.criteria.count(where: { $0.column == criterion.column }) == 1
    else { return [] }
    func comesFirst(_ one: String, _ other: String) -> Bool {
      (one == Cohort.Step.notRecorded ? 1 : 0, one)
        < (other == Cohort.Step.notRecorded ? 1 : 0, other)
    }
    return step.others.keys.sorted(by: comesFirst).map { value in
      ReachFinding.Others(
        value: value, words: criterion.others[value],
        people: PeopleCount(
          step.others[value] ?? 0, .leftOut(column: criterion.column, value: value)))
    }
  }

  private func append(
    _ kind: ReachStage, _ people: Set<Int>, _ set: PeopleSet, after previous: Set<Int>,
    to stages: inout [ReachFinding<Unreleased>.Stage]
  ) {
    let nested = people.isSubset(of: previous)
    stages.append(
      stage(kind, PeopleCount(people.count, set), after: nested ? stages.last?.people : nil))
  }

  /// A stage, and how many of the one before it do not reach it.
  private func stage(
    _ kind: ReachStage, _ people: PeopleCount, after before: PeopleCount?
  ) -> ReachFinding<Unreleased>.Stage {
    ReachFinding.Stage(
      kind: kind, people: people,
      lost: before.map {
        PeopleCount(
          $0.count - people.count, .lost(from: $0.people, to: people.people))
      })
  }

  private func people(having scores: ScoredCohort.Scores?) -> Set<Int> {
    Set((scores?.values ?? []).indices.filter { scores?.values[$0] != nil })
  }
}
