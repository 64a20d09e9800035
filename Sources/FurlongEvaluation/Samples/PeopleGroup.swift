import FurlongStudy

/// A group's name and the entries of its people in the cohort's columns.
struct PeopleGroup {
  var name: GroupName
  var members: [Int]

  var size: Int { members.count }

  /// How many they are.
  var count: PeopleCount { PeopleCount(size, .population(group: name.id)) }

  /// Everyone first, then each value of each column in the plan's order; of a value that nobody has there is nothing to
  /// say, as in the case mix.
  static func all(
    of cohort: Cohort, plan: EvaluationPlan, step: EvaluationStep
  ) throws(EvaluationError) -> [PeopleGroup] {
    var groups = [everyone(in: cohort)]
    for column in step.groups where column != GroupName.everyone.id {
      guard let planned = plan.groups.first(where: { $0.column == column }) else {
        throw .unknownGroups(step: step.id, column: column)
      }
      let kept = cohort.about[column]
      if kept == nil && cohort.size > 0 { throw .columnNotKept(column) }
      for value in planned.values {
        let members = (kept ?? []).indices.filter { kept?[$0] == value.value }
        guard !members.isEmpty else { continue }
        groups.append(
          PeopleGroup(
            name: GroupName(id: "\(column)=\(value.value)", label: value.label),
            members: Array(members)))
      }
    }
    return groups
  }

  static func everyone(in cohort: Cohort) -> PeopleGroup {
    PeopleGroup(name: .everyone, members: Array(0..<cohort.size))
  }
}
