import FurlongStudy
import FurlongTables

/// What somebody filled in of `furlong problems --as csv`: the rows that have a correction.
struct FilledProblems {
  /// One line that was filled in.
  struct Line {
    /// Its row in the filled-in file.
    var line: Int
    /// The export and row, as `exports/forms.csv:88`.
    var place: StudyRows.Place
    /// The column of the problem; nil where it is of the whole row.
    var column: String?
    /// The mark of the row as it was listed.
    var mark: String
    /// What was filled in.
    var correction: String
  }

  let lines: [Line]
  /// How many lines have no correction, and are left as they are.
  let left: Int

  /// Reads the file, however a spreadsheet saved it.
  init(_ bytes: [UInt8], name: String) throws(WorkflowError) {
    let table: SourceTable
    do throws(TableError) {
      table = try TableSniffer().shape(of: bytes, name: name).read(bytes, name: name)
    } catch {
      throw WorkflowError("\(name) \(error.what)", at: name, fix: error.fix)
    }
    func column(_ heading: String) throws(WorkflowError) -> Int {
      let found = table.header.firstIndex { $0.lowercased() == heading }
      guard let found else {
        throw WorkflowError(
          "\(name) has no column '\(heading)'", at: name,
          fix:
            "fill in the column 'correction' of what `furlong problems --as csv` writes, and keep its other columns"
        )
      }
      return found
    }
    if let fault = table.faults.first {
      throw WorkflowError(
        "row \(fault.sourceRow) of \(name) cannot be read", at: "\(name):\(fault.sourceRow)",
        fix: "mend it, or take it out")
    }
    let (file, row) = (try column("file"), try column("row"))
    let (heading, mark) = (try column("column"), try column("mark"))
    let correction = try column("correction")
    var lines: [Line] = []
    for place in 0..<table.rowCount where !table.isBlank(row: place, column: correction) {
      func cell(_ column: Int) -> String { table.text(row: place, column: column) }
      let number = table.sourceRow(place)
      guard let found = Int(cell(row)), !cell(file).isEmpty, !cell(mark).isEmpty else {
        throw WorkflowError(
          "row \(number) of \(name) has a correction, and its problem is of no single row that could be corrected",
          at: "\(name):\(number)",
          fix:
            "take the correction out, and mend the mapping or the export as the line's 'fix' says")
      }
      lines.append(
        Line(
          line: number, place: StudyRows.Place(file: Self.unguarded(cell(file)), row: found),
          column: cell(heading).isEmpty ? nil : Self.unguarded(cell(heading)), mark: cell(mark),
          correction: Self.unguarded(cell(correction))))
    }
    guard !lines.isEmpty else {
      throw WorkflowError(
        "nothing is filled in under 'correction' in \(name)", at: name,
        fix: "write a new value there, `blank` for no value, or `leave out` for the whole row")
    }
    self.lines = lines
    left = (0..<table.rowCount).count {
      table.isBlank(row: $0, column: correction) && !table.isBlank(row: $0, column: file)
    }
  }

  /// A text without the sign that keeps spreadsheets from running it.
  private static func unguarded(_ text: String) -> String {
    guard text.first == "'", let next = text.dropFirst().first, "=+-@".contains(next) else {
      return text
    }
    return String(text.dropFirst())
  }
}
