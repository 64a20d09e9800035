import FurlongStudy

/// Looks through whole columns for what no single cell shows: the order of dates, days as numbers, signs in numbers,
/// letters that were decoded wrongly.
struct ColumnLook {
  let file: String
  private var dates: [DateColumn]
  private var numbers: [NumberColumn]
  private var texts: [WronglyDecoded]
  private var words: [WordColumn]

  init(map: ExportMap, file: String, rules: CellRules) {
    self.file = file
    dates = map.dateColumns.map { DateColumn(rules.column($0), rules) }
    numbers = map.numberColumns.map { NumberColumn(rules.column($0), rules) }
    texts = map.textColumns.map { WronglyDecoded(rules.column($0)) }
    words = map.about.filter { $0.values == .text }.map { WordColumn(rules.column($0.column)) }
  }

  /// Looks at a row.
  mutating func add(_ cells: RowCells) {
    for place in dates.indices { dates[place].add(cells) }
    for place in numbers.indices { numbers[place].add(cells) }
    for place in texts.indices { texts[place].add(cells) }
    for place in words.indices { words[place].add(cells) }
  }

  /// What is noted, warned of or stops the export, column by column.
  var problems: [Problem] {
    dates.flatMap { $0.problems(self) } + numbers.flatMap { $0.problems(self) }
      + texts.flatMap { $0.problems(self) } + words.flatMap { $0.problems(self) }
  }

  func problem(
    _ severity: Problem.Severity, _ code: ProblemCode, _ column: String, _ message: String,
    fix: String
  ) -> Problem {
    Problem(
      severity: severity, code: code.rawValue, file: file, row: nil, column: column,
      message: message, fix: fix)
  }

  /// `1 cell is`, `3 cells are`.
  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many)"
  }
}

/// Rows of an export, as a message names them: `row 4`, `rows 4, 7 and 12`.
struct RowWords {
  private static let most = 8
  private(set) var count = 0
  private var first: [Int] = []

  mutating func add(_ row: Int) {
    count += 1
    if first.count < Self.most { first.append(row) }
  }

  var words: String {
    let shown = first.map { String($0) }
    guard let last = shown.last, count > 1 else { return "row \(shown.first ?? "")" }
    return count > shown.count
      ? "rows \(shown.joined(separator: ", ")) and \(count - shown.count) more"
      : "rows \(shown.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension ExportMap {
  /// The columns of numbers that are no answers to items.
  fileprivate var numberColumns: [String] {
    var columns = about.filter { $0.values == .wholeNumber }.map(\.column)
    switch content {
    case .scores(let scores):
      for form in scores.forms {
        if case .total(let column) = form.answers { columns.append(column) }
        if let column = form.checkedTotal { columns.append(column) }
      }
    case .events(let events):
      for rule in events.rules {
        switch rule.count {
        case .column(let column, _, _), .columnByPeriod(let column, _, _): columns.append(column)
        case .rows, .starts, .nights, .days, .leave: continue
        }
      }
    case .units(let units): columns += units.counts.flatMap { [$0.number, $0.over] }
    case .people, .caseload, .attendance, .stories, .codings: break
    }
    return columns.once
  }

  /// The columns of words that are kept.
  fileprivate var textColumns: [String] {
    var columns = about.filter { $0.values != .wholeNumber }.map(\.column)
    switch content {
    case .scores(let scores): columns += [scores.course].compactMap { $0 }
    case .attendance(let attendance):
      if case .column(let column) = attendance.course { columns.append(column) }
    case .events(let events): columns += [events.team].compactMap { $0 }
    case .stories(let stories): columns.append(stories.text)
    case .units(let units): columns.append(units.unit)
    case .people, .caseload, .codings: break
    }
    return columns.once
  }
}

extension [String] {
  /// Each of them once, in their order.
  fileprivate var once: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
