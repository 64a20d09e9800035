/// Whether the source of a figure was read when it was entered.
public enum Checked: String, Codable, Sendable, CaseIterable {
  /// It was.
  case yes
  /// A source that quotes it was.
  case secondHand = "second-hand"
  /// Nothing was: no threshold rests on it alone.
  case fromMemory = "from memory, not verified"
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
  /// Whether that source was read.
  public var checked: Checked

  /// A reliability.
  public init(
    kind: String, coefficient: Double, error: Double? = nil, source: String, checked: Checked
  ) {
    self.kind = kind
    self.coefficient = coefficient
    self.error = error
    self.source = source
    self.checked = checked
  }
}

/// What people's scores were elsewhere, and who found it.
public struct Norm: Codable, Sendable, Equatable {
  /// Of whom: `adults in England`.
  public var of: String
  /// Their mean; nil where it was not published.
  public var mean: Double?
  /// Their standard deviation, in points; nil where it was not published.
  public var sd: Double?
  /// How many people; nil where it was not said.
  public var people: Int?
  /// Where it was published.
  public var source: String
  /// Whether that source was read.
  public var checked: Checked
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
  /// Whether that source was read.
  public var checked: Checked

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
  /// Whether that source was read.
  public var checked: Checked
}

/// By how much one person's score must change, as published.
public struct ChangeThreshold: Codable, Sendable, Equatable {
  /// What a change of that size is.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// More than the error of measurement.
    case reliable
    /// Enough to matter to the person.
    case important
  }

  /// What is published.
  public enum Size: Codable, Sendable, Equatable {
    /// Points of the scale.
    case points(Double)
    /// Percent of the first score.
    case percent(Double)
  }

  /// What a change of that size is.
  public var kind: Kind
  /// How large.
  public var size: Size
  /// The confidence in percent; nil where it was not said.
  public var level: Double?
  /// Where it was published, and who uses it.
  public var source: String
  /// Whether that source was read.
  public var checked: Checked
}
