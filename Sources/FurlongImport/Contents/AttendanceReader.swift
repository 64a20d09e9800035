import FurlongStudy

/// Reads a student's places at sessions: one a row, or one a column.
struct AttendanceReader: ContentReader {
  private enum Course {
    case column(CellColumn)
    case named(String)
    case groups
  }

  private let course: Course
  /// The columns of the day and of what became of the place, where each row is a place.
  private let rowIsPlace: (date: CellColumn, status: CellColumn)?
  /// The sessions among the headings, where a column is a session.
  private let sessions: [(column: CellColumn, day: CalendarDay, group: String?)]
  private let statuses: CellWords<AttendanceStatus>
  private let timeMeans: AttendanceStatus?
  private let noPlace: Set<String>
  /// Which cells hold a word for no place.
  private let noPlaceCells = CellMemo<Bool>()
  private let blankMeans: AttendanceStatus?
  private let length: SessionLength?

  /// - Parameter sheet: the name of the sheet that is read; nil where the file has none.
  init(
    columns: AttendanceMapping, sessions: [SessionColumn], sheet: String?, rules: CellRules
  ) {
    course =
      switch columns.course {
      case .column(let column): .column(rules.column(column))
      case .named(let name): .named(name)
      case .groups: .groups
      // The check of columns saw that a sheet is named.
      case .sheets: .named(sheet ?? "")
      }
    if case .rows(let date, let status) = columns.sessions {
      rowIsPlace = (rules.column(date), rules.column(status))
    } else {
      rowIsPlace = nil
    }
    self.sessions = sessions.map { (rules.column($0.column), $0.day, $0.group) }
    statuses = CellWords(columns.statuses)
    timeMeans = columns.timeMeans
    noPlace = Set(columns.noPlace.map(ItemCoding.plain))
    blankMeans = columns.blankMeans
    length = columns.hours.map { SessionLength($0, rules: rules) }
  }

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    let course: String? =
      switch course {
      case .column(let column): try cells.required(column)
      case .named(let name): name
      case .groups: nil
      }
    guard let (date, status) = rowIsPlace, let course else {
      row.row.places = try places(cells, of: course, &notes)
      return
    }
    guard let day = try cells.pastDay(date, &notes) else { throw cells.blank(date.name) }
    if isNoPlace(status, cells) { return }
    guard let what = try self.status(status, cells) else { throw cells.blank(status.name) }
    row.row.places = [
      AttendanceRecord(
        course: course, day: day, status: what, minutes: minutes(of: what, cells, &notes))
    ]
  }

  /// How long the session of a place lasted; nil where nothing says it.
  ///
  /// A length that cannot be costs itself alone and never the place. Where nobody was, systems write 0: it is asked of attended
  /// places.
  private func minutes(
    of status: AttendanceStatus, _ cells: RowCells, _ notes: inout ImportNotes
  ) -> Int? {
    do throws(RowRefusal) {
      return try length?.minutes(cells)
    } catch {
      guard status == .attended else { return nil }
      notes.ofRow += error.faults.map { fault in
        var fault = fault
        fault.part = .length
        return fault
      }
      return nil
    }
  }

  /// Whether a cell's word is one of those for no place.
  private func isNoPlace(_ column: CellColumn, _ cells: RowCells) -> Bool {
    if noPlace.isEmpty { return false }
    return noPlaceCells.value(of: cells.bytes(column)) { () throws(Never) -> Bool in
      cells.value(column).map { noPlace.contains(ItemCoding.plain($0)) } ?? false
    }
  }

  /// What a cell says of a place; nil where it is blank.
  private func status(_ column: CellColumn, _ cells: RowCells) throws(RowRefusal)
    -> AttendanceStatus?
  {
    do throws(RowRefusal) {
      return try cells.word(column, statuses)
    } catch {
      guard cells.value(column).map(TimeOfDay.isArrival) ?? false else { throw error }
      if let timeMeans { return timeMeans }
      throw RowRefusal(
        .unknownWord, column.name,
        "A time of day stands here, and the mapping does not say what it means.",
        fix:
          "If it says that the person came, write '\(TimeOfDay.word): attended' under 'values' in the mapping; else "
          + "correct it where it was exported from.")
    }
  }

  /// The places of a row that has a column a session.
  ///
  /// An unknown word costs the place that it stands for; a row of which no place can be kept is set aside whole.
  ///
  /// - Parameter course: of what all are; nil where each column's group says it.
  private func places(
    _ cells: RowCells, of course: String?, _ notes: inout ImportNotes
  ) throws(RowRefusal) -> [AttendanceRecord] {
    var faults: [RowRefusal.Fault] = []
    var places: [AttendanceRecord] = []
    for (column, day, group) in sessions {
      // The check of columns saw that each has one.
      guard let course = course ?? group else { continue }
      do throws(RowRefusal) {
        if isNoPlace(column, cells) { continue }
        guard let what = try status(column, cells) ?? blankMeans else { continue }
        places.append(
          AttendanceRecord(
            course: course, day: day, status: what, minutes: minutes(of: what, cells, &notes)))
      } catch {
        faults += error.faults
      }
    }
    if places.isEmpty, !faults.isEmpty { throw RowRefusal(faults) }
    notes.ofRow += faults.map { fault in
      var fault = fault
      fault.part = .place
      return fault
    }
    return places
  }
}
