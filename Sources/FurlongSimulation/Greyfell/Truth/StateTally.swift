/// Who was in a sought state before and after.
struct StateTally: Sendable {
  private(set) var people = 0
  private var before = 0
  private var after = 0
  private var gained = 0
  private var lost = 0

  mutating func add(before isBefore: Bool, after isAfter: Bool) {
    people += 1
    if isBefore { before += 1 }
    if isAfter { after += 1 }
    if isAfter && !isBefore { gained += 1 }
    if isBefore && !isAfter { lost += 1 }
  }

  /// Measures, as proportions of all who say both.
  var measures: [(measure: String, value: Double)] {
    [
      ("sought_before", share(before)), ("sought_after", share(after)),
      ("net_movement", share(after) - share(before)), ("gained", share(gained)),
      ("lost", share(lost)),
    ]
  }

  private func share(_ count: Int) -> Double { Double(count) / Double(people) }
}
