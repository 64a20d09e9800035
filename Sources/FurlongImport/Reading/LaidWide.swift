import FurlongForms
import FurlongStudy
import FurlongTables

/// An export with one row an item or a score, laid out with one row a form: what its rows share is one person, one day
/// and one value of each other column that the mapping reads.
///
/// Each text of the column that says which item or measure it is becomes a column of its own, so that everything that
/// reads and checks forms reads these too. A row of an item or measure that the mapping does not name is passed over where
/// the mapping says so, else set aside.
struct LaidWide {
  /// One row a form; its row numbers are those of each form's first row.
  private(set) var table: SourceTable
  /// Rows of other items or measures that the mapping passes over.
  private(set) var passed = 0
  /// Lines that are no rows of data.
  private(set) var lines: [(row: Int, line: PassedLine)] = []
  /// Rows that say what another row says.
  private(set) var repeated = 0
  /// Rows that cannot be part of a form, and why.
  private(set) var refused: [Int: RowRefusal] = [:]

  /// The rows of each form, by its first.
  private var rowsOfForm: [Int: [Int]] = [:]
  /// The row of each cell, by the form's first row and the column.
  private var rowOfCell: [Cell: Int] = [:]

  private struct Cell: Hashable {
    var form: Int
    var column: String
  }

  /// How many rows of the export a form has.
  func rows(ofForm first: Int) -> Int { rowsOfForm[first]?.count ?? 1 }

  /// The row of the export in which a form's column stands.
  func row(ofForm first: Int, column: String?) -> Int {
    column.flatMap { rowOfCell[Cell(form: first, column: $0)] } ?? first
  }

  /// - Parameters:
  ///   - long: the export; its headings fit the mapping.
  ///   - rules: how its cells are read.
  init(
    _ long: TableWalk, map: ExportMap, columns: ScoreColumns, rules: CellRules, fictional: Bool
  ) throws {
    let names = columns.answered
    let shared = map.readColumns.filter {
      $0 != columns.long?.columns.which && $0 != columns.long?.columns.holds
    }
    var places: [[String]: Int] = [:]
    // Empty until all rows are seen.
    table = SourceTable(
      name: long.name, header: [], rows: [], sourceRows: [], faults: [], skipped: 0, notes: [])
    var forms: [(first: Int, shared: [String], answers: [String: String])] = []
    var disputed: Set<Int> = []
    let identifiers = IdentifierRule(fictional: fictional)
    let which = rules.column(columns.long?.columns.which ?? "")
    let holds = rules.column(columns.long?.columns.holds ?? "")
    let words = CellWords(Dictionary(names.map { ($0, $0) }) { first, _ in first })
    try rules.eachRow(of: long) { cells in
      let name: String
      switch Self.name(cells, which, among: words) {
      case .success(let found): name = found
      case .failure(let refusal):
        if let line = PassedLine(cells, map: map) {
          lines.append((cells.sourceRow, line))
        } else if columns.passesOthers, refusal.faults.first?.code == .unknownWord {
          passed += 1
        } else {
          refused[cells.sourceRow] = refusal
        }
        return
      }
      let texts = shared.map { cells.text($0) ?? "" }
      let key =
        zip(shared, texts).map { column, text in
          Self.key(text, column, map, rules, identifiers)
        } + [cells.stranger].compactMap { $0 }
      let place = places[key] ?? forms.count
      if place == forms.count {
        places[key] = place
        forms.append((cells.sourceRow, texts, [:]))
      }
      let first = forms[place].first
      rowsOfForm[first, default: []].append(cells.sourceRow)
      let answer = cells.text(holds) ?? ""
      if let before = forms[place].answers[name] {
        if before == answer { repeated += 1 } else { disputed.insert(first) }
      } else {
        forms[place].answers[name] = answer
        rowOfCell[Cell(form: first, column: name)] = cells.sourceRow
      }
    }
    for first in disputed {
      for row in rowsOfForm.removeValue(forKey: first) ?? [] {
        refused[row] = RowRefusal(
          .contradiction, columns.long?.columns.holds,
          "Rows of the same person and day give different answers to the same question.",
          fix: "Keep the right one where they were exported from.")
      }
    }
    let kept = forms.filter { !disputed.contains($0.first) }
    table = SourceTable(
      name: long.name, header: shared + names,
      rows: kept.map { form in form.shared + names.map { form.answers[$0] ?? "" } },
      sourceRows: kept.map(\.first), faults: [], skipped: 0, notes: [])
  }

  /// Which item or measure a row is of, as the mapping writes it.
  private static func name(
    _ cells: RowCells, _ column: CellColumn, among words: CellWords<String>
  ) -> Result<String, RowRefusal> {
    do throws(RowRefusal) {
      guard let name = try cells.word(column, words) else { throw cells.blank(column.name) }
      return .success(name)
    } catch {
      return .failure(error)
    }
  }

  /// A text as it is compared: identifiers in full, days without their clock.
  private static func key(
    _ text: String, _ column: String, _ map: ExportMap, _ rules: CellRules,
    _ identifiers: IdentifierRule
  ) -> String {
    if let person = map.person.first(where: { $0.column == column }) {
      if rules.missing.containsIdentifier(text) { return "" }
      let full = try? identifiers.normalised(
        text, kind: person.kind, spelling: person.spelling)
      return full ?? text
    }
    if map.dateColumns.contains(column), let day = try? rules.dates.day(text) { return "\(day)" }
    return text
  }
}
