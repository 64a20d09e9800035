import FurlongStudy
import FurlongTables

/// The first row in which an export names a person, with what is compared; in memory alone.
struct PersonRow: Equatable {
  /// An identifier in the form that is hashed.
  struct ID: Hashable {
    var plain: String
    var kind: IdentifierKind
    /// The same with letters as the digits for which they are taken.
    var alike: ID { ID(plain: OneSlip.alike(plain), kind: kind) }
  }

  var file: String
  var row: Int
  /// How many rows have these identifiers.
  var rows: Int
  var ids: [ID]
  var hashes: [KeyedHash]
  var born: CalendarDay?
  var registered: CalendarDay?
  var about: [String: String]

  /// Whether something says that the two are two people: their NHS numbers, or what is known of them.
  func differs(from other: PersonRow) -> Bool {
    let numbers = ids.filter { $0.kind == .nhsNumber }
    let theirs = other.ids.filter { $0.kind == .nhsNumber }
    if !numbers.isEmpty, !theirs.isEmpty, Set(numbers).isDisjoint(with: theirs) { return true }
    return about.contains { name, value in other.about[name].map { $0 != value } ?? false }
  }

  /// Whether an id of the college is one slip from the other's.
  func isOneSlip(from other: PersonRow) -> Bool {
    ids.contains { mine in
      mine.kind != .nhsNumber
        && other.ids.contains { $0.kind == mine.kind && OneSlip.areNear($0.plain, mine.plain) }
    }
  }

  func pair(with other: PersonRow, _ reason: LikelyPair.Reason) -> LikelyPair {
    LikelyPair(reason: reason, one: shown, other: other.shown)
  }

  private var shown: LikelyPair.Row {
    LikelyPair.Row(file: file, row: row, rows: rows, hashes: hashes)
  }
}

/// Reads the people whom an export names.
struct PersonRowReader {
  let table: SourceTable
  let file: String
  let identifiers: RowIdentifiers
  let strangers: [Int: String]
  let dataTo: CalendarDay?

  /// The people in the order of their first rows.
  func people() -> [PersonRow] {
    let map = identifiers.map
    let rules = CellRules(map, table: table, dataTo: dataTo)
    var columns: RegisterColumns?
    switch map.content {
    case .people(let found), .caseload(let found): columns = found
    case .scores, .attendance, .events, .stories, .codings: break
    }
    var places: [[KeyedHash]: Int] = [:]
    var people: [PersonRow] = []
    for row in 0..<table.rowCount {
      let number = table.sourceRow(row)
      let hashes = identifiers.hashes(of: row, in: table, stranger: strangers[number])
      guard !hashes.isEmpty else { continue }
      if let place = places[hashes] {
        people[place].rows += 1
        continue
      }
      places[hashes] = people.count
      let cells = RowCells(rules: rules, row: row)
      let ids = strangers[number] == nil ? identifiers.identifiers(of: row, in: table) : []
      people.append(
        PersonRow(
          file: file, row: number, rows: 1,
          ids: ids.map { PersonRow.ID(plain: $0.plain, kind: $0.kind) }, hashes: hashes,
          born: day(columns?.born, cells), registered: day(columns?.registeredOn, cells),
          about: columns == nil ? [:] : about(cells)))
    }
    return people
  }

  private func day(_ column: String?, _ cells: RowCells) -> CalendarDay? {
    guard let column else { return nil }
    return (try? cells.day(column)) ?? nil
  }

  private func about(_ cells: RowCells) -> [String: String] {
    identifiers.map.about.reduce(into: [:]) { about, column in
      about[column.name] = cells.value(column.column)
    }
  }
}
