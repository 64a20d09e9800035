import FurlongEvaluation

// Usefulness, greatest first: who is in the numbers, what changed, who was lost, side counts.

extension CountLedger {
  /// Enters every count of the findings and how they add up.
  mutating func enter(_ findings: Findings) {
    let names = CountNames(findings)
    for step in findings.steps {
      switch step.finding {
      case .reach(let reach): enter(reach, names)
      case .change(let change): enter(change, names)
      case .meaning(let meaning): enter(meaning, names)
      case .serviceUse(let use): enter(use, names)
      case .experience(let experience): enter(experience, names)
      // Limits repeat counts of other sections; the gate compares them with what was hidden.
      case .certainty: break
      }
    }
  }

  /// Enters a count of people, where it is one.
  @discardableResult
  mutating func enter(
    _ count: PeopleCount, usefulness: Int, key: (Int) -> String
  ) -> Int? {
    guard let value = count.exact else { return nil }
    return enter(key(value), value, usefulness: usefulness)
  }

  /// Says that a count is part of another: the remainder can be worked out.
  mutating func add(_ part: Int?, within whole: Int?) {
    guard let part, let whole else { return }
    add(whole, is: [part])
  }

  /// Says that everyone is the sum of the groups of each column.
  mutating func addGroups(_ groups: [GroupName], _ places: [Int?]) {
    guard let everyone = groups.firstIndex(of: .everyone), let total = places[everyone] else {
      return
    }
    for (_, members) in placesByColumn(groups) {
      let parts = members.compactMap { places[$0] }
      if parts.count == members.count { add(total, is: parts) }
    }
  }
}

/// Rows of each occasion together, in the order in which occasions first appear.
func byOccasion<Row>(_ rows: [Row], _ occasion: (Row) -> TimeName) -> [[Row]] {
  var order: [String] = []
  var grouped: [String: [Row]] = [:]
  for row in rows {
    let id = occasion(row).id
    if grouped[id] == nil { order.append(id) }
    grouped[id, default: []].append(row)
  }
  return order.compactMap { grouped[$0] }
}
