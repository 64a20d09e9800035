/// Whose rows are that name no identifier of the register, where other rows of the same export name one beside theirs.
///
/// REDCap writes the college's id in the first form of a record alone: the others have the record's number. A record's number says whose a row
/// is within its export and nowhere else, so that two systems that both count from 1 tie nobody together.
struct ExportPeople {
  private var people: [Key: Set<Int>] = [:]

  private struct Key: Hashable {
    var batch: Int
    var identifier: Int
  }

  /// What the rows of the exports say that point at one person.
  ///
  /// - Parameter people: the people of the identifiers that have one.
  init(_ mentions: [Mention], people: [Int: Int]) {
    for mention in mentions where mention.identifiers.count > 1 {
      let found = Set(mention.identifiers.compactMap { people[$0] })
      guard found.count == 1, let person = found.first else { continue }
      for identifier in mention.identifiers where people[identifier] == nil {
        self.people[Key(batch: mention.batch, identifier: identifier), default: []].insert(person)
      }
    }
  }

  /// The people to whom the identifiers of a row belong in its export: none, one, or several that contradict each other.
  func people(of mention: Mention) -> Set<Int> {
    guard !people.isEmpty else { return [] }
    return mention.identifiers.reduce(into: []) { found, identifier in
      found.formUnion(people[Key(batch: mention.batch, identifier: identifier)] ?? [])
    }
  }
}
