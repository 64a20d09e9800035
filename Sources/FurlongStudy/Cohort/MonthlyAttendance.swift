/// Attendance of all who meet the plan's criteria, whenever they registered, by calendar month.
///
/// Places count from each person's day 0 on, as everywhere.
/// The population of a cohort grows while people register and dwindles after, so that its own months would rise and
/// fall whatever the college does.
public struct MonthlyAttendance: Codable, Sendable, Equatable {
  /// One calendar month.
  public struct Month: Codable, Sendable, Equatable {
    /// Its first day.
    public var first: CalendarDay
    /// Places offered: attended, missed or cancelled by the student.
    public var offered: Int
    /// Places attended.
    public var attended: Int
    /// People who attended at least once.
    public var people: Int
    /// How many places attended the two people have who have most; nil where that is not known.
    public var ofTwo: Int?

    /// A month.
    public init(
      first: CalendarDay, offered: Int, attended: Int, people: Int, ofTwo: Int? = nil
    ) {
      self.first = first
      self.offered = offered
      self.attended = attended
      self.people = people
      self.ofTwo = ofTwo
    }
  }

  /// People who attended at least once.
  public var people: Int
  /// How many places attended in all the two people have who have most; nil where that is not known.
  public var ofTwo: Int?
  /// The day of the first place in the register.
  public var firstDay: CalendarDay
  /// The day of the last place in the register, or the end of its month where the data reach so far.
  public var lastDay: CalendarDay
  /// The months with a place offered, in order; months without one are not there.
  public var months: [Month]

  /// A monthly attendance.
  public init(
    people: Int, ofTwo: Int? = nil, firstDay: CalendarDay, lastDay: CalendarDay, months: [Month]
  ) {
    self.people = people
    self.ofTwo = ofTwo
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.months = months
  }
}
