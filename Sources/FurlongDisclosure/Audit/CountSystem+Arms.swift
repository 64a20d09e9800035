import FurlongEvaluation

extension CountSystem {
  /// Enters the people of two arms that are compared, and that both together are the arms.
  ///
  /// - Parameter isKnown: whether the width of an interval tells how many they are.
  mutating func enter<Measures: FindingMeasure>(
    _ arms: ArmComparison<Measures, Unreleased>, isKnown: Bool = false
  ) {
    for count in [\ArmComparison<Measures, Unreleased>.Arm.used, \.eligible] {
      let parts = [arms.treated, arms.control].map { enter($0[keyPath: count]) }
      if count == \.used { for place in parts { tellFew(place) } }
      let both = count == \.used ? arms.used : arms.eligible
      relate(enter(both, isKnown: isKnown && count == \.used), isSumOf: parts)
    }
    decisive.formUnion(
      [arms.used, arms.treated.used, arms.control.used].map { .people($0.people) })
    for (_, answer) in arms.answers.all { enter(answer.used) }
  }
}
