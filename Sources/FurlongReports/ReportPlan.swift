/// For whom a report is made, and what people add to it.
public struct ReportPlan: Codable, Sendable, Equatable {
  /// Who reads the report.
  public enum Audience: String, Codable, Sendable, CaseIterable {
    /// Who decides about money.
    case commissioner
  }

  /// Who reads it.
  public var audience: Audience
  /// Who made the evaluation; nil where the plan does not say.
  public var preparedBy: String?
  /// Who paid for the evaluation; nil where the plan does not say.
  public var fundedBy: String?
  /// The decision that the report is asked to serve; nil where the plan names none.
  public var decision: String?
  /// A person's words for page one; empty where nobody added any.
  public var commentary: String

  /// A plan of a report.
  public init(
    audience: Audience = .commissioner, preparedBy: String? = nil, fundedBy: String? = nil,
    decision: String? = nil, commentary: String = ""
  ) {
    self.audience = audience
    self.preparedBy = preparedBy
    self.fundedBy = fundedBy
    self.decision = decision
    self.commentary = commentary
  }
}
