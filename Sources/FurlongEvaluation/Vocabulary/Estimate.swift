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

/// A number that the evaluation made, with everything that a reader and the gate need to judge it.
///
/// Its unit and what it is stand in the declaration of its `Measure`.
public struct Estimate: Codable, Sendable, Equatable {
  /// The two counts of which a share is made.
  public struct Parts: Codable, Sendable, Equatable {
    /// Those counted; with halves where ties count half.
    public var count: Double
    /// The people counted; nil where they are not people, or not whole ones.
    public var people: PeopleSet?
    /// Of how many.
    public var of: Int
    /// Whether some are counted half, so that it is no count of whole people or things.
    public var countsHalves: Bool
    /// Whether the plan states them, of people who are not in the data.
    public var isStated: Bool

    /// Parts of a share.
    public init(
      count: Double, people: PeopleSet? = nil, of: Int, countsHalves: Bool = false,
      isStated: Bool = false
    ) {
      self.isStated = isStated
      self.count = count
      self.people = people
      self.of = of
      self.countsHalves = countsHalves
    }
  }

  /// Those who moved each way between two shares of the same people.
  public struct Exchange: Codable, Sendable, Equatable {
    /// Those counted by the second share only.
    public var gained: Parts
    /// Those counted by the first share only.
    public var lost: Parts

    /// An exchange.
    public init(gained: Parts, lost: Parts) {
      self.gained = gained
      self.lost = lost
    }
  }

  /// Whose events, hours or pounds a sum is made of.
  public struct Contributors: Codable, Sendable, Equatable {
    /// People who have any.
    public var people: Int
    /// At most so much of the sum is of two people, as a share.
    public var mostOfTwo: Double

    /// Contributors, where it is known what each of them has.
    public init(to values: [Int]) {
      var (total, most, next) = (0, Int.min, Int.min)
      for value in values {
        total += value
        if value > most {
          (most, next) = (value, most)
        } else if value > next {
          next = value
        }
      }
      people = values.count { $0 > 0 }
      // Of one person alone all is theirs.
      let two = values.count < 2 ? total : most + next
      mostOfTwo = total > 0 ? Double(two) / Double(total) : 0
    }

    /// Contributors of whom it is known that no two of them have most.
    public init(people: Int) {
      self.people = people
      mostOfTwo = 0
    }

    /// Contributors of whom the sum is known, and what the two have who have most.
    ///
    /// Where that is not known, each has at least one, so that two have the rest at most.
    public init(people: Int, of total: Int, ofTwo: Int?) {
      self.people = people
      let most = total - max(0, people - 2)
      mostOfTwo = total > 0 ? Double(min(ofTwo ?? most, most)) / Double(total) : 0
    }
  }

  /// What stands behind a share by a time, or the time by which half had something.
  public struct Timed: Codable, Sendable, Equatable {
    /// How people stood at the end of a month.
    public struct Month: Codable, Sendable, Equatable {
      /// Those who had had the event.
      public var had: PeopleCount
      /// Those still watched who had not.
      public var still: PeopleCount

      /// A month.
      public init(had: PeopleCount, still: PeopleCount) {
        self.had = had
        self.still = still
      }
    }

    /// The months of the plan up to the one of the number, the first first.
    public var months: [Month]
    /// How many had the event up to the number itself.
    public var before: Int
    /// How many had it later.
    public var after: Int
    /// How many had it outside of the interval, on the side where they are fewer.
    public var outside: Int

    /// What stands behind a number.
    public init(months: [Month], before: Int = 0, after: Int = 0, outside: Int = 0) {
      self.months = months
      self.before = before
      self.after = after
      self.outside = outside
    }
  }

  /// The number, in its measure's unit; later minus earlier, never flipped.
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
  /// People used.
  public var used: PeopleCount
  /// People eligible.
  public var eligible: PeopleCount
  /// How it was made, where that is not the measure's own method.
  public var method: Method?
  /// What a reader must know of it.
  public var caveats: [Caveat]
  /// The counts that a share is made of; of a difference of shares those of the first.
  public var parts: Parts?
  /// The counts of the share that is taken away, where the number is a difference of two.
  public var minus: Parts?
  /// Who moved each way, where the two shares are of the same people.
  public var exchange: Exchange?
  /// Whose events a sum, rate or ratio is made of, side by side.
  public var contributors: [Contributors]
  /// The pounds that a plan states and the people used share; nil where the number is no such share.
  public var shared: Double?
  /// The longest session, in hours, of a sum of hours at sessions; nil of all else.
  public var longest: Double?
  /// Whose times it is made of; nil where it is made of no times.
  public var timed: Timed?

  /// An estimate.
  public init(
    _ value: Double, used: PeopleCount, eligible: PeopleCount, method: Method? = nil,
    standardError: Double? = nil, degreesOfFreedom: Double? = nil, interval: Interval? = nil,
    pValue: Double? = nil, caveats: [Caveat] = [], parts: Parts? = nil, minus: Parts? = nil,
    exchange: Exchange? = nil, contributors: [Contributors] = []
  ) {
    self.exchange = exchange
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.interval = interval
    self.pValue = pValue
    self.used = used
    self.eligible = eligible
    self.method = method
    self.caveats = caveats
    self.parts = parts
    self.minus = minus
    self.contributors = contributors
  }
}

/// What a question was answered with: a number, or why there is none.
public enum FoundAnswer: Codable, Sendable, Equatable {
  /// A number.
  case estimated(Estimate)
  /// Why there is none; with the people used and eligible.
  case notEstimable(NotEstimable, used: PeopleCount, eligible: PeopleCount)

  /// The estimate, where there is one.
  public var estimate: Estimate? {
    if case .estimated(let estimate) = self { return estimate }
    return nil
  }
}

/// A count of people, and of whom.
public struct PeopleCount: Codable, Sendable, Equatable {
  /// How many.
  public var count: Int
  /// Of whom.
  public var people: PeopleSet
  /// Whether no other number was possible: a 0 of which no data speak.
  public var isGiven: Bool

  /// A count.
  public init(_ count: Int, _ people: PeopleSet, isGiven: Bool = false) {
    self.count = count
    self.people = people
    self.isGiven = isGiven
  }
}

extension FoundAnswer {
  /// The same answer, said to be made otherwise than its measure declares.
  func made(by method: Method) -> FoundAnswer {
    guard case .estimated(var estimate) = self else { return self }
    estimate.method = method
    return .estimated(estimate)
  }
}
