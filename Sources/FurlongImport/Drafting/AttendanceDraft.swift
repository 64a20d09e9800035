import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts the mapping of a register with a column a session.
struct WideRegisterDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where fewer than three columns are headed by days.
  init?(_ sheet: ExportSheet) {
    let text = Self.headingDays(sheet)
    let sessions = Self.sessions(sheet)
    guard sessions.count > 2, !sheet.identifiers.isEmpty else { return nil }
    let hasYears = sessions.allSatisfy { text.sessionDay($0.heading, from: nil) != nil }
    var frame = DraftFrame(sheet)
    frame.begin(
      .attendance, rows: .student, days: [], remark: "and a column a session",
      headings: Self.headingReading(sheet))
    frame.use(sessions)
    for session in sessions { frame.name(session.heading, "a session") }
    let course = sheet.first(.course)
    let groups = Self.groups(sessions)
    frame.use([course].compactMap { $0 })
    frame.lines.add("")
    frame.lines.add("session:")
    if let course {
      frame.lines.add("  course: \(YAMLText.word(course.heading))")
    } else if let groups {
      frame.lines.add(
        "  courses: groups", "as the row above the days says: \(groups.count) here")
      frame.lines.checks.append(
        "What stands above the days was taken for the names of courses: \(groups.map { "'\($0)'" }.joined(separator: ", ")). If it is something else, write 'course_is: Name of the course' in place of 'courses'."
      )
    } else if let name = sheet.shape.sheet, TermName(name) == nil {
      frame.lines.add("  courses: sheets", "check: each sheet is called after its course")
    } else {
      frame.lines.add(
        "  course_is: \(DraftLines.decide)", "the name of the course that this register is of")
    }
    frame.lines.add(
      "  columns: days", "every column that is headed by a day: \(sessions.count) here")
    if !hasYears {
      let year = Self.year(sheet)
      let term = sheet.shape.sheet.flatMap(TermName.init)?.firstDay
      frame.lines.add(
        "  first_day: \(term.map { "\($0)" } ?? year.map { "\($0)-01-01" } ?? DraftLines.decide)",
        term != nil
          ? "check: the headings leave out the year, and the sheet is called '\(sheet.shape.sheet ?? "")'"
          : year == nil
            ? "the headings leave out the year: the day on or after which the first session was, like 2024-09-01"
            : "check: the headings leave out the year, and the title says \(year ?? 0)")
    }
    var marks: [String: Int] = [:]
    for column in sessions { marks.merge(column.sample.texts, uniquingKeysWith: +) }
    let around = sheet.shape.above + Self.foot(sheet)
    let key = RegisterKey(around, beside: sheet.others.key)
    frame.lines.add("status:")
    let seen = Set(marks.keys.map(ItemCoding.plain))
    let unseen = key.known.filter { !seen.contains(ItemCoding.plain($0)) }
    // In an order of their own, so that sheets of one layout say the same.
    let words = (Array(marks.keys) + unseen).sorted().map {
      (
        word: $0,
        means: key.meaning(of: $0)?.rawValue ?? KnownWords.placeWord($0)
      )
    }.map { mark in
      // Beside O, for absent, A may be for apologies: without a key a person must say.
      let isEither =
        key.meaning(of: mark.word) == nil && ItemCoding.plain(mark.word) == "a"
        && marks.keys.contains { ItemCoding.plain($0) == "o" }
      return isEither ? (word: mark.word, means: nil) : mark
    }
    if !key.isEmpty {
      frame.lines.add(
        RegisterKey(around).isEmpty
          ? "  # as the sheet with the key says" : "  # as the key above or below the register says"
      )
    }
    Marks.lines(words, marks, time: key.time, &frame)
    let cells = sessions.reduce(0) { $0 + $1.rows }
    let filled = sessions.reduce(0) { $0 + $1.filled }
    if let blank = key.blank {
      frame.lines.add("  blank_means: \(blank)", "as the key says")
    } else if filled * 2 < cells {
      frame.lines.add(
        "  blank_means: no place",
        "check: \(cells - filled) of \(cells) cells are blank; write missed if these were booked")
      frame.lines.checks.append(
        "A blank cell was taken for no place, since most are blank. If it means that the person was booked and did not come, write 'blank_means: missed'."
      )
    } else {
      frame.lines.add("  blank_means: \(DraftLines.decide)", "no place, or missed")
    }
    let days = sessions.compactMap { text.sessionDay($0.heading, from: nil) }
    frame.know { facts in
      facts.lastDay = days.max()
      facts.hasAttendance = true
    }
    draft = frame.end(.attendance, because: ["\(sessions.count) columns are headed by days"])
  }
}

extension WideRegisterDraft {
  /// The columns that are headed by a day and hold marks.
  static func sessions(_ sheet: ExportSheet) -> [ColumnProfile] {
    let text = headingDays(sheet)
    let any = CalendarDay(number: 0)
    return sheet.profiles.filter {
      text.sessionDay($0.heading, from: any) != nil && ($0.filled == 0 || $0.isMarks)
    }
  }

  /// The rows below the register that hold one cell, as a key does.
  private static func foot(_ sheet: ExportSheet) -> [[String]] {
    let table = sheet.table
    return (max(0, table.rowCount - 5)..<table.rowCount).compactMap { row in
      let filled = table.header.indices.filter { !table.isBlank(row: row, column: $0) }
      guard filled.count == 1, let only = filled.first else { return nil }
      return [table.text(row: row, column: only)]
    }
  }

  /// What heads the groups of the sessions' columns, in the export's order; nil where a session has no group, or the groups are
  /// terms.
  private static func groups(_ sessions: [ColumnProfile]) -> [String]? {
    var groups: [String] = []
    for session in sessions {
      guard let group = GroupedHeadings.parts(of: session.heading)?.group else { return nil }
      if !groups.contains(group) { groups.append(group) }
    }
    let periods = TermName.words.union(["block", "week", "month"])
    let areTerms = groups.allSatisfy { group in
      HeadingText(group).words.contains { periods.contains($0) }
    }
    return areTerms ? nil : groups
  }

  private static func headingDays(_ sheet: ExportSheet) -> DateText {
    DateText(order: headingReading(sheet).order, shortYearsFrom: 1930)
  }

  /// How the headings read as days.
  private static func headingReading(_ sheet: ExportSheet) -> DayReading {
    let parts = sheet.profiles.flatMap { DateText.dayParts(of: $0.heading) }
    return DayReading(Dictionary(parts.map { ($0, 1) }) { first, _ in first })
  }

  /// The one year that the rows above the headings name; nil where they name none, or several.
  fileprivate static func year(_ sheet: ExportSheet) -> Int? {
    let words = sheet.shape.above.joined().flatMap { HeadingText($0).words }
    let years = Set(
      words.compactMap { $0.count == 4 ? Int($0) : nil }.filter { (2000...2100) ~= $0 })
    return years.count == 1 ? years.first : nil
  }
}

/// Drafts the mapping of a register with a row a place.
struct RegisterDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where the export is no such register.
  init?(_ sheet: ExportSheet) {
    guard let course = sheet.first(.course), let places = BookedPlaces(sheet),
      !sheet.identifiers.isEmpty, places.status.isWords
    else { return nil }
    let (day, status) = (places.day, places.status)
    var frame = DraftFrame(sheet)
    frame.begin(.attendance, rows: .session, days: [day])
    frame.use([status, course, day])
    frame.checkOrder([day])
    frame.lines.add("")
    frame.lines.add(
      "session: { course: \(YAMLText.word(course.heading)), date: \(YAMLText.word(day.heading)) }")
    frame.lines.add("status:")
    frame.lines.add("  column: \(YAMLText.word(status.heading))")
    Marks.lines(
      status.byFrequency.map { ($0, places.word($0)) }, status.sample.texts, &frame)
    for check in places.checks { frame.lines.checks.append(check) }
    frame.know { $0.hasAttendance = true }
    draft = frame.end(
      .attendance,
      because: [
        "'\(course.heading)', '\(day.heading)' and '\(status.heading)' say who came when to what"
      ])
  }
}

/// The marks of a register as a mapping lists them.
enum Marks {
  /// Adds them, times of day in one line; a remark that somebody typed in place of a mark is not shown, as it may hold a name.
  static func lines(
    _ words: [(word: String, means: String?)], _ counts: [String: Int],
    time: AttendanceStatus? = nil, _ frame: inout DraftFrame
  ) {
    let times = words.map(\.word).filter(TimeOfDay.isArrival)
    let words = words.filter { !times.contains($0.word) }
    var shown = words.filter {
      ShownWords.mayShow(
        $0.word, cells: counts[$0.word] ?? 0,
        isKnown: $0.word.count <= 3
          || KnownWords.place($0.word) != nil || KnownWords.isNoPlace($0.word))
    }
    let hidden = words.count - shown.count
    if let time {
      shown.append((word: TimeOfDay.word, means: time.rawValue))
    } else if !times.isEmpty {
      let cells = times.reduce(0) { $0 + (counts[$1] ?? 0) }
      shown.append((word: TimeOfDay.word, means: AttendanceStatus.attended.rawValue))
      frame.lines.checks.append(
        "\(cells) \(cells == 1 ? "cell holds" : "cells hold") a time of day in place of a mark: it was taken to say that the person came ('\(TimeOfDay.word): attended'). If it says something else, take that line out."
      )
    }
    frame.lines.words(
      "values", shown, indent: 2,
      choices: (AttendanceStatus.allCases.map(\.rawValue) + ["no place"]).joined(separator: ", "))
    guard hidden > 0 else { return }
    frame.lines.checks.append(
      "\(hidden) \(hidden == 1 ? "text" : "texts") in place of marks, of one or two cells each, \(hidden == 1 ? "is" : "are") not shown, as remarks may hold names: the import leaves their places out and tells which, until they are corrected in the export or listed under 'values'."
    )
  }
}
