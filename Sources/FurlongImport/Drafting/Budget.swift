public import FurlongStudy
import FurlongTables

/// What a sheet says that the service cost: a list of headings with pounds, and nobody's rows.
public struct Budget: Sendable, Equatable {
  /// A line of it.
  public struct Line: Sendable, Equatable {
    /// What was paid for.
    public var what: String
    /// How many pounds.
    public var pounds: Double
  }

  /// Its lines, in the sheet's order; totals left out.
  public let lines: [Line]
  /// The column of the pounds: what was spent, where that stands beside what was planned.
  public let column: String
  /// The days that it covers, where a row above the headings or the name says so.
  public let days: DayRange?

  /// A longer list is hardly a budget, and a person would not read it line by line.
  private static let mostLines = 60

  /// What a sheet says; nil where it is no budget, or where two columns could be the one.
  init?(_ sheet: ExportSheet) {
    guard sheet.identifiers.isEmpty, sheet.columns(.day).isEmpty,
      (2...Self.mostLines).contains(sheet.table.rowCount),
      let what = sheet.profiles.indices.first(where: { place in
        let column = sheet.profiles[place]
        return !column.isNumbers && column.filled > 1 && column.different == column.filled
      }), let pounds = Self.pounds(sheet)
    else { return nil }
    var lines: [Line] = []
    for row in 0..<sheet.table.rowCount where !sheet.table.isBlank(row: row, column: what) {
      let name = sheet.table.text(row: row, column: what)
      if TotalsLine.begins(with: name) { continue }
      if sheet.table.isBlank(row: row, column: pounds) { continue }
      guard let amount = Self.amount(sheet.table.text(row: row, column: pounds)), amount >= 0,
        name.count <= 80
      else { return nil }
      lines.append(Line(what: name, pounds: amount))
    }
    guard lines.count > 1 else { return nil }
    self.lines = lines
    column = sheet.table.header[pounds]
    let path = sheet.path.split(separator: "/").last.map(String.init) ?? sheet.path
    days =
      StatedPeriod.find(above: sheet.shape.above, path: sheet.path)?.days
      ?? Self.year(sheet.shape.above.joined().joined(separator: " ") + " \(path) \(column)")
  }

  /// The one column of pounds: of what was spent, else of what was planned.
  private static func pounds(_ sheet: ExportSheet) -> Int? {
    let columns = sheet.profiles.indices.filter { place in
      sheet.profiles[place].filled > 1
        && sheet.profiles[place].share { amount($0) != nil } >= 0.9
    }
    let spent = columns.filter {
      sheet.profiles[$0].words.says(
        "actual", "actuals", "outturn", "out turn", "spend", "spent", "expenditure", "paid")
    }
    let planned = columns.filter {
      sheet.profiles[$0].heading.contains("£")
        || sheet.profiles[$0].words.says("budget", "cost", "costs", "amount", "pounds", "gbp")
    }
    if !spent.isEmpty { return spent.count == 1 ? spent[0] : nil }
    return planned.count == 1 ? planned[0] : nil
  }

  private static func amount(_ cell: String) -> Double? {
    ShortestNumber.number(String(cell.filter { $0 != "£" && $0 != "," && !$0.isWhitespace }))
  }

  /// The financial year that a text names, as `2023/24`, `2023-24` and `FY 23/24` do; nil where it names none, or several.
  private static func year(_ text: String) -> DayRange? {
    var years: Set<Int> = []
    let parts = text.split { !$0.isNumber }
    for (first, second) in zip(parts, parts.dropFirst()) {
      let between = text[first.endIndex..<second.startIndex]
      guard between == "/" || between == "-" || between == "–", [2, 4].contains(first.count),
        [2, 4].contains(second.count), let begins = Int(first), let ends = Int(second)
      else { continue }
      let year = first.count == 2 ? 2_000 + begins : begins
      if ends % 100 == (year + 1) % 100, (1990...2100).contains(year) { years.insert(year) }
    }
    guard years.count == 1, let year = years.first,
      let from = CalendarDay(year: year, month: 4, day: 1),
      let to = CalendarDay(year: year + 1, month: 3, day: 31)
    else { return nil }
    return DayRange(from: from, to: to)
  }
}
