public import FurlongStudy
import FurlongTables

/// The columns of an attendance register: a row a place at a session, or a row a student and a column a session.
public struct AttendanceMapping: Sendable, Equatable {
  /// Of which course a place is.
  public enum Course: Sendable, Equatable {
    /// The one that a column names.
    case column(String)
    /// This one: the export is of one course.
    case named(String)
    /// That which heads the group of columns in which a session stands, in the row above the headings.
    case groups
    /// That after which the sheet is called.
    case sheets
  }

  /// Where the sessions are.
  public enum Sessions: Sendable, Equatable {
    /// Each row is a place: the columns of the session's day and of what became of the place.
    case rows(date: String, status: String)
    /// Each column that is headed by a day is a session; days without a year are the first such day from `from` on.
    case days(from: CalendarDay?)
    /// These columns are sessions, on these days.
    case columns([String: CalendarDay])
  }

  /// How long sessions last.
  public enum Hours: Sendable, Equatable {
    /// As many hours as a column says.
    case column(String)
    /// From the time of day in one column to that in another.
    case times(starts: String, ends: String)
    /// So many minutes each.
    case each(minutes: Int)
  }

  /// Of which course a place is.
  public var course: Course
  /// Where the sessions are.
  public var sessions: Sessions
  /// What the words of places mean.
  public var statuses: [String: AttendanceStatus]
  /// What a time of day means that stands in place of a word; nil = it is no word of the mapping's.
  public var timeMeans: AttendanceStatus?
  /// Words that stand for no place, such as those of a waiting list.
  public var noPlace: [String] = []
  /// How long sessions last; nil where nothing says it.
  public var hours: Hours?
  /// What a blank cell of a session's column means; nil = no place.
  public var blankMeans: AttendanceStatus?

  /// The columns that it reads whatever the export's headings are.
  var namedColumns: [String] {
    var columns: [String] = []
    if case .column(let course) = course { columns.append(course) }
    switch sessions {
    case .rows(let date, let status): columns += [date, status]
    case .days: break
    case .columns(let days): columns += days.keys.sorted()
    }
    switch hours {
    case .column(let hours): columns.append(hours)
    case .times(let starts, let ends): columns += [starts, ends]
    case .each, nil: break
    }
    return columns
  }
}

/// A session of which an export has a column.
struct SessionColumn {
  /// The column's heading.
  var column: String
  /// The session's day.
  var day: CalendarDay

  /// The course that heads the column's group; nil where the column has none.
  var group: String? { GroupedHeadings.parts(of: column)?.group }
}

extension ExportMap {
  /// The sessions among an export's headings, in its order; empty where rows are places.
  func sessionColumns(among header: [String]) -> [SessionColumn] {
    guard case .attendance(let columns) = content else { return [] }
    switch columns.sessions {
    case .rows: return []
    case .columns(let days):
      return header.compactMap { heading in
        days[heading].map { SessionColumn(column: heading, day: $0) }
      }
    case .days(let first):
      let others = Set(readColumns + drop + ignore)
      let text = DateText(
        order: format.dates ?? .dayMonthYear, shortYearsFrom: format.shortYearsFrom,
        dayNumbers: format.dayNumbers)
      return header.filter { !others.contains($0) }.compactMap { heading in
        text.sessionDay(heading, from: first).map { SessionColumn(column: heading, day: $0) }
      }
    }
  }
}

extension DateText {
  /// The day that heads a session's column; one without a year is the first such day from `first` on.
  ///
  /// A session that its heading calls cancelled was none.
  func sessionDay(_ heading: String, from first: CalendarDay?) -> CalendarDay? {
    if Self.saysNoSession(heading) { return nil }
    return headingDay(heading, from: first)
  }

  /// Whether a heading says that there was no session: `21/1/25 cancelled - snow`.
  static func saysNoSession(_ heading: String) -> Bool {
    let words = HeadingText(GroupedHeadings.parts(of: heading)?.own ?? heading)
    return words.words.contains { $0.hasPrefix("cancel") }
      || words.says("no session", "no class", "no course", "not held", "did not run", "postponed")
  }

  /// The day in a heading, whether there was a session on it or not.
  func headingDay(_ heading: String, from first: CalendarDay?) -> CalendarDay? {
    for part in Self.dayParts(of: heading) {
      if let day = try? day(part) { return day }
      if let found = first.flatMap({ day(part, from: $0) }) { return found }
    }
    return nil
  }

  /// A heading without that of its group, what stands in its brackets, what follows `Week 3` or `wk3`, and the words at its beginning
  /// that may be a day, as in `28/1/25 (room 2)`.
  static func dayParts(of heading: String) -> [String] {
    let heading = GroupedHeadings.parts(of: heading)?.own ?? heading
    var parts = [heading]
    if let open = heading.firstIndex(of: "("), let close = heading.lastIndex(of: ")"), open < close
    {
      parts.append(String(heading[heading.index(after: open)..<close]))
    }
    let words = heading.split(whereSeparator: { $0 == " " || $0 == ":" })
    if words.count > 2, ["week", "wk", "session", "class"].contains(words[0].lowercased()) {
      parts.append(
        words.dropFirst(2).filter { $0 != "-" && $0 != "–" }.joined(separator: " "))
    } else if words.count > 1, isNumbered(words[0]) {
      parts.append(
        words.dropFirst().filter { $0 != "-" && $0 != "–" }.joined(separator: " "))
    }
    let begun = heading.split { $0.isWhitespace || "(,;".contains($0) }
    for count in stride(from: min(4, begun.count), to: 0, by: -1)
    where begun.prefix(count).joined(separator: " ") != heading {
      let part = begun.prefix(count).joined(separator: " ")
      if part.contains(where: \.isNumber) { parts.append(part) }
    }
    return parts
  }

  /// Whether a word is a session by its number: `wk1`, `S12`.
  private static func isNumbered(_ word: Substring) -> Bool {
    let number = word.drop(while: \.isLetter)
    return !number.isEmpty && number.count < 3 && number.allSatisfy(\.isNumber)
      && ["week", "wk", "w", "session", "s", "class"].contains(
        word.prefix(while: \.isLetter).lowercased())
  }

  /// The first such day from a day on, of a text without a year.
  private func day(_ text: String, from first: CalendarDay) -> CalendarDay? {
    guard let (day, month) = dayAndMonth(text) else { return nil }
    return (0...4).lazy.compactMap {
      CalendarDay(year: first.date.year + $0, month: month, day: day)
    }
    .first { $0 >= first }
  }
}
