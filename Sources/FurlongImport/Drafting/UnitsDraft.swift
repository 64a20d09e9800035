import FurlongForms
import FurlongScales
public import FurlongStudy
import FurlongTables

/// Drafts the mapping of an export that counts wards, teams or courses by month, and nobody's rows.
struct UnitsDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where rows are anybody's, or a unit and a month have more than one, or nothing is counted.
  init?(_ sheet: ExportSheet) {
    guard sheet.identifiers.isEmpty, let period = Self.period(sheet),
      let unit = Self.unit(sheet, period)
    else { return nil }
    let numbers = sheet.profiles.filter { column in
      column.heading != period.heading && column.heading != unit.heading && column.filled > 0
        && column.share { (ShortestNumber.number(Self.unstarred($0)) ?? -1) >= 0 } >= 0.9
    }
    let overs = numbers.filter { Self.isOver($0) && !Self.isWorkedOut($0) }
    let counts = numbers.filter { column in
      !overs.contains { $0.heading == column.heading } && !Self.isWorkedOut(column)
        && column.share { Int(Self.unstarred($0)) != nil } >= 0.9
    }
    guard !counts.isEmpty, !overs.isEmpty || Self.isUnit(unit) else { return nil }
    let over = overs.count == 1 ? overs[0] : nil
    var frame = DraftFrame(sheet)
    frame.begin(.units, rows: .unit, days: [period])
    frame.use([unit, period] + counts + (over.map { [$0] } ?? []))
    frame.lines.add("")
    frame.lines.add("unit: \(YAMLText.word(unit.heading))")
    frame.lines.add("period: \(YAMLText.word(period.heading))", "a row is of this calendar month")
    frame.lines.add("counts:")
    var facts: [UnitsSeen.Count] = []
    for column in counts {
      let words = Self.words(column)
      let id = words.isEmpty ? DraftLines.decide : words.joined(separator: "-")
      frame.lines.add(
        "  - { count: \(id), number: \(YAMLText.word(column.heading)), over: \(over.map { YAMLText.word($0.heading) } ?? DraftLines.decide) }",
        over == nil
          ? "what it is counted over: bed days, staff in post, people on the caseload" : nil)
      facts.append(
        UnitsSeen.Count(
          id: id, words: words.joined(separator: " "),
          over: over?.words.words.joined(separator: " ")))
    }
    let seen = UnitsSeen(
      word: Self.word(unit), names: Self.names(of: unit, with: period, in: sheet), counts: facts,
      lastDay: Self.lastDay(sheet, period))
    let starred = (counts + overs).reduce(0) { sum, column in
      sum + column.sample.texts.filter { $0.key.hasSuffix("*") }.values.reduce(0, +)
    }
    if starred > 0 {
      frame.lines.checks.append(
        "\(starred) \(starred == 1 ? "cell holds" : "cells hold") a number with a star, such as 12*: the import sets \(starred == 1 ? "its row" : "their rows") aside, since nothing here says what the star means. Ask, and correct \(starred == 1 ? "it" : "them") where they were exported from."
      )
    }
    frame.lines.checks.append(
      "study.yaml must say under 'units' what began on them and on which day: months before it and after are compared."
    )
    frame.know {
      $0.units = [seen]
      $0.lastDay = nil
    }
    draft = frame.end(
      .units,
      because: [
        "each '\(unit.heading)' has a row a month, and '\(counts[0].heading)' holds counts"
      ])
  }

  /// The column of the month: days that are all the first or the last of one, or months as people write them.
  private static func period(_ sheet: ExportSheet) -> ColumnProfile? {
    sheet.profiles.first { column in
      guard column.filled > 1, column.filled * 10 >= column.rows * 8 else { return false }
      if column.share({ MonthText.firstDay($0) != nil }) >= 0.95 { return true }
      let days = sheet.days(in: column)
      if column.days.isDays && days.count * 20 >= column.filled * 19
        && (days.allSatisfy { $0.date.day == 1 }
          || days.allSatisfy { $0.adding(days: 1).date.day == 1 })
      {
        return true
      }
      // A spreadsheet makes days of some months that were typed, and not of others.
      let text = sheet.dayText(of: column)
      return column.share { cell in
        MonthText.firstDay(cell) != nil || (try? text.day(cell))?.date.day == 1
      } >= 0.95
    }
  }

  /// A number without the star that points to a note below the table.
  private static func unstarred(_ cell: String) -> String {
    cell.hasSuffix("*") ? String(cell.dropLast()) : cell
  }

  /// The column of the unit: words of which each has one row a month.
  private static func unit(_ sheet: ExportSheet, _ period: ColumnProfile) -> ColumnProfile? {
    guard let month = sheet.table.column(period.heading) else { return nil }
    return sheet.profiles.first { column in
      guard column.heading != period.heading, column.different <= 60, !column.isNumbers,
        column.filled * 20 >= column.rows * 19, let place = sheet.table.column(column.heading)
      else { return false }
      var seen: Set<[String]> = []
      return (0..<sheet.table.rowCount).allSatisfy { row in
        let name = sheet.table.text(row: row, column: place)
        let text = sheet.table.text(row: row, column: month)
        return name.isEmpty || text.isEmpty || seen.insert([ItemCoding.plain(name), text]).inserted
      }
    }
  }

  /// The units that have a month; of `Oak total` and of notes below the table nothing begins.
  private static func names(
    of unit: ColumnProfile, with period: ColumnProfile, in sheet: ExportSheet
  ) -> [String] {
    guard let name = sheet.table.column(unit.heading),
      let month = sheet.table.column(period.heading)
    else { return [] }
    let rows = (0..<sheet.table.rowCount).filter {
      !sheet.table.isBlank(row: $0, column: name) && !sheet.table.isBlank(row: $0, column: month)
    }
    return Set(rows.map { sheet.table.text(row: $0, column: name) }).sorted()
  }

  private static func lastDay(_ sheet: ExportSheet, _ period: ColumnProfile) -> CalendarDay? {
    let months =
      period.sample.texts.keys.compactMap(MonthText.firstDay) + sheet.days(in: period)
    return months.max().map { last in
      let next = last.adding(days: 32 - last.date.day)
      return next.adding(days: -next.date.day)
    }
  }

  /// What counts are held against: time or people.
  private static func isOver(_ column: ColumnProfile) -> Bool {
    column.words.says(
      "bed days", "bed day", "beddays", "obd", "obds", "occupied", "patient days", "days due",
      "days available", "working days", "contracted days", "hours", "headcount", "head count",
      "wte",
      "fte", "in post", "caseload", "people on the books", "places offered")
  }

  /// Rates and shares are worked out of counts, and are none.
  private static func isWorkedOut(_ column: ColumnProfile) -> Bool {
    column.heading.contains("%")
      || column.words.says(
        "rate", "rates", "per", "percent", "percentage", "average", "mean", "year")
  }

  private static func isUnit(_ column: ColumnProfile) -> Bool { word(column) != "unit" }

  /// What one unit is called.
  private static func word(_ column: ColumnProfile) -> String {
    ["ward", "team", "course", "site", "service", "locality", "house", "directorate"].first {
      column.words.says($0, "\($0)s", "\($0) name")
    } ?? "unit"
  }

  /// What is counted: of `No. of incidents` the incidents.
  private static func words(_ column: ColumnProfile) -> [String] {
    let words = column.words.words.map { String($0.filter(\.isASCII)) }.filter {
      $0.first?.isLetter == true
    }
    let own = words.drop { ["no", "number", "count", "total", "of", "all", "the"].contains($0) }
    return Array(own.isEmpty ? words[...] : own)
  }
}

/// What an export counts of units, for a first plan.
public struct UnitsSeen: Sendable, Equatable {
  /// A count.
  public struct Count: Sendable, Equatable {
    /// Its id in mapping and plan.
    public var id: String
    /// Its words, in small letters.
    public var words: String
    /// What it is held against; nil where a person must say.
    public var over: String?
  }

  /// What one is called: `ward`.
  public var word: String
  /// Their names.
  public var names: [String]
  /// What is counted.
  public var counts: [Count]
  /// The last day of the last month.
  public var lastDay: CalendarDay?
}
