import FurlongStudy
import FurlongTables

/// Whose rows are: an identifier that stands in a thousand rows is brought into its form and hashed once.
final class RowPeople {
  /// So many different identifiers of a column are remembered.
  private static let most = 1 << 18

  private let pseudonymiser: Pseudonymiser
  private let rule: IdentifierRule
  private let isPersonEachRow: Bool
  private let decided: PeopleDecisions
  private let columns: [(meant: PersonColumn, cells: CellColumn, memo: CellMemo<KeyedHash>)]
  /// Whose rows are of one column's identifier, by its cells.
  private let whose = CellMemo<Int>(most: RowPeople.most)
  private var numbers: [[KeyedHash]: Int] = [:]
  private var sets: [[KeyedHash]] = []

  /// - Parameter decided: what people decided of identifiers: of a row only those are read that are its person's own.
  init(
    map: ExportMap, rules: CellRules, pseudonymiser: Pseudonymiser, fictional: Bool,
    decided: PeopleDecisions
  ) {
    self.decided = decided
    self.pseudonymiser = pseudonymiser
    rule = IdentifierRule(fictional: fictional)
    isPersonEachRow = map.isPersonEachRow
    columns = map.person.map { ($0, rules.column($0.column), CellMemo(most: Self.most)) }
  }

  /// Whose a row is: a number for its identifiers among those of the export, from 1.
  func number(_ cells: RowCells, _ notes: inout ImportNotes) throws(RowRefusal) -> Int {
    if isPersonEachRow { return cells.sourceRow }
    if let stranger = cells.stranger, let first = columns.first?.meant {
      return number(of: [pseudonymiser.stranger(stranger, kind: first.kind)])
    }
    if columns.count == 1, let cell = columns.first.map({ cells.bytes($0.cells) }), !cell.isEmpty {
      return try whose.value(of: cell) { () throws(RowRefusal) -> Int in
        number(of: try identifiers(cells, &notes))
      }
    }
    return number(of: try identifiers(cells, &notes))
  }

  /// The identifiers of a number.
  func identifiers(of number: Int) -> [KeyedHash] {
    isPersonEachRow ? [pseudonymiser.hash("row \(number)", kind: .localID)] : sets[number - 1]
  }

  private func number(of identifiers: [KeyedHash]) -> Int {
    if let number = numbers[identifiers] { return number }
    sets.append(identifiers)
    numbers[identifiers] = sets.count
    return sets.count
  }

  /// The keyed hashes of a row's identifiers.
  ///
  /// One that cannot be right is passed over where the row has another, and noted; an NHS number for tests never is, since the
  /// row may be a test itself.
  private func identifiers(
    _ cells: RowCells, _ notes: inout ImportNotes
  ) throws(RowRefusal) -> [KeyedHash] {
    var hashes: [KeyedHash] = []
    var wrong: [(fault: IdentifierRule.Fault, column: String)] = []
    for (meant, column, memo) in columns {
      let cell = cells.bytes(column)
      if cell.isEmpty || cells.rules.missing.containsIdentifier(cell) {
        if meant.mayBeBlank { continue }
        throw RowRefusal(
          .identifier, column.name, "The row has no identifier here, so it is nobody's.",
          fix: "Fill it in where it was exported from.")
      }
      do throws(IdentifierRule.Fault) {
        hashes.append(
          try memo.value(of: cell) { () throws(IdentifierRule.Fault) -> KeyedHash in
            try hash(String(decoding: cell, as: UTF8.self), meant)
          })
      } catch {
        wrong.append((error, meant.column))
      }
    }
    if hashes.isEmpty && !wrong.isEmpty || wrong.contains(where: { $0.fault == .testRange }) {
      throw RowRefusal(wrong.map { Self.fault($0.fault, $0.column) })
    }
    notes.ofRow += wrong.map { Self.fault($0.fault, $0.column, part: .identifier) }
    if hashes.isEmpty, let column = columns.first?.cells {
      throw RowRefusal(
        .identifier, column.name, "The row has no identifier at all, so it is nobody's.",
        fix: "Fill one in where it was exported from.")
    }
    return decided.own(hashes)
  }

  private func hash(
    _ value: String, _ meant: PersonColumn
  ) throws(IdentifierRule.Fault) -> KeyedHash {
    let identifier = try rule.normalised(value, kind: meant.kind, spelling: meant.spelling)
    return pseudonymiser.hash(identifier, kind: meant.kind, system: meant.system)
  }

  private static func fault(
    _ fault: IdentifierRule.Fault, _ column: String, part: RowRefusal.Fault.Part? = nil
  ) -> RowRefusal.Fault {
    let code: ProblemCode =
      fault == .digitsLost ? .digitsLost : part == nil ? .identifier : .identifierNotUsed
    return RowRefusal.Fault(
      code: code, column: column, message: "The NHS number \(fault.what).",
      fix: "Correct it where it was exported from.", part: part)
  }
}
