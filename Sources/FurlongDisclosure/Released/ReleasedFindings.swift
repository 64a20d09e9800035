public import FurlongEvaluation

/// Findings fit to publish under a policy.
///
/// Only `DisclosureGate` makes one: the initialiser is internal, released numbers cannot be made elsewhere, and nothing
/// of it can be read back, for a decoder would be a way round the gate.
public struct ReleasedFindings: Encodable, Sendable, Equatable {
  /// What was found, in released numbers.
  public let findings: Findings<Released>
  /// The policy under which they were released.
  public let policy: DisclosurePolicy
  /// What was held back because other numbers and it would tell of few people.
  public let heldBack: [HeldBack]

  /// Hidden counts of which the audit could not find three possible values, with nothing left to hold back beside them.
  public let open: [CountKey]

  init(
    findings: Findings<Released>, policy: DisclosurePolicy, heldBack: [HeldBack] = [],
    open: [CountKey] = []
  ) {
    self.findings = findings
    self.policy = policy
    self.heldBack = heldBack
    self.open = open
  }
}

/// A count that is not small and yet held back, and the small one that it would have given away.
public struct HeldBack: Encodable, Sendable, Hashable {
  /// What is held back.
  public let count: CountKey
  /// What it would have told of.
  public let because: CountKey
}
