import Foundation
import FurlongNumerics
import FurlongStudy

/// The register of sessions: a row a student and session.
struct AttendanceExport {
  let college: SaltmarshCollege

  private struct Line {
    let day: CalendarDay
    let course: String
    let id: String
    let status: String
    let term: String
  }

  var table: ExportTable {
    let timetable = Timetable(seed: college.seed)
    var lines = college.enrolments.flatMap { self.lines(of: $0, in: timetable) }
    lines.sort { ($0.day, $0.course, $0.id) < ($1.day, $1.course, $1.id) }
    return ExportTable(
      path: "exports/attendance.csv", title: "Attendance, a row a student and session",
      columns: columns, key: ["Student ID", "Course", "Session date"],
      rows: lines.map { [$0.id, $0.course, $0.day.dayMonthYear, $0.status, $0.term] })
  }

  private func lines(
    of enrolment: SaltmarshCollege.Enrolment, in timetable: Timetable
  ) -> [Line] {
    let student = enrolment.student
    var stream = RandomStream(
      seed: college.seed, stream: StudentStream.attendance.number(of: enrolment.place))
    let comes = 1 / (1 + exp(-(0.9 + 0.9 * student.engagement)))
    var taken = Set<String>()
    var lines: [Line] = []
    for registered in [student.registered, student.registeredAgain].compactMap({ $0 }) {
      // Some register and never book.
      let wanted = stream.bernoulli(0.07) ? 0 : min(4, 1 + stream.poisson(mean: 0.9))
      var runs = timetable.runs(after: registered)
      stream.shuffle(&runs)
      for run in runs.prefix(wanted) where taken.insert("\(run.term) \(run.course)").inserted {
        for session in run.sessions {
          let status = status(session, comes: comes, from: &stream)
          if let left = student.leftOn, left <= session.day { continue }
          lines.append(
            Line(
              day: session.day, course: run.course,
              id: enrolment.identity.id(on: session.day, of: student), status: status,
              term: run.term))
        }
      }
    }
    return lines
  }

  private func status(
    _ session: Timetable.Session, comes: Double, from stream: inout RandomStream
  ) -> String {
    if session.isCalledOff { return "Withdrawn" }
    if stream.bernoulli(0.08) { return "Cancelled" }
    guard stream.bernoulli(comes) else { return "DNA" }
    return stream.bernoulli(0.1) ? "Late" : "Attended"
  }

  private let columns: [ExportTable.Column] = [
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
