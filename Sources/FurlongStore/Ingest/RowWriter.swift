import FurlongStudy
import GRDB

/// Writes the rows of one batch through statements that are prepared once.
struct RowWriter {
  private var mentions: MentionBook
  private var kinds: EventKinds
  private let bare: BulkStatement
  private let about: BulkStatement
  private let registration: BulkStatement
  private let form: BulkStatement
  private let place: BulkStatement
  private var event: BulkInsert
  private let stay: BulkStatement
  private let tally: BulkStatement
  private let story: BulkStatement
  private let coding: BulkStatement
  private let unitMonth: BulkStatement

  init(database: Database, batch: Int64) throws {
    mentions = try MentionBook(database: database, batch: batch)
    kinds = try EventKinds(database: database)
    func insert(_ table: String, _ columns: String) throws -> BulkStatement {
      try .insert(database, into: table, "mention, source_row" + columns)
    }
    bare = try insert("bare", "")
    about = try insert("about", ", name, value")
    registration = try insert("registration", ", registered_on, known_from, left_on")
    form = try insert("form", ", scale, day, occasion, answers, answered, course")
    place = try insert("place", ", course, day, status, minutes")
    event = try BulkInsert(database, into: "event", "mention, source_row, kind, day")
    stay = try insert("stay", ", kind, nights, from_day, to_day, spell_from, spell_to")
    tally = try insert("tally", ", kind, from_day, to_day, count")
    story = try insert(
      "story",
      ", story, told_on, text, agreed, consent_given_on, consent_until, withdrawn_on, "
        + "reviewed_on")
    coding = try insert("coding", ", story, coder, code, span_from, span_to")
    unitMonth = try insert("unit_month", ", kind, unit, month, number, over")
  }

  /// Writes a row; `person` is the number that its reader gave its identifiers, or nil.
  mutating func write(_ row: ImportRow, person: Int?) throws {
    let mention = try mentions.number(for: row.identifiers, person: person)
    /// A row of a table that this row of the export gives.
    func write(_ statement: BulkStatement, _ bind: (BulkStatement) throws -> Void) throws {
      statement.bind(1, mention)
      statement.bind(2, row.sourceRow)
      try bind(statement)
      try statement.run()
    }
    var known = row.about
    if let band = row.registration?.ageBand, known["age_band"] == nil { known["age_band"] = band }
    for (name, value) in known.sorted(by: { $0.key < $1.key }) {
      try write(about) {
        $0.bind(3, name)
        $0.bind(4, value)
      }
    }
    if let record = row.registration {
      try write(registration) {
        $0.bind(3, record.registeredOn?.number)
        $0.bind(4, record.knownToTrustFrom?.number)
        $0.bind(5, record.leftOn?.number)
      }
    }
    for record in row.forms { try write(form) { bind(record, to: $0) } }
    for record in row.places {
      try write(place) {
        $0.bind(3, record.course)
        $0.bind(4, record.day.number)
        $0.bind(5, record.status.rawValue)
        $0.bind(6, record.minutes)
      }
    }
    try self.write(row.events, of: mention, row.sourceRow, write)
    if let record = row.story { try write(story) { bind(record, to: $0) } }
    if let record = row.coding {
      try write(coding) {
        $0.bind(3, record.story)
        $0.bind(4, record.coder)
        $0.bind(5, record.code)
        $0.bind(6, record.span?.start)
        $0.bind(7, record.span?.end)
      }
    }
    for record in row.units {
      try write(unitMonth) {
        $0.bind(3, record.count)
        $0.bind(4, record.unit)
        $0.bind(5, record.month.number)
        $0.bind(6, record.number)
        $0.bind(7, record.over)
      }
    }
    if known.isEmpty, row.registration == nil, row.forms.isEmpty, row.places.isEmpty,
      row.events.isEmpty, row.story == nil, row.coding == nil, row.units.isEmpty
    {
      try write(bare) { _ in }
    }
  }

  /// Leaves a row out whose identifiers later rows of the person may need.
  mutating func leaveOut(_ row: ImportRow, person: Int?) {
    mentions.remember(row.identifiers, of: person)
  }

  /// Writes what is known only after the last row: how many rows mention whom.
  ///
  /// - Returns: the kinds of identifiers that rows held.
  mutating func finish() throws -> Set<IdentifierKind> {
    try event.finish()
    try mentions.write()
    return mentions.kinds
  }

  private func bind(_ record: FormRecord, to statement: BulkStatement) {
    statement.bind(3, record.scale)
    switch record.moment {
    case .day(let day):
      statement.bind(4, day.number)
      statement.bind(5, nil as String?)
    case .occasion(let id):
      statement.bind(4, nil as Int?)
      statement.bind(5, id)
    case .occasionOn(let id, let day):
      statement.bind(4, day.number)
      statement.bind(5, id)
    }
    statement.bind(6, AnswersText(record.answers).text)
    statement.bind(7, record.answers.answered)
    statement.bind(8, record.course)
  }

  private func bind(_ record: StoryRecord, to statement: BulkStatement) {
    statement.bind(3, record.id)
    statement.bind(4, record.toldOn?.number)
    statement.bind(5, record.text)
    statement.bind(6, record.agreed.rawValue)
    statement.bind(7, record.consentGivenOn?.number)
    statement.bind(8, record.consentUntil?.number)
    statement.bind(9, record.withdrawnOn?.number)
    statement.bind(10, record.reviewedOn?.number)
  }

  /// What a spell gives carries it, so that two rows for one spell count it once.
  private mutating func write(
    _ records: [EventRecord], of mention: Int, _ sourceRow: Int,
    _ write: (BulkStatement, (BulkStatement) throws -> Void) throws -> Void
  ) throws {
    for record in records {
      let kind = try kinds.number(of: record.event)
      func stays(
        _ what: StayPart, to: CalendarDay?, of from: CalendarDay, until: CalendarDay?
      ) throws {
        try write(stay) {
          $0.bind(3, kind)
          $0.bind(4, what.rawValue)
          $0.bind(5, from.number)
          $0.bind(6, to?.number)
          $0.bind(7, from.number)
          $0.bind(8, until?.number)
        }
      }
      switch record {
      case .onDay(_, let day): try event.add((mention, sourceRow, kind, day.number))
      case .start(_, let from, let until):
        try stays(.start, to: from.adding(days: 1), of: from, until: until)
      case .nights(_, let from, let until):
        try stays(.nights, to: until, of: from, until: until)
      case .days(_, let from, let until):
        try stays(.nights, to: until?.adding(days: 1), of: from, until: until)
      case .leave(_, let from, let until):
        try stays(.leave, to: until, of: from, until: until)
      case .counted(_, let from, let to, let count):
        try write(tally) {
          $0.bind(3, kind)
          $0.bind(4, from)
          $0.bind(5, to)
          $0.bind(6, count)
        }
      }
    }
  }
}

/// What a row of the table `stay` holds of a spell.
enum StayPart: Int { case start, nights, leave }

/// Kinds of events by number, so that a million rows do not repeat a word.
private struct EventKinds {
  private let database: Database
  private var numbers: [String: Int] = [:]

  init(database: Database) throws {
    self.database = database
    for row in try Row.fetchAll(database, sql: "SELECT name, id FROM event_kind") {
      numbers[row[0]] = row[1]
    }
  }

  mutating func number(of name: String) throws -> Int {
    if let number = numbers[name] { return number }
    try database.execute(sql: "INSERT INTO event_kind (name) VALUES (?)", arguments: [name])
    let number = Int(database.lastInsertedRowID)
    numbers[name] = number
    return number
  }
}
