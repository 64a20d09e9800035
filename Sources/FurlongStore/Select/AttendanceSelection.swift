import FurlongStudy
import GRDB

/// Counts places at sessions from day 0 to the end of the data, by what became of them.
struct AttendanceSelection {
  var database: Database
  var plan: CohortPlan
  var size: Int

  /// The counts; nil where no export of attendance was read.
  func select() throws -> AttendanceColumns? {
    let isThere = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM batch WHERE kind = 'attendance' AND stopped = 0)")
    guard isThere == true else { return nil }
    let places = try CountedPlaces(database: database, plan: plan).gather()
    let offered = places.filter(\.isOffered)
    let monthly = MonthlySelection(plan: plan).select(offered)
    func counts(_ counted: (CountedPlaces.Place) -> Bool) -> [Int] {
      var counts = [Int](repeating: 0, count: size)
      for place in places where counted(place) {
        if let member = place.member { counts[member] += 1 }
      }
      return counts
    }
    func counts(of status: AttendanceStatus) -> [Int] {
      counts { !$0.isBefore && $0.status == status }
    }
    return AttendanceColumns(
      attended: counts(of: .attended), missed: counts(of: .missed),
      cancelledByStudent: counts(of: .cancelledByStudent),
      cancelledByCollege: counts(of: .cancelledByCollege),
      beforeDayZero: counts { $0.isBefore && $0.status != .cancelledByCollege },
      monthly: monthly,
      years: monthly.map { YearSelection(plan: plan, places: offered).select($0) } ?? [],
      hours: hours(at: places.filter(\.cameTo)))
  }

  /// Time at sessions attended from day 0 on, of those for whom each of them has a length; nil where none has.
  private func hours(at places: [CountedPlaces.Place]) -> HoursAttended? {
    var minutes = [Int?](repeating: nil, count: size)
    var isUnknown = [Bool](repeating: false, count: size)
    var longest: Int?
    for place in places {
      guard let member = place.member else { continue }
      guard let length = place.minutes else {
        isUnknown[member] = true
        continue
      }
      longest = max(longest ?? 0, length)
      minutes[member] = (minutes[member] ?? 0) + length
    }
    for member in isUnknown.indices where isUnknown[member] { minutes[member] = nil }
    return longest.map { HoursAttended(minutes: minutes, longest: $0) }
  }
}
