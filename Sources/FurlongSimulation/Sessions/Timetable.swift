import FurlongNumerics
import FurlongStudy

/// A college's courses, term by term, and their sessions.
struct Timetable: Sendable {
  struct Session: Sendable {
    let day: CalendarDay
    /// The college called it off: nobody was offered it.
    let isCalledOff: Bool
  }

  struct Run: Sendable {
    let course: String
    let term: String
    let sessions: [Session]

    var start: CalendarDay { sessions.first?.day ?? CalendarDay(number: 0) }
  }

  /// One run a course and term, in order of time.
  let runs: [Run]

  /// Draws when the courses begin, and which sessions are called off.
  ///
  /// - Parameters:
  ///   - seed: of the college.
  ///   - courses: their names; each runs once a term, for four to eight weeks.
  ///   - terms: their names, and the Monday on which each begins.
  init(seed: UInt64, courses: [String], terms: [(name: String, monday: CalendarDay)]) {
    var stream = RandomStream(seed: seed, stream: StudentStream.ofCollege(2))
    runs = terms.flatMap { term, monday in
      courses.enumerated().map { index, course in
        let first = monday + 7 * stream.integer(below: 3) + index % 5
        let sessions = (0..<(4 + index % 5)).map { week in
          Session(day: first + 7 * week, isCalledOff: stream.bernoulli(0.04))
        }
        return Run(course: course, term: term, sessions: sessions)
      }
    }
  }

  /// The runs that begin within 240 days of a registration.
  func runs(after registered: CalendarDay) -> [Run] {
    runs.filter { $0.start >= registered && $0.start < registered + 240 }
  }
}
