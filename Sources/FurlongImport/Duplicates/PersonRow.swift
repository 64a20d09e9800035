import FurlongStudy
import FurlongTables

/// The first row in which an export names a person, with what is compared; in memory alone.
struct PersonRow: Equatable {
  /// An identifier in the form that is hashed.
  struct ID: Hashable {
    var plain: String
    var kind: IdentifierKind
    /// Whose numbering it is, where two systems number people each for itself.
    var system: String?
    /// The same with letters as the digits for which they are taken.
    var alike: ID { with(OneSlip.alike(plain)) }

    /// Another id of the same numbering.
    func with(_ plain: String) -> ID { ID(plain: plain, kind: kind, system: system) }
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

  /// Whether two things at least are known of both, and no value differs.
  func isKnownAlike(to other: PersonRow) -> Bool {
    about.filter { name, value in !value.isEmpty && other.about[name] == value }.count >= 2
      && !differs(from: other)
  }

  /// Whether an id of the college is one slip from the other's.
  func isOneSlip(from other: PersonRow) -> Bool {
    ids.contains { mine in
      mine.kind != .nhsNumber
        && other.ids.contains { $0 == mine.with($0.plain) && OneSlip.areNear($0.plain, mine.plain) }
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
  let table: TableWalk
  let file: String
  let identifiers: RowIdentifiers
  let strangers: [Int: String]
  let dataTo: CalendarDay?

  /// The people in the order of their first rows.
  func people() throws -> [PersonRow] {
    let map = identifiers.map
    let rules = CellRules(map, header: table.header, dataTo: dataTo)
    var columns: RegisterColumns?
    switch map.content {
    case .people(let found), .caseload(let found): columns = found
    case .scores, .attendance, .events, .stories, .codings, .units: break
    }
    var places: [[KeyedHash]: Int] = [:]
    var people: [PersonRow] = []
    let born = columns?.born.map(rules.column)
    let registered = columns?.registeredOn.map(rules.column)
    try rules.eachRow(of: table) { cells in
      let stranger = strangers[cells.sourceRow]
      let hashes = identifiers.hashes(of: cells.row, in: cells.rows.table, stranger: stranger)
      guard !hashes.isEmpty else { return }
      if let place = places[hashes] {
        people[place].rows += 1
        return
      }
      places[hashes] = people.count
      people.append(
        PersonRow(
          file: file, row: cells.sourceRow, rows: 1,
          ids: stranger == nil ? identifiers.identifiers(of: cells.row, in: cells.rows.table) : [],
          hashes: hashes, born: day(born, cells), registered: day(registered, cells),
          about: columns == nil ? [:] : about(cells)))
    }
    return people
  }

  private func day(_ column: CellColumn?, _ cells: RowCells) -> CalendarDay? {
    guard let column else { return nil }
    return (try? cells.day(column)) ?? nil
  }

  private func about(_ cells: RowCells) -> [String: String] {
    identifiers.map.about.reduce(into: [:]) { about, column in
      about[column.name] = cells.value(column.column)
    }
  }
}
