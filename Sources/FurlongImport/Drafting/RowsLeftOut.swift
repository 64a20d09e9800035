import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Rows that a draft leaves out, by what stands in a column.
struct RowsLeftOut {
  /// Why rows are left out.
  private enum Why {
    /// Trials of a survey by staff, records that a system has deleted or made for tests.
    case trial
    /// Forms whose status says that they are drafts, tests, or were cancelled.
    case noForm
    /// Contacts that the trust records for the college's own team: counted as use of services they would rise because
    /// people came to the college.
    case ownTeam
    /// Stays in a place of safety, a crisis house or a day hospital: no admissions to a ward.
    case noWard
  }

  private let column: ColumnProfile
  private let words: [String]
  /// Words that are left out too and not shown, as a name stands in them.
  private let hidden: [String]
  private let why: Why

  private static func find(_ sheet: ExportSheet, _ why: Why) -> [RowsLeftOut] {
    sheet.profiles.filter(\.isWords).compactMap { column in
      let words = column.sample.texts.keys.filter { isOne($0, in: column, why) }
      let rule = ShownWords(sheet)
      let hidden = words.filter {
        rule.namesSomebody($0)
          || NameLike.isOne($0) && !(why == .ownTeam && isCalledAfterAPlace($0))
      }.sorted()
      return words.isEmpty
        ? nil
        : RowsLeftOut(
          column: column, words: words.filter { !hidden.contains($0) }.sorted(), hidden: hidden,
          why: why)
    }
  }

  private static func isOne(_ text: String, in column: ColumnProfile, _ why: Why) -> Bool {
    let plain = ItemCoding.plain(text)
    switch why {
    case .trial:
      return column.words.says("deleted", "is deleted", "test record", "is test")
        ? ["yes", "y", "true", "1", "deleted", "test"].contains(plain)
        : ["survey preview", "survey test", "spam"].contains(plain)
    case .noForm: return isStatus(column) && KnownWords.isNoForm(text)
    case .ownTeam:
      let words = HeadingText(text)
      return words.says(
        "recovery college", "recovery academy", "wellbeing college", "discovery college")
        || column.words.says("team") && words.isOnly("rcol", "rec coll", "rec col", "reccoll")
    case .noWard:
      return column.words.says(
        "ward", "unit", "bed", "bed type", "location", "setting", "specialty", "ward type", "site")
        && KnownWords.isNoWard(text)
    }
  }

  /// Whether a text ends in what a college is called by, as `Tarn Hollow Recovery College` does: what stands before it is a place.
  private static func isCalledAfterAPlace(_ text: String) -> Bool {
    let words = HeadingText(text).words
    return words.count < 6 && !text.contains("(") && words.suffix(1) == ["college"]
  }

  /// Whether a column says what became of each form.
  private static func isStatus(_ column: ColumnProfile) -> Bool {
    column.words.says("status", "state", "stage", "progress", "completion", "complete", "completed")
  }

  /// Says which forms may not have been filled in to their ends: how many answers they have decides, as of any form.
  private static func checkUnfinished(_ sheet: ExportSheet, _ frame: inout DraftFrame) {
    for column in sheet.profiles where column.isWords && isStatus(column) {
      let words = column.byFrequency.filter {
        KnownWords.isUnfinishedForm($0) && !KnownWords.isNoForm($0)
      }
      guard !words.isEmpty else { continue }
      let number = words.compactMap { column.sample.texts[$0] }.reduce(0, +)
      frame.lines.checks.append(
        "\(number) \(number == 1 ? "row says" : "rows say") under '\(column.heading)' that the form may not be finished (\(words.map { "'\($0)'" }.joined(separator: ", "))): read like any other, and scored where enough is answered. To leave them out, write 'leave_out: [{ column: \(YAMLText.word(column.heading)), is: \(DraftLines.list(words)) }]'."
      )
    }
  }

  /// Whether a column names the college's own team.
  static func knowsOwnTeam(_ sheet: ExportSheet) -> Bool { !find(sheet, .ownTeam).isEmpty }

  /// The lines that leave them out.
  static func lines(_ sheet: ExportSheet, _ kind: ExportKind, _ frame: inout DraftFrame) {
    if kind == .scores { checkUnfinished(sheet, &frame) }
    let found =
      find(sheet, .trial) + (kind == .scores ? find(sheet, .noForm) : [])
      + (kind == .events ? find(sheet, .ownTeam) : [])
      + (frame.countsStays ? find(sheet, .noWard) : [])
    guard !found.isEmpty else { return }
    frame.lines.add("")
    frame.lines.add("leave_out:")
    for rows in found {
      frame.use([rows.column])
      let number = (rows.words + rows.hidden).compactMap { rows.column.sample.texts[$0] }
        .reduce(0, +)
      let count = number == 1 ? "1 row" : "\(number) rows"
      let (what, check) =
        switch rows.why {
        case .trial:
          (
            "trials, and records that were deleted",
            "taken for a trial or a deleted record, and left out"
          )
        case .noForm:
          (
            "drafts, tests or cancelled, no forms to count",
            "taken for forms that are drafts, tests or were cancelled (\(rows.words.map { "'\($0)'" }.joined(separator: ", "))), and left out"
          )
        case .ownTeam:
          (
            "the college itself: that people came is not use of the trust",
            "taken for the college's own team, and left out"
          )
        case .noWard:
          (
            "a place of safety, a crisis house or a day unit: no admission to a ward",
            "taken for stays that are no admission to a ward (\(rows.words.map { "'\($0)'" }.joined(separator: ", "))), and left out"
          )
        }
      frame.lines.add(
        "  - { column: \(YAMLText.word(rows.column.heading)), is: \(DraftLines.list(rows.words + (rows.hidden.isEmpty ? [] : [DraftLines.decide]))) }",
        "\(what): \(count)")
      if !rows.hidden.isEmpty {
        frame.lines.checks.append(
          "\(rows.hidden.count == 1 ? "A word" : "\(rows.hidden.count) words") of '\(rows.column.heading)' to leave out (\(ShownWords(sheet).places(of: rows.hidden, in: [rows.column]))) \(rows.hidden.count == 1 ? "is" : "are") not shown, as a name may stand in \(rows.hidden.count == 1 ? "it" : "them"): write \(rows.hidden.count == 1 ? "it" : "them") in place of DECIDE at 'leave_out', or correct the cells where they were exported from."
        )
      }
      frame.lines.checks.append(
        "\(count) of '\(rows.column.heading)' \(number == 1 ? "was" : "were") \(check): look at 'leave_out'."
          + (rows.why == .noWard ? " Its other words all count as wards." : "")
      )
    }
  }
}
