/// The reliability that judges a person's change.
public struct ReliabilityDescription: Codable, Sendable, Equatable {
  /// What it rests on.
  public enum Basis: Codable, Sendable, Equatable {
    /// A coefficient, with the spread of all first scores.
    case coefficient(Double)
    /// A published standard error of measurement, in points.
    case error(Double, coefficient: Double)
    /// A published threshold of reliable change: at least so many points.
    case atLeast(Double)
    /// A published smallest important change, in points.
    case important(Double)
  }

  /// What it rests on.
  public var basis: Basis
  /// Its kind, by which results tell it apart: `test-retest`, `reliable-6-points`.
  public var kind: String
  /// Where it comes from.
  public var source: String
  /// Whether nobody read that source when it was entered.
  public var isFromMemory: Bool

  /// A reliability.
  public init(_ basis: Basis, kind: String, source: String, isFromMemory: Bool = false) {
    self.basis = basis
    self.kind = kind
    self.source = source
    self.isFromMemory = isFromMemory
  }

  /// The coefficient; nil where a threshold was published without one.
  public var coefficient: Double? {
    switch basis {
    case .coefficient(let value), .error(_, let value): value
    case .atLeast, .important: nil
    }
  }

  /// Whether it says what matters to people, not what exceeds the error of measurement.
  public var isOfImportance: Bool {
    switch basis {
    case .important: true
    case .coefficient, .error, .atLeast: false
    }
  }

  /// The points that were published as a threshold, which a change need only reach; nil where it must be exceeded.
  public var points: Double? {
    switch basis {
    case .atLeast(let points), .important(let points): points
    case .coefficient, .error: nil
    }
  }
}

/// A published score between having a difficulty and not.
public struct CutOffDescription: Codable, Sendable, Equatable {
  /// The score: at it or past it, in the bad direction, is inside the clinical range.
  public var score: Double
  /// What it parts, in words.
  public var label: String
  /// Where it comes from.
  public var source: String

  /// A cut-off.
  public init(score: Double, label: String, source: String) {
    self.score = score
    self.label = label
    self.source = source
  }
}

/// Question 3: whether change was real, and whether it mattered.
public struct MeaningFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// One group at one follow-up.
  public struct Row: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// The group.
    public var group: GroupName
    /// People with both forms.
    public var used: N.People
    /// People whose follow-up is due.
    public var eligible: N.People
    /// What became of those with both forms.
    public var shares: Answers<MeaningMeasure, N>

    /// A row.
    public init(
      occasion: TimeName, group: GroupName, used: N.People, eligible: N.People,
      shares: Answers<MeaningMeasure, N>
    ) {
      self.occasion = occasion
      self.group = group
      self.used = used
      self.eligible = eligible
      self.shares = shares
    }

    /// The share of one measure.
    public subscript(measure: MeaningMeasure) -> N.Answer { shares[measure] }
  }

  /// One follow-up, judged by another published reliability; everyone.
  public struct OtherRow: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// How many got better and worse by it.
    public var shares: Answers<OtherJudgement, N>

    /// A row.
    public init(occasion: TimeName, shares: Answers<OtherJudgement, N>) {
      self.occasion = occasion
      self.shares = shares
    }

    /// The share of one measure.
    public subscript(measure: OtherJudgement) -> N.Answer { shares[measure] }
  }

  /// What another published reliability than the plan's makes of the same people.
  public struct Other: Encodable, Sendable, Equatable {
    /// The reliability.
    public var reliability: ReliabilityDescription
    /// Its threshold.
    public var threshold: N.Answer
    /// The follow-ups.
    public var rows: [OtherRow]

    /// A judgement by another reliability.
    public init(
      reliability: ReliabilityDescription, threshold: N.Answer, rows: [OtherRow]
    ) {
      self.reliability = reliability
      self.threshold = threshold
      self.rows = rows
    }
  }

  /// One scale.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// The scale.
    public var scale: ScaleDescription
    /// The reliability that judges; nil where none of the kind was published.
    public var reliability: ReliabilityDescription?
    /// 1.96·√2·SD·√(1−r), SD of all first scores of the population; exceeded strictly.
    public var threshold: N.Answer
    /// The published cut-off, or the plan's own score; nil where there is none, or where a criterion makes it.
    public var cutOff: CutOffDescription?
    /// The plan's choice first, and beside it all that can be made; empty where the plan says nothing of cut-offs.
    public var cutOffs: [CutOffFinding<N>]
    /// Follow-ups within groups: everyone first.
    public var rows: [Row]
    /// By how much the shares of a randomised study's arms differ, a follow-up each; empty where none are compared.
    public var arms: [ArmComparison<ArmMeaningMeasure, N>]
    /// The other published reliabilities, in the catalogue's order.
    public var others: [Other]

    /// A scale's meaning.
    public init(
      scale: ScaleDescription, reliability: ReliabilityDescription?, threshold: N.Answer,
      cutOff: CutOffDescription?, rows: [Row],
      arms: [ArmComparison<ArmMeaningMeasure, N>] = [], others: [Other] = [],
      cutOffs: [CutOffFinding<N>] = []
    ) {
      self.cutOffs = cutOffs
      self.arms = arms
      self.others = others
      self.scale = scale
      self.reliability = reliability
      self.threshold = threshold
      self.cutOff = cutOff
      self.rows = rows
    }
  }

  /// The scales, in the step's order.
  public var outcomes: [Outcome]
  /// What the plan's named sets of rules make of the same people, in its order.
  public var rules: [RuleFinding<N>]

  /// A finding of meaning.
  public init(outcomes: [Outcome], rules: [RuleFinding<N>] = []) {
    self.outcomes = outcomes
    self.rules = rules
  }
}

extension MeaningFinding: Decodable where N == Unreleased {}
extension MeaningFinding.Outcome: Decodable where N == Unreleased {}
extension MeaningFinding.Row: Decodable where N == Unreleased {}
extension MeaningFinding.Other: Decodable where N == Unreleased {}
extension MeaningFinding.OtherRow: Decodable where N == Unreleased {}
