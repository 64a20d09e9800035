import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// What every drafted mapping has: what it reads, the format, whose rows are, and the columns that are left.
struct DraftFrame {
  let sheet: ExportSheet
  var lines = DraftLines()
  private(set) var facts = DraftFacts()
  private var used: Set<String> = []
  /// What columns are that a draft knows better than their cells tell.
  private var names: [String: String] = [:]
  /// What the export holds.
  private var holds: ExportKind?
  /// Whether rows are counted as stays on wards.
  var countsStays = false
  /// Whether days that stand among words have years of two digits.
  var hasShortYears = false

  init(_ sheet: ExportSheet) { self.sheet = sheet }

  /// The lines up to the identifiers.
  ///
  /// - Parameters:
  ///   - days: the columns whose days are read.
  ///   - headings: how the headings read as days, where they are days.
  mutating func begin(
    _ kind: ExportKind, rows: RowMeaning, days: [ColumnProfile], remark: String? = nil,
    headings: DayReading? = nil
  ) {
    let shape = sheet.shape
    holds = kind
    lines.add(
      "# Drafted by `furlong map`. Read it as you would a colleague's draft: what it says is what will be read."
    )
    lines.add("furlong_map: 1")
    lines.add("reads: \(YAMLText.path(sheet.path))")
    lines.add("holds: \(kind.rawValue)")
    lines.add("rows: \(rows.rawValue)", remark)
    lines.add("format: { \(format(shape, days, headings: headings).joined(separator: ", ")) }")
    if let row = shape.format.groupRow {
      lines.add(
        "# Headings stand in two rows: 'GROUP / OWN' is what row \(row) says over several columns, and row \(shape.format.headerRow) of each."
      )
    }
    if !shape.above.isEmpty {
      let rows = shape.above.count
      lines.add(
        "# The headings stand in row \(shape.format.headerRow); the \(rows == 1 ? "row" : "\(rows) rows") above \(rows == 1 ? "is" : "are") not read."
      )
    }
    facts.lastDay = days.compactMap { sheet.range(of: $0)?.to }.max()
    // A ward's month is nobody's.
    if kind == .units { return }
    lines.add("")
    let identifiers = sheet.identifiers
    if identifiers.isEmpty, rows == .person {
      lines.add(
        "person: each row", "no column says whose a row is: each row is a person of its own")
      return
    }
    lines.add("person:", "replaced by pseudonyms; their values are never stored")
    for (column, kind) in identifiers {
      used.insert(column.heading)
      names[column.heading] =
        switch kind {
        case .studentID: "the college's ids of students"
        case .localID: "a system's own ids of people"
        case .nhsNumber: "NHS numbers"
        }
      var parts = ["column: \(YAMLText.word(column.heading))", "kind: \(kind.rawValue)"]
      let missing = column.sample.texts.filter { Self.isNoIdentifier($0.key) }
      if identifiers.count > 1, column.filled - missing.values.reduce(0, +) < column.rows {
        parts.append("may_be_blank: yes")
      }
      if kind == .nhsNumber { facts.isInvented = column.isTestRange }
      var remark: String?
      // A register writes its ids by one rule too, whoever typed some of them otherwise: one id is then one in every export.
      let isRegisters = sheet.others.spelling == nil && holds == .people
      let spelling =
        sheet.others.spelling
        ?? (isRegisters
          ? IdentifierSpelling.shared(by: column.sample.texts.keys.map(IdentifierSpelling.plain))
          : nil)
      let others = kind == .studentID ? spelling.map { typed(column, unlike: $0) } : 0
      if let spelling, spelling.pattern != nil, let others, others > 0 {
        lines.checks.append(
          "\(others) \(others == 1 ? "id" : "ids") in '\(column.heading)' would match the register's if written as it writes them, whatever hyphens and letters stand or lack: if they are the same people, write '\(spelling.inMapping)' beside this column under 'person'."
        )
      } else if let spelling, let others, others > 0 {
        parts += ["prefix: \(YAMLText.word(spelling.prefix))", "digits: \(spelling.digits)"]
        remark = "typed by hand: read as the register writes \(isRegisters ? "most" : "them")"
        lines.checks.append(
          isRegisters
            ? "\(others) \(others == 1 ? "id" : "ids") in '\(column.heading)' \(others == 1 ? "is" : "are") written otherwise than the others; 'prefix' and 'digits' bring them into one form, here as in the other exports."
            : "Ids in '\(column.heading)' are not all written as the register writes them; 'prefix' and 'digits' bring them into its form."
        )
      }
      if kind == .localID, column.isCounting {
        facts.counting[sheet.path] = column.heading
        if let other = anotherNumbering(than: column) {
          parts.append("system: \(DraftLines.decide)")
          remark = "'\(other)' elsewhere counts too: take 'system' out if both number people alike"
          lines.checks.append(
            "'\(column.heading)' and '\(other)' of another export both number people 1, 2, 3 …. If 7 is not the same person in both, name the system (`system: redcap`), and say in a register or a caseload which ids belong together; else take 'system' out."
          )
        }
      }
      if identifiers.count == 1, let blanks = blanksOfBlocks(column) {
        parts.append("fill_down: \(DraftLines.decide)")
        remark =
          "\(blanks) of \(column.rows) rows have no id: yes, if each is of the person above it; no, if nobody knows whose they are"
        lines.checks.append(
          "'\(column.heading)' is blank in \(blanks) of \(column.rows) rows, and each id stands in one row: as where a spreadsheet writes the id only in the first row of a person's block. With 'fill_down: yes' each of these rows is read as of the person above it; with 'no' it is nobody's and set aside. Look at the export before you decide: a form that somebody left unsigned must not become another person's."
        )
      }
      lines.add("  - { \(parts.joined(separator: ", ")) }", remark)
    }
    if identifiers.isEmpty {
      lines.add(
        "  - { column: \(DraftLines.decide), kind: student_id }",
        "no column was seen that says whose a row is")
    }
  }

  /// How many rows have no id, where ids seem to stand only in the first row of a person's block; nil where they do not.
  private func blanksOfBlocks(_ column: ColumnProfile) -> Int? {
    let blanks = column.rows - column.filled
    guard holds != .people, holds != .caseload, column.sample.beyond == 0, column.filled > 1,
      blanks * 4 >= column.rows, column.different * 10 >= column.filled * 9,
      let place = sheet.table.column(column.heading), sheet.table.rowCount > 0,
      !sheet.table.isBlank(row: 0, column: place)
    else { return nil }
    return blanks
  }

  private func format(
    _ shape: TableShape, _ days: [ColumnProfile], headings: DayReading?
  ) -> [String] {
    var format: [String] = []
    if shape.container == .csv {
      format.append("encoding: \(shape.format.encoding.rawValue)")
      format.append("delimiter: \(shape.format.delimiter.rawValue)")
    } else if let sheet = shape.sheet {
      format.append("sheet: \(YAMLText.quoted(sheet))")
    }
    if let row = shape.format.groupRow { format.append("group_row: \(row)") }
    if shape.container != .spss { format.append("header_row: \(shape.format.headerRow)") }
    if !shape.skippedRows.isEmpty {
      format.append("skip_rows: [\(shape.skippedRows.map(String.init).joined(separator: ", "))]")
    }
    let readings = days.map(\.days) + [headings].compactMap { $0 }
    if let surest = readings.max(by: { $0.certain < $1.certain }) {
      format.append("dates: \(surest.order.rawValue)")
      if hasShortYears || readings.contains(where: \.hasShortYears) {
        format.append("short_years_from: 1930")
      }
      if days.contains(where: \.days.hasDayNumbers) { format.append("day_numbers_from: 1900") }
    }
    return format
  }

  /// How many ids of a column are the spelling's only once they are written in full.
  private func typed(_ column: ColumnProfile, unlike spelling: IdentifierSpelling) -> Int {
    Set(column.sample.texts.keys.map(IdentifierSpelling.plain)).count {
      spelling.inFull($0) != $0
    }
  }

  /// What stands for "no value", and what it means; nothing where a blank cell is all there is.
  ///
  /// - Parameters:
  ///   - words: texts that were seen and mean none, each with its meaning.
  ///   - blank: what a blank cell means.
  ///   - evenAlone: whether to say what a blank cell means where there is nothing else to say.
  mutating func missing(
    _ words: [String: String], blank: String = "blank", evenAlone: Bool = false
  ) {
    var all = words.merging(sheet.shape.missing) { _, said in said }
    // What may be a nought elsewhere is not made blank for the sake of identifiers.
    let mayBeZero = sheet.profiles.contains { column in
      column.isNumbers && column.sample.texts.keys.contains(where: MissingWord.mayBeZero)
    }
    for word in sheet.identifiers.flatMap(\.column.sample.texts.keys)
    where Self.isNoIdentifier(word) && !(mayBeZero && MissingWord.mayBeZero(word)) {
      all[word] = all[word] ?? "not recorded"
    }
    guard evenAlone || !all.isEmpty else { return }
    let texts = all.sorted { $0.key < $1.key }.map {
      "\(YAMLText.quoted($0)): \(YAMLText.word($1))"
    }
    lines.add(
      "missing: { \((["\"\": \(blank)"] + texts).joined(separator: ", ")) }",
      all.isEmpty ? nil : "holds for every column of the mapping")
  }

  /// Whether a text in a column of identifiers says that there is none.
  private static func isNoIdentifier(_ text: String) -> Bool {
    !text.contains(where: \.isNumber) && KnownWords.isMissing(text)
  }

  /// Says which order of days was taken where no cell settles it.
  mutating func checkOrder(_ days: [ColumnProfile]) {
    let read = days.filter { !$0.days.isYearFirst && $0.days.share > 0 && $0.filled > 0 }
    guard !read.isEmpty, read.allSatisfy({ $0.days.certain == 0 }) else { return }
    lines.checks.append(
      "No date settles whether the day or the month comes first; day month year was written, as in Britain."
    )
  }

  /// Says which columns of a few words are not read, since people may be told apart by them.
  mutating func checkUnreadWords() {
    let unread = sheet.profiles.indices.filter { place in
      let column = sheet.profiles[place]
      return sheet.roles[place] == .other && !used.contains(column.heading) && column.isWords
        && !column.isNumbers && (2...12).contains(column.different)
        && column.filled * 2 >= column.rows
    }.map { "'\(sheet.profiles[$0].heading)'" }
    guard let last = unread.last else { return }
    let isOne = unread.count == 1
    let all = isOne ? last : unread.dropLast().joined(separator: ", ") + " and \(last)"
    lines.checks.append(
      "\(all) \(isOne ? "is" : "are") not read. To count only some people by \(isOne ? "it" : "one of them"), or to tell groups apart, write it under 'about' and take it out of 'ignore'."
    )
  }

  /// Says which columns number rows, and are nobody's ids.
  private mutating func checkRowNumbers() {
    for (place, role) in sheet.roles.enumerated() {
      guard case .rowNumber(let other) = role else { continue }
      let heading = sheet.profiles[place].heading
      lines.checks.append(
        "'\(heading)' is another in every row, and '\(other)' stands in several: it was taken for the numbers of rows, not of people, and is not read. If it is people's ids, take it out of 'ignore' and write it under 'person'."
      )
    }
  }

  /// The heading of another export's column that counts people under another name.
  private func anotherNumbering(than column: ColumnProfile) -> String? {
    sheet.others.counting.sorted { $0.key < $1.key }.first { path, heading in
      path != sheet.path && HeadingText(heading).words != HeadingText(column.heading).words
    }?.value
  }

  /// Marks columns as read.
  mutating func use(_ columns: [ColumnProfile]) { used.formUnion(columns.map(\.heading)) }
  mutating func use(_ headings: [String]) { used.formUnion(headings) }

  /// Says what a column is.
  mutating func name(_ heading: String, _ what: String) { names[heading] = what }

  /// Changes what is known.
  mutating func know(_ change: (inout DraftFacts) -> Void) { change(&facts) }

  /// The lines for the columns that are left, and the whole.
  mutating func end(_ kind: ExportKind, because reasons: [String]) -> MapDraft {
    RowsLeftOut.lines(sheet, kind, &self)
    checkRowNumbers()
    for column in AgreementColumn.unread(in: sheet, besides: used) {
      lines.checks.append(column.check)
    }
    let left = sheet.profiles.indices.filter { !used.contains(sheet.profiles[$0].heading) }
    let drop = left.filter {
      [.identifying, .birth, .nhsNumber, .studentID, .localID].contains(sheet.roles[$0])
    }
    let ignore = left.filter { !drop.contains($0) }
    lines.add("")
    if !drop.isEmpty {
      lines.add(
        "drop: \(DraftLines.list(drop.map { sheet.profiles[$0].heading }))",
        "identifies people: stored nowhere")
    }
    if !ignore.isEmpty {
      lines.add("ignore: \(DraftLines.list(ignore.map { sheet.profiles[$0].heading }))", "not read")
    }
    var draft = MapDraft(kind: kind)
    draft.reasons = reasons
    draft.columns = sheet.profiles.indices.map { place in
      let column = sheet.profiles[place]
      return MapDraft.Column(
        heading: column.heading,
        seems: names[column.heading]
          ?? SeemingWords.words(
            column, sheet.roles[place], isRead: used.contains(column.heading)),
        filled: column.filled)
    }
    draft.checks = lines.checks
    draft.text = lines.text
    draft.facts = facts
    return draft
  }
}

/// What a column seems to be, in a few words.
enum SeemingWords {
  static func words(_ column: ColumnProfile, _ role: ColumnRole, isRead: Bool) -> String {
    let what =
      switch role {
      case .nhsNumber: "NHS numbers"
      case .studentID: "the college's ids of students"
      case .localID: "a system's own ids of people"
      case .rowNumber: "numbers of rows"
      case .identifying: "names or addresses: dropped"
      case .birth: "dates of birth" + (isRead ? ", kept as age bands" : ": dropped")
      case .registered: "days of registration"
      case .left: "days of leaving"
      case .known: "since when a person is known"
      case .day, .spellStart, .spellEnd: "days"
      case .course: "courses"
      case .status: "what became of something"
      case .team: "teams"
      case .legalStatus: "legal status"
      case .about(let name): name
      case .occasion: "occasions"
      case .consent: "what people agreed to"
      case .freeText: "free text"
      case .blank: "blank"
      case .other: column.isNumbers ? "numbers" : column.isWords ? "words" : "texts"
      }
    let days = column.days
    if [.day, .spellStart, .spellEnd, .registered, .left, .known, .birth].contains(role) {
      if days.share == 0 { return what + ", as a spreadsheet counts them" }
      let order = days.isYearFirst ? "year first" : days.order.rawValue
      return what + ", \(order)" + (days.hasShortYears ? ", some years of two digits" : "")
        + (days.hasDayNumbers ? ", some as a spreadsheet's numbers" : "")
    }
    return what
  }
}
