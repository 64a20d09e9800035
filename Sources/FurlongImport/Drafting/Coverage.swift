import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// The days of which an extract can speak, and what it means that somebody has no row in it.
enum Coverage {
  static func lines(_ sheet: ExportSheet, _ days: [ColumnProfile], _ frame: inout DraftFrame) {
    let never = Dictionary(
      days.flatMap { neverEnding($0, sheet) }.map { ($0, "blank") }
    ) { first, _ in first }
    frame.missing(
      Dictionary(days.flatMap(\.missing).map { ($0, "not recorded") }) { first, _ in first }
        .merging(never) { first, _ in first })
    frame.lines.add("")
    let ranges = days.compactMap(sheet.range)
    if let from = ranges.map(\.from).min(), let to = ranges.map(\.to).max() {
      let seen = ExtractDays(
        path: sheet.path, days: DayRange(from: from, to: to),
        count: days.map { sheet.days(in: $0).count }.max() ?? 0)
      // Stays that go on may end after the period; none begins after it.
      let stated = StatedPeriod.find(above: sheet.shape.above, path: sheet.path)
        .flatMap { $0.days.from <= from && from <= $0.days.to ? $0 : nil }
      var extract = seen
      extract.days = stated?.days ?? seen.days
      extract.isStated = stated != nil
      frame.know { $0.extracts = [extract] }
      covers(seen, stated, sheet, &frame)
    } else {
      frame.lines.add("covers: { from: \(DraftLines.decide), to: \(DraftLines.decide) }")
    }
    frame.lines.add(
      "no_rows_means: none happened",
      "check: of people known to the trust; 'not known' where only some people were looked up")
    if !sheet.others.saysKnown, !sheet.others.hasCaseload {
      frame.lines.checks.append(
        "No export says who is known to the trust, so that every student counts as known and without a row as having had none. Ask the trust for its list of the students whom it knows, since when, and draft it with `furlong map`."
      )
    }
    frame.lines.checks.append(
      "A person known to the trust who has no row was taken to have had none. If only some people were looked up, write 'no_rows_means: not known'."
    )
  }

  /// Days far ahead by which a system says that something has not ended: `2100-01-01`, `31/12/9999`.
  private static func neverEnding(_ column: ColumnProfile, _ sheet: ExportSheet) -> [String] {
    let text = sheet.dayText(of: column)
    return column.sample.texts.keys.filter { cell in
      let day = try? text.day(cell)
      return day.map { $0.date.year >= 2090 } ?? (cell.contains("9999") && cell.contains("12"))
    }.sorted()
  }

  private static func covers(
    _ seen: ExtractDays, _ stated: StatedPeriod?, _ sheet: ExportSheet, _ frame: inout DraftFrame
  ) {
    func add(_ days: DayRange, _ remark: String) {
      frame.lines.add("covers: { from: \(days.from), to: \(days.to) }", remark)
    }
    if let stated { return add(stated.days, "as \(stated.place)") }
    let together = seen.together(with: sheet.others.extracts)
    if together == seen.days {
      add(
        together,
        "check: the first and last day seen; write the days that the extract was asked for")
      frame.lines.checks.append(
        "'covers' was taken from the first and the last day in the file: write the days that the extract was asked for. Whoever's months before or after are not covered is left out of the comparison."
      )
    } else {
      add(
        together,
        "check: as the extracts beside it; its own days run from \(seen.days.from) to \(seen.days.to)"
      )
      frame.lines.checks.append(
        "'covers' was taken from the extracts beside it, as if all had been drawn for the same days: that nothing stands in this one from \(gaps(seen.days, together)) may be chance. If it was asked for fewer days, write them: else people would count as having had none."
      )
    }
  }

  /// The days that others cover and this one has nothing on.
  private static func gaps(_ own: DayRange, _ all: DayRange) -> String {
    var gaps: [String] = []
    if all.from < own.from { gaps.append("\(all.from) to \(own.from.adding(days: -1))") }
    if own.to < all.to { gaps.append("\(own.to.adding(days: 1)) to \(all.to)") }
    return gaps.joined(separator: " and from ")
  }
}
