import FurlongStudy

/// Reads a student's places at sessions: one a row, or one a column.
struct AttendanceReader: ContentReader {
  let columns: AttendanceMapping
  /// The sessions among the headings, where a column is a session.
  let sessions: [(column: String, day: CalendarDay)]

  mutating func read(
    _ cells: RowCells, into row: inout ImportRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    let course =
      switch columns.course {
      case .column(let column): try cells.required(column)
      case .named(let name): name
      }
    guard case .rows(let date, let status) = columns.sessions else {
      row.places = try places(cells, of: course, &notes)
      return
    }
    guard let day = try cells.pastDay(date, &notes) else { throw cells.blank(date) }
    guard let what = try cells.word(status, columns.statuses) else { throw cells.blank(status) }
    row.places = [AttendanceRecord(course: course, day: day, status: what)]
  }

  /// The places of a row that has a column a session; a row with an unknown word is set aside whole.
  private func places(
    _ cells: RowCells, of course: String, _ notes: inout ImportNotes
  ) throws(RowRefusal) -> [AttendanceRecord] {
    var faults: [RowRefusal.Fault] = []
    var places: [AttendanceRecord] = []
    for (column, day) in sessions {
      do throws(RowRefusal) {
        guard let what = try cells.word(column, columns.statuses) ?? columns.blankMeans else {
          continue
        }
        places.append(AttendanceRecord(course: course, day: day, status: what))
      } catch {
        faults += error.faults
      }
    }
    if !faults.isEmpty { throw RowRefusal(faults) }
    return places
  }
}
