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
    if isNoPlace(status, cells) { return }
    guard let what = try cells.word(status, columns.statuses) else { throw cells.blank(status) }
    row.places = [AttendanceRecord(course: course, day: day, status: what)]
  }

  /// Whether a cell's word is one of those for no place.
  private func isNoPlace(_ column: String, _ cells: RowCells) -> Bool {
    guard !columns.noPlace.isEmpty, let value = cells.value(column) else { return false }
    let plain = ItemCoding.plain(value)
    return columns.noPlace.contains { ItemCoding.plain($0) == plain }
  }

  /// The places of a row that has a column a session; a row with an unknown word is set aside whole.
  private func places(
    _ cells: RowCells, of course: String, _ notes: inout ImportNotes
  ) throws(RowRefusal) -> [AttendanceRecord] {
    var faults: [RowRefusal.Fault] = []
    var places: [AttendanceRecord] = []
    for (column, day) in sessions {
      do throws(RowRefusal) {
        if isNoPlace(column, cells) { continue }
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
