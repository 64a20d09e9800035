/// Attendance in one academic year and its terms, of all who meet the plan's criteria, whenever they registered.
///
/// Places count from each person's day 0 on, as everywhere.
public struct YearAttendance: Codable, Sendable, Equatable {
  /// Places and people in some days.
  public struct Period: Codable, Sendable, Equatable {
    /// Places attended.
    public var attended: Int
    /// People who attended at least once.
    public var people: Int
    /// How many of the places the two people have who have most; nil where that is not known.
    public var ofTwo: Int?
    /// Whether more than a month of it lies before the register's first place, or the data end before it does.
    public var isPart: Bool

    /// A period.
    public init(attended: Int, people: Int, ofTwo: Int? = nil, isPart: Bool) {
      self.attended = attended
      self.people = people
      self.ofTwo = ofTwo
      self.isPart = isPart
    }
  }

  /// The calendar year in which it begins.
  public var beginsIn: Int
  /// The whole year.
  public var whole: Period
  /// Its terms, in the plan's order; those of which the register has nothing are not there.
  public var terms: [String: Period]

  /// An academic year.
  public init(beginsIn: Int, whole: Period, terms: [String: Period]) {
    self.beginsIn = beginsIn
    self.whole = whole
    self.terms = terms
  }
}
