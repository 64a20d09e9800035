import FurlongStudy
import GRDB

/// Decides whose each row is, from the identifiers that rows hold.
///
/// Rows that make people (the register's; all, where there is none) and those of a trust's list tie their identifiers
/// together. A tie is refused
/// where each of its two identifiers is also tied to another of the other's kind: each end then has a
/// person of its own, and the row points at both. What remains is joined. The outcome depends on the set of rows
/// alone, never on their order.
///
/// An identifier that nobody has yet is, within one export, that of the person whom another row names beside it (`ExportPeople`).
///
/// Rows with the same identifiers are one mention, so all is decided in memory over mentions: some a person, however many
/// rows there are.
struct PersonPlacing {
  var database: Database
  var hasRegister: Bool
  /// What people decided to be one person's, which goes before what rows say.
  var decisions = PeopleDecisions()

  /// Makes all people anew and places every row.
  func placeEverything() throws {
    try ProblemWriter(database: database, origin: .identity).forget(batch: nil)
    let decided = try DecidedIdentifiers(decisions, in: database)
    let mentions = try Mention.fetch(database, batch: nil, hasRegister: hasRegister)
    let kinds = try IdentifierTies.kinds(in: database)
    let ties = IdentifierTies(
      of: mentions.filter(\.tiesIdentifiers), kinds: kinds, merged: decided.merged)
    var people: [Int: Int] = [:]
    var torn: Set<Int> = []
    for mention in mentions where mention.makesPeople {
      if ties.areRefused(mention.identifiers) {
        torn.insert(mention.number)
      } else {
        for identifier in mention.identifiers { people[identifier] = ties.root(of: identifier) }
      }
    }
    // A trust's list makes nobody a person, and ties further identifiers to those that there are.
    let roots = Set(people.values)
    for mention in mentions where mention.tiesIdentifiers && !mention.makesPeople {
      if ties.areRefused(mention.identifiers) {
        torn.insert(mention.number)
        continue
      }
      for identifier in mention.identifiers {
        let root = ties.root(of: identifier)
        if roots.contains(root) { people[identifier] = root }
      }
    }
    for identifier in decided.merged.joined() {
      let root = ties.root(of: identifier)
      if roots.contains(root) { people[identifier] = root }
    }
    let statement = try BulkStatement(database, "UPDATE identifier SET person = ? WHERE id = ?")
    for identifier in kinds.keys.sorted() {
      statement.bind(1, people[identifier])
      statement.bind(2, identifier)
      try statement.run()
    }
    try place(mentions, people: people, torn: torn)
    try SharedIdentifiers(
      database: database, hasRegister: hasRegister, merged: decided.merged.flatMap { $0 }
    ).warn()
  }

  /// Places the rows of one batch with the people that there are.
  func place(batch: Int64) throws {
    let decided = try DecidedIdentifiers(decisions, in: database)
    try decided.placeNewcomers(in: database)
    var people: [Int: Int] = [:]
    let known = try BulkStatement(
      database,
      """
      SELECT i.id, i.person FROM mention m JOIN mention_identifier t ON t.mention = m.id
      JOIN identifier i ON i.id = t.identifier WHERE m.batch = ? AND i.person IS NOT NULL
      """)
    known.bind(1, Int(batch))
    try known.each { people[$0.number(0)] = $0.number(1) }
    try place(
      Mention.fetch(database, batch: batch, hasRegister: hasRegister), people: people, torn: [])
  }

  private func place(_ mentions: [Mention], people: [Int: Int], torn: Set<Int>) throws {
    let statement = try BulkStatement(
      database, "UPDATE mention SET person = ?, placed = ? WHERE id = ?")
    var ofTwo: [Int] = []
    var ofNobody: [Int] = []
    let export = ExportPeople(mentions.filter { !torn.contains($0.number) }, people: people)
    for mention in mentions {
      var found = Set(mention.identifiers.compactMap { people[$0] })
      if found.isEmpty { found = export.people(of: mention) }
      var isPlaced = true
      if found.count > 1 || torn.contains(mention.number) {
        isPlaced = false
        ofTwo.append(mention.number)
      } else if found.isEmpty, mention.kind.namesPeople {
        isPlaced = false
        // Beside a register a trust's exports hold many who are no students: that is no fault of a row.
        let isExpected = hasRegister && mention.kind.isOfATrust && !mention.identifiers.isEmpty
        if !isExpected { ofNobody.append(mention.number) }
      }
      statement.bind(1, isPlaced ? found.first : nil)
      statement.bind(2, isPlaced ? 1 : 0)
      statement.bind(3, mention.number)
      try statement.run()
    }
    let problems = ProblemWriter(database: database, origin: .identity)
    try problems.write(
      atRowsOf: ofTwo, severity: .setAside, code: "I057",
      message: "The identifiers of this row belong to two different people.",
      fix:
        "Correct the identifiers in the system that the export comes from; if they are one person's, `furlong people merge` says so."
    )
    let lost = ofNobody.isEmpty ? nil : try lostRegistrations()
    try problems.write(
      atRowsOf: ofNobody, severity: .setAside, code: "I040",
      message: hasRegister
        ? "This row belongs to nobody in the register." : "This row names no person.",
      fix: hasRegister
        ? (lost.map {
          "If the person is in the register and was set aside there (\($0)), mend that row first. Else add"
        } ?? "Add")
          + " the person to the register, or leave the row set aside if the person is not of the college; `furlong people duplicates` proposes whose it may be."
        : "Fill in the identifier in the system that the export comes from, and export again.")
  }
}

extension PersonPlacing {
  /// The rows of registers that were set aside, as words: whoever stands in one is in no register; nil where there are none.
  fileprivate func lostRegistrations() throws -> String? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT b.file, p.source_row FROM problem p
        JOIN batch b ON b.id = p.batch JOIN complaint c ON c.id = p.complaint
        WHERE b.kind = 'people' AND c.severity = ? AND p.source_row IS NOT NULL
        ORDER BY b.file, p.source_row
        """, arguments: [Problem.Severity.setAside.rawValue])
    guard let file: String = rows.first?[0] else { return nil }
    let ofFirst = rows.filter { $0[0] == file }.map { $0[1] as Int }
    let shown = ofFirst.prefix(8).map(String.init).joined(separator: ", ")
    let more = rows.count - min(8, ofFirst.count)
    return
      "row\(ofFirst.count == 1 ? "" : "s") \(shown)\(more > 0 ? " and \(more) more" : "") of \(file)"
  }
}

/// The rows of one export that hold the same identifiers.
struct Mention {
  var number: Int
  /// The export's batch.
  var batch: Int
  var kind: ExportKind
  /// Whether its rows make people.
  var makesPeople: Bool
  var identifiers: [Int]
  /// Whether its rows tie their identifiers together: those that make people, and those of a trust's list.
  var tiesIdentifiers: Bool { makesPeople || kind.tiesIdentifiers }

  /// Whether an export of a kind makes people, as SQL over `b`, a row of `batch`.
  static let makesPeople = """
    (b.kind = 'people'
      OR (b.kind <> 'caseload' AND (SELECT has_register FROM study) = 0))
    """

  /// The mentions of one batch, or of all.
  static func fetch(
    _ database: Database, batch: Int64?, hasRegister: Bool
  ) throws -> [Mention] {
    let statement = try BulkStatement(
      database,
      """
      SELECT m.id, b.kind, t.identifier, m.batch FROM mention m JOIN batch b ON b.id = m.batch
      LEFT JOIN mention_identifier t ON t.mention = m.id
      WHERE ?1 IS NULL OR m.batch = ?1 ORDER BY m.id
      """)
    statement.bind(1, batch.map(Int.init))
    var mentions: [Mention] = []
    try statement.each { row in
      if mentions.last?.number != row.number(0) {
        guard let kind = ExportKind(rawValue: row.text(1)) else { return }
        mentions.append(
          Mention(
            number: row.number(0), batch: row.number(3), kind: kind,
            makesPeople: kind == .people || (!hasRegister && kind != .caseload), identifiers: []))
      }
      if let identifier = row.optional(2) {
        mentions[mentions.count - 1].identifiers.append(identifier)
      }
    }
    return mentions
  }
}
