import FurlongDisclosure
import FurlongEvaluation
import FurlongTestSupport
import Testing

@Suite("The gate on the probability of improvement and on medians")
struct ImprovementGateTests {
  private struct Released {
    var truth: [ChangeFinding.Row] = []
    var rows: [ChangeFinding.Row] = []
    var meaning: [MeaningFinding.Row] = []
  }

  private func release(_ seed: UInt64) -> Released {
    var college = InventedCollege(seed: seed)
    let found = college.findings()
    var answer = Released()
    for step in found.steps {
      if case .change(let change) = step.finding { answer.truth = change.outcomes[0].rows }
    }
    for step in DisclosureGate(policy: .smallGroups()).release(found).findings.steps {
      if case .change(let change) = step.finding { answer.rows = change.outcomes[0].rows }
      if case .meaning(let meaning) = step.finding { answer.meaning = meaning.outcomes[0].rows }
    }
    return answer
  }

  @Test("is hidden wherever it is held back how many got better or worse", .tags(.law))
  func follows() {
    var hidden = 0
    var shown = 0
    for seed in UInt64(400)...520 {
      let released = release(seed)
      for row in released.rows {
        let meaning = released.meaning.first { $0.group == row.group }
        let isOpen =
          meaning?.improved.people.exact != nil && meaning?.deteriorated.people.exact != nil
        if row.probabilityOfImprovement.estimate == nil { hidden += 1 } else { shown += 1 }
        if !isOpen { #expect(row.probabilityOfImprovement.estimate == nil) }
      }
    }
    #expect(hidden > 50 && shown > 5, "\(hidden) hidden, \(shown) shown")
  }

  @Test("never counts 1 to 4 people or all but 1 to 4", .tags(.law))
  func few() {
    for seed in UInt64(400)...520 {
      let released = release(seed)
      for (row, truth) in zip(released.rows, released.truth) {
        guard row.probabilityOfImprovement.estimate != nil,
          let estimate = truth.probabilityOfImprovement.estimate
        else { continue }
        let better = estimate.value * Double(estimate.used)
        for part in [better, Double(estimate.used) - better] {
          #expect(part < 0.25 || part > 4.75)
        }
        #expect(estimate.used >= 10)
      }
    }
  }

  @Test("no group's follows from everyone's and the others'", .tags(.law))
  func groups() {
    var closed = 0
    for seed in UInt64(400)...520 {
      let rows = release(seed).rows
      let groups = rows.filter { $0.group != .everyone }
      let shown = groups.count { $0.probabilityOfImprovement.estimate != nil }
      #expect(shown == 0 || shown == groups.count)
      let everyone = rows.first { $0.group == .everyone }
      if everyone?.probabilityOfImprovement.estimate == nil { #expect(shown == 0) }
      if everyone?.probabilityOfImprovement.estimate != nil, shown == 0 { closed += 1 }
    }
    #expect(closed > 0)
  }

  @Test("a median stands on 20 people at least", .tags(.law))
  func medians() {
    var between = 0
    for seed in UInt64(400)...520 {
      let released = release(seed)
      for (row, truth) in zip(released.rows, released.truth) {
        let used = truth.used.exact ?? 0
        for path in [\ChangeFinding.Row.medianBefore, \.medianAfter, \.medianChange] {
          if used < 20 { #expect(row[keyPath: path].estimate == nil) }
          // From 20 on medians go with means.
          if used >= 20 {
            #expect((row[keyPath: path] == .hidden) == (row.meanChange == .hidden))
          }
        }
        if (10..<20).contains(used), row.meanChange.estimate != nil { between += 1 }
      }
    }
    #expect(between > 0)
  }
}
