import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts the mapping of stays in hospital.
struct SpellsDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where the export has no days of admission.
  init?(_ sheet: ExportSheet) {
    let legal = sheet.first(.legalStatus)
    let detained = legal?.byFrequency.filter(KnownWords.isDetention).sorted() ?? []
    let saidStart = sheet.first(.spellStart)
    // `Section, Start Date, End Date` are periods under the Act: no day there is one of admission.
    let plain = saidStart == nil && !detained.isEmpty ? sheet.columns(.day) : []
    guard !sheet.identifiers.isEmpty,
      let start = saidStart
        ?? plain.first(where: { $0.words.says("start", "from", "began", "begin") })
    else { return nil }
    let end =
      sheet.first(.spellEnd)
      ?? plain.first { $0.words.says("end", "to", "expiry", "ended", "until", "lapsed") }
    let isLegal =
      saidStart == nil || start.words.says("legal status", "mh act", "mental health act")
    let days = [start, end].compactMap { $0 }
    var frame = DraftFrame(sheet)
    frame.begin(.events, rows: .spell, days: days)
    frame.use(days + [legal].compactMap { $0 })
    frame.checkOrder(days)
    Coverage.lines(sheet, days, &frame)
    frame.lines.add("")
    frame.lines.add("start: \(YAMLText.word(start.heading))")
    if let end {
      frame.lines.add("end: { column: \(YAMLText.word(end.heading)), blank_means: still there }")
    }
    frame.lines.add("events:")
    var events: Set<String> = []
    // Periods under the Act are no stays: only detentions are counted in them.
    if !isLegal {
      frame.countsStays = true
      frame.lines.add("  - { event: admission, count: starts }", "in the window of its first day")
      events.insert("admission")
      if end != nil {
        frame.lines.add("  - { event: bed-day, count: nights }", "midnights")
        events.insert("bed-day")
      }
    }
    if let legal, !detained.isEmpty, !isLegal, sheet.others.hasLegalPeriods {
      frame.lines.checks.append(
        "Detentions are counted in the export of periods under the Mental Health Act, and not by '\(legal.heading)' here too: each would count twice."
      )
    } else if let legal, !detained.isEmpty {
      frame.lines.add(
        "  - { event: detention, count: starts, where: { column: \(YAMLText.word(legal.heading)), is: \(DraftLines.list(detained)) } }",
        "short-term orders are left out")
      events.insert("detention")
    }
    if events.isEmpty {
      frame.lines.add("  - { event: \(DraftLines.decide), count: starts }", "what is counted")
    }
    frame.know {
      $0.events = events
      $0.hasLegalPeriods = isLegal && !detained.isEmpty
    }
    draft = frame.end(
      .events,
      because: ["'\(start.heading)' says when stays or periods begin"]
        + (end.map { ["'\($0.heading)' when they end"] } ?? []))
  }
}

/// Drafts the mapping of dated events such as contacts.
struct EventsDraft: ContentDraft {
  let draft: MapDraft

  /// Codes of the mental health services data set: attended on time, or late and seen.
  private static let attended = ["5", "6"]

  /// The draft; nil where rows have no day or are nobody's.
  init?(_ sheet: ExportSheet) {
    // A person and a day alone may be anything: the name or a heading must say what happened.
    guard let day = sheet.first(.day), !sheet.identifiers.isEmpty,
      let event = Self.event(sheet, day)
    else { return nil }
    var frame = DraftFrame(sheet)
    frame.begin(.events, rows: .event, days: [day])
    frame.use([day])
    frame.checkOrder([day])
    Coverage.lines(sheet, [day], &frame)
    frame.lines.add("")
    frame.lines.add("date: \(YAMLText.word(day.heading))")
    let copies = Self.copies(sheet)
    if copies > 0 {
      frame.lines.add(
        "once_a: row",
        "\(copies) \(copies == 1 ? "row is" : "rows are") the same as another in every column")
    }
    frame.lines.add("events:")
    let seen = Self.seen(sheet, &frame)
    if event == "emergency-attendance",
      let category = sheet.profiles.first(where: {
        $0.words.says("attendance category", "attendance type") && $0.different > 1
      })
    {
      frame.lines.checks.append(
        "'\(category.heading)' is not read: every row counts, follow-up attendances with it. To count first ones alone, write 'where: { column: \(YAMLText.word(category.heading)), is: [1] }' beside the event, once you know what its codes mean."
      )
    }
    let direct = event == "contact" ? Self.direct(sheet, &frame) : nil
    let kinds = Self.kinds(sheet, usual: event, &frame)
    for (event, kind) in kinds {
      let conditions = [seen, direct, kind].compactMap { $0 }
      switch conditions.count {
      case 0: frame.lines.add("  - { event: \(event), count: rows }")
      case 1:
        frame.lines.add(
          "  - { event: \(event), count: rows, where: \(conditions[0].line) }", conditions[0].why)
      default:
        frame.lines.add("  - event: \(event)")
        frame.lines.add("    count: rows")
        frame.lines.add("    where:", "a row counts that meets each of these")
        for condition in conditions { frame.lines.add("      - \(condition.line)", condition.why) }
      }
    }
    if event == "contact", let team = sheet.first(.team), !RowsLeftOut.knowsOwnTeam(sheet) {
      frame.lines.checks.append(
        "'\(team.heading)' says which team it was. If one of them is the college's own, leave its rows out ('leave_out: [{ column: …, is: [its name] }]'): that people came to the college is not use of the trust."
      )
    }
    frame.know { $0.events = Set(kinds.map(\.event)) }
    draft = frame.end(
      .events, because: ["each row has a person and a day, and names say that it is a \(event)"])
  }

  /// A condition of a mapping, and why it is there.
  private struct Condition {
    var line: String
    var why: String

    init(_ column: ColumnProfile, _ words: [String], _ why: String) {
      let list = words.isEmpty ? "[\(DraftLines.decide)]" : DraftLines.list(words)
      line = "{ column: \(YAMLText.word(column.heading)), is: \(list) }"
      self.why = why
    }
  }

  /// The events of an export in which contacts of several kinds stand, each with the words of its rows; all rows are the usual one where
  /// no column tells kinds apart.
  private static func kinds(
    _ sheet: ExportSheet, usual: String, _ frame: inout DraftFrame
  ) -> [(event: String, rows: Condition?)] {
    for place in sheet.profiles.indices {
      let column = sheet.profiles[place]
      // A team is who was seen by; a type says of what kind it was.
      guard [.other, .team].contains(sheet.roles[place]), column.isWords,
        column.words.says("type", "kind", "category", "activity")
      else { continue }
      var words: [String: [String]] = [:]
      let rule = ShownWords(sheet)
      let isShown = { (word: String) in
        rule.mayShow(word, of: column, isKnown: Int(word) != nil || PlainWords.areAll(of: word))
      }
      let hidden = column.byFrequency.filter { !isShown($0) }
      for word in column.byFrequency.filter(isShown) {
        words[kind(HeadingText(word)) ?? usual, default: []].append(word)
      }
      if words.count > 1, !hidden.isEmpty {
        frame.lines.checks.append(
          "\(hidden.count) \(hidden.count == 1 ? "word" : "words") of '\(column.heading)' (\(rule.places(of: hidden, in: [column]))) \(hidden.count == 1 ? "is" : "are") not shown, as a name may stand in \(hidden.count == 1 ? "it" : "them"): the rows are not counted until they are corrected, or listed under 'events'."
        )
      }
      guard words.count > 1 else { continue }
      frame.use([column])
      frame.lines.checks.append(
        "'\(column.heading)' tells contacts of several kinds apart, by its words: see under 'events' which are counted as what."
      )
      return words.sorted { ($0.key == usual ? "" : $0.key) < ($1.key == usual ? "" : $1.key) }
        .map { ($0.key, Condition(column, $0.value.sorted(), "check: which of them are these")) }
    }
    return [(usual, nil)]
  }

  /// The event that a name or a word for a kind of contact says; nil where it says neither an emergency nor a crisis.
  private static func kind(_ words: HeadingText) -> String? {
    if words.says("emergency", "a e", "ae", "ed", "ecds", "arrival", "casualty") {
      return "emergency-attendance"
    }
    return words.says("crisis") ? "crisis-contact" : nil
  }

  /// That the person was seen; nil where no column says.
  private static func seen(_ sheet: ExportSheet, _ frame: inout DraftFrame) -> Condition? {
    // Systems shorten the heading, as `ATT_CD`; the codes say the rest.
    let shortened = sheet.profiles.first {
      $0.words.words.first?.hasPrefix("att") == true && isCoded($0)
    }
    guard let status = sheet.first(.status) ?? shortened else { return nil }
    if isCoded(status) {
      let codes = Set(status.sample.texts.keys)
      frame.use([status])
      return Condition(
        status, attended.filter(codes.contains),
        "5 attended, 6 attended late; with 2, 3, 4 and 7 nobody was seen, and they are not counted")
    }
    // Codes of another data set say nothing of who was seen.
    guard status.isWords, !status.isNumbers else { return nil }
    frame.use([status])
    let rule = ShownWords(sheet)
    let shown = status.byFrequency.filter {
      rule.mayShow($0, of: status, isKnown: KnownWords.place($0) != nil)
    }
    return Condition(
      status, status.byFrequency.filter { KnownWords.place($0) == .attended }.sorted(),
      "which of: \(shown.joined(separator: ", "))")
  }

  /// Whether its cells are codes of the data set for who was seen.
  private static func isCoded(_ column: ColumnProfile) -> Bool {
    let codes = Set(column.sample.texts.keys)
    return codes.isSubset(of: ["2", "3", "4", "5", "6", "7"]) && !codes.isDisjoint(with: attended)
  }

  /// That it was no letter, email or text message, by the codes of the data set; nil where none was, or no column says.
  private static func direct(_ sheet: ExportSheet, _ frame: inout DraftFrame) -> Condition? {
    let column = sheet.profiles.first {
      $0.words.says("cons mechanism", "cons mechanism mh", "consultation mechanism", "cons medium")
    }
    guard let column else { return nil }
    let found = column.byFrequency.filter(mechanisms.contains).sorted()
    guard !found.isEmpty, found.count < column.byFrequency.count else { return nil }
    frame.use([column])
    frame.lines.checks.append(
      "Contacts are counted as direct by '\(column.heading)' \(found.joined(separator: ", ")): face to face, by telephone or by video. Codes differ between versions of the data set: see which yours has."
    )
    return Condition(column, found, "direct: face to face, telephone, video")
  }

  /// Codes of the mental health services data set of contacts that are direct: 11 is video from version 5 on, 03 before.
  private static let mechanisms = ["01", "02", "03", "04", "11"]

  /// What is counted, as the file's name or the heading of its day says; nil where neither does.
  private static func event(_ sheet: ExportSheet, _ day: ColumnProfile) -> String? {
    let name = HeadingText(sheet.path.split(separator: "/").last.map(String.init) ?? "")
    for words in [name, day.words] {
      if words.says("contact", "contacts", "care cont", "appointment", "appointments") {
        return "contact"
      }
      if let kind = kind(words) { return kind }
      if words.says("referral", "referrals") { return "referral" }
    }
    return nil
  }

  /// How many rows are the same as an earlier one.
  private static func copies(_ sheet: ExportSheet) -> Int {
    var seen: Set<[String]> = []
    return (0..<sheet.table.rowCount).count { row in
      !seen.insert(
        sheet.table.header.indices.map { sheet.table.text(row: row, column: $0) }
      ).inserted
    }
  }
}

/// Says what stands in an export of which it cannot be told what it holds.
struct UnknownDraft: ContentDraft {
  let draft: MapDraft

  init(_ sheet: ExportSheet) {
    var frame = DraftFrame(sheet)
    var found = frame.end(.people, because: [])
    found.kind = nil
    found.reasons = []
    found.facts.budgets = [Budget(sheet)].compactMap(\.self)
    let people = Self.people(sheet)
    let sessions = WideRegisterDraft.sessions(sheet)
    let months = MonthCounts(sheet)
    if let months {
      found.checks = [months.check]
    } else if sessions.count > 2 {
      found.checks = [
        "It seems to be a register with a column a session (\(sessions.count) of them), and no column says whose a row is: names tell nobody for certain, and are never read. Add a column with each student's id or NHS number to the sheet, headed 'Student ID', and draft it again."
      ]
    } else if people.isEmpty {
      found.checks = [
        "It could not be told what this export holds.\(sheet.identifiers.isEmpty ? " No column was seen that says whose a row is: forms, places and events need one with each student's id or NHS number, headed as such ('Student ID'); what nobody signed is not read." : "") `furlong init` writes an example of each kind of mapping to begin from."
      ]
    } else {
      found.columns = found.columns.enumerated().map { place, column in
        var column = column
        if people.contains(place) {
          column.heading = "(column \(columnLetters(place)))"
          column.seems = "marks; its heading may be a name"
        }
        return column
      }
      found.checks = [
        "It seems to be a register with a column a student. Turn it round (in Excel: copy, Paste Special, Transpose), so that each student has a row with an id and each session a column."
      ]
    }
    found.text =
      (months == nil
        ? "# It could not be told what this export holds: nothing was drafted.\n"
        : "# Counts by month, a column a month: not read.\n")
      + "# Its columns: \(found.columns.map { YAMLText.word($0.heading) }.joined(separator: ", "))\n"
    draft = found
  }

  /// The columns of marks of a register with a column a student, whose headings are names or ids.
  private static func people(_ sheet: ExportSheet) -> Set<Int> {
    let marks = sheet.profiles.indices.filter { place in
      let column = sheet.profiles[place]
      return column.filled > 0 && sheet.roles[place] != .status
        && column.share { KnownWords.place($0) != nil } > 0.8
    }
    return marks.count > 2 && sheet.first(.day) != nil ? Set(marks) : []
  }
}
