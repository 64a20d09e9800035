import Foundation
import FurlongImport
import FurlongStudy
import FurlongTables

/// Writes down corrections of cells, and rows to be left out, as somebody filled them in.
struct CorrectionStep {
  let deciding: DecidingStep
  /// The name of the filled-in file, for messages.
  let name: String

  /// - Throws: where a row is not any more as it was listed, where a column may not be corrected, and where the import could
  ///   not read a correction; then nothing is written.
  func apply(_ bytes: [UInt8], dryRun: Bool) throws -> DecisionRecord {
    let filled = try FilledProblems(bytes, name: name)
    var cells: [Decision.Cell] = []
    var leftOut: [Decision.Row] = []
    for line in filled.lines {
      let row = try row(of: line)
      if line.correction.lowercased() == "leave out" {
        if !leftOut.contains(row) { leftOut.append(row) }
        continue
      }
      let cell = Decision.Cell(
        file: row.file,
        cell: ExportCorrections.Cell(
          row: row.row, column: try column(of: line),
          value: line.correction.lowercased() == "blank" ? "" : line.correction))
      let same = cells.first { $0.file == cell.file && $0.cell.isOfSameCell(cell.cell) }
      if let same {
        guard same == cell else {
          throw refused(line, "the same cell is given two values", fix: "keep one of them")
        }
      } else {
        cells.append(cell)
      }
    }
    var seen: Set<String> = []
    let rows =
      (cells.map { "\($0.file):\($0.cell.row.row)" } + leftOut.map { "\($0.file):\($0.row.row)" })
      .filter { seen.insert($0).inserted }
    try deciding.requireNoIdentifier(of: rows.map { try deciding.rows.place($0) })
    let book = try deciding.book(
      adding: .correction(cells: cells, leftOut: leftOut), rows: rows)
    try requireReadable(filled, cells: cells, with: book)
    let left = filled.left
    return try deciding.keep(
      book, dryRun: dryRun,
      notes: left == 0
        ? []
        : [
          "\(left) \(left == 1 ? "line" : "lines") of \(name) \(left == 1 ? "has" : "have") no correction: left as \(left == 1 ? "it is" : "they are")."
        ])
  }

  /// The row that a line means, if it is as it was listed.
  private func row(of line: FilledProblems.Line) throws -> Decision.Row {
    let place = try deciding.rows.place(line.place.words)
    let row = try deciding.rows.marked(place)
    guard row.row.mark == line.mark else {
      throw refused(
        line, "row \(place.row) of \(place.file) is not any more what it was when it was listed",
        fix: "list the problems again with `furlong problems --as csv`, and fill in the new list")
    }
    return row
  }

  /// The column of the export that a line corrects, if it may be.
  private func column(of line: FilledProblems.Line) throws -> String {
    let export = try deciding.rows.export(try deciding.rows.place(line.place.words).file)
    guard let named = line.column else {
      throw refused(
        line, "the problem is of the whole row, so no cell can be corrected",
        fix: "write `leave out`, or take the correction out")
    }
    let column = export.map.exportColumn(named)
    guard export.table.header.contains(column) else {
      throw refused(
        line, "\(line.place.file) has no column '\(column)'",
        fix: "write the heading as it stands in the export")
    }
    switch export.map.correctable(column) {
    case .yes: break
    case .identifier:
      throw refused(
        line, "column '\(column)' identifies people, and no identifier is written down",
        fix:
          "correct it where it was exported from, or say whose the row is with `furlong people merge`",
        isRefusal: true)
    case .hidden:
      throw refused(
        line,
        "column '\(column)' is a date of birth, a name, free text or dropped, and nothing of it is written down",
        fix: "correct it where it was exported from, or write `leave out`", isRefusal: true)
    case .notRead:
      throw refused(
        line, "the mapping does not read column '\(column)'", fix: "take the correction out")
    }
    if (try? IdentifierRule(fictional: true).normalised(line.correction, kind: .nhsNumber)) != nil {
      throw refused(
        line, "the correction is an NHS number, and no identifier is written down",
        fix: "take it out", isRefusal: true)
    }
    return column
  }

  /// Tries the import with the corrections: each must be what its column can hold.
  private func requireReadable(
    _ filled: FilledProblems, cells: [Decision.Cell], with book: DecisionBook
  ) throws {
    let report = try ImportStep(
      workflow: deciding.workflow, plan: deciding.plan, book: book
    ).run(dryRun: true)
    for problem in report.problems
    where problem.severity != .note {
      guard let column = problem.column, let row = problem.row else { continue }
      let export = try? deciding.rows.export(problem.file)
      let meant = export?.map.exportColumn(column) ?? column
      let isMeant = cells.contains {
        $0.file == problem.file && $0.cell.row.row == row && $0.cell.column == meant
      }
      let line = filled.lines.first { $0.place.row == row && problem.file.hasSuffix($0.place.file) }
      if isMeant, let line {
        throw refused(line, "the correction cannot be read. \(problem.message)", fix: problem.fix)
      }
    }
  }

  private func refused(
    _ line: FilledProblems.Line, _ what: String, fix: String, isRefusal: Bool = false
  ) -> WorkflowError {
    func open(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
    return WorkflowError(
      open(what) + ", so nothing was corrected", at: "\(name):\(line.line)", fix: open(fix),
      kind: isRefusal ? .refused : .failed)
  }
}

extension ExportCorrections.Cell {
  fileprivate func isOfSameCell(_ other: ExportCorrections.Cell) -> Bool {
    row == other.row && column == other.column
  }
}
