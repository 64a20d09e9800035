public import FurlongEvaluation

/// The gate between what was found and what may be published.
///
/// Counts of people go through two steps. First every count in the findings, and every difference that a reader can
/// form from two of them, is entered in one ledger, the same count in two sections once; then the ledger hides what
/// is small and, one by one, the least useful counts that would give a small one away. After that each
/// finding is rewritten by the ledger's decisions.
public struct DisclosureGate: Sendable {
  /// What may be shown.
  public var policy: DisclosurePolicy

  /// A gate for a policy.
  public init(policy: DisclosurePolicy) { self.policy = policy }

  /// The findings as they may be published.
  public func release(_ findings: Findings) -> ReleasedFindings {
    guard case .smallGroups(let threshold, let estimates) = policy else {
      return ReleasedFindings(
        findings: findings, policy: policy, countsHidden: 0, estimatesHidden: 0, quotesHidden: 0,
        notes: ["The data are public already; nothing is hidden."])
    }
    var ledger = CountLedger(threshold: threshold)
    ledger.enter(findings)
    var gate = SmallGroupsGate(
      decisions: ledger.decide(), names: CountNames(findings), threshold: threshold,
      leastForEstimates: estimates)
    gate.noteHeldBack(findings)
    var released = FreezeGate().release(findings)
    // Certainty last: a limit may repeat what another section shows, and nothing that it hides.
    let isCertainty = released.steps.map(\.finding.isCertainty)
    let order =
      released.steps.indices.filter { !isCertainty[$0] }
      + released.steps.indices.filter { isCertainty[$0] }
    for index in order {
      released.steps[index].finding = gate.release(released.steps[index].finding)
    }
    return ReleasedFindings(
      findings: released, policy: policy, countsHidden: gate.countsHidden,
      estimatesHidden: gate.estimatesHidden, quotesHidden: gate.quotesHidden,
      notes: gate.notes)
  }
}

extension Finding {
  fileprivate var isCertainty: Bool {
    if case .certainty = self { return true }
    return false
  }
}
