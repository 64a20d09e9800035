import FurlongStudy

/// Headings of another export among the rows: it was pasted below, and its rows would be read under the wrong headings.
struct OtherHeadings {
  private var row: Int?

  /// Looks whether a row that was refused repeats the heading of every column of identifiers.
  mutating func look(_ cells: RowCells, map: ExportMap) {
    guard row == nil, !map.person.isEmpty,
      map.person.allSatisfy({ cells.text($0.column)?.lowercased() == $0.column.lowercased() })
    else { return }
    row = cells.sourceRow
  }

  /// What stops the export; nil where there are none.
  func stop(file: String) -> Problem? {
    row.map { row in
      Problem(
        severity: .stop, code: .otherHeadings, file: file, row: row,
        message: "This row holds other headings than those above: another export begins here.",
        fix: "Put the rows from here on into a file of their own, with a mapping of its own.")
    }
  }
}
