/// What a named set of rules makes of the people of a step.
public struct RuleFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// A scale that the rules judge, with its threshold in these data.
  public struct Scale: Encodable, Sendable, Equatable {
    /// The scale, what judges it, and its cut-off.
    public var ruled: RuledScale
    /// By how many points a change must be, or must exceed.
    public var threshold: N.Answer

    /// A scale.
    public init(_ ruled: RuledScale, threshold: N.Answer) {
      self.ruled = ruled
      self.threshold = threshold
    }
  }

  /// One group at one follow-up.
  public struct Row: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// The group.
    public var group: GroupName
    /// Those whom the rules can judge.
    public var used: N.People
    /// People whose follow-up is due.
    public var eligible: N.People
    /// What became of those judged.
    public var changes: Answers<RuleMeasure, N>
    /// Who began in the clinical range, and left it reliably; nil where the rules have no cut-off.
    public var recovery: Answers<RuleRecoveryMeasure, N>?
    /// Who left the clinical range, however much they changed; nil where the rules do not count it.
    public var recovered: N.Answer?
    /// The same people of all who are due; nil where the rules do not count them.
    public var ofDue: Answers<RuleDueMeasure, N>?

    /// A row.
    public init(
      occasion: TimeName, group: GroupName, used: N.People, eligible: N.People,
      changes: Answers<RuleMeasure, N>, recovery: Answers<RuleRecoveryMeasure, N>? = nil,
      recovered: N.Answer? = nil, ofDue: Answers<RuleDueMeasure, N>? = nil
    ) {
      self.occasion = occasion
      self.group = group
      self.used = used
      self.eligible = eligible
      self.changes = changes
      self.recovery = recovery
      self.recovered = recovered
      self.ofDue = ofDue
    }
  }

  /// What is counted together: one scale, or all of them at once.
  public struct Line: Encodable, Sendable, Equatable {
    /// The scale; nil where all are counted together.
    public var scale: ScaleDescription?
    /// Follow-ups within groups: everyone first.
    public var rows: [Row]

    /// A line.
    public init(scale: ScaleDescription?, rows: [Row]) {
      self.scale = scale
      self.rows = rows
    }
  }

  /// The set of rules.
  public var rules: RuleSet
  /// The scales, in the step's order.
  public var scales: [Scale]
  /// The names of the step's scales that the rules do not judge.
  public var leftOut: [String]
  /// What they make of them.
  public var lines: [Line]

  /// A finding.
  public init(rules: RuleSet, scales: [Scale], leftOut: [String] = [], lines: [Line]) {
    self.rules = rules
    self.scales = scales
    self.leftOut = leftOut
    self.lines = lines
  }
}

extension RuleFinding: Decodable where N == Unreleased {}
extension RuleFinding.Scale: Decodable where N == Unreleased {}
extension RuleFinding.Line: Decodable where N == Unreleased {}
extension RuleFinding.Row: Decodable where N == Unreleased {}
