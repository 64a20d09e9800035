import FurlongImport
import FurlongStore
import FurlongStudy
import FurlongTables

/// Decides that rows are one person's, or two people's.
struct PeopleStep {
  let deciding: DecidingStep

  /// Writes down that rows are one person's: all of their identifiers are.
  func merge(_ names: [String], dryRun: Bool) throws -> DecisionRecord {
    let places = try names.map { try deciding.rows.place($0) }
    let hashes = try places.map(hashes)
    try deciding.requireNoIdentifier(of: places)
    var seen: Set<KeyedHash> = []
    let all = hashes.joined().filter { seen.insert($0).inserted }
    guard all.count > 1 else {
      throw WorkflowError(
        "these rows hold one and the same identifier, so they are one person already",
        at: names.joined(separator: ", "), fix: "name rows with different identifiers")
    }
    let people = try deciding.studyFile().people(of: all)
    let found = Set(people.values)
    if found.isEmpty {
      throw WorkflowError(
        "none of these rows belongs to anybody in the register, so there is nobody whom they could be",
        at: names.joined(separator: ", "), fix: "name a row of the register among them")
    }
    if found.count == 1, people.count == all.count {
      throw WorkflowError(
        "these rows are one person already", at: names.joined(separator: ", "),
        fix: "nothing need be done")
    }
    let ordered = all.sorted { ($0.kind.rawValue, $0.hash) < ($1.kind.rawValue, $1.hash) }
    return try deciding.keep(
      deciding.book(adding: .merge(identifiers: ordered), rows: places.map(\.words)),
      dryRun: dryRun)
  }

  /// Writes down that the rows after the first are another person's than the first.
  ///
  /// Where they have an identifier of their own, what they share with the first is the first's. Where they have none, they
  /// are known by their marks, and other rows with the same identifier stay with the first.
  func split(_ names: [String], dryRun: Bool) throws -> DecisionRecord {
    let places = try names.map { try deciding.rows.place($0) }
    guard places.count > 1 else {
      throw WorkflowError(
        "one row cannot be two people", at: names.joined(separator: ", "),
        fix:
          "name the row of the person who keeps the identifiers first, then the rows of the other")
    }
    let hashes = try places.map(hashes)
    try deciding.requireNoIdentifier(of: places)
    let first = Set(hashes[0])
    let rest = hashes.dropFirst()
    if rest.allSatisfy(first.isDisjoint), try areProposed(places, hashes) {
      return try deciding.keep(
        deciding.book(
          adding: .apart(own: Self.ordered(Set(rest.joined())), others: Self.ordered(first)),
          rows: places.map(\.words)),
        dryRun: dryRun)
    }
    for (place, others) in zip(places, hashes).dropFirst() where first.isDisjoint(with: others) {
      throw WorkflowError(
        "\(place.words) shares no identifier with \(places[0].words), so no row to split them at is named",
        at: place.words,
        fix:
          "name two rows with the same identifier; where a merge made them one person, `furlong undo` takes it back"
      )
    }
    let own = Set(hashes.dropFirst().joined()).subtracting(first)
    let matter: Decision.Matter
    var notes: [String] = []
    if own.isEmpty {
      matter = .split(rows: try places.dropFirst().map { try deciding.rows.marked($0) })
      try requireRegisterRow(Array(places.dropFirst()))
      notes = try stayingRows(with: first, beside: places)
    } else {
      if let place = zip(places, hashes).dropFirst().first(where: { first.isSuperset(of: $0.1) }) {
        throw WorkflowError(
          "\(place.0.words) has no identifier of its own, and another of these rows has",
          at: place.0.words, fix: "split them one after the other")
      }
      let shared = first.intersection(hashes.dropFirst().joined())
      matter = .apart(own: Self.ordered(own), others: Self.ordered(shared))
    }
    return try deciding.keep(
      deciding.book(adding: matter, rows: places.map(\.words)), dryRun: dryRun, notes: notes)
  }

  /// Whether rows without an identifier in common are of registers, and may be one person's as far as can be seen.
  private func areProposed(
    _ places: [StudyRows.Place], _ hashes: [[KeyedHash]]
  ) throws -> Bool {
    let registers = Set(deciding.rows.exports.filter { $0.kind == .people }.map(\.file))
    guard places.allSatisfy({ registers.contains($0.file) }) else { return false }
    let pairs = try deciding.rows.likelyPairs(in: deciding.studyFile()).pairs
    return hashes.dropFirst().allSatisfy { other in
      pairs.contains { pair in
        let rows = [pair.one.hashes, pair.other.hashes]
        return rows.contains(where: { !Set($0).isDisjoint(with: hashes[0]) })
          && rows.contains(where: { !Set($0).isDisjoint(with: other) })
      }
    }
  }

  private static func ordered(_ hashes: Set<KeyedHash>) -> [KeyedHash] {
    hashes.sorted { ($0.kind.rawValue, $0.hash) < ($1.kind.rawValue, $1.hash) }
  }

  private func hashes(_ place: StudyRows.Place) throws -> [KeyedHash] {
    let found = try deciding.rows.row(place)
    if found.export.map.isPersonEachRow || found.export.map.person.isEmpty {
      throw WorkflowError(
        "\(place.file) has no column of identifiers, so nobody in it can be merged or split",
        at: place.words, fix: "name rows of exports whose mapping has 'person'")
    }
    let hashes = found.hashes
    if hashes.isEmpty {
      throw WorkflowError(
        "\(place.words) has no identifier that can be right", at: place.words,
        fix: "name a row that has one")
    }
    return hashes
  }

  /// With a register, rows that are not in it would be nobody's.
  private func requireRegisterRow(_ others: [StudyRows.Place]) throws {
    let registers = Set(deciding.rows.exports.filter { $0.kind == .people }.map(\.file))
    guard !registers.isEmpty, !others.contains(where: { registers.contains($0.file) }) else {
      return
    }
    throw WorkflowError(
      "none of the other person's rows is of the register, so they would be nobody's",
      at: others.map(\.words).joined(separator: ", "),
      fix:
        "name the other person's row in the register too; to leave rows out, write `leave out` under 'correction' in what `furlong problems --as csv` lists, and apply it"
    )
  }

  /// How many other rows of each export hold the identifier, and stay with the first.
  private func stayingRows(
    with first: Set<KeyedHash>, beside named: [StudyRows.Place]
  ) throws -> [String] {
    try deciding.rows.exports.compactMap { export in
      let read = try deciding.rows.export(export.file)
      var count = 0
      try deciding.rows.each(of: export.file) { piece in
        for row in 0..<piece.rowCount where !first.isDisjoint(with: read.hashes(of: row, in: piece))
        {
          let number = piece.sourceRow(row)
          let isNamed = named.contains {
            ReadingName.export($0.file) == ReadingName.export(export.file) && $0.row == number
          }
          if !isNamed { count += 1 }
        }
      }
      return count == 0
        ? nil
        : "\(export.file): \(count) other \(count == 1 ? "row with this identifier stays" : "rows with this identifier stay") with the first person."
    }
  }
}
