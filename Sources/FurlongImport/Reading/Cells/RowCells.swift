import FurlongForms
import FurlongStudy
import FurlongTables

/// One row of an export, cell by cell; a cell that is not what the mapping says is refused.
struct RowCells {
  let rules: CellRules
  let rows: TableRows
  let row: Int

  var sourceRow: Int { rows.table.sourceRow(row) }

  /// A cell's bytes; none where blank.
  func bytes(_ column: CellColumn) -> UnsafeBufferPointer<UInt8> {
    guard let place = column.place else { return UnsafeBufferPointer(start: nil, count: 0) }
    return rows.cells.cell(row: row, column: place)
  }

  /// The decision that makes the row another person's than its id says; nil where there is none.
  var stranger: String? { rules.strangers.isEmpty ? nil : rules.strangers[sourceRow] }

  /// The text of a cell; nil where blank.
  ///
  /// Words for "no value" are not looked at.
  func text(_ column: CellColumn) -> String? {
    let cell = bytes(column)
    return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
  }

  func text(_ column: String) -> String? { text(rules.column(column)) }

  /// The texts of all cells.
  var texts: [String] {
    rules.header.indices.map { rows.table.text(row: row, column: $0) }
  }

  /// The value of a cell; nil where blank or a word for "no value".
  func value(_ column: CellColumn) -> String? {
    let cell = bytes(column)
    if cell.isEmpty { return nil }
    return column.values.value(of: cell) { () throws(Never) -> String? in
      let text = String(decoding: cell, as: UTF8.self)
      return rules.missing.contains(text) ? nil : text
    }
  }

  func value(_ column: String) -> String? { value(rules.column(column)) }

  /// The value of a cell that must have one.
  func required(_ column: CellColumn) throws(RowRefusal) -> String {
    if let value = value(column) { return value }
    throw blank(column.name)
  }

  func blank(_ column: String) -> RowRefusal {
    RowRefusal(
      .blank, column, "The cell has no value and one is needed.",
      fix: "Fill it in where it was exported from.")
  }

  /// The words that begin a message about a cell: its value where that may be shown.
  func subject(_ value: String, _ column: String, _ meant: ShownValue.Meant) -> String {
    rules.shown.quoted(value, column: column, meant: meant) ?? "The value"
  }

  /// The number in a cell.
  func number(_ column: CellColumn) throws(RowRefusal) -> Double? {
    let cell = bytes(column)
    if cell.isEmpty { return nil }
    return try column.numbers.value(of: cell) { () throws(RowRefusal) -> Double? in
      try value(column).map { value throws(RowRefusal) in try number(value, column.name) }
    }
  }

  private func number(_ value: String, _ column: String) throws(RowRefusal) -> Double {
    let text =
      rules.decimal == .comma && !value.contains(".")
      ? value.replacing(",", with: ".") : value
    let isForeign = rules.decimal == .comma && value.contains(".")
    if !isForeign, let number = ShortestNumber.number(text) { return number }
    if let number = NumberText(value, decimal: rules.decimal).number { return number }
    if let word = MissingWord.known(value) { throw MissingWord.refusal(column, word) }
    let isComma = rules.decimal == .point && value.count(where: { $0 == "," }) == 1
    if isComma, ShortestNumber.number(value.replacing(",", with: ".")) != nil {
      throw RowRefusal(
        .notANumber, column, "\(subject(value, column, .number)) is not a number: it has a comma.",
        fix:
          "If the comma is the decimal sign of this export, write 'decimal: comma' in the mapping.")
    }
    if RoughNumber(value) != nil {
      throw RoughNumber.refusal(subject(value, column, .roughNumber), column)
    }
    if (try? rules.dates.day(value)) != nil || rules.dates.dayAndMonth(value) != nil {
      throw RowRefusal(
        .notANumber, column,
        "The value is a date, and a number is meant: a spreadsheet makes dates of ranges such as 6-7.",
        fix: "Look what was typed there, and correct it where it was exported from.")
    }
    throw RowRefusal(
      .notANumber, column, "\(subject(value, column, .number)) is not a number.",
      fix: "If it means that there is no value, add it to 'missing' in the mapping.")
  }

  /// The whole number in a cell.
  func whole(_ column: CellColumn) throws(RowRefusal) -> Int? {
    guard let number = try number(column) else { return nil }
    if let whole = Int(exactly: number) { return whole }
    throw RowRefusal(
      .notANumber, column.name,
      "\(subject(value(column) ?? "", column.name, .number)) is not a whole number.",
      fix: "Correct it where it was exported from.")
  }

  /// The whole number in a cell that is kept as it is: none so long that it may be an identifier or a date of birth.
  func short(_ column: CellColumn) throws(RowRefusal) -> Int? {
    guard let number = try whole(column) else { return nil }
    if number.magnitude < 1_000_000 { return number }
    throw RowRefusal(
      .notANumber, column.name, "The value has more than six digits, as identifiers have.",
      fix: "Correct it where it was exported from; identifiers go under 'person' in the mapping.")
  }

  /// The day in a cell.
  func day(_ column: CellColumn) throws(RowRefusal) -> CalendarDay? {
    let cell = bytes(column)
    if cell.isEmpty { return nil }
    if !rules.missing.looksLikeDays, let day = rules.dates.usual(cell) { return day }
    return try column.days.value(of: cell) { () throws(RowRefusal) -> CalendarDay? in
      try value(column).map { value throws(RowRefusal) in try day(value, column.name) }
    }
  }

  private func day(_ value: String, _ column: String) throws(RowRefusal) -> CalendarDay {
    let order = rules.dates.order.rawValue
    let found: CalendarDay
    do throws(DateText.Fault) {
      found = try rules.dates.day(value)
    } catch {
      let subject = subject(value, column, .date)
      switch error {
      case .notADate:
        throw RowRefusal(
          .notADate, column, "\(subject) is not a date.",
          fix: "Correct it where it was exported from; dates are read as \(order).")
      case .otherOrder:
        throw RowRefusal(
          .dateOrder, column, "\(subject) is no date in the order \(order), but is in another.",
          fix: "Check 'dates' in the mapping; if orders are mixed, export the file again.")
      case .shortYear:
        throw RowRefusal(
          .shortYear, column, "\(subject) has a year of two digits.",
          fix:
            "Write 'short_years_from: 1930' in the mapping's format (then 29 is 2029 and 30 is 1930), or export it "
            + "again with years of four digits.")
      case .serial:
        throw RowRefusal(
          .serialDate, column, "\(subject) looks like Excel's number for a day, not like a date.",
          fix:
            "If it is, write 'day_numbers_from: 1900' in the mapping's format; else correct it where it was exported "
            + "from.")
      }
    }
    if found.date.year < 1900 {
      throw RowRefusal(
        .implausibleDate, column, "\(subject(value, column, .date)) lies before 1900.",
        fix: "Correct it where it was exported from.")
    }
    return found
  }

  /// The day in a cell, of something that has happened: not more than a year after the plan's last day.
  func pastDay(_ column: CellColumn, _ notes: inout ImportNotes) throws(RowRefusal) -> CalendarDay?
  {
    guard let day = try day(column) else { return nil }
    return try past(day, column, &notes)
  }

  /// A day of a cell, if it is of something that can have happened: not more than a year after the plan's last day.
  func past(
    _ day: CalendarDay, _ column: CellColumn, _ notes: inout ImportNotes
  ) throws(RowRefusal) -> CalendarDay {
    guard let last = rules.dataTo, day > last else { return day }
    if day > last.adding(months: 12) {
      throw RowRefusal(
        .implausibleDate, column.name,
        "\(subject(value(column) ?? "", column.name, .date)) lies more than a year after \(last), the plan's "
          + "'data_to'.",
        fix: "Correct it where it was exported from.")
    }
    notes.late[column.name, default: 0] += 1
    return day
  }

  /// The day in a cell that counts days from an unknown day 0, which is then the calendar's own day 0.
  func dayFromDayZero(_ column: CellColumn) throws(RowRefusal) -> CalendarDay? {
    guard let days = try whole(column) else { return nil }
    if days.magnitude <= 7_305 { return CalendarDay(number: days) }
    throw RowRefusal(
      .implausibleDate, column.name,
      "\(subject(value(column) ?? "", column.name, .number)) days from day 0 are more than 20 years.",
      fix:
        "Correct it where it was exported from; if the column holds days of the calendar, name it at 'date'."
    )
  }

  /// One of a mapping's words, as what it stands for.
  func word<Meaning>(
    _ column: CellColumn, _ words: CellWords<Meaning>
  ) throws(RowRefusal) -> Meaning? {
    let cell = bytes(column)
    if cell.isEmpty { return nil }
    return try words.cells.value(of: cell) { () throws(RowRefusal) -> Meaning? in
      try value(column).map { value throws(RowRefusal) in
        try meaning(of: value, column.name, words.meanings)
      }
    }
  }

  private func meaning<Meaning>(
    of value: String, _ column: String, _ words: [String: Meaning]
  ) throws(RowRefusal) -> Meaning {
    if let meaning = words[value] ?? words.meaning(of: value) { return meaning }
    let known = words.keys.sorted()
    let nearest = LikeWords.nearest(to: value, among: known)
    throw RowRefusal(
      .unknownWord, column,
      "\(subject(value, column, .words(known))) is not among the mapping's values.",
      fix: (nearest.map { "Did you mean '\($0)'? " } ?? "")
        + "Correct it where it was exported from, or add it to the mapping.")
  }
}

extension Dictionary where Key == String {
  /// What a word stands for that is written with other capitals or blanks; nil where two would fit.
  func meaning(of word: String) -> Value? {
    let plain = ItemCoding.plain(word)
    let alike = keys.filter { ItemCoding.plain($0) == plain }
    return alike.count == 1 ? alike.first.flatMap { self[$0] } : nil
  }
}
