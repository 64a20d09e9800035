import FurlongDigests
import FurlongStudy
import GRDB

/// Gives each set of identifiers that rows of one batch hold a number, and counts its rows.
///
/// An export of a million rows mentions some thousands of people: identifiers are looked up once a person, not once a row.
struct MentionBook {
  private let database: Database
  private let batch: Int64
  private let findIdentifier: BulkStatement
  private let newIdentifier: BulkStatement
  private let first: Int
  private var numbers: [[KeyedHash]: Int] = [:]
  private var identifiers: [KeyedHash: Int] = [:]
  private var sets: [[Int]] = []
  private var rows: [Int] = []
  /// The number of what rows call their person, by the number that their reader gave the person; 0 where it is not known.
  private var ofPeople: [Int] = []
  /// Identifiers of people of whom no row was written yet.
  private var unwritten: [Int: [KeyedHash]] = [:]
  private(set) var kinds: Set<IdentifierKind> = []
  private var bySet: [[Int]: Int] = [:]

  init(database: Database, batch: Int64) throws {
    self.database = database
    self.batch = batch
    findIdentifier = try BulkStatement(
      database, "SELECT id FROM identifier WHERE kind = ? AND hash = ?")
    newIdentifier = try .insert(database, into: "identifier", "kind, hash")
    first = try (Int.fetchOne(database, sql: "SELECT MAX(id) FROM mention") ?? 0) + 1
  }

  /// The number of what a row calls its person; counts the row.
  ///
  /// - Parameter person: the number that the row's reader gave its identifiers; nil where it gave none.
  mutating func number(for given: [KeyedHash], person: Int?) throws -> Int {
    let number: Int
    if let person, ofPeople.indices.contains(person), ofPeople[person] > 0 {
      number = ofPeople[person]
    } else {
      let hashes = given.isEmpty ? person.flatMap { unwritten[$0] } ?? [] : given
      number = try numbers[hashes] ?? newNumber(for: hashes)
      if let person {
        while ofPeople.count <= person { ofPeople.append(0) }
        ofPeople[person] = number
      }
    }
    rows[number - first] += 1
    return number
  }

  /// Remembers the identifiers of a row that is not written, as later rows of the person may leave them out.
  mutating func remember(_ hashes: [KeyedHash], of person: Int?) {
    if let person, !hashes.isEmpty { unwritten[person] = hashes }
  }

  /// Writes all mentions of the batch.
  func write() throws {
    let mention = try BulkStatement.insert(database, into: "mention", "id, batch, source_rows")
    let holds = try BulkStatement.insert(
      database, into: "mention_identifier", "mention, identifier")
    mention.bind(2, Int(batch))
    for (place, set) in sets.enumerated() {
      mention.bind(1, first + place)
      mention.bind(3, rows[place])
      try mention.run()
      holds.bind(1, first + place)
      for identifier in set {
        holds.bind(2, identifier)
        try holds.run()
      }
    }
  }

  private mutating func newNumber(for hashes: [KeyedHash]) throws -> Int {
    // The same identifiers in another order, or one of them twice, are the same.
    let set = Set(try hashes.map { try self.identifier(of: $0) }).sorted()
    let number = bySet[set] ?? first + sets.count
    if number == first + sets.count {
      sets.append(set)
      rows.append(0)
      bySet[set] = number
    }
    numbers[hashes] = number
    return number
  }

  private mutating func identifier(of hash: KeyedHash) throws -> Int {
    if let known = identifiers[hash] { return known }
    kinds.insert(hash.kind)
    guard let bytes = Hexadecimal.bytes(of: hash.hash) else {
      throw DatabaseError(
        resultCode: .SQLITE_CONSTRAINT, message: "an identifier is no keyed hash")
    }
    var number: Int?
    findIdentifier.bind(1, hash.kind.rawValue)
    findIdentifier.bind(2, bytes: bytes)
    try findIdentifier.each { number = $0.number(0) }
    if number == nil {
      newIdentifier.bind(1, hash.kind.rawValue)
      newIdentifier.bind(2, bytes: bytes)
      try newIdentifier.run()
      number = Int(database.lastInsertedRowID)
    }
    identifiers[hash] = number
    return number ?? 0
  }
}
