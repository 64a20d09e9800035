import FurlongScales
import FurlongStudy

/// A total that is held against the items: another reading that fits it better, or that it does not fit.
final class CheckedTotal {
  private let checked: CheckedForm
  private let column: CellColumn
  private let scale: Scale
  private let places: [Int]
  private let scorer: ScaleScorer
  /// Other ways to read the items, each with the line of the mapping that says so.
  private let others: [(coding: ItemCoding, line: String)]
  private var totals = 0
  private var wrong = RowWords()
  /// How many totals each of the others does not give.
  private var misfits: [Int]

  init?(_ checked: CheckedForm, _ rules: CellRules) {
    let (form, sheet) = (checked.form, checked.sheet)
    guard let column = form.checkedTotal, let scale = sheet.total,
      let places = sheet.parts.first(where: { $0.scale.id == scale.id })?.places,
      let scorer = try? ScaleScorer(scale: scale, blankItemsAllowed: 0)
    else { return nil }
    self.checked = checked
    self.column = rules.column(column)
    self.scale = scale
    self.places = places
    self.scorer = scorer
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
    self.others = others
    misfits = others.map { _ in 0 }
  }

  /// Holds a row's total against what its items say.
  func add(_ written: [Int?], _ cells: RowCells) {
    guard let total = (try? cells.number(column)) ?? nil, written.allSatisfy({ $0 != nil }) else {
      return
    }
    totals += 1
    if !fits(written, total, checked.form.coding) { wrong.add(cells.sourceRow) }
    for place in others.indices where !fits(written, total, others[place].coding) {
      misfits[place] += 1
    }
  }

  /// Whether a coding of the items gives the total.
  private func fits(_ written: [Int?], _ total: Double, _ coding: ItemCoding) -> Bool {
    let answers = written.enumerated().map { place, written in
      written.flatMap { checked.sheet.answer($0, at: place, coding) }
    }
    let own = places.map { answers[$0] }
    guard let score = scorer.score(.items(own))?.score else { return false }
    let raw = own.enumerated().compactMap { place, answer in
      answer.map { answer in
        let allowed = scale.itemAnswers[place]
        return scale.reversedItems.contains(place + 1)
          ? allowed.lowerBound + allowed.upperBound - answer : answer
      }
    }.reduce(0, +)
    return abs(score - total) < 0.0051 || Double(raw) == total
  }

  var problem: Problem? {
    let (name, mapFile) = (checked.sheet.name, checked.mapFile)
    guard wrong.count > 0 else { return nil }
    guard CodingCheck.isMore(wrong.count, of: totals) else {
      return checked.problem(
        .totalDiffers, column.name,
        "\(wrong.count) of \(totals) totals of \(name) are not what their items give (\(wrong.words)); the items "
          + "are used.",
        fix: "Look at those forms where they were exported from.", severity: .warning)
    }
    let better = others.indices.first { !CodingCheck.isMore(misfits[$0], of: totals) }
    if let better = better.map({ others[$0] }) {
      return checked.problem(
        .totalDiffers, column.name,
        "\(wrong.count) of \(totals) totals of \(name) are not what their items give, and nearly all would be with "
          + "'\(better.line)'.",
        fix:
          "If the totals are right, write '\(better.line)' beside these items in \(mapFile); if they were made "
          + "wrongly, take 'total' out.")
    }
    return checked.problem(
      .totalDiffers, column.name,
      "\(wrong.count) of \(totals) totals of \(name) are not what their items give.",
      fix:
        "Check that the items are named in the scale's order in \(mapFile); if the totals were made wrongly, take "
        + "'total' out.")
  }
}
