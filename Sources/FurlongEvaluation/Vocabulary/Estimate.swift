/// What an estimate is counted in.
public enum EstimateUnit: String, Codable, Sendable, CaseIterable {
  /// The scale's points.
  case points
  /// Standard deviations, named by the measure.
  case standardDeviations = "sd"
  /// A share from 0 to 1.
  case proportion
  /// People.
  case people
  /// Events, places at sessions, stories.
  case events
  /// Days divided by 365.25, summed over people.
  case personYears = "person_years"
  /// Events a person-year.
  case perPersonYear = "per_person_year"
  /// One rate over another.
  case ratio
  /// A rank statistic.
  case rankSum = "rank_sum"
  /// A test statistic.
  case statistic
  /// A coefficient between −1 and 1.
  case coefficient
}

/// An interval and its level.
public struct Interval: Codable, Sendable, Equatable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// The level, such as 0.95.
  public var level: Double

  /// An interval.
  public init(low: Double, high: Double, level: Double) {
    self.low = low
    self.high = high
    self.level = level
  }
}

/// A number that the evaluation made, with everything that a reader needs to judge it.
public struct Estimate: Codable, Sendable, Equatable {
  /// The number, in `unit`; later minus earlier, never flipped.
  public var value: Double
  /// Its standard error; of the logarithm for ratios.
  public var standardError: Double?
  /// Degrees of freedom.
  public var degreesOfFreedom: Double?
  /// Its interval.
  public var interval: Interval?
  /// The two-sided p value.
  ///
  /// Only the flat results and a journal show it.
  public var pValue: Double?
  /// What it is counted in.
  public var unit: EstimateUnit
  /// People used.
  public var used: Int
  /// People eligible.
  public var eligible: Int
  /// How it was made, in the fixed words of the results table.
  public var method: String
  /// What was assumed.
  public var note: String?

  /// An estimate.
  public init(
    _ value: Double, unit: EstimateUnit, used: Int, eligible: Int, method: String = "",
    standardError: Double? = nil, degreesOfFreedom: Double? = nil, interval: Interval? = nil,
    pValue: Double? = nil, note: String? = nil
  ) {
    self.value = value
    self.unit = unit
    self.used = used
    self.eligible = eligible
    self.method = method
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.interval = interval
    self.pValue = pValue
    self.note = note
  }
}

/// Why a number cannot be had from these data.
public enum NotEstimable: Codable, Sendable, Equatable {
  /// Too few people.
  case tooFew(needed: Int, found: Int)
  /// Nothing varies.
  case noVariation
  /// No cut-off has been published for the scale.
  case noCutOffPublished
  /// No reliability of the kind that the plan names has been published for the scale.
  case noReliability
  /// The data have no dates, so days cannot be left out.
  case noDates
  /// Nobody has time at risk, or nothing happened on one side.
  case nothingHappened
  /// No export of this kind was mapped.
  case noData
  /// Another reason, in a sentence without a full stop.
  case because(String)
}

/// What a question was answered with: a number, why there is none, or that the gate holds it back.
public enum Answer: Codable, Sendable, Equatable {
  /// A number.
  case estimated(Estimate)
  /// Why there is none; with the people used and eligible.
  case notEstimable(NotEstimable, used: Int, eligible: Int)
  /// Held back by the gate; only released findings have it.
  case hidden

  /// The estimate, where there is one.
  public var estimate: Estimate? {
    if case .estimated(let estimate) = self { return estimate }
    return nil
  }
}

/// A count of people, or as much of it as may be shown.
public enum PeopleCount: Codable, Sendable, Equatable {
  /// So many.
  case exactly(Int)
  /// At least 1 and fewer than this; only released findings have it.
  case fewerThan(Int)
  /// Held back, because it would give another count away; only released findings have it.
  case hidden

  /// The count, where it is shown exactly.
  public var exact: Int? {
    if case .exactly(let count) = self { return count }
    return nil
  }
}
