import FurlongForms
import FurlongStudy

/// Decides whether a cell's value may stand in a message, and in what form.
///
/// A cell may hold what belongs in another column: a name among words, a date of birth among dates. So a value is shown
/// only where it looks like what is meant there; else row and column must do.
struct ShownValue {
  /// What a cell should hold.
  enum Meant {
    case words([String])
    case number
    /// A number of which nobody is sure: known words and up to three digits.
    case roughNumber
    case date
  }

  /// Columns of which no value may be shown.
  let hidden: Set<String>
  /// The plan's last day.
  let lastDay: CalendarDay?

  static let longest = 40
  /// Nobody younger is a student, so no later year is one of birth.
  private static let youngest = 15

  /// The value in quotes, or nil where it may not be shown.
  func quoted(_ value: String, column: String, meant: Meant) -> String? {
    hidden.contains(column) || !looks(value, like: meant) ? nil : Self.quoted(value)
  }

  /// A heading in quotes; nil where it is not nearly one that the mapping names, since it may be a cell.
  static func quoted(heading: String, named: [String]) -> String? {
    isNearly(heading, named) ? quoted(heading) : nil
  }

  private func looks(_ value: String, like meant: Meant) -> Bool {
    switch meant {
    case .words(let words):
      Self.isNearly(value, words)
        || Self.isShortNumber(value) && words.contains(where: Self.isShortNumber)
    case .number: Self.isShortNumber(value)
    case .roughNumber: RoughNumber(value) != nil
    case .date: isDate(value)
    }
  }

  /// Whether a value is one slip in four letters away from a word, and at most two; or a letter where letters stand.
  private static func isNearly(_ value: String, _ words: [String]) -> Bool {
    words.contains { word in
      if word.count == 1 { return value.count == 1 && value.contains(where: \.isLetter) }
      return NearestWord.edits(between: value, and: word) <= min(2, word.count / 4)
    }
  }

  /// Three digits and as many decimals: no year, no telephone number.
  private static func isShortNumber(_ value: String) -> Bool {
    let parts = value.drop { $0 == "-" }.split(
      separator: /[.,]/, maxSplits: 1, omittingEmptySubsequences: false)
    return value.utf8.count <= 8
      && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(isDigit) }
  }

  /// Digits that are a day, or Excel's number of one, on which no student was born.
  private func isDate(_ value: String) -> Bool {
    let signs: Set<Character> = ["/", ".", "-", ":", " "]
    guard value.utf8.count <= 20,
      value.allSatisfy({ signs.contains($0) || Self.isDigit($0) })
    else { return false }
    if value.count == 5, let serial = Int(value) {
      let first = CalendarDay(year: 1899, month: 12, day: 30)
      return isLate(year: first?.adding(days: serial).date.year ?? 0)
    }
    let parts = value.prefix { $0 != " " }.split { signs.contains($0) }
    guard parts.count == 3 else { return false }
    let (year, rest) = parts[0].count == 4 ? (parts[0], parts[2]) : (parts[2], parts[0])
    return year.count == 4 && rest.count <= 2 && parts[1].count <= 2 && isLate(year: Int(year) ?? 0)
  }

  private func isLate(year: Int) -> Bool {
    year < 1900 || year > (lastDay?.date.year ?? 2025) - Self.youngest
  }

  private static func isDigit(_ sign: Character) -> Bool { sign.isASCII && sign.isNumber }

  private static func quoted(_ value: String) -> String {
    let line = value.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: "·"
      default: Character(scalar)
      }
    }
    return "'"
      + (line.count > longest ? String(line.prefix(longest - 1)) + "…" : String(line)) + "'"
  }
}

extension ExportMap {
  /// The words that the mapping has for a column's cells.
  func words(of column: String) -> [String] {
    var found: [String] = []
    for about in about where about.column == column {
      if case .words(let words) = about.values { found += words.keys }
    }
    switch content {
    case .people, .caseload, .codings, .units: break
    case .stories(let columns):
      for consent in columns.consent where consent.column == column {
        if case .words(let words) = consent.cells { found += words.keys }
      }
    case .scores(let columns):
      if let occasion = columns.occasion, occasion.column == column { found += occasion.words.keys }
      for state in columns.states where state.column == column { found += state.words.keys }
      for form in columns.forms {
        switch form.answers {
        case .items(let items):
          if items.contains(column) { found += form.coding.words.keys }
        case .total(let total): if total == column { found += form.coding.words.keys }
        }
      }
    case .attendance(let columns):
      switch columns.sessions {
      case .rows(_, let status): if status == column { found += columns.statuses.keys }
      case .days, .columns: found += columns.statuses.keys
      }
    case .events(let columns):
      for rule in columns.rules {
        for condition in rule.conditions where condition.column == column {
          found += condition.values
        }
        if case .columnByPeriod(_, column, let periods) = rule.count { found += periods.keys }
      }
    }
    return found.sorted()
  }
}
