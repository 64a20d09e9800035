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
    Self.checkHeadings(sheet, sessions, &frame)
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
    Marks.lines(words, marks, of: sessions, time: key.time, &frame)
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
    var drafted = frame.end(.attendance, because: ["\(sessions.count) columns are headed by days"])
    // What stands beside the day may be a name, and no line of the mapping needs it.
    let more = Set(Self.sayingMore(sheet, sessions).map(\.heading))
    for place in drafted.columns.indices where more.contains(drafted.columns[place].heading) {
      drafted.columns[place].heading = "(column \(columnLetters(place)))"
    }
    draft = drafted
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

  /// The sessions whose headings say more than a day behind it.
  private static func sayingMore(
    _ sheet: ExportSheet, _ sessions: [ColumnProfile]
  ) -> [ColumnProfile] {
    let text = headingDays(sheet)
    return sessions.filter { column in
      let own = GroupedHeadings.parts(of: column.heading)?.own ?? column.heading
      let words = HeadingText(own).words
      return text.dayAndMonth(own) == nil && (try? text.day(own)) == nil
        && own.split(whereSeparator: \.isWhitespace).first?.first?.isNumber == true
        && words.contains { $0.contains(where: \.isLetter) && !PlainWords.has($0) }
    }
  }

  /// Says by its place and its day which column is headed by more than a day, and which session was none: what else stands there may
  /// be a name.
  private static func checkHeadings(
    _ sheet: ExportSheet, _ sessions: [ColumnProfile], _ frame: inout DraftFrame
  ) {
    let text = headingDays(sheet)
    let any = CalendarDay(number: 0)
    func place(_ column: ColumnProfile) -> String {
      let letters = sheet.table.column(column.heading).map(columnLetters) ?? ""
      return text.headingDay(column.heading, from: nil).map { "\(letters) (\($0))" } ?? letters
    }
    let more = sayingMore(sheet, sessions)
    if !more.isEmpty {
      frame.lines.checks.append(
        "\(more.count == 1 ? "The heading of column" : "The headings of columns") \(more.map(place).joined(separator: ", ")) \(more.count == 1 ? "says" : "say") more than a day: read as \(more.count == 1 ? "a session of that day" : "sessions of those days")."
      )
    }
    let none = sheet.profiles.filter {
      DateText.saysNoSession($0.heading) && text.headingDay($0.heading, from: any) != nil
        && ($0.filled == 0 || $0.isMarks)
    }
    if !none.isEmpty {
      let marks = none.reduce(0) { $0 + $1.filled }
      frame.lines.checks.append(
        "\(none.count == 1 ? "The heading of column" : "The headings of columns") \(none.map(place).joined(separator: ", ")) \(none.count == 1 ? "says that the session was" : "say that the sessions were") cancelled: \(none.count == 1 ? "it is" : "they are") not read\(marks > 0 ? ", though \(marks) \(marks == 1 ? "cell there holds" : "cells there hold") something" : "")."
      )
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
      status.byFrequency.map { ($0, places.word($0)) }, status.sample.texts, of: [status], &frame)
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
  ///
  /// - Parameter columns: where they stand.
  static func lines(
    _ words: [(word: String, means: String?)], _ counts: [String: Int], of columns: [ColumnProfile],
    time: AttendanceStatus? = nil, _ frame: inout DraftFrame
  ) {
    let times = words.map(\.word).filter(TimeOfDay.isArrival)
    let words = words.filter { !times.contains($0.word) }
    let rule = ShownWords(frame.sheet)
    var shown = words.filter { mark in
      let isKnown =
        mark.word.count <= 3
        || mark.means != nil && (mark.word.count <= 6 || PlainWords.areAll(of: mark.word))
        || KnownWords.place(mark.word) != nil || KnownWords.isNoPlace(mark.word)
      // A lone word that is no plain one may be a name, however often it stands.
      return isKnown && !rule.namesSomebody(mark.word)
        || PlainWords.areAll(of: mark.word) && counts[mark.word, default: 0] > 2
    }
    let hidden = words.map(\.word).filter { word in !shown.contains { $0.word == word } }
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
    guard !hidden.isEmpty else { return }
    let isOne = hidden.count == 1
    frame.lines.checks.append(
      "\(hidden.count) \(isOne ? "text" : "texts") in place of marks (\(rule.places(of: hidden, in: columns))) \(isOne ? "is" : "are") not shown, as remarks may hold names: the import leaves their places out and tells which, until they are corrected in the export or listed under 'values'."
    )
  }
}
