import FurlongStudy
import GRDB

/// Who had completed by a day after day 0, of those who were still there on it.
///
/// - Places count as in `CountedPlaces`: from day 0, those that the college cancelled left out.
/// - A course is over where none of a person's places of it lies on the landmark or after it. After a pause of more than
///   four weeks it is another run of the course, which is over by itself.
/// - Still there: not gone before the landmark, and the data reach it. Of the others nothing is said, so that they are in no
///   group; who never came is in one.
struct LandmarkSelection {
  /// After a pause of more days a course has begun anew.
  static let longestPause = 28

  var database: Database
  var plan: CohortPlan
  var dayZero: [CalendarDay?]

  /// What each person had done by the landmark; nil where they were not there.
  ///
  /// Needs the temporary table `counted_place`.
  func select(_ landmark: Landmark) throws -> [Landmark.Standing?] {
    let days = dayZero.map { day in day.map { landmark.day.after($0).number } }
    var standings = [Landmark.Standing?](repeating: nil, count: dayZero.count)
    let dataEnd = plan.dataTo.map { $0.number + 1 } ?? SelectedDays.farOff
    let left = try Optional<Int>.fetchAll(
      database, sql: "SELECT left_on FROM member ORDER BY idx")
    for (person, day) in days.enumerated() {
      guard let day, day <= dataEnd, left[person].map({ $0 >= day }) ?? true else { continue }
      standings[person] = .absent
    }
    var attended = [Int](repeating: 0, count: dayZero.count)
    var minutes = attended
    var hasAllLengths = [Bool](repeating: true, count: dayZero.count)
    func close(_ course: Course?) {
      guard let course, standings[course.person] != nil, course.attended > 0 else { return }
      attended[course.person] += course.attended
      minutes[course.person] += course.minutes
      if course.lacksMinutes { hasAllLengths[course.person] = false }
      if standings[course.person] == .absent { standings[course.person] = .came }
      let completes =
        switch landmark.completing {
        case .sessions(let least): attended[course.person] >= least
        case .hours(let least): minutes[course.person] >= 60 * least
        case .course(let percent): course.isOver && course.attended * 100 >= percent * course.places
        }
      if completes { standings[course.person] = .completed }
    }
    var course: Course?
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.idx, p.course, p.day, p.status = 'attended', p.minutes
        FROM counted_place p JOIN member m ON m.person = p.person
        WHERE p.is_before = 0 AND p.status <> 'cancelled by college'
        ORDER BY m.idx, p.course, p.day
        """)
    while let row = try rows.next() {
      let person: Int = row[0]
      let name: String = row[1]
      guard let day = days[person] else { continue }
      let on: Int = row[2]
      let goesOn =
        course.map {
          ($0.person, $0.name) == (person, name) && on - $0.lastDay <= Self.longestPause
        } ?? false
      if !goesOn {
        close(course)
        course = Course(person: person, name: name)
      }
      course?.lastDay = on
      if on >= day {
        course?.isOver = false
      } else {
        course?.places += 1
        if row[3] {
          course?.attended += 1
          course?.minutes += (row[4] as Int?) ?? 0
          if (row[4] as Int?) == nil { course?.lacksMinutes = true }
        }
      }
    }
    close(course)
    // Who came to sessions of unknown length may have completed by hours: of them nothing is said.
    if case .hours = landmark.completing {
      for person in standings.indices where standings[person] == .came && !hasAllLengths[person] {
        standings[person] = nil
      }
    }
    return standings
  }

  /// A person's places of one run of a course before the landmark.
  private struct Course {
    var person: Int
    var name: String
    var lastDay = 0
    var places = 0
    var attended = 0
    var minutes = 0
    var lacksMinutes = false
    var isOver = true
  }
}
