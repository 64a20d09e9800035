import FurlongScales
import FurlongStudy

/// Totals of a scale whose score is made of the sum of its items by a table or a factor: raw, converted, or both in one column.
final class ConversionCheck: FormCheck {
  private let checked: CheckedForm
  private let column: CellColumn
  /// The scale; nil where its score is the sum itself.
  private let scale: Scale?
  private var raw = 0
  private var converted = 0

  init(_ checked: CheckedForm, _ column: CellColumn) {
    self.checked = checked
    self.column = column
    scale = checked.sheet.total.flatMap { $0.hasRawSums ? $0 : nil }
  }

  func add(_ cells: RowCells) {
    guard let scale, let total = (try? cells.number(column)) ?? nil else { return }
    switch scale.fit(ofTotal: total) {
    case .notConverted: raw += 1
    case .score(let score): if scale.score(ofRawSum: score) == nil { converted += 1 }
    case .outOfRange, .betweenScores: break
    }
  }

  var problem: Problem? {
    let (form, name, mapFile) = (checked.form, checked.sheet.name, checked.mapFile)
    if scale == nil {
      return form.totalIsRaw
        ? checked.problem(
          .coding, column.name,
          "The score of \(name) is the sum of its items, so a raw sum is nothing else.",
          fix: "Take 'total_is' out of \(mapFile).") : nil
    }
    let all = raw + converted
    guard CodingCheck.isMore(form.totalIsRaw ? converted : raw, of: all) else { return nil }
    if form.totalIsRaw ? raw == 0 : converted == 0 {
      return checked.problem(
        .notConverted, column.name,
        form.totalIsRaw
          ? "The totals of \(name) are converted already: they would be converted twice."
          : "The totals of \(name) are whole numbers that are none of its scores: they are raw sums.",
        fix: form.totalIsRaw
          ? "Take 'total_is: raw sum' out of \(mapFile)."
          : "Write 'total_is: raw sum' beside this total in \(mapFile): they are converted as its authors say."
      )
    }
    return checked.problem(
      .notConverted, column.name,
      "\(raw) totals of \(name) are raw sums and \(converted) are converted: two kinds stand in one column, and some "
        + "numbers look alike in both.",
      fix: "Export the items, or one kind of total.")
  }
}
