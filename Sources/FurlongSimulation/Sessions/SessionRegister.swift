import Foundation
import FurlongNumerics
import FurlongStudy

/// Which sessions a student books, and what comes of each.
struct SessionRegister {
  /// A session that a student had booked.
  struct Booking: Sendable {
    let day: CalendarDay
    let course: String
    let term: String
    /// A word of the export.
    let status: String

    /// Whether the student was there.
    var isAttended: Bool { status == "Attended" || status == "Late" }
  }

  let seed: UInt64
  let timetable: Timetable

  /// Draws the bookings of one student, course by course.
  ///
  /// - Parameters:
  ///   - place: the student's place in the streams of chance.
  ///   - registrations: the days of registration; after each, courses are booked.
  ///   - leftOn: from this day on there is no session.
  ///   - engagement: how much the student takes part, in standard deviations.
  func bookings(
    place: UInt64, registrations: [CalendarDay], leftOn: CalendarDay?, engagement: Double
  ) -> [Booking] {
    var stream = RandomStream(seed: seed, stream: StudentStream.attendance.number(of: place))
    let comes = 1 / (1 + exp(-(0.9 + 0.9 * engagement)))
    var taken = Set<String>()
    var bookings: [Booking] = []
    for registered in registrations {
      // Some register and never book.
      let wanted = stream.bernoulli(0.07) ? 0 : min(4, 1 + stream.poisson(mean: 0.9))
      var runs = timetable.runs(after: registered)
      stream.shuffle(&runs)
      for run in runs.prefix(wanted) where taken.insert("\(run.term) \(run.course)").inserted {
        for session in run.sessions {
          let status = status(session, comes: comes, from: &stream)
          if let leftOn, leftOn <= session.day { continue }
          bookings.append(
            Booking(day: session.day, course: run.course, term: run.term, status: status))
        }
      }
    }
    return bookings
  }

  private func status(
    _ session: Timetable.Session, comes: Double, from stream: inout RandomStream
  ) -> String {
    if session.isCalledOff { return "Withdrawn" }
    if stream.bernoulli(0.08) { return "Cancelled" }
    guard stream.bernoulli(comes) else { return "DNA" }
    return stream.bernoulli(0.1) ? "Late" : "Attended"
  }

  /// The export: a row a student and session, in order of time.
  static func table(_ lines: [(id: String, booking: Booking)]) -> ExportTable {
    let sorted = lines.sorted {
      ($0.booking.day, $0.booking.course, $0.id) < ($1.booking.day, $1.booking.course, $1.id)
    }
    return ExportTable(
      path: "exports/attendance.csv", title: "Attendance, a row a student and session",
      columns: columns, key: ["Student ID", "Course", "Session date"],
      rows: sorted.map { id, booking in
        [id, booking.course, booking.day.dayMonthYear, booking.status, booking.term]
      })
  }

  static let columns: [ExportTable.Column] = [
    .text("Student ID", "The college's id", required: true), .text("Course", "Course"),
    .day("Session date", "Day of the session", required: true),
    .text(
      "Status", "What came of it",
      words: [
        ("Attended", "attended"), ("Late", "attended, late"), ("DNA", "did not attend"),
        ("Cancelled", "cancelled by the student"), ("Withdrawn", "cancelled by the college"),
      ], required: true), .text("Term", "Term"),
  ]
}
