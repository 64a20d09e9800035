import FurlongStudy
import GRDB

/// Writes the rows of one batch through statements that are prepared once.
struct RowWriter {
  private let database: Database
  private let batch: Int64
  private let entry: Statement
  private let findIdentifier: Statement
  private let identifier: Statement
  private let tie: Statement
  private let about: Statement
  private let registration: Statement
  private let form: Statement
  private let place: Statement
  private let event: Statement
  private let story: Statement
  private let coding: Statement

  init(database: Database, batch: Int64) throws {
    self.database = database
    self.batch = batch
    func insert(_ table: String, _ columns: String) throws -> Statement {
      let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
      return try database.makeStatement(
        sql: "INSERT INTO \(table) (\(columns)) VALUES (\(places))")
    }
    entry = try insert("entry", "batch, source_row")
    findIdentifier = try database.makeStatement(
      sql: "SELECT id FROM identifier WHERE kind = ? AND hash = ?")
    identifier = try insert("identifier", "kind, hash")
    tie = try database.makeStatement(
      sql: "INSERT INTO entry_identifier (entry, identifier) VALUES (?, ?) ON CONFLICT DO NOTHING")
    about = try insert("about", "entry, name, value")
    registration = try insert("registration", "entry, registered_on, known_from, left_on")
    form = try insert("form", "entry, scale, day, occasion, answers, answered, course")
    place = try insert("place", "entry, course, day, status")
    event = try insert(
      "event", "entry, event, shape, from_day, to_day, count, spell_from, spell_to")
    story = try insert(
      "story",
      "entry, story, told_on, text, consent_level, consent_given_on, consent_until, withdrawn_on, "
        + "reviewed_on")
    coding = try insert("coding", "entry, story, coder, code")
  }

  func write(_ row: ImportRow) throws {
    try entry.execute(arguments: [batch, row.sourceRow])
    let id = database.lastInsertedRowID
    for hash in row.identifiers {
      try tie.execute(arguments: [id, try number(of: hash)])
    }
    var known = row.about
    if let band = row.registration?.ageBand, known["age_band"] == nil { known["age_band"] = band }
    for (name, value) in known { try about.execute(arguments: [id, name, value]) }
    if let record = row.registration {
      try registration.execute(arguments: [
        id, record.registeredOn?.number, record.knownToTrustFrom?.number, record.leftOn?.number,
      ])
    }
    for record in row.forms { try write(record, of: id) }
    for record in row.places {
      try place.execute(arguments: [
        id, record.course, record.day.number, record.status.rawValue,
      ])
    }
    try write(row.events, of: id)
    if let record = row.story {
      try story.execute(arguments: [
        id, record.id, record.toldOn?.number, record.text, record.consentLevel,
        record.consentGivenOn?.number, record.consentUntil?.number, record.withdrawnOn?.number,
        record.reviewedOn?.number,
      ])
    }
    if let record = row.coding {
      try coding.execute(arguments: [id, record.story, record.coder, record.code])
    }
  }

  private func number(of hash: KeyedHash) throws -> Int64 {
    let found = try Int64.fetchOne(findIdentifier, arguments: [hash.kind.rawValue, hash.hash])
    if let found { return found }
    try identifier.execute(arguments: [hash.kind.rawValue, hash.hash])
    return database.lastInsertedRowID
  }

  private func write(_ record: FormRecord, of entry: Int64) throws {
    var day: Int?
    var occasion: String?
    switch record.moment {
    case .day(let value): day = value.number
    case .occasion(let id): occasion = id
    case .occasionOn(let id, let value): (occasion, day) = (id, value.number)
    }
    try form.execute(arguments: [
      entry, record.scale, day, occasion, AnswersText(record.answers).text,
      record.answers.answered, record.course,
    ])
  }

  /// Events of a row that also holds a spell carry it, so that two rows for one spell count it once.
  private func write(_ records: [EventRecord], of entry: Int64) throws {
    var spell: (from: Int, to: Int?)?
    for case .nights(_, let from, let until) in records { spell = (from.number, until?.number) }
    for record in records {
      switch record {
      case .onDay(let name, let day):
        try event.execute(arguments: [
          entry, name, "on day", day.number, nil, nil, spell?.from, spell?.to,
        ])
      case .nights(let name, let from, let until):
        try event.execute(arguments: [
          entry, name, "nights", from.number, until?.number, nil, spell?.from, spell?.to,
        ])
      case .counted(let name, let from, let to, let count):
        try event.execute(arguments: [entry, name, "counted", from, to, count, nil, nil])
      }
    }
  }
}
