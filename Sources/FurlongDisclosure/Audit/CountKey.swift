public import FurlongEvaluation
public import FurlongStudy

/// Which count it is: the same in every section.
public enum CountKey: Encodable, Hashable, Sendable {
  /// A count of people.
  case people(PeopleSet)
  /// Places at sessions.
  case places(AttendanceMeasure)
  /// Places attended in a month.
  case placesIn(month: CalendarDay)
  /// Places attended in an academic year, or in one of its terms.
  case placesDuring(year: Int, term: String?)
  /// Of these, those in days that no printed month holds.
  case placesBeside(year: Int, term: String?)
  /// Events of a group on one side of day 0.
  case events(PeopleSet.Side, event: String, window: String, group: String)
  /// Events in a bin around day 0.
  case eventsIn(event: String, window: String, from: Int)
  /// No count, but every number of an event that leaves out months before day 0, and with the others tells what these had.
  case withoutMonths(Int, event: String, window: String)
  /// Stories.
  case stories(StoriesMeasure)
  /// Stories that may be quoted, or not for one reason.
  case quotes(QuoteMeasure)
  /// Forms of a scale.
  case forms(FormsMeasure, scale: String)
  /// Twice the people who moved to the better end, and once those who stayed.
  case movedUp(scale: String, occasion: String, group: String)
  /// The difference of two counts that a reader can form.
  indirect case difference(CountKey, CountKey)
}
