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
    /// Whether its cell gives a rough number, such as `approx 3,900`.
    public var isRough = false
  }

  /// Its lines, in the sheet's order; totals and income left out.
  public let lines: [Line]
  /// What comes in, in pounds, which is no cost and is not taken off any.
  public let income: Double
  /// The columns of the pounds, one a financial year where there are several, which are added up: what was spent, where that
  /// stands beside what was planned.
  public let columns: [String]
  /// The days that it covers, where a row above the headings or the name says so.
  public let days: DayRange?

  /// A longer list is hardly a budget, and a person would not read it line by line.
  private static let mostLines = 60

  /// What a sheet says; nil where it is no budget, or where two columns could be the one.
  init?(_ sheet: ExportSheet) {
    guard sheet.identifiers.isEmpty, sheet.columns(.day).isEmpty,
      (2...Self.mostLines).contains(sheet.table.rowCount),
      case let pounds = Self.pounds(sheet), !pounds.isEmpty,
      // Of headings and what stands under each, the longer list.
      let what = sheet.profiles.indices.filter({ place in
        let column = sheet.profiles[place]
        return !column.isNumbers && !pounds.contains(place) && column.filled > 1
          && column.different == column.filled
      }).max(by: { sheet.profiles[$0].filled < sheet.profiles[$1].filled })
    else { return nil }
    var lines: [Line] = []
    var income = 0.0
    for row in 0..<sheet.table.rowCount {
      let name = sheet.table.text(row: row, column: what)
      let words = sheet.table.header.indices.filter { !pounds.contains($0) }.map {
        sheet.table.text(row: row, column: $0)
      }
      if words.contains(where: TotalsLine.begins) { continue }
      // Nothing in a year is nothing spent in it, and what stands in brackets is income.
      let filled = pounds.map { sheet.table.text(row: row, column: $0) }
        .filter { !$0.isEmpty && !KnownWords.isMissing($0) }
      let saysIncome = words.contains { Self.isCalledIncome(HeadingText($0)) }
      if saysIncome || filled.allSatisfy(Self.isIncome) {
        income += filled.reduce(0) { $0 + abs(Self.amount($1) ?? Self.bracketed($1) ?? 0) }
        continue
      }
      // An amount of which nothing says what it is for would be lost.
      if name.isEmpty { return nil }
      let rough = filled.filter { Self.amount($0) == nil }.compactMap(Self.roughAmount)
      let amounts = filled.compactMap(Self.amount) + rough
      guard amounts.count == filled.count, amounts.allSatisfy({ $0 >= 0 }), name.count <= 80
      else { return nil }
      lines.append(Line(what: name, pounds: amounts.reduce(0, +), isRough: !rough.isEmpty))
    }
    guard lines.count > 1 else { return nil }
    self.lines = lines
    self.income = income
    columns = pounds.map { sheet.table.header[$0] }
    if columns.count > 1 {
      days = Self.years(columns)
      return
    }
    let path = sheet.path.split(separator: "/").last.map(String.init) ?? sheet.path
    let words = sheet.shape.above.joined().joined(separator: " ") + " \(path) \(columns[0])"
    days =
      StatedPeriod.find(above: sheet.shape.above, path: sheet.path)?.days
      ?? Self.year(words).flatMap(Self.days(of:))
  }

  /// The columns of pounds: of what was spent, else of what was planned; several only where each is of a year of its own and
  /// these follow each other.
  private static func pounds(_ sheet: ExportSheet) -> [Int] {
    let columns = sheet.profiles.indices.filter { place in
      let column = sheet.profiles[place]
      return column.filled > 1
        && column.share {
          amount($0) != nil || isIncome($0) || roughAmount($0) != nil || KnownWords.isMissing($0)
        } >= 0.9
        && column.share { amount($0) != nil } >= 0.5
        && !TotalsLine.begins(with: sheet.table.header[place])
    }
    let spent = columns.filter {
      sheet.profiles[$0].words.says(
        "actual", "actuals", "outturn", "out turn", "spend", "spent", "expenditure", "paid")
    }
    let planned = columns.filter {
      sheet.profiles[$0].heading.contains("£")
        || sheet.profiles[$0].words.says("budget", "cost", "costs", "amount", "pounds", "gbp")
    }
    // A year for a heading says nothing of pounds: its cells do, or the sheet's name.
    let isOfMoney =
      HeadingText(sheet.path).says("budget", "budgets", "costs", "spend", "expenditure")
      || columns.contains { column in sheet.profiles[column].share { $0.contains("£") } >= 0.5 }
    let yearly = isOfMoney ? columns.filter { year(sheet.table.header[$0]) != nil } : []
    let chosen = !spent.isEmpty ? spent : !planned.isEmpty ? planned : yearly
    let isOne = chosen.count == 1 || years(chosen.map { sheet.table.header[$0] }) != nil
    return isOne ? chosen : []
  }

  /// `(£150k)` or `-1,500`, as accounts write what comes in.
  private static func isIncome(_ cell: String) -> Bool {
    bracketed(cell) != nil || (amount(cell) ?? 0) < 0
  }

  private static func bracketed(_ cell: String) -> Double? {
    cell.hasPrefix("(") && cell.hasSuffix(")") ? amount(String(cell.dropFirst().dropLast())) : nil
  }

  /// Whether a line is called after what comes in: `Income: course fees`; a line such as `Income officer` is a cost.
  private static func isCalledIncome(_ words: HeadingText) -> Bool {
    words.isOnly(
      "income", "total income", "other income", "grant income", "fee income", "fees income")
      || words.words.first == "income"
        && words.says(
          "fees", "fee", "grant", "grants", "sales", "donations", "charges", "room hire")
  }

  /// `approx 3,900`, `c. £3.9k`, `~3900`, `3,900 (est)`: one number of which nobody is sure.
  private static func roughAmount(_ cell: String) -> Double? {
    let words: Set<String> = [
      "approx", "approximately", "about", "around", "circa", "c", "ca", "roughly", "est",
      "estimate",
      "estimated", "say", "tbc",
    ]
    var text = cell.lowercased()
    let letters = text.split { !$0.isLetter }.map(String.init).filter { !["k", "m"].contains($0) }
    guard !letters.isEmpty || text.contains("~"), letters.allSatisfy(words.contains) else {
      return nil
    }
    text = text.split { $0.isWhitespace || "()~:".contains($0) }
      .filter { !words.contains($0.filter(\.isLetter)) || $0.contains(where: \.isNumber) }
      .map { $0.first == "c" ? $0.dropFirst().drop { $0 == "." } : $0 }.joined()
    return amount(text)
  }

  /// `£1,250.50`, `12000`, `£12.5k`, `1.2m`.
  private static func amount(_ cell: String) -> Double? {
    var text = cell.filter { $0 != "£" && $0 != "," && !$0.isWhitespace }
    let factors: [Character: Double] = ["k": 1_000, "K": 1_000, "m": 1_000_000, "M": 1_000_000]
    let factor = text.last.flatMap { factors[$0] }
    if factor != nil { text.removeLast() }
    return ShortestNumber.number(text).map { ($0 * (factor ?? 1) * 100).rounded() / 100 }
  }

  /// The days of the financial years of several headings, each of a year of its own that follows the one before; else nil.
  private static func years(_ headings: [String]) -> DayRange? {
    let years = headings.compactMap(year).sorted()
    guard years.count == headings.count, let first = years.first, let last = years.last,
      years == Array(first..<(first + years.count)), let begins = days(of: first),
      let ends = days(of: last)
    else { return nil }
    return DayRange(from: begins.from, to: ends.to)
  }

  private static func days(of year: Int) -> DayRange? {
    guard let from = CalendarDay(year: year, month: 4, day: 1),
      let to = CalendarDay(year: year + 1, month: 3, day: 31)
    else { return nil }
    return DayRange(from: from, to: to)
  }

  /// The financial year that a text names, as `2023/24`, `2023-24` and `FY 23/24` do, by the year in which it begins; nil where
  /// it names none, or several.
  private static func year(_ text: String) -> Int? {
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
    return years.count == 1 ? years.first : nil
  }
}
