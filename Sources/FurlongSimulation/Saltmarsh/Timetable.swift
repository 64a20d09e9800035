import FurlongNumerics
import FurlongStudy

/// The college's courses, term by term, and their sessions.
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

  private static let courses = [
    "Understanding anxiety", "Sleeping better", "Telling your story", "Living with voices",
    "Walking group", "Money and mood", "Creative writing", "Back to work", "Peer support",
    "Cooking on a budget",
  ]
  private static let terms = [
    ("Autumn 2022", CalendarDay(2022, 9, 26)), ("Spring 2023", CalendarDay(2023, 1, 16)),
    ("Summer 2023", CalendarDay(2023, 4, 24)), ("Autumn 2023", CalendarDay(2023, 9, 25)),
    ("Spring 2024", CalendarDay(2024, 1, 15)), ("Summer 2024", CalendarDay(2024, 4, 22)),
    ("Autumn 2024", CalendarDay(2024, 9, 23)), ("Spring 2025", CalendarDay(2025, 1, 13)),
    ("Summer 2025", CalendarDay(2025, 4, 28)),
  ]

  init(seed: UInt64) {
    var stream = RandomStream(seed: seed, stream: StudentStream.ofCollege(2))
    runs = Self.terms.flatMap { term, monday in
      Self.courses.enumerated().map { index, course in
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
