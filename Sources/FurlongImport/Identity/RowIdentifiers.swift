public import FurlongStudy
public import FurlongTables

/// Whose a single row of an export is, as its import reads it; for what is decided of rows.
public struct RowIdentifiers: Sendable {
  /// The mapping.
  public let map: ExportMap
  private let pseudonymiser: Pseudonymiser
  private let rule: IdentifierRule
  private let people: PeopleDecisions
  private let missing: MissingTexts

  /// Of the rows of one mapping's exports, with what people decided of identifiers.
  public init(
    map: ExportMap, pseudonymiser: Pseudonymiser, fictional: Bool, people: PeopleDecisions
  ) {
    self.people = people
    self.map = map
    missing = MissingTexts(map.missing.keys)
    self.pseudonymiser = pseudonymiser
    rule = IdentifierRule(fictional: fictional)
  }

  /// The keyed hashes of a row's identifiers, in the mapping's order; what cannot be right is left out.
  ///
  /// - Parameter stranger: the decision that makes the row another person's than its id says.
  public func hashes(
    of row: Int, in table: SourceTable, stranger: String? = nil
  ) -> [KeyedHash] {
    if map.isPersonEachRow {
      return [pseudonymiser.hash("row \(table.sourceRow(row))", kind: .localID)]
    }
    if let stranger, let first = map.person.first {
      return [pseudonymiser.stranger(stranger, kind: first.kind)]
    }
    return people.own(
      identifiers(of: row, in: table).map {
        pseudonymiser.hash($0.plain, kind: $0.kind, system: $0.system)
      })
  }

  /// The identifiers of a row in the form that is hashed; held in memory alone.
  func identifiers(of row: Int, in table: SourceTable) -> [PersonRow.ID] {
    map.person.compactMap { column in
      guard let place = table.column(column.column), !table.isBlank(row: row, column: place)
      else { return nil }
      let text = table.text(row: row, column: place)
      if missing.containsIdentifier(text) { return nil }
      let plain = try? rule.normalised(text, kind: column.kind, spelling: column.spelling)
      return plain.map { PersonRow.ID(plain: $0, kind: column.kind, system: column.system) }
    }
  }

  /// Whether a text holds what a row's columns of identifiers hold.
  public func stand(in text: String, row: Int, of table: SourceTable) -> Bool {
    let searched = IdentifierSpelling.plain(text)
    return map.person.contains { column in
      guard let place = table.column(column.column) else { return false }
      let written = IdentifierSpelling.plain(table.text(row: row, column: place))
      return written.count > 2 && searched.contains(written)
    } || identifiers(of: row, in: table).contains { searched.contains($0.plain) }
  }
}
