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
    for column in plan.columns(of: step) where column != GroupName.everyone.id {
      guard let planned = plan.groups.first(where: { $0.column == column }) else {
        throw step.groups.contains(column)
          ? .unknownGroups(step: step.id, column: column) : .armsNotGrouped(column: column)
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

  /// The arms that a randomised study compares; nil where it compares none.
  static func arms(
    of cohort: Cohort, plan: EvaluationPlan
  ) throws(EvaluationError) -> Arms? {
    guard let arms = plan.design.arms else { return nil }
    guard let planned = plan.groups.first(where: { $0.column == arms.column }) else {
      throw .armsNotGrouped(column: arms.column)
    }
    let kept = cohort.about[arms.column]
    if kept == nil && cohort.size > 0 { throw .columnNotKept(arms.column) }
    func arm(_ value: String) throws(EvaluationError) -> PeopleGroup {
      guard let words = planned.values.first(where: { $0.value == value }) else {
        throw .unknownArm(value, column: arms.column)
      }
      return PeopleGroup(
        name: GroupName(id: "\(arms.column)=\(value)", label: words.label),
        members: (kept ?? []).indices.filter { kept?[$0] == value })
    }
    return Arms(
      treated: try arm(arms.treated), control: try arm(arms.control),
      plan: arms)
  }

  /// The two arms of a comparison.
  struct Arms {
    var treated: PeopleGroup
    var control: PeopleGroup
    /// Both together.
    var plan: RandomisedArms
  }

  static func everyone(in cohort: Cohort) -> PeopleGroup {
    PeopleGroup(name: .everyone, members: Array(0..<cohort.size))
  }
}
