import FurlongStudy

/// Reads a row of a register.
struct RegisterReader: ContentReader {
  private let registeredOn: CellColumn?
  private let knownToTrustFrom: CellColumn?
  private let leftOn: LeavingReader?
  private let born: CellColumn?
  /// Days of birth by identifier, held while the export is read.
  private var births: [KeyedHash: [(row: Int, day: CalendarDay)]] = [:]

  init(columns: RegisterColumns, rules: CellRules) {
    registeredOn = columns.registeredOn.map(rules.column)
    knownToTrustFrom = columns.knownToTrustFrom.map(rules.column)
    leftOn = columns.leftOn.map { LeavingReader($0, rules) }
    born = columns.born.map(rules.column)
  }

  var holdsBack: Bool { born != nil }

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    var registered: CalendarDay?
    if let column = registeredOn {
      registered = try cells.pastDay(column, &notes)
      if registered == nil { throw cells.blank(column.name) }
    }
    let known = try knownToTrustFrom.map { column throws(RowRefusal) in
      try cells.pastDay(column, &notes)
    }
    let left = try leftOn?.day(cells, &notes)
    if let registered, let left, left < registered {
      throw RowRefusal(
        .implausibleDate, leftOn?.column.name, "The person left before being registered.",
        fix: "Correct one of the two dates where they were exported from.")
    }
    row.row.registration = Registration(
      registeredOn: registered, knownToTrustFrom: known ?? nil, leftOn: left,
      ageBand: try ageBand(cells, of: row.row.identifiers, on: registered))
  }

  /// Sets aside rows of one identifier that have different days of birth: they may be two people.
  mutating func finish(_ rows: inout [KeptRow]) -> [Int: RowRefusal] {
    var refused: [Int: RowRefusal] = [:]
    for same in births.values where Set(same.map(\.day)).count > 1 {
      var places = RowWords()
      for row in same.map(\.row).sorted() { places.add(row) }
      let refusal = RowRefusal(
        .identifier, born?.name,
        "Rows of the same identifier have different days of birth: \(places.words).",
        fix:
          "Correct the day or the identifier where they were exported from; if they are two people, `furlong people split` says so."
      )
      for (row, _) in same { refused[row] = refusal }
    }
    return refused
  }

  private mutating func ageBand(
    _ cells: RowCells, of person: [KeyedHash], on registered: CalendarDay?
  ) throws(RowRefusal) -> String? {
    guard let column = born, let born = try cells.day(column) else { return nil }
    for identifier in person { births[identifier, default: []].append((cells.sourceRow, born)) }
    guard let registered else { return nil }
    let age = born.years(to: registered)
    if age < 0 || age > 120 {
      throw RowRefusal(
        .implausibleDate, column.name,
        "The date of birth makes an age at registration that nobody has.",
        fix: "Correct one of the two dates where they were exported from.")
    }
    return AgeBand.words(age: age)
  }
}

/// The bands in which ages are kept.
enum AgeBand {
  private static let starts = [18, 25, 35, 45, 55, 65]

  /// The band of an age in whole years: `under 18`, `18 to 24`, …, `65 and over`.
  static func words(age: Int) -> String {
    guard let place = starts.lastIndex(where: { $0 <= age }) else { return "under \(starts[0])" }
    return place + 1 < starts.count
      ? "\(starts[place]) to \(starts[place + 1] - 1)" : "\(starts[place]) and over"
  }
}
