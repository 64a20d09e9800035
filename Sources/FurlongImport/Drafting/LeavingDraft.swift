import FurlongForms
import FurlongScales
import FurlongStudy

/// Which column of a list of people says when they moved away or died, and how it says so.
///
/// The day of leaving the college ends nothing; after that of moving away or dying no use of services can be seen.
struct LeavingDraft {
  private enum Reading {
    /// Its cells are days.
    case days
    /// Its days count where another column says one of these.
    case reason(ColumnProfile, [String])
    /// Its days stand beside words, and count where one of these does.
    case words([String])
    /// Nothing says that its days are of moving away or dying.
    case leavingOnly
  }

  let column: ColumnProfile
  private let reading: Reading
  private let sheet: ExportSheet

  /// The column; nil where none is called after leaving.
  init?(_ sheet: ExportSheet) {
    guard let column = Self.column(sheet) else { return nil }
    self.column = column
    self.sheet = sheet
    let saysItself = Self.saysGone(column.words)
    let worded = Self.worded(column)
    if worded.isEmpty {
      reading =
        saysItself
        ? .days
        : Self.reason(sheet).map { .reason($0.column, $0.words) } ?? .leavingOnly
      return
    }
    let said = KnownWords.leaving.filter { phrase in
      worded.contains { LeavingReader.isSaid([phrase], in: $0) }
    }
    let words = said + (saysItself && column.days.share > 0 ? [LeavingColumn.dayAlone] : [])
    reading = words.isEmpty ? .leavingOnly : .words(words)
  }

  /// The columns that are read.
  var used: [ColumnProfile] {
    switch reading {
    case .days, .words: [column]
    case .reason(let reason, _): [column, reason]
    case .leavingOnly: []
    }
  }

  /// Whether days among its words have years of two digits.
  var hasShortYears: Bool {
    guard case .words = reading else { return false }
    var whole = sheet.dayText(of: column)
    let short = whole
    whole.shortYearsFrom = nil
    return Self.worded(column).contains { short.days(in: $0).count > whole.days(in: $0).count }
  }

  /// Adds the line, and what is to be checked.
  func line(_ frame: inout DraftFrame) {
    let heading = YAMLText.word(column.heading)
    switch reading {
    case .days:
      frame.lines.add(
        "left_on: \(heading)", "moved away or died: after it no service use can be seen")
    case .reason(let reason, let words):
      frame.lines.add(
        "left_on: { column: \(heading), where: { column: \(YAMLText.word(reason.heading)), is: \(DraftLines.list(words)) } }",
        "moved away or died: after it no service use can be seen")
      let rows = words.compactMap { reason.sample.texts[$0] }.reduce(0, +)
      frame.lines.checks.append(
        "'\(column.heading)' is read as the day of moving away or dying where '\(reason.heading)' says so (\(words.map { "'\($0)'" }.joined(separator: ", ")): \(rows) \(rows == 1 ? "row" : "rows")); for any other reason it is that of leaving the college, which ends nothing. Look at 'left_on'."
      )
    case .words(let words):
      frame.lines.add(
        "left_on: { column: \(heading), says: \(DraftLines.list(words)) }",
        "the one day of a cell that says so: moved away or died")
      frame.lines.checks.append(checkOfWords(words))
    case .leavingOnly:
      frame.lines.add(
        "# left_on: \(heading)",
        "only if it is the day of moving away or dying; then take it out of 'ignore'")
      frame.lines.checks.append(
        "'\(column.heading)' is not read: it was taken for the day of leaving the college, which ends nothing. If it is the day on which a person moved away or died, write it at 'left_on'."
      )
    }
  }

  /// What becomes of the cells that hold words.
  private func checkOfWords(_ words: [String]) -> String {
    let dates = sheet.dayText(of: column)
    let phrases = words.filter { $0 != LeavingColumn.dayAlone }
    let cells = Self.worded(column).map { text in
      (
        isSaid: LeavingReader.isSaid(phrases, in: text), days: dates.days(in: text).count,
        cells: column.sample.texts[text] ?? 0
      )
    }
    func count(_ isOne: ((isSaid: Bool, days: Int, cells: Int)) -> Bool) -> Int {
      cells.filter(isOne).reduce(0) { $0 + $1.cells }
    }
    let said = phrases.map { "'\($0)'" }.joined(separator: ", ")
    return
      "'\(column.heading)' holds words beside days. "
      + (phrases.isEmpty
        ? "None of them says that somebody moved away or died: they end nothing"
        : "Cells that say \(said) and one day: \(count { $0.isSaid && $0.days == 1 }), read as that of moving away or dying; that say so without one sure day: \(count { $0.isSaid && $0.days != 1 }), which the import tells; that say something else: \(count { !$0.isSaid }), which end nothing")
      + ". Look at 'says' of 'left_on'."
  }

  /// Whether a heading says that its days are of moving away or dying.
  static func saysGone(_ words: HeadingText) -> Bool {
    words.says("died", "death", "deceased", "dod", "moved")
  }

  /// The column of days of leaving, or one of words with days among them.
  private static func column(_ sheet: ExportSheet) -> ColumnProfile? {
    if let days = sheet.first(.left) { return days }
    return sheet.profiles.indices.first { place in
      let column = sheet.profiles[place]
      guard [.other, .freeText, .status].contains(sheet.roles[place]),
        ColumnRole.saysLeaving(column.words)
      else { return false }
      let dates = sheet.dayText(of: column)
      return column.sample.texts.keys.contains { !dates.days(in: $0).isEmpty }
    }.map { sheet.profiles[$0] }
  }

  /// The texts of a column that are more than a day, and no word for none.
  private static func worded(_ column: ColumnProfile) -> [String] {
    let text = DateText(order: column.days.order, shortYearsFrom: 1930, dayNumbers: .from1900)
    return column.sample.texts.keys.filter {
      !KnownWords.isMissing($0) && (try? text.day($0)) == nil && $0.contains(where: \.isLetter)
    }.sorted()
  }

  /// The column of reasons of leaving, and those of its words that say moved away or died.
  private static func reason(_ sheet: ExportSheet) -> (column: ColumnProfile, words: [String])? {
    for column in sheet.profiles where column.isWords && column.words.says("reason", "why") {
      let words = column.byFrequency.filter { text in
        LeavingReader.isSaid(KnownWords.leaving, in: text)
          && ShownWords(sheet).mayShow(text, of: column, isKnown: KnownWords.isOnlyLeaving(text))
      }
      if !words.isEmpty { return (column, words) }
    }
    return nil
  }
}
