public import FurlongStudy

/// The columns of an export of service use, and what is counted in it.
public struct EventColumns: Sendable, Equatable {
  /// When a row happened.
  public enum Moment: Sendable, Equatable {
    /// On a day.
    case day(column: String)
    /// From a day to another; `end` nil where only starts are known.
    case spell(start: String, end: End?)
    /// In periods measured from day 0, which the counts name.
    case periods
  }

  /// The last day of a spell.
  public struct End: Sendable, Equatable {
    /// The column's heading.
    public var column: String
    /// Whether a blank cell means that the spell still runs; else a blank cell is a fault.
    public var blankMeansStillThere: Bool
  }

  /// What makes rows one event.
  public enum OnceA: String, Sendable, CaseIterable {
    /// The same text in every column, those that are not read too: exact copies.
    case row
    /// The same person and day.
    case personAndDay = "person and day"
    /// The same person, day and team.
    case personDayAndTeam = "person, day and team"
  }

  /// When a row happened.
  public var moment: Moment
  /// The days of which the export can speak; nil for counts per period.
  public var covers: DayRange?
  /// What a person without rows means.
  public var noRowsMeans: NoRowsMeaning
  /// What is counted.
  public var rules: [EventRule]
  /// What makes rows one event; nil = every row is one.
  public var onceA: OnceA?
  /// The team's column.
  public var team: String?
}

/// One event and how it is counted.
public struct EventRule: Sendable, Equatable {
  /// Days from day 0, `to` not included.
  public struct Offsets: Sendable, Equatable {
    /// The first day.
    public var from: Int
    /// The day after the last.
    public var to: Int
  }

  /// How it is counted.
  public enum Count: Sendable, Equatable {
    /// Every row is one, on its day.
    case rows
    /// Every spell is one, on its first day.
    case starts
    /// Every midnight of a spell is one.
    case nights
    /// Every day of a spell is one, the first and the last included.
    case days
    /// Every midnight of a row is one at home on leave, and no night of the event where the plan leaves leave out.
    case leave
    /// The column holds the count of these days; with `repeats` it is the same on every row of a person.
    case column(String, at: Offsets, repeats: Bool)
    /// The column holds the count of the period that another column names.
    case columnByPeriod(String, period: String, periods: [String: Offsets])
  }

  /// The event's id.
  public var event: String
  /// How it is counted.
  public var count: Count
  /// Which rows count: those that meet every condition.
  public var conditions: [RowCondition] = []
}
