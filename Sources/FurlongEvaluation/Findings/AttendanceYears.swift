public import FurlongStudy

/// Attendance by academic year and term.
///
/// It counts all who meet the plan's criteria, whenever they registered, as the months do.
public struct AttendanceYears<N: Numbers>: Encodable, Sendable, Equatable {
  /// Places and people of a year or a term.
  public struct Period: Encodable, Sendable, Equatable {
    /// Places attended.
    public var attended: N.Answer
    /// People who attended at least once.
    public var people: N.People
    /// Whether the register covers it in part.
    public var isPart: Bool

    /// A period.
    public init(attended: N.Answer, people: N.People, isPart: Bool) {
      self.attended = attended
      self.people = people
      self.isPart = isPart
    }
  }

  /// One term of a year.
  public struct Term: Encodable, Sendable, Equatable {
    /// Its id.
    public var id: String
    /// What the report calls it.
    public var label: String
    /// Its numbers.
    public var period: Period

    /// A term.
    public init(id: String, label: String, period: Period) {
      self.id = id
      self.label = label
      self.period = period
    }
  }

  /// One academic year.
  public struct Year: Encodable, Sendable, Equatable {
    /// The calendar year in which it begins.
    public var beginsIn: Int
    /// Its name: `2022/23`.
    public var name: String
    /// The whole year.
    public var whole: Period
    /// Its terms that the register covers, in order; none where only years are released.
    public var terms: [Term]

    /// A year.
    public init(beginsIn: Int, name: String, whole: Period, terms: [Term]) {
      self.beginsIn = beginsIn
      self.name = name
      self.whole = whole
      self.terms = terms
    }
  }

  /// The terms of every year, as the plan names them.
  public var calendar: AcademicTerms
  /// The years, in order.
  public var years: [Year]

  /// Academic years.
  public init(calendar: AcademicTerms, years: [Year]) {
    self.calendar = calendar
    self.years = years
  }
}

extension AttendanceYears: Decodable where N == Unreleased {}
extension AttendanceYears.Period: Decodable where N == Unreleased {}
extension AttendanceYears.Term: Decodable where N == Unreleased {}
extension AttendanceYears.Year: Decodable where N == Unreleased {}
