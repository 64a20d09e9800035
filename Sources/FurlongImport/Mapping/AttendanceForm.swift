import FurlongForms
import FurlongStudy

/// Reads the columns of attendance registers.
enum AttendanceForm {
  private enum EachDay: String, CaseIterable { case days }
  private enum EachCourse: String, CaseIterable { case groups, sheets }
  private enum NoPlace: String, CaseIterable { case noPlace = "no place" }

  static func attendance(
    _ table: FormTable, rows: RowMeaning
  ) throws(FormError) -> AttendanceMapping {
    let isWide = rows == .student
    let status = try table.required("status").table {
      (table: FormTable) throws(FormError) -> Status in try Self.status(table, isWide: isWide)
    }
    return try table.required("session").table {
      (table: FormTable) throws(FormError) -> AttendanceMapping in
      let course = try course(table, isWide: isWide)
      let sessions: AttendanceMapping.Sessions =
        isWide
        ? try sessions(table) : .rows(date: try table.text("date"), status: status.column)
      return AttendanceMapping(
        course: course, sessions: sessions, statuses: status.words, timeMeans: status.time,
        noPlace: status.noPlace, hours: try hours(table, isWide: isWide), blankMeans: status.blank)
    }
  }

  private struct Status {
    var column: String
    var words: [String: AttendanceStatus]
    var noPlace: [String] = []
    var time: AttendanceStatus?
    var blank: AttendanceStatus?
  }

  private static func status(_ table: FormTable, isWide: Bool) throws(FormError) -> Status {
    var words: [String: AttendanceStatus] = [:]
    var none: [String] = []
    var time: AttendanceStatus?
    for entry in try table.required("values").entries() {
      if entry.key == TimeOfDay.word {
        time = try entry.value.word(AttendanceStatus.self)
      } else if try entry.value.text() == NoPlace.noPlace.rawValue {
        none.append(entry.key)
      } else {
        words[entry.key] = try entry.value.word(AttendanceStatus.self)
      }
    }
    let column = isWide ? "" : try table.text("column")
    var status = Status(column: column, words: words, noPlace: none, time: time)
    guard isWide else { return status }
    let blank = try table.required("blank_means")
    if try blank.text() != NoPlace.noPlace.rawValue {
      do {
        status.blank = try blank.word(AttendanceStatus.self)
      } catch {
        throw blank.error(
          error.what, fix: "write 'no place' where the person was not booked, or 'missed'")
      }
    }
    return status
  }

  private static func course(
    _ table: FormTable, isWide: Bool
  ) throws(FormError) -> AttendanceMapping.Course {
    let column = try table.optional("course")
    let named = try table.optional("course_is")
    let groups = isWide ? try table.optional("courses") : nil
    let said = [column, named, groups].compactMap(\.self)
    if said.count > 1 {
      throw said[1].error(
        "'course', 'course_is' and 'courses' exclude each other", fix: "keep one of them")
    }
    if let column { return .column(try column.text()) }
    if let named { return .named(try named.text()) }
    if let groups {
      switch try groups.word(EachCourse.self) {
      case .groups: return .groups
      case .sheets: return .sheets
      }
    }
    throw table.node.error(
      "nothing says of which course the sessions are",
      fix: isWide
        ? "add 'course: COLUMN', 'course_is: Name of the course', or 'courses: groups' where the row above the headings names them, or 'courses: sheets' where sheets are called after them"
        : "add 'course: COLUMN', or 'course_is: Name of the course'")
  }

  /// How long sessions last: a column, two times of day, or one length for all.
  private static func hours(
    _ table: FormTable, isWide: Bool
  ) throws(FormError) -> AttendanceMapping.Hours? {
    guard let node = try table.optional("hours") else { return nil }
    let hours =
      try node.isTable
      ? node.table { table throws(FormError) in
        if let each = try table.optional("each") {
          guard let minutes = SessionLength.minutes(ofHours: try each.number()) else {
            throw each.error(
              "a session lasts more than 0 and up to 24 hours, in whole minutes",
              fix: "write hours such as 1.5")
          }
          return AttendanceMapping.Hours.each(minutes: minutes)
        }
        return .times(starts: try table.text("starts"), ends: try table.text("ends"))
      } : AttendanceMapping.Hours.column(try node.text())
    guard case .each = hours else {
      if isWide {
        throw node.error(
          "a register with a column a session has no column of hours",
          fix: "write 'hours: { each: 2 }' where all its sessions last as long")
      }
      return hours
    }
    return hours
  }

  private static func sessions(
    _ table: FormTable
  ) throws(FormError) -> AttendanceMapping.Sessions {
    let node = try table.required("columns")
    let first = try table.optional("first_day")
    guard node.isTable else {
      _ = try node.word(EachDay.self)
      return .days(from: try first.map(day))
    }
    if let first {
      throw first.error(
        "'first_day' is for headings without a year, and these have days", fix: "take it out")
    }
    var days: [String: CalendarDay] = [:]
    for entry in try node.entries() { days[entry.key] = try day(entry.value) }
    return .columns(days)
  }

  private static func day(_ node: FormNode) throws(FormError) -> CalendarDay {
    guard let day = CalendarDay(iso: try node.text()) else {
      throw node.error("this is no date", fix: "write it like 2024-09-01")
    }
    return day
  }
}
