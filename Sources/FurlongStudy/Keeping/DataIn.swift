/// How far a study's data had come on a day: counts of what could be seen, never what it says.
public struct DataIn: Codable, Sendable, Equatable {
  /// People of the plan's population.
  public var people: Int
  /// Forms of the plan's scales at the baseline that can be scored.
  public var baselineForms: Int
  /// Forms of the plan's scales at follow-ups that can be scored.
  public var followUpForms: Int
  /// People whose use of services after day 0 the exports cover.
  public var serviceUse: Int
  /// Stories of people of the population.
  public var stories: Int
  /// Months of wards, teams or courses from the one on in which something began there; nil where none are counted.
  public var unitMonths: Int?
  /// The last day of which any row speaks; nil without dates or data.
  public var lastDay: CalendarDay?

  /// Counts of what is in.
  public init(
    people: Int = 0, baselineForms: Int = 0, followUpForms: Int = 0, serviceUse: Int = 0,
    stories: Int = 0, lastDay: CalendarDay? = nil, unitMonths: Int? = nil
  ) {
    self.unitMonths = unitMonths
    self.people = people
    self.baselineForms = baselineForms
    self.followUpForms = followUpForms
    self.serviceUse = serviceUse
    self.stories = stories
    self.lastDay = lastDay
  }

  /// Whether anything of what the plan judges was in.
  public var holdsOutcomes: Bool {
    followUpForms + serviceUse + stories + (unitMonths ?? 0) > 0
  }
}
