/// One score of an instrument: how it is made, which way is better, and what has been published about it.
///
/// An instrument with one score is one scale; DASS-21 is three: `dass21.depression`, `dass21.anxiety`, `dass21.stress`.
public struct Scale: Codable, Sendable, Equatable {
  /// Its id in plans, mappings and results.
  public var id: String
  /// Its short name: `BDI-II`.
  public var name: String
  /// The instrument's name in full.
  public var fullName: String
  /// What it measures, in plain words: `depression`.
  public var measures: String
  /// Whether a higher score is better.
  public var higherIsBetter: Bool
  /// Its items: their numbers in the instrument's form; empty where only totals are known.
  public var items: [Int]
  /// The answers that each of them allows, in the same order.
  public var itemAnswers: [ClosedRange<Int>]
  /// Which of them, counted from 1 in that order, are turned round before adding.
  public var reversedItems: [Int]
  /// How the score is made.
  public var rule: ScoreRule
  /// The least and the greatest score.
  public var scores: ClosedRange<Double>
  /// The smallest step between scores, for the number of decimals.
  public var step: Double
  /// Which items may be blank by the scale's own rule.
  public var blanks: BlankItems
  /// The code of the score in SNOMED CT; nil where none is known.
  public var snomed: String?
  /// Published reliabilities; each of another kind.
  public var reliabilities: [Reliability]
  /// What people's scores were elsewhere.
  public var norms: [Norm]
  /// Published bands; nil where there are none.
  public var bands: ScoreBands?
  /// The published scores between having a difficulty and not; the first leads.
  public var cutOffs: [CutOff]
  /// By how much one person's score must change, as published.
  public var changes: [ChangeThreshold]
  /// The publication that says how it is scored.
  public var source: String
  /// Its DOI.
  public var doi: String?
  /// Who owns it and on what terms it may be used.
  public var licence: String
  /// What was not checked against the primary source.
  public var notChecked: [String]

  /// How many items it has.
  public var itemCount: Int { items.count }
  /// From the sum of all items to the score; nil where no table says it.
  public var conversion: ScoreConversion? {
    if case .table(let conversion) = rule { conversion } else { nil }
  }
  /// The cut-off that leads; nil where none was published.
  public var cutOff: CutOff? { cutOffs.first }
  /// The first norm, of those whose source was read, that says how much scores differ; nil where none does.
  public var spread: Norm? { norms.first { $0.sd != nil && $0.checked != .fromMemory } }
  /// How many items may be blank.
  public var blankItemsAllowed: Int { blanks.allowed }

  /// The least and the greatest sum of all items.
  public var rawScores: ClosedRange<Int> {
    itemAnswers.map(\.lowerBound).reduce(0, +)...itemAnswers.map(\.upperBound).reduce(0, +)
  }

  /// Whether a total may be the sum of all items or the score that is made of it, which differ.
  public var hasRawSums: Bool {
    switch rule {
    case .table: true
    case .sum(let times, let over): times != over
    case .mean, .tariff, .total: false
    }
  }

  /// The score of a sum of all items; nil where the scale has no such sum, or its score is the sum itself.
  public func score(ofRawSum sum: Double) -> Double? {
    guard hasRawSums, let whole = Int(exactly: sum), rawScores.contains(whole) else { return nil }
    switch rule {
    case .table(let conversion): return conversion.score(ofSum: whole)
    case .sum(let times, let over): return sum * times / over
    case .mean, .tariff, .total: return nil
    }
  }

  /// The reliability of a kind: `test-retest`, `alpha`, `implied-by-sem`.
  public func reliability(kind: String) -> Reliability? {
    reliabilities.first { $0.kind == kind }
  }
}

/// Which items of a form may be blank, the mean of the others standing in.
public struct BlankItems: Codable, Sendable, Equatable {
  /// How many.
  public var allowed: Int
  /// Only these, counted from 1 in the scale's order; empty = any.
  public var only: [Int]
  /// Where the rule was published; nil where none was, and all must be answered.
  public var source: String?
  /// Whether that source was read; nil where there is none.
  public var checked: Checked?

  /// A rule.
  public init(allowed: Int, only: [Int] = [], source: String? = nil, checked: Checked? = nil) {
    self.allowed = allowed
    self.only = only
    self.source = source
    self.checked = checked
  }

  /// No item may be blank.
  public static let none = BlankItems(allowed: 0)
}
