import Foundation
import FurlongDigests
public import FurlongStudy
import GRDB

/// What people decided to be one person's, in the numbers of the study file's identifiers; those that no row holds are left
/// out.
struct DecidedIdentifiers {
  /// Identifiers that are one person's.
  private(set) var merged: [[Int]] = []

  init(_ decisions: PeopleDecisions, in database: Database) throws {
    guard !decisions.isEmpty else { return }
    merged = try decisions.people.map { try Self.numbers(of: $0, in: database) }
      .filter { $0.count > 1 }
  }

  /// Gives identifiers that came since people were made to the person with whom they were merged.
  func placeNewcomers(in database: Database) throws {
    for group in merged {
      let places = group.map(String.init).joined(separator: ", ")
      try database.execute(
        sql: """
          UPDATE identifier SET person = (
            SELECT MIN(person) FROM identifier WHERE id IN (\(places)) AND person IS NOT NULL)
          WHERE id IN (\(places)) AND person IS NULL
          """)
    }
  }

  private static func numbers(of hashes: [KeyedHash], in database: Database) throws -> [Int] {
    try hashes.compactMap { try Self.number(of: $0, in: database) }
  }

  fileprivate static func number(of hash: KeyedHash, in database: Database) throws -> Int? {
    try row(of: hash, in: database)?["id"]
  }

  fileprivate static func row(of hash: KeyedHash, in database: Database) throws -> Row? {
    guard let bytes = Hexadecimal.bytes(of: hash.hash) else { return nil }
    return try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT id, person FROM identifier WHERE kind = ? AND hash = ?"),
      arguments: [hash.kind.rawValue, Data(bytes)])
  }
}

extension StudyFile {
  /// The people to whom identifiers belong; one that no row holds, or that is nobody's, has none.
  public func people(of hashes: [KeyedHash]) throws(StoreError) -> [KeyedHash: PersonID] {
    try read { database in
      var people: [KeyedHash: PersonID] = [:]
      for hash in hashes {
        let person: Int64? = try DecidedIdentifiers.row(of: hash, in: database)?["person"]
        if let person { people[hash] = PersonID(person) }
      }
      return people
    }
  }

  /// Those identifiers that no row holds.
  public func unknown(among hashes: [KeyedHash]) throws(StoreError) -> Set<KeyedHash> {
    try read { database in
      Set(
        try hashes.filter {
          try DecidedIdentifiers.number(of: $0, in: database) == nil
        })
    }
  }
}
