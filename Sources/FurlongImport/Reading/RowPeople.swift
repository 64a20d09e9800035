import FurlongStudy
import FurlongTables

/// Whose rows are: an identifier that stands in a thousand rows is brought into its form and hashed once.
final class RowPeople {
  /// So many different identifiers of a column are remembered.
  private static let most = 1 << 18

  private let pseudonymiser: Pseudonymiser
  private let rule: IdentifierRule
  private let isPersonEachRow: Bool
  private let columns: [(meant: PersonColumn, cells: CellColumn, memo: CellMemo<KeyedHash>)]
  /// Whose rows are of one column's identifier, by its cells.
  private let whose = CellMemo<Whose>(most: RowPeople.most)
  private var numbers: [[KeyedHash]: Int] = [:]

  /// Whose a row is: its identifiers, and their number among those of the export, from 1.
  struct Whose {
    var identifiers: [KeyedHash]
    var number: Int
  }

  init(map: ExportMap, rules: CellRules, pseudonymiser: Pseudonymiser, fictional: Bool) {
    self.pseudonymiser = pseudonymiser
    rule = IdentifierRule(fictional: fictional)
    isPersonEachRow = map.isPersonEachRow
    columns = map.person.map { ($0, rules.column($0.column), CellMemo(most: Self.most)) }
  }

  /// Whose a row is.
  func whose(_ cells: RowCells) throws(RowRefusal) -> Whose {
    if isPersonEachRow {
      let hash = pseudonymiser.hash("row \(cells.sourceRow)", kind: .localID)
      return Whose(identifiers: [hash], number: cells.sourceRow)
    }
    if columns.count == 1, let cell = columns.first.map({ cells.bytes($0.cells) }), !cell.isEmpty {
      return try whose.value(of: cell) { () throws(RowRefusal) -> Whose in
        numbered(try identifiers(cells))
      }
    }
    return numbered(try identifiers(cells))
  }

  private func numbered(_ identifiers: [KeyedHash]) -> Whose {
    let number = numbers[identifiers] ?? numbers.count + 1
    if number > numbers.count { numbers[identifiers] = number }
    return Whose(identifiers: identifiers, number: number)
  }

  /// The keyed hashes of a row's identifiers.
  private func identifiers(_ cells: RowCells) throws(RowRefusal) -> [KeyedHash] {
    var hashes: [KeyedHash] = []
    for (meant, column, memo) in columns {
      let cell = cells.bytes(column)
      if cell.isEmpty {
        if meant.mayBeBlank { continue }
        throw RowRefusal(
          .identifier, column.name, "The row has no identifier here, so it is nobody's.",
          fix: "Fill it in where it was exported from.")
      }
      hashes.append(
        try memo.value(of: cell) { () throws(RowRefusal) -> KeyedHash in
          try hash(String(decoding: cell, as: UTF8.self), meant)
        })
    }
    if hashes.isEmpty, let column = columns.first?.cells {
      throw RowRefusal(
        .identifier, column.name, "The row has no identifier at all, so it is nobody's.",
        fix: "Fill one in where it was exported from.")
    }
    return hashes
  }

  private func hash(_ value: String, _ meant: PersonColumn) throws(RowRefusal) -> KeyedHash {
    do throws(IdentifierRule.Fault) {
      let identifier = try rule.normalised(value, kind: meant.kind, spelling: meant.spelling)
      return pseudonymiser.hash(identifier, kind: meant.kind, system: meant.system)
    } catch {
      throw RowRefusal(
        error == .digitsLost ? .digitsLost : .identifier, meant.column,
        "The NHS number \(error.what).",
        fix: "Correct it where it was exported from.")
    }
  }
}
