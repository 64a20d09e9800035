import FurlongScales
import FurlongStudy
import FurlongTables

/// Holds the answers and totals of a whole export against the coding of its scales: where they were written otherwise,
/// numbers would be wrong unseen, so it stops and names the line of the mapping that mends it.
struct CodingCheck {
  /// One in so many of the forms may be a slip; more are another coding.
  private static let slips = 20
  /// So few forms of another coding are slips, however few there are in all.
  private static let fewest = 2

  let mapFile: String
  let file: String
  let sheets: [String: ScaleSheet]

  /// What stops the export, or is worth a warning.
  func problems(_ columns: ScoreColumns, _ rules: CellRules) -> [Problem] {
    columns.forms.compactMap { form in
      guard let sheet = sheets[form.scale] else { return nil }
      switch form.answers {
      case .items(let columns):
        let forms = answered(columns, sheet, form.coding, rules)
        return coding(forms, columns, sheet, form.coding, rules) ?? total(forms, form, sheet, rules)
      case .total(let column): return conversion(column, form, sheet, rules)
      }
    }
  }

  /// One form: its row, and what it writes for each item.
  private struct Sheet {
    var row: Int
    var written: [Int?]
  }

  private func answered(
    _ columns: [String], _ sheet: ScaleSheet, _ coding: ItemCoding, _ rules: CellRules
  ) -> [Sheet] {
    (0..<rules.table.rowCount).compactMap { row in
      let cells = RowCells(rules: rules, row: row)
      let written = columns.map { try? sheet.written($0, coding, cells) }
      return written.allSatisfy { $0 == nil } ? nil : Sheet(row: row, written: written)
    }
  }

  private func isMore(_ count: Int, of all: Int) -> Bool {
    count > Self.fewest && count * Self.slips > all
  }

  /// Answers that run from 1 where the scale's run from 0, or the other way; or both in one export.
  private func coding(
    _ forms: [Sheet], _ columns: [String], _ sheet: ScaleSheet, _ coding: ItemCoding,
    _ rules: CellRules
  ) -> Problem? {
    // Where items allow different answers, no shift of all can be told.
    guard let allowed = sheet.answers.first, sheet.answers.allSatisfy({ $0 == allowed }) else {
      return nil
    }
    let low = coding.from ?? allowed.lowerBound
    let high = low + allowed.count - 1
    for (beyond, end, other) in [(high + 1, low, low + 1), (low - 1, high, low - 1)] {
      let foreign = forms.count { $0.written.contains(beyond) }
      guard isMore(foreign, of: forms.count), !sheet.missing.contains(beyond) else { continue }
      let own = forms.count { $0.written.contains(end) }
      let coded = "\(other) to \(other + allowed.count - 1)"
      if own == 0 {
        return problem(
          .coding, columns.first,
          "\(foreign) of \(forms.count) forms of \(sheet.name) hold the answer \(beyond) and none holds "
            + "\(end): they are written as \(coded), where \(low) to \(high) is expected.",
          fix: "Write 'coded_from: \(other)' beside these items in \(mapFile).")
      }
      // Typed wrongly in one column is a slip of that column; another version shows in several.
      let places = columns.indices.count { place in
        forms.contains { $0.written[place] == beyond }
      }
      guard places > 1 else { continue }
      func first(_ answer: Int) -> Int {
        forms.first { $0.written.contains(answer) }.map { rules.table.sourceRow($0.row) } ?? 0
      }
      return problem(
        .coding, columns.first,
        "\(foreign) of \(forms.count) forms of \(sheet.name) hold the answer \(beyond) (first in row "
          + "\(first(beyond))), and \(own) hold \(end) (first in row \(first(end))): "
          + "two codings, \(coded) and \(low) to \(high), stand in one export.",
        fix:
          "Export the two versions of the form as two files, and write 'coded_from: \(other)' in the mapping of one."
      )
    }
    return nil
  }

  /// A total that is held against the items: another reading that fits it better, or that it does not fit.
  private func total(
    _ forms: [Sheet], _ form: ScoreColumns.Form, _ sheet: ScaleSheet, _ rules: CellRules
  ) -> Problem? {
    guard let column = form.checkedTotal, let scale = sheet.total,
      let places = sheet.parts.first(where: { $0.scale.id == scale.id })?.places,
      let scorer = try? ScaleScorer(scale: scale, blankItemsAllowed: 0)
    else { return nil }
    let totals: [(sheet: Sheet, total: Double)] = forms.compactMap { found in
      let cells = RowCells(rules: rules, row: found.row)
      guard let total = try? cells.number(column), found.written.allSatisfy({ $0 != nil }) else {
        return nil
      }
      return (found, total)
    }
    /// The totals that a coding does not give.
    func misfits(_ coding: ItemCoding) -> [Int] {
      totals.filter { found, total in
        let answers = found.written.enumerated().map { place, written in
          written.flatMap { sheet.answer($0, at: place, coding) }
        }
        let own = places.map { answers[$0] }
        guard let score = scorer.score(.items(own))?.score else { return true }
        let raw = own.enumerated().compactMap { place, answer in
          answer.map { answer in
            let allowed = scale.itemAnswers[place]
            return scale.reversedItems.contains(place + 1)
              ? allowed.lowerBound + allowed.upperBound - answer : answer
          }
        }.reduce(0, +)
        return abs(score - total) >= 0.0051 && Double(raw) != total
      }.map { rules.table.sourceRow($0.sheet.row) }
    }
    let wrongRows = misfits(form.coding)
    let wrong = wrongRows.count
    guard wrong > 0 else { return nil }
    guard isMore(wrong, of: totals.count) else {
      var rows = RowWords()
      for row in wrongRows { rows.add(row) }
      return problem(
        .totalDiffers, column,
        "\(wrong) of \(totals.count) totals of \(sheet.name) are not what their items give (\(rows.words)); the items "
          + "are used.",
        fix: "Look at those forms where they were exported from.", severity: .warning)
    }
    var others: [(coding: ItemCoding, line: String)] = []
    if !sheet.reversed.isEmpty {
      var turned = form.coding
      turned.isTurned.toggle()
      others.append((turned, turned.isTurned ? "already_reversed: yes" : "already_reversed: no"))
    }
    let low = sheet.answers.first?.lowerBound ?? 0
    for from in [low + 1, low - 1] where form.coding.from != from {
      var shifted = form.coding
      shifted.from = from
      others.append((shifted, "coded_from: \(from)"))
    }
    if let better = others.first(where: {
      !isMore(misfits($0.coding).count, of: totals.count)
    }) {
      return problem(
        .totalDiffers, column,
        "\(wrong) of \(totals.count) totals of \(sheet.name) are not what their items give, and nearly all would be with "
          + "'\(better.line)'.",
        fix:
          "If the totals are right, write '\(better.line)' beside these items in \(mapFile); if they were made "
          + "wrongly, take 'total' out.")
    }
    return problem(
      .totalDiffers, column,
      "\(wrong) of \(totals.count) totals of \(sheet.name) are not what their items give.",
      fix:
        "Check that the items are named in the scale's order in \(mapFile); if the totals were made wrongly, take "
        + "'total' out.")
  }

  /// Totals of a scale with a conversion table: raw, converted, or both in one column.
  private func conversion(
    _ column: String, _ form: ScoreColumns.Form, _ sheet: ScaleSheet, _ rules: CellRules
  ) -> Problem? {
    guard let scale = sheet.total, scale.conversion != nil else {
      return form.totalIsRaw
        ? problem(
          .coding, column,
          "\(sheet.name) has no conversion table, so its totals are no raw sums of one.",
          fix: "Take 'total_is' out of \(mapFile).") : nil
    }
    var raw = 0
    var converted = 0
    for row in 0..<rules.table.rowCount {
      guard let total = try? RowCells(rules: rules, row: row).number(column) else { continue }
      switch scale.fit(ofTotal: total) {
      case .notConverted: raw += 1
      case .score(let score): if score != score.rounded() { converted += 1 }
      case .outOfRange, .betweenScores: break
      }
    }
    let all = raw + converted
    if form.totalIsRaw ? isMore(converted, of: all) : isMore(raw, of: all) {
      if form.totalIsRaw ? raw == 0 : converted == 0 {
        return problem(
          .notConverted, column,
          form.totalIsRaw
            ? "The totals of \(sheet.name) are converted already: they would be converted twice."
            : "The totals of \(sheet.name) are whole numbers that no conversion gives: they are raw sums.",
          fix: form.totalIsRaw
            ? "Take 'total_is: raw sum' out of \(mapFile)."
            : "Write 'total_is: raw sum' beside this total in \(mapFile): they are converted by the published table."
        )
      }
      return problem(
        .notConverted, column,
        "\(raw) totals of \(sheet.name) are raw sums and \(converted) are converted: two kinds stand in one column, and 7 "
          + "and 35 look alike in both.",
        fix: "Export the items, or one kind of total.")
    }
    return nil
  }

  private func problem(
    _ code: ProblemCode, _ column: String?, _ message: String, fix: String,
    severity: Problem.Severity = .stop
  ) -> Problem {
    Problem(
      severity: severity, code: code.rawValue, file: file, row: nil, column: column,
      message: message, fix: fix)
  }
}
