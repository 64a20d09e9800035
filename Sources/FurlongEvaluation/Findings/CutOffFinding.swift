/// A score between having a difficulty and not, where it comes from, and how many crossed it.
public struct CutOffFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// What a cut-off rests on.
  public enum Basis: Codable, Sendable, Hashable {
    /// The catalogue's first verified one.
    case published
    /// A score that the plan gives.
    case own
    /// A criterion of Jacobson and Truax.
    case made(CutOffCriterion)

    /// Its word in results: `published`, `own`, `a`.
    public var word: String {
      switch self {
      case .published: "published"
      case .own: "own"
      case .made(let criterion): criterion.rawValue
      }
    }
  }

  /// One follow-up; everyone.
  public struct Row: Encodable, Sendable, Equatable {
    /// The follow-up.
    public var occasion: TimeName
    /// How many crossed it for the better, of those with both forms.
    public var crossed: N.Answer

    /// A row.
    public init(occasion: TimeName, crossed: N.Answer) {
      self.occasion = occasion
      self.crossed = crossed
    }
  }

  /// What it rests on.
  public var basis: Basis
  /// Where it, or the norm that it is made of, comes from; empty where it is made of the first scores alone.
  public var source: String
  /// The score: at it or past it, in the bad direction, is inside the clinical range.
  public var score: N.Answer
  /// The follow-ups; empty for the plan's own choice, whose shares stand in the scale's rows.
  public var rows: [Row]

  /// A cut-off.
  public init(basis: Basis, source: String, score: N.Answer, rows: [Row]) {
    self.basis = basis
    self.source = source
    self.score = score
    self.rows = rows
  }
}

extension CutOffFinding: Decodable where N == Unreleased {}
extension CutOffFinding.Row: Decodable where N == Unreleased {}
