public import FurlongEvaluation

/// Findings fit to publish under a policy.
///
/// Only `DisclosureGate` makes one: the initialiser is internal, and the type can be written but not read back, for a
/// decoder would be a way round the gate. What is hidden is replaced before this value exists, so its number
/// stands nowhere in it.
///
/// In an `Estimate` whose `used` or `eligible` would give a hidden count away, that number is 0, and degrees of
/// freedom are left out: print the estimate without it. No other released estimate has 0 people.
public struct ReleasedFindings: Encodable, Sendable, Equatable {
  /// The findings, with what may not be shown replaced.
  public let findings: Findings
  /// The policy under which they were released.
  public let policy: DisclosurePolicy
  /// Counts of people that are hidden or shown as "fewer than".
  public let countsHidden: Int
  /// Estimates that are hidden.
  public let estimatesHidden: Int
  /// Quotes that were left out because too few people told the theme.
  public let quotesHidden: Int
  /// What the report must say of the release, in sentences.
  public let notes: [String]

  init(
    findings: Findings, policy: DisclosurePolicy, countsHidden: Int, estimatesHidden: Int,
    quotesHidden: Int, notes: [String]
  ) {
    self.findings = findings
    self.policy = policy
    self.countsHidden = countsHidden
    self.estimatesHidden = estimatesHidden
    self.quotesHidden = quotesHidden
    self.notes = notes
  }
}
