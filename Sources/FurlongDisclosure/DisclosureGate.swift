public import FurlongEvaluation

/// The gate between what was found and what may be published.
///
/// Each number is released by the rule of what it is, under the policy; then one audit holds back what the others would
/// tell. There is no way for a number past a rule: released findings are of other types than those that were found.
public struct DisclosureGate: Sendable {
  /// What may be shown.
  public var policy: DisclosurePolicy

  /// A gate for a policy.
  public init(policy: DisclosurePolicy) { self.policy = policy }

  /// The findings as they may be published.
  public func release(_ findings: Findings<Unreleased>) -> ReleasedFindings {
    switch policy {
    case .openData, .internalUse:
      return ReleasedFindings(
        findings: FindingsRelease(rule: OpenRule()).release(findings), policy: policy)
    case .nhsRound5(let rules), .publicRelease(let rules):
      let rule = RoundingRule(rules, isForEverybody: policy.isForEverybody)
      var audit = CountAudit(findings, rule: rule)
      audit.run()
      let audited = RoundingRule(
        rules, isForEverybody: policy.isForEverybody, heldBack: Set(audit.heldBack.map(\.count)))
      var coarse = findings
      coarse.coarsen(Rounding(rules: rules), yearsOnly: policy.isForEverybody)
      return ReleasedFindings(
        findings: FindingsRelease(rule: audited).release(coarse), policy: policy,
        heldBack: audit.heldBack, open: audit.open)
    }
  }
}
