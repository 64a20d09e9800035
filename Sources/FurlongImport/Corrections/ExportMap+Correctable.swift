extension ExportMap {
  /// Whether a cell may be corrected by a new value that is written down.
  public enum Correctable: Sendable, Equatable {
    /// It may.
    case yes
    /// It identifies a person.
    case identifier
    /// It is a date of birth, somebody's name, free text, or a column that is dropped or ignored.
    case hidden
    /// The mapping does not read it.
    case notRead
  }

  /// Whether the cells of a column may be corrected.
  public func correctable(_ column: String) -> Correctable {
    if person.contains(where: { $0.column == column }) { return .identifier }
    if hiddenColumns.contains(column) { return .hidden }
    return readColumns.contains(column) || !sessionColumns(among: [column]).isEmpty
      ? .yes : .notRead
  }

  /// The column of the export that problems mean by a name: of a long export, where answers and scores stand.
  public func exportColumn(_ named: String) -> String {
    if case .scores(let columns) = content, let long = columns.long,
      columns.answered.contains(named)
    {
      return long.columns.holds
    }
    return named
  }
}
