import FurlongStudy
import FurlongTables

/// Looks at all refused rows together: where they show that the whole export is read in the wrong way, it stops.
struct WholeFileCheck {
  let map: ExportMap
  let mapFile: String
  let file: String

  /// What stops the export; nil where the rows that are left can be trusted.
  func problem(
    _ table: TableWalk, _ rules: CellRules, faults: BoundedProblems, rows: Int, kept: Int
  ) throws -> Problem? {
    try nulBytes(faults) ?? order(table, rules, faults)
      ?? nothingKept(faults, rows: rows, kept: kept)
  }

  /// NUL bytes in more than one row in a hundred; fewer are left out as the file is read.
  private func nulBytes(_ faults: BoundedProblems) -> Problem? {
    let kinds = faults.kinds(.nulBytes)
    let rows = kinds.reduce(0) { $0 + $1.count }
    guard rows > 2, let first = kinds.compactMap(\.first.row).min() else { return nil }
    return Problem(
      severity: .stop, code: ProblemCode.nulBytes.rawValue, file: file, row: first, column: nil,
      message: "\(rows) rows hold NUL bytes, which no text has: the file was damaged.",
      fix: "Export it again.")
  }

  /// Dates in another order than the mapping's: those that fit both orders would be taken for other days.
  ///
  /// One stray date is a slip. Two, and one in twenty of the dates that fit one order only, are another order.
  private func order(
    _ table: TableWalk, _ rules: CellRules, _ faults: BoundedProblems
  ) throws -> Problem? {
    for foreign in faults.kinds(.dateOrder) where foreign.count > 1 {
      let column = foreign.column ?? ""
      let certain = try certainDates(rules.column(column), table, rules)
      guard foreign.count * 20 > foreign.count + certain else { continue }
      let own = rules.dates.order.rawValue
      let other =
        certain > 0
        ? ", while \(certain) \(certain == 1 ? "fits" : "fit") no other order: exports were mixed"
        : ""
      return Problem(
        severity: .stop, code: ProblemCode.dateOrder.rawValue, file: file, row: foreign.first.row,
        column: column,
        message:
          "\(foreign.count) dates in this column cannot be in the order \(own) but can in another"
          + "\(other). The other dates cannot be trusted either.",
        fix: certain > 0
          ? "Export the file again with all dates in one order."
          : "Write the order of the dates at 'dates' in \(mapFile).")
    }
    return nil
  }

  /// Dates that are none in the other order.
  private func certainDates(
    _ column: CellColumn, _ table: TableWalk, _ rules: CellRules
  ) throws -> Int {
    let other: DateText? =
      switch rules.dates.order {
      case .dayMonthYear: DateText(order: .monthDayYear)
      case .monthDayYear: DateText(order: .dayMonthYear)
      case .yearMonthDay: nil
      }
    var count = 0
    try rules.eachRow(of: table) { cells in
      guard let text = cells.text(column), (try? rules.dates.day(text)) != nil else { return }
      if other.map({ (try? $0.day(text)) == nil }) ?? true { count += 1 }
    }
    return count
  }

  /// An export of which not one row is left was not read as it is meant.
  private func nothingKept(_ faults: BoundedProblems, rows: Int, kept: Int) -> Problem? {
    guard kept == 0, rows > 2, let first = faults.commonest?.first else { return nil }
    return Problem(
      severity: .stop, code: first.code, file: file, row: first.row, column: first.column,
      message: "Not one of the \(rows) rows can be used, most often for this: \(first.message)",
      fix: first.fix)
  }
}
