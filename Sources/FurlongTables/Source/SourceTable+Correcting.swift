extension SourceTable {
  /// The same table with other texts in some cells.
  ///
  /// - Parameter cells: the new texts by the row's number in the file and the column's place; of rows that are not there
  ///   nothing is done.
  public func correcting(_ cells: [Int: [Int: String]]) -> SourceTable {
    guard (0..<rowCount).contains(where: { cells[sourceRow($0)] != nil }) else { return self }
    return SourceTable(
      name: name, header: header,
      rows: (0..<rowCount).map { row in
        let changed = cells[sourceRow(row)] ?? [:]
        return header.indices.map { changed[$0] ?? text(row: row, column: $0) }
      },
      sourceRows: (0..<rowCount).map(sourceRow), faults: faults, skipped: skipped, totals: totals,
      notes: notes
    ).adding(notes: [], labels: labels)
  }
}
