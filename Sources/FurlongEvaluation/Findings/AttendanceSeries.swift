public import FurlongStudy

/// What months of attendance are read against.
public enum AttendanceSeriesKind: String, Codable, Sendable, CaseIterable {
  /// Mean and limits: from 13 months on.
  case controlChart = "xmr"
  /// The median alone.
  case runChart = "run chart"
}

/// Something that chance alone would seldom do; whether it is good is not said.
public struct AttendanceSignal: Codable, Sendable, Equatable {
  /// What was seen.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// One month beyond a limit.
    case beyondLimit = "beyond limit"
    /// Months in a row on one side of the average or median.
    case shift
    /// Months in a row, each above (or below) the one before.
    case trend
    /// Two of three months in a row near one limit.
    case nearLimit = "near limit"
    /// The median is crossed too seldom.
    case fewCrossings = "few crossings"
  }

  /// What was seen.
  public var kind: Kind
  /// Whether it points up; nil where it has no direction.
  public var isUp: Bool?
  /// The first days of its months, in order; none where it is of the whole series.
  public var months: [CalendarDay]

  /// A signal.
  public init(kind: Kind, isUp: Bool?, months: [CalendarDay]) {
    self.kind = kind
    self.isUp = isUp
    self.months = months
  }
}

/// Attendance month by month, with its usual range and what stands out of it.
///
/// It counts all who meet the plan's criteria, whenever they registered. Months without any place offered are no
/// points and do not break a row; months that the register covers in part, and those after the plan's period of registration, are
/// left out.
public struct AttendanceSeries<N: Numbers>: Encodable, Sendable, Equatable {
  /// One calendar month.
  public struct Month: Encodable, Sendable, Equatable {
    /// Its first day.
    public var first: CalendarDay
    /// Places attended.
    public var attended: N.Answer
    /// People who attended at least once.
    public var people: N.People

    /// A month.
    public init(first: CalendarDay, attended: N.Answer, people: N.People) {
      self.first = first
      self.attended = attended
      self.people = people
    }
  }

  /// What the months are read against.
  public var kind: AttendanceSeriesKind
  /// The name and version of the rules.
  public var rules: String
  /// The months, in order.
  public var months: [Month]
  /// The first days of months that the register covers in part.
  public var partial: [CalendarDay]
  /// The lines that the months are read against.
  public var lines: Answers<MonthlyMeasure, N>
  /// How many differences between neighbours were too wide to make limits of.
  public var leftOutOfLimits: Int
  /// What stands out.
  public var signals: [AttendanceSignal]

  /// A series.
  public init(
    kind: AttendanceSeriesKind, rules: String, months: [Month], partial: [CalendarDay],
    lines: Answers<MonthlyMeasure, N>, leftOutOfLimits: Int, signals: [AttendanceSignal]
  ) {
    self.kind = kind
    self.rules = rules
    self.months = months
    self.partial = partial
    self.lines = lines
    self.leftOutOfLimits = leftOutOfLimits
    self.signals = signals
  }
}

extension AttendanceSeries: Decodable where N == Unreleased {}
extension AttendanceSeries.Month: Decodable where N == Unreleased {}
