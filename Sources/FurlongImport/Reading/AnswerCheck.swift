import FurlongScales
import FurlongStudy

/// Answers that run from 1 where the scale's run from 0, or the other way; or both in one export.
final class AnswerCheck: FormCheck {
  private let checked: CheckedForm
  private let items: ItemCells
  private let total: CheckedTotal?
  /// The answers that every item allows; nil where they differ, since then no shift of all can be told.
  private let allowed: ClosedRange<Int>?
  private var forms = 0
  /// How many forms hold an answer at an end of the allowed ones or beyond it, by answer.
  private var found: [Int: Found] = [:]
  private let ends: [Int]
  private var written: [Int?] = []

  private struct Found {
    var forms = 0
    var first = 0
    var places: Set<Int> = []
  }

  init(_ checked: CheckedForm, _ items: ItemCells, _ rules: CellRules) {
    self.checked = checked
    self.items = items
    total = CheckedTotal(checked, rules)
    let answers = checked.sheet.answers
    allowed = answers.first.flatMap { first in answers.allSatisfy { $0 == first } ? first : nil }
    let low = checked.form.coding.from ?? allowed?.lowerBound ?? 0
    ends = allowed.map { Set([low - 1, low, low + $0.count - 1, low + $0.count]).sorted() } ?? []
  }

  func add(_ cells: RowCells) {
    written.removeAll(keepingCapacity: true)
    for place in items.columns.indices {
      written.append(try? checked.sheet.written(place, of: items, cells))
    }
    if written.allSatisfy({ $0 == nil }) { return }
    forms += 1
    total?.add(written, cells)
    guard let allowed else { return }
    let low = checked.form.coding.from ?? allowed.lowerBound
    let high = low + allowed.count - 1
    for answer in ends where written.contains(answer) {
      var seen = found[answer, default: Found()]
      if seen.forms == 0 { seen.first = cells.sourceRow }
      seen.forms += 1
      if answer < low || answer > high {
        for place in written.indices where written[place] == answer { seen.places.insert(place) }
      }
      found[answer] = seen
    }
  }

  var problem: Problem? { coding ?? total?.problem }

  private var coding: Problem? {
    guard let allowed else { return nil }
    let sheet = checked.sheet
    let low = checked.form.coding.from ?? allowed.lowerBound
    let high = low + allowed.count - 1
    let first = items.columns.first?.name
    for (beyond, end, other) in [(high + 1, low, low + 1), (low - 1, high, low - 1)] {
      let foreign = found[beyond, default: Found()]
      guard CodingCheck.isMore(foreign.forms, of: forms), !sheet.missing.contains(beyond) else {
        continue
      }
      let own = found[end, default: Found()]
      let coded = "\(other) to \(other + allowed.count - 1)"
      if own.forms == 0 {
        return checked.problem(
          .coding, first,
          "\(foreign.forms) of \(forms) forms of \(sheet.name) hold the answer \(beyond) and none holds "
            + "\(end): they are written as \(coded), where \(low) to \(high) is expected.",
          fix: "Write 'coded_from: \(other)' beside these items in \(checked.mapFile).")
      }
      // Typed wrongly in one column is a slip of that column; another version shows in several.
      guard foreign.places.count > 1 else { continue }
      return checked.problem(
        .coding, first,
        "\(foreign.forms) of \(forms) forms of \(sheet.name) hold the answer \(beyond) (first in row "
          + "\(foreign.first)), and \(own.forms) hold \(end) (first in row \(own.first)): "
          + "two codings, \(coded) and \(low) to \(high), stand in one export.",
        fix:
          "Export the two versions of the form as two files, and write 'coded_from: \(other)' in the mapping of one."
      )
    }
    return nil
  }
}
