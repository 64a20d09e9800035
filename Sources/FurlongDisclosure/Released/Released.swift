public import FurlongEvaluation

/// Numbers as they may be published: made by the gate alone.
public enum Released: Numbers {
  /// A count of people.
  public typealias People = ReleasedCount
  /// A number, or why there is none.
  public typealias Answer = ReleasedAnswer
}

/// Why a number is held back.
public enum Withheld: String, Encodable, Sendable, CaseIterable {
  /// It rests on few people.
  case fewPeople = "few people"
  /// Two people have most of what is summed.
  case twoPeople = "two people have most of it"
  /// With others it would tell of few people.
  case wouldTell = "would give another number away"
  /// It tells how many people there are exactly.
  case tellsNumbers = "would tell counts exactly"
  /// Dates are years under this policy.
  case calendarMonths = "months are not published under this policy"
}

/// A count of people as it is printed.
public struct ReleasedCount: Encodable, Sendable, Equatable {
  /// What is printed.
  public enum Shown: Encodable, Sendable, Equatable {
    /// So many.
    case exactly(Int)
    /// So many, rounded.
    case about(Int)
    /// Fewer than this, none included.
    case fewerThan(Int)
    /// Held back.
    case withheld(Withheld)
  }

  /// What is printed.
  public let shown: Shown

  init(_ shown: Shown) { self.shown = shown }

  /// The printed number, where there is one.
  public var number: Int? {
    switch shown {
    case .exactly(let number), .about(let number): number
    case .fewerThan, .withheld: nil
    }
  }

  /// Whether the printed number is rounded.
  public var isRounded: Bool {
    if case .about = shown { return true }
    return false
  }
}

/// A number as it is printed.
///
/// It *is* its printed text: the shortest text of `value` has no more decimals than are printed.
public struct ReleasedEstimate: Encodable, Sendable, Equatable {
  /// The number.
  public let value: Double
  /// Its interval, with as many decimals.
  public let interval: Interval?
  /// How many decimals may be printed; nil where nothing was rounded.
  public let decimals: Int?
  /// How it was made, where that is not its measure's own method.
  public let method: Method?
  /// What a reader must know of it.
  public let caveats: [Caveat]
  /// Its standard error; nil where it is not published.
  public let standardError: Double?
  /// Degrees of freedom; nil where they are not published.
  public let degreesOfFreedom: Double?
  /// The two-sided p value; nil where it is not published.
  public let pValue: Double?

  /// A number that was rounded.
  init(
    _ value: Double, interval: Interval?, decimals: Int, method: Method?, caveats: [Caveat]
  ) {
    self.value = value
    self.interval = interval
    self.decimals = decimals
    self.method = method
    self.caveats = caveats
    standardError = nil
    degreesOfFreedom = nil
    pValue = nil
  }

  /// A number as it was found, for policies that hide nothing.
  init(asFound estimate: Estimate) {
    value = estimate.value
    interval = estimate.interval
    decimals = nil
    method = estimate.method
    caveats = estimate.caveats
    standardError = estimate.standardError
    degreesOfFreedom = estimate.degreesOfFreedom
    pValue = estimate.pValue
  }
}

/// What a question was answered with, as it is printed.
public struct ReleasedAnswer: Encodable, Sendable, Equatable {
  /// What is printed.
  public enum Shown: Encodable, Sendable, Equatable {
    /// A number.
    case number(ReleasedEstimate)
    /// A count below this, none included.
    case fewerThan(Int)
    /// Why there is no number.
    case notEstimable(NotEstimable)
    /// Held back.
    case withheld(Withheld)
  }

  /// The two counts of which a share is made.
  public struct Parts: Encodable, Sendable, Equatable {
    /// Those counted; nil where they are no whole things.
    public let count: ReleasedCount?
    /// Of how many.
    public let of: ReleasedCount
    /// Those counted, with halves where some count half; nil where counts are rounded.
    public let exactly: Double?

    init(count: ReleasedCount?, of: ReleasedCount, exactly: Double? = nil) {
      self.count = count
      self.of = of
      self.exactly = exactly
    }
  }

  /// What is printed.
  public let shown: Shown
  /// People used.
  public let used: ReleasedCount
  /// People eligible.
  public let eligible: ReleasedCount
  /// The counts of a share, which may be shown where the share itself is not.
  public let parts: Parts?

  init(
    _ shown: Shown, used: ReleasedCount, eligible: ReleasedCount, parts: Parts? = nil
  ) {
    self.shown = shown
    self.used = used
    self.eligible = eligible
    self.parts = parts
  }

  /// The number, where there is one.
  public var estimate: ReleasedEstimate? {
    if case .number(let estimate) = shown { return estimate }
    return nil
  }

  /// Why the number cannot be had, where that is what is said.
  public var notEstimable: NotEstimable? {
    if case .notEstimable(let reason) = shown { return reason }
    return nil
  }
}
