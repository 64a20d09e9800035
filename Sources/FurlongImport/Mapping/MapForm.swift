public import FurlongForms
import FurlongStudy
import FurlongTables

extension ExportMap {
  /// Reads a mapping from the text of its file.
  ///
  /// - Parameters:
  ///   - text: YAML; `docs/guides` lists every key.
  ///   - file: the file's name, for errors.
  /// - Throws: an error at the first mistake: an unknown key or word, a part that this kind of export needs, a
  ///   column that is both read and ignored.
  public static func read(_ text: String, file: String) throws(FormError) -> ExportMap {
    try FormNode.read(text, file: file).table(MapForm.map)
  }
}

/// Reads what all mappings have; `ContentForm` and `EventForm` read what one kind has.
enum MapForm {
  static func map(_ table: FormTable) throws(FormError) -> ExportMap {
    let version = try table.required("furlong_map")
    if try version.whole() != 1 {
      throw version.error("this form of mapping is not known", fix: "write furlong_map: 1")
    }
    let reads = try reads(table.required("reads"))
    let kind = try table.word("holds", ExportKind.self)
    let rowsNode = try table.required("rows")
    let rows = try rowsNode.word(RowMeaning.self)
    let allowed = RowMeaning.allowed(for: kind)
    if !allowed.contains(rows) {
      throw rowsNode.error(
        "an export that holds \(kind.rawValue) has no rows '\(rows.rawValue)'",
        fix: "write \(allowed.map { "'\($0.rawValue)'" }.joined(separator: " or "))")
    }
    let formatNode = try table.required("format")
    let format = try formatNode.table(format)
    let personNode = kind.namesPeople ? try table.required("person") : nil
    var isEachRow = false
    if let personNode, !personNode.isList { isEachRow = try eachRow(personNode, rows: rows) }
    let person = isEachRow ? [] : try personNode.map(person) ?? []
    let missing = try missing(table.optional("missing"))
    let about = kind.namesPeople ? try about(table.optional("about")) : []
    let dropNode = try table.optional("drop")
    let ignoreNode = try table.optional("ignore")
    let content = try content(table, kind: kind, rows: rows)
    var map = ExportMap(
      reads: reads, rows: rows, format: format, person: person, missing: missing, about: about,
      drop: try dropNode?.texts() ?? [], ignore: try ignoreNode?.texts() ?? [], content: content)
    map.isPersonEachRow = isEachRow
    if [.scores, .attendance, .events, .stories].contains(kind) {
      map.born = try table.optionalText("born")
    }
    if let born = map.born, case .scores(let columns) = map.content, columns.daysFromDayZero != nil
    {
      throw table.node.error(
        "'\(born)' is a date of birth, and the forms have no dates to hold it against",
        fix: "take 'born' out, and drop the column")
    }
    for node in try table.optional("leave_out")?.list() ?? [] {
      map.leaveOut.append(try node.table(RowCondition.read))
    }
    try refuseUnread(map, [dropNode, ignoreNode])
    try refuseClash(map, at: table.node)
    if !map.dateColumns.isEmpty, format.dates == nil {
      throw formatNode.error(
        "columns with dates are read, and 'dates' is missing from 'format'",
        fix: "add 'dates: day month year' (or month day year, year month day)")
    }
    return map
  }

  private static func content(
    _ table: FormTable, kind: ExportKind, rows: RowMeaning
  ) throws(FormError) -> ExportMap.Content {
    switch kind {
    case .people: .people(try ContentForm.register(table))
    case .caseload: .caseload(try ContentForm.caseload(table))
    case .scores: .scores(try ContentForm.scores(table, rows: rows))
    case .attendance: .attendance(try AttendanceForm.attendance(table, rows: rows))
    case .events: .events(try EventForm.events(table, rows: rows))
    case .stories: .stories(try ContentForm.stories(table))
    case .codings: .codings(try ContentForm.codings(table))
    case .units: .units(try UnitForm.units(table))
    }
  }

  private static func reads(_ node: FormNode) throws(FormError) -> String {
    let path = try node.text()
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folders = parts.dropLast()
    if path.contains("\\") || parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." })
      || folders.contains(where: { $0.contains("*") })
    {
      throw node.error(
        "'reads' is a path from the study folder, with * only in the file's name",
        fix: "write it like exports/forms-*.csv")
    }
    return path
  }

  private static func format(_ table: FormTable) throws(FormError) -> ExportFormat {
    var csv = CSVFormat()
    if let encoding = try table.optionalWord("encoding", CSVFormat.Encoding.self) {
      csv.encoding = encoding
    }
    if let delimiter = try table.optionalWord("delimiter", CSVFormat.Delimiter.self) {
      csv.delimiter = delimiter
    }
    let decimal = try table.optionalWord("decimal", ExportFormat.Decimal.self) ?? .point
    if let row = try table.optional("header_row") {
      csv.headerRow = try row.whole()
      if !(1...1_000).contains(csv.headerRow) {
        throw row.error("rows are counted from 1", fix: "write the row of the headings")
      }
    }
    if let row = try table.optional("group_row") {
      csv.groupRow = try row.whole()
      if !(1..<csv.headerRow).contains(try row.whole()) {
        throw row.error(
          "'group_row' is the row above the headings that heads groups of columns",
          fix: "write header_row: the lower row of the two, and group_row: the upper one")
      }
    }
    let dates = try table.optionalWord("dates", ExportFormat.DateOrder.self)
    let node = try table.optional("sheet")
    let sheets = node?.isList == true ? try node?.texts() ?? [] : []
    if let node, node.isList, sheets.isEmpty || Set(sheets).count < sheets.count {
      throw node.error(
        "'sheet' names sheets of one layout, each once", fix: "write it like [Autumn, Spring]")
    }
    var format = ExportFormat(
      csv: csv, sheet: sheets.isEmpty ? try node?.text() : nil, decimal: decimal, dates: dates)
    format.sheets = sheets
    if let from = try table.optional("short_years_from") {
      format.shortYearsFrom = try from.whole()
      if !(1900...2000).contains(try from.whole()) {
        throw from.error(
          "'short_years_from' is the first year that two digits can mean", fix: "write it like 1930"
        )
      }
    }
    for row in try table.optional("skip_rows")?.list() ?? [] {
      let number = try row.whole()
      if number <= csv.headerRow || number > 1_048_576 {
        throw row.error(
          "'skip_rows' are rows below the headings, as a spreadsheet counts them",
          fix: "write them like [2, 3]")
      }
      format.skippedRows.insert(number)
    }
    format.dayNumbers = try table.optionalWord("day_numbers_from", ExportFormat.DayNumbers.self)
    return format
  }

  private static func person(_ node: FormNode) throws(FormError) -> [PersonColumn] {
    var columns: [PersonColumn] = []
    for node in try node.list() {
      columns.append(
        try node.table { (table: FormTable) throws(FormError) -> PersonColumn in
          let column = try table.text("column")
          let kindNode = try table.required("kind")
          let kind = try kindNode.word(IdentifierKind.self)
          let blank = try table.yes("may_be_blank", default: false)
          let spelling = try spelling(table)
          if spelling != nil, kind == .nhsNumber {
            throw kindNode.error(
              "NHS numbers have ten digits and no prefix",
              fix: "take out 'prefix', 'digits' and 'written'")
          }
          return PersonColumn(
            column: column, kind: kind, mayBeBlank: blank, spelling: spelling,
            system: try system(table, of: kind),
            fillDown: try table.yes("fill_down", default: false))
        })
    }
    if columns.isEmpty {
      throw node.error(
        "no column says whose a row is", fix: "name at least one: { column: …, kind: student_id }")
    }
    return columns
  }

  private enum EachRow: String, CaseIterable { case eachRow = "each row" }

  /// Whether each row is a person, which only exports with a row a person can say.
  private static func eachRow(_ node: FormNode, rows: RowMeaning) throws(FormError) -> Bool {
    _ = try node.word(EachRow.self)
    if rows != .person {
      throw node.error(
        "'person: each row' is for exports with one row a person, and 'rows' says '\(rows.rawValue)'",
        fix: "name the column that says whose a row is, or write 'rows: one a person'")
    }
    return true
  }

  private static func spelling(_ table: FormTable) throws(FormError) -> IdentifierSpelling? {
    let prefix = try table.optionalText("prefix")
    let digits = try table.optional("digits")
    if let digits, !(1...20).contains(try digits.whole()) {
      throw digits.error("'digits' is how many an id has", fix: "write it like 4")
    }
    if let written = try table.optional("written") {
      guard prefix == nil, digits == nil else {
        throw written.error(
          "'written' says all of how an id is written", fix: "take out 'prefix' and 'digits'")
      }
      guard let pattern = IdentifierPattern(try written.text()) else {
        throw written.error(
          "'written' is letters and two or more parts of digits, with signs between",
          fix: "write it like L00-000, with a 0 for each digit")
      }
      return IdentifierSpelling(pattern)
    }
    guard prefix != nil || digits != nil else { return nil }
    return IdentifierSpelling(prefix: prefix ?? "", digits: try digits?.whole() ?? 1)
  }

  /// Whose numbering an id is of; NHS numbers have but one.
  private static func system(
    _ table: FormTable, of kind: IdentifierKind
  ) throws(FormError) -> String? {
    guard let node = try table.optional("system") else { return nil }
    let name = try node.text()
    let isName =
      !name.isEmpty
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    if kind == .nhsNumber || !isName {
      throw node.error(
        kind == .nhsNumber
          ? "NHS numbers are the same in every system"
          : "'system' is a short name in small letters, and '\(name)' is none",
        fix: kind == .nhsNumber
          ? "take 'system' out"
          : "write it like redcap, or take it out where all exports number people alike")
    }
    return name
  }

  private static func missing(_ node: FormNode?) throws(FormError) -> [String: String] {
    var words: [String: String] = [:]
    for entry in try node?.entries() ?? [] { words[entry.key] = try entry.value.text() }
    return words
  }

  private enum AboutType: String, CaseIterable {
    case wholeNumber = "whole number"
    case text
  }

  private static func about(_ node: FormNode?) throws(FormError) -> [AboutColumn] {
    var columns: [AboutColumn] = []
    for entry in try node?.entries() ?? [] {
      columns.append(
        try entry.value.table { (table: FormTable) throws(FormError) -> AboutColumn in
          let column = try table.text("column")
          let values = try table.optional("values")
          let type = try table.optional("type")
          if let values, type != nil {
            throw values.error("'values' and 'type' exclude each other", fix: "keep one of them")
          }
          if let values {
            var words: [String: String] = [:]
            for entry in try values.entries() { words[entry.key] = try entry.value.text() }
            return AboutColumn(
              name: entry.key, column: column, values: .words(words),
              others: try table.optionalText("others"))
          }
          let kind = try type?.word(AboutType.self) ?? .text
          return AboutColumn(
            name: entry.key, column: column, values: kind == .text ? .text : .wholeNumber)
        })
    }
    return columns
  }

  /// Refuses a long export whose items or measures are called like one of its columns.
  private static func refuseClash(_ map: ExportMap, at node: FormNode) throws(FormError) {
    guard case .scores(let columns) = map.content, columns.long != nil else { return }
    let read = Set(map.readColumns)
    if let clash = columns.answered.first(where: read.contains) {
      throw node.error(
        "'\(clash)' is a column and also one of the texts that say which item or measure a row is",
        fix: "rename the column in the export")
    }
  }

  /// Refuses a column that is read and also dropped or ignored, since nobody can tell what was meant.
  private static func refuseUnread(_ map: ExportMap, _ lists: [FormNode?]) throws(FormError) {
    var read = Set(map.readColumns)
    for list in lists {
      for node in try list?.list() ?? [] {
        let column = try node.text()
        if !read.insert(column).inserted {
          throw node.error(
            "column '\(column)' is named twice", fix: "read it, drop it or ignore it: one of them")
        }
      }
    }
  }
}
