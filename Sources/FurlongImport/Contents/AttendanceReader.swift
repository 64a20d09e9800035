import FurlongStudy

/// Reads a student's place at a session.
struct AttendanceReader: ContentReader {
  let columns: AttendanceMapping

  mutating func read(
    _ cells: RowCells, into row: inout ImportRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    let course = try cells.required(columns.course)
    guard let day = try cells.pastDay(columns.date, &notes) else {
      throw cells.blank(columns.date)
    }
    guard let status = try cells.word(columns.status, columns.statuses) else {
      throw cells.blank(columns.status)
    }
    row.places = [AttendanceRecord(course: course, day: day, status: status)]
  }
}
