import FurlongStudy

/// The register of sessions: a row a student and session.
struct AttendanceExport {
  let college: SaltmarshCollege

  private static let courses = [
    "Understanding anxiety", "Sleeping better", "Telling your story", "Living with voices",
    "Walking group", "Money and mood", "Creative writing", "Back to work", "Peer support",
    "Cooking on a budget",
  ]
  private static let terms: [(name: String, monday: CalendarDay)] = [
    ("Autumn 2022", CalendarDay(2022, 9, 26)), ("Spring 2023", CalendarDay(2023, 1, 16)),
    ("Summer 2023", CalendarDay(2023, 4, 24)), ("Autumn 2023", CalendarDay(2023, 9, 25)),
    ("Spring 2024", CalendarDay(2024, 1, 15)), ("Summer 2024", CalendarDay(2024, 4, 22)),
    ("Autumn 2024", CalendarDay(2024, 9, 23)), ("Spring 2025", CalendarDay(2025, 1, 13)),
    ("Summer 2025", CalendarDay(2025, 4, 28)),
  ]

  var table: ExportTable {
    let register = SessionRegister(
      seed: college.seed,
      timetable: Timetable(seed: college.seed, courses: Self.courses, terms: Self.terms))
    return SessionRegister.table(
      college.enrolments.flatMap { enrolment in
        let student = enrolment.student
        return register.bookings(
          place: enrolment.place,
          registrations: [student.registered, student.registeredAgain].compactMap(\.self),
          leftOn: student.leftOn, engagement: student.engagement
        ).map { (enrolment.identity.id(on: $0.day, of: student), $0) }
      })
  }
}
