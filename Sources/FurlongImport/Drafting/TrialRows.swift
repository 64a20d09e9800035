import FurlongForms
import FurlongScales
import FurlongTables

/// Rows that are no data: trials of a survey by staff, records that a system has deleted or made for tests.
struct TrialRows {
  let column: ColumnProfile
  let words: [String]

  /// The columns that mark such rows.
  static func find(_ sheet: ExportSheet) -> [TrialRows] {
    sheet.profiles.filter(\.isWords).compactMap { column in
      let isMark = column.words.says("deleted", "is deleted", "test record", "is test")
      let words = column.sample.texts.keys.filter { text in
        let plain = ItemCoding.plain(text)
        return isMark
          ? ["yes", "y", "true", "1", "deleted", "test"].contains(plain)
          : ["survey preview", "survey test", "spam"].contains(plain)
      }
      return words.isEmpty ? nil : TrialRows(column: column, words: words.sorted())
    }
  }

  /// The lines that leave them out.
  static func lines(_ sheet: ExportSheet, _ frame: inout DraftFrame) {
    let found = find(sheet)
    guard !found.isEmpty else { return }
    frame.lines.add("")
    frame.lines.add("leave_out:", "rows that are no data: trials, and records that were deleted")
    for rows in found {
      frame.use([rows.column])
      let count = rows.words.compactMap { rows.column.sample.texts[$0] }.reduce(0, +)
      frame.lines.add(
        "  - { column: \(YAMLText.word(rows.column.heading)), is: \(DraftLines.list(rows.words)) }",
        count == 1 ? "1 row" : "\(count) rows")
      frame.lines.checks.append(
        "\(count == 1 ? "1 row" : "\(count) rows") of '\(rows.column.heading)' \(count == 1 ? "was" : "were") taken for a trial or a deleted record, and \(count == 1 ? "is" : "are") left out: look at 'leave_out'."
      )
    }
  }
}
