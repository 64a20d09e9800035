public import FurlongStudy

/// Whether counts of wards, teams or courses changed from before something began on them to after; no person is in it.
public struct UnitRatesFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// One unit, or all together.
  public struct Row: Encodable, Sendable, Equatable {
    /// Its name; nil of all together.
    public var unit: String?
    /// The day on which it began there; nil of all together.
    public var began: CalendarDay?
    /// Months before that count; of all together those of each unit added up.
    public var monthsBefore: Int
    /// Months after that count.
    public var monthsAfter: Int
    /// What it is measured by.
    public var answers: Answers<UnitMeasure, N>

    /// A row.
    public init(
      unit: String?, began: CalendarDay?, monthsBefore: Int, monthsAfter: Int,
      answers: Answers<UnitMeasure, N>
    ) {
      self.unit = unit
      self.began = began
      self.monthsBefore = monthsBefore
      self.monthsAfter = monthsAfter
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: UnitMeasure) -> N.Answer { answers[measure] }
  }

  /// Why a unit is in no number.
  public enum LeftOut: String, Codable, Sendable {
    /// The plan does not say when it began there.
    case noBeginning
    /// No whole month before, or none after, is in the data.
    case oneSide
    /// The data have nothing of a unit that the plan names.
    case noData
  }

  /// All units together in one month, counted from the beginning on each.
  public struct Month: Encodable, Sendable, Equatable {
    /// Which month: −1 is the last before the beginning, 1 the first after it.
    public var number: Int
    /// What it holds.
    public var answers: Answers<UnitMonthMeasure, N>

    /// A month.
    public init(number: Int, answers: Answers<UnitMonthMeasure, N>) {
      self.number = number
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: UnitMonthMeasure) -> N.Answer { answers[measure] }
  }

  /// Something in the months that chance alone would seldom do.
  public struct Signal: Codable, Sendable, Equatable {
    /// Whether its months lie above the middle month before; nil of crossings, which are of all months.
    public var isUp: Bool?
    /// Its months in a row, in order; none of crossings.
    public var months: [Int]

    /// A signal.
    public init(isUp: Bool?, months: [Int]) {
      self.isUp = isUp
      self.months = months
    }
  }

  /// One count.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// What is counted.
    public var count: UnitsPlan.Count
    /// All units together first, then each; one unit alone by its name.
    public var rows: [Row]
    /// Units that are in no number, with the reason.
    public var leftOut: [String: LeftOut]
    /// The unit with the most, and the ratio without it; nil of one unit alone.
    public var largest: Largest?
    /// The months that all units have, earliest first.
    public var months: [Month]
    /// The middle month before the beginning.
    public var median: N.Answer
    /// What stands out of the months.
    public var signals: [Signal]
    /// What others publish of it, over the same months.
    public var context: [ContextFinding<N>]

    /// A count's change.
    public init(
      count: UnitsPlan.Count, rows: [Row], leftOut: [String: LeftOut], largest: Largest?,
      months: [Month], median: N.Answer, signals: [Signal], context: [ContextFinding<N>] = []
    ) {
      self.context = context
      self.count = count
      self.rows = rows
      self.leftOut = leftOut
      self.largest = largest
      self.months = months
      self.median = median
      self.signals = signals
    }
  }

  /// The unit with the most events.
  public struct Largest: Encodable, Sendable, Equatable {
    /// Its name.
    public var unit: String
    /// After over before, of all others.
    public var ratioWithout: N.Answer

    /// A largest unit.
    public init(unit: String, ratioWithout: N.Answer) {
      self.unit = unit
      self.ratioWithout = ratioWithout
    }
  }

  /// One unit: `ward`.
  public var one: String
  /// Several: `wards`.
  public var many: String
  /// What began: `the safety programme`.
  public var what: String
  /// The counts, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of units.
  public init(one: String, many: String, what: String, outcomes: [Outcome]) {
    self.one = one
    self.many = many
    self.what = what
    self.outcomes = outcomes
  }
}

extension UnitRatesFinding: Decodable where N == Unreleased {}
extension UnitRatesFinding.Outcome: Decodable where N == Unreleased {}
extension UnitRatesFinding.Row: Decodable where N == Unreleased {}
extension UnitRatesFinding.Month: Decodable where N == Unreleased {}
extension UnitRatesFinding.Largest: Decodable where N == Unreleased {}

extension PeopleCount {
  /// How many units a number rests on: no people, and nothing to protect.
  ///
  /// They stand where other numbers say how many people they rest on.
  public static func units(_ units: Int, of count: String) -> PeopleCount {
    PeopleCount(
      units,
      .counted(
        event: count, window: UnitsPlan.window, group: GroupName.everyone.id, rule: .wholeWindow),
      isGiven: true)
  }
}

extension UnitsPlan {
  /// What stands for a window where units are counted.
  public static let window = "units"
}
