import FurlongForms
import FurlongStudy
import FurlongTables

/// Holds an export's headings against its mapping: every column that is read is there, every other is known.
struct ColumnCheck {
  let map: ExportMap
  let mapFile: String
  let file: String

  /// What stops the export; empty where headings and mapping fit.
  func problems(_ table: TableWalk) throws -> [Problem] {
    let header = table.header
    let empty = try table.emptyUnnamedColumns()
    let read = map.readColumns
    let places = map.sessionColumns(among: header)
    let sessions = places.map(\.column)
    let there = Set(header)
    let absent = read.filter { !there.contains($0) }
    if absent.count * 2 > read.count {
      // Probably these are no headings at all: then they are cells, which no message may show.
      return [
        stop(
          nil,
          "Of \(read.count) columns that \(mapFile) reads, \(absent.count) are not among the headings "
            + "in row \(map.format.csv.headerRow).",
          fix:
            "Check 'header_row' and 'delimiter' in the mapping, or whether this is the right export."
        )
      ]
    }
    let named = Set(read + sessions + map.drop + map.ignore)
    // A column without heading that holds nothing is a spreadsheet's, not the export's.
    var unnamed = header.indices.filter {
      !named.contains(header[$0]) && !empty.contains($0)
    }
    .map { header[$0] }
    var problems: [Problem] = []
    for column in absent {
      let likely =
        NearestWord(among: unnamed).to(column)
        ?? (absent.count == 1 && unnamed.count == 1 ? unnamed[0] : nil)
      if let likely { unnamed.removeAll { $0 == likely } }
      let now = likely.map { shown($0) ?? "that of \(place($0, in: header))" }
      problems.append(
        stop(
          column, "Column '\(column)' is not in the export.",
          fix: now.map {
            "If its heading is now \($0), write that in \(mapFile)."
          } ?? "Export it with that column, or mend \(mapFile)."))
    }
    if case .attendance(let columns) = map.content, case .days(let first) = columns.sessions,
      sessions.isEmpty
    {
      problems.append(
        stop(
          nil, "No column is headed by a day, so the register has no session.",
          fix: first == nil
            ? "If the headings leave out the year, write 'first_day' beside 'columns' in \(mapFile): the day on or after "
              + "which the sessions lie; if they are words, give each its day: columns: { Week 1: 2024-09-24 }."
            : "Check 'dates' and 'header_row' in \(mapFile), or give each column its day: columns: { Week 1: 2024-09-24 }."
        ))
    }
    if case .attendance(let columns) = map.content, columns.course == .sheets,
      map.format.sheet == nil
    {
      problems.append(
        stop(
          nil, "Courses are to be those after which sheets are called, and no sheet is named.",
          fix:
            "Write in the 'format' of \(mapFile) which: sheet: [Sleep Well, Cooking]; or say 'course_is' in place of 'courses'."
        ))
    }
    if case .attendance(let columns) = map.content, columns.course == .groups {
      for session in places where session.group == nil {
        problems.append(
          stop(
            nil,
            "No course stands above \(place(session.column, in: header)), which is headed by a day.",
            fix:
              "Write its course above it in the register, check 'group_row' in \(mapFile), or say 'course_is' in place of 'courses'."
          ))
      }
    }
    for heading in unnamed {
      let column = header.firstIndex(of: heading) ?? 0
      if SourceTable.isUnnamed(heading, column) {
        problems.append(
          stop(
            heading, "Column \(columnLetters(column)) has no heading and is not in the mapping.",
            fix: "Give it a heading, or add '\(heading)' to 'ignore' or 'drop' in \(mapFile).",
            code: .blankHeadings))
        continue
      }
      let words = shown(heading)
      problems.append(
        stop(
          words == nil ? nil : heading,
          words.map { "Column \($0) is not in the mapping." }
            ?? "C\(place(heading, in: header).dropFirst()) is not in the mapping.",
          fix: "Name it in \(mapFile), or add it there to 'ignore' or 'drop'."))
    }
    return problems
  }

  /// A heading in quotes where it is nearly one of the mapping's; any other may be a cell.
  private func shown(_ heading: String) -> String? {
    ShownValue.quoted(heading: heading, named: map.readColumns + map.drop + map.ignore)
  }

  /// Where a heading stands, by number and by the letter that a spreadsheet shows.
  private func place(_ heading: String, in header: [String]) -> String {
    let place = header.firstIndex(of: heading) ?? 0
    return "column number \(place + 1) (\(columnLetters(place)))"
  }

  private func stop(
    _ column: String?, _ message: String, fix: String, code: ProblemCode = .columns
  ) -> Problem {
    Problem(
      severity: .stop, code: code.rawValue, file: file, row: nil, column: column,
      message: message, fix: fix)
  }
}
