/// An instrument: how it is scored, which way is better, and what has been published about it.
public struct Scale: Codable, Sendable, Equatable {
  /// Its id in plans, mappings and results.
  public var id: String
  /// Its short name: `BDI-II`.
  public var name: String
  /// Its name in full.
  public var fullName: String
  /// What it measures, in plain words: `depression`.
  public var measures: String
  /// Whether a higher score is better.
  public var higherIsBetter: Bool
  /// How many items it has.
  public var itemCount: Int
  /// The answers that an item allows, both ends included.
  public var answers: ClosedRange<Int>
  /// The items, counted from 1, whose answers are turned round before adding.
  public var reversedItems: [Int]
  /// From the sum of all items to the score; nil where the sum is the score.
  public var conversion: ScoreConversion?
  /// The least and the greatest score.
  public var scores: ClosedRange<Double>
  /// The smallest step between scores, for the number of decimals.
  public var step: Double
  /// How many items may be blank by the scale's own rule.
  public var blankItemsAllowed: Int
  /// Published reliabilities; each of another kind.
  public var reliabilities: [Reliability]
  /// A published standard deviation of scores; nil where none was entered.
  public var spread: PublishedSpread?
  /// Published bands; nil where there are none.
  public var bands: ScoreBands?
  /// The published score between having a difficulty and not; nil where there is none.
  public var cutOff: CutOff?
  /// The publication that says how it is scored.
  public var source: String
  /// Its DOI.
  public var doi: String?
  /// Who owns it and on what terms it may be used.
  public var licence: String
  /// What was not checked against the primary source.
  public var notChecked: [String]

  /// The least and the greatest sum of all items.
  public var rawScores: ClosedRange<Int> {
    (itemCount * answers.lowerBound)...(itemCount * answers.upperBound)
  }

  /// The reliability of a kind: `test-retest`, `alpha`, `implied-by-sem`.
  public func reliability(kind: String) -> Reliability? {
    reliabilities.first { $0.kind == kind }
  }
}

/// How well a scale agrees with itself, and who found it.
public struct Reliability: Codable, Sendable, Equatable {
  /// Of what kind: `test-retest`, `alpha`, `implied-by-sem`.
  public var kind: String
  /// The coefficient, between 0 and 1.
  public var coefficient: Double
  /// The standard error of measurement that was published, in points of the scale; nil where none was.
  public var error: Double?
  /// Where it was published.
  public var source: String
  /// Whether that source was read when the scale was entered.
  public var checked: Bool
}

/// How much scores of people differ, and who found it.
public struct PublishedSpread: Codable, Sendable, Equatable {
  /// The standard deviation, in points.
  public var sd: Double
  /// Where it was published, and of whom.
  public var source: String
  /// Whether that source was read when the scale was entered.
  public var checked: Bool
}

/// Bands of scores, as published.
public struct ScoreBands: Codable, Sendable, Equatable {
  /// One band.
  public struct Band: Codable, Sendable, Equatable {
    /// Its words: `mild`.
    public var label: String
    /// Its scores, both ends included.
    public var scores: ClosedRange<Double>
  }

  /// The bands, lowest first.
  public var list: [Band]
  /// Where they were published.
  public var source: String
  /// Whether that source was read when the scale was entered.
  public var checked: Bool

  /// The band in which a score lies; nil in a gap between bands.
  public func band(of score: Double) -> Band? { list.first { $0.scores.contains(score) } }
}

/// A published score between having a difficulty and not.
public struct CutOff: Codable, Sendable, Equatable {
  /// The score: at it or past it, in the bad direction, lies the difficulty.
  public var score: Double
  /// What it parts, in words.
  public var label: String
  /// Where it was published.
  public var source: String
  /// Whether that source was read when the scale was entered.
  public var checked: Bool
}
