import FurlongEvaluation

extension FindingsRelease {
  /// A comparison of arms whose answers all go together.
  func release<Measures: FindingMeasure>(
    _ arms: ArmComparison<Measures, Unreleased>, closed: Withheld?
  ) -> ArmComparison<Measures, Released> {
    func arm(
      _ arm: ArmComparison<Measures, Unreleased>.Arm
    ) -> ArmComparison<Measures, Released>.Arm {
      .init(group: arm.group, used: rule.count(arm.used), eligible: rule.count(arm.eligible))
    }
    return ArmComparison(
      time: arms.time, arms: arms.arms, treated: arm(arms.treated), control: arm(arms.control),
      used: rule.count(arms.used), eligible: rule.count(arms.eligible),
      answers: rule.answers(arms.answers, closed: closed))
  }

  /// Why a comparison is held back: with one arm's number and the difference the other's follows, so that what is held
  /// back of an arm is held back of both.
  func isClosed<Measures: FindingMeasure>(
    _ arms: ArmComparison<Measures, Unreleased>,
    _ rows: [(group: GroupName, time: TimeName, isClosed: Bool)]
  ) -> Withheld? {
    let both = [arms.treated, arms.control]
    let isClosedRow = rows.contains { row in
      row.isClosed && row.time == arms.time && both.contains { $0.group == row.group }
    }
    if isClosedRow || both.contains(where: { rule.isFewForEstimates($0.used) }) {
      return .fewPeople
    }
    return both.contains { rule.holdsBack(.people($0.used.people)) } ? .wouldTell : nil
  }
}
