/// What people decided of identifiers: which are one person's, and which are not, whatever rows say; by keyed hashes alone.
public struct PeopleDecisions: Codable, Sendable, Equatable {
  /// Identifiers that rows hold together and that are two people's.
  public struct Apart: Codable, Sendable, Equatable {
    /// Whose the rows are that hold one of these.
    public var own: [KeyedHash]
    /// What is another person's, and passed over in those rows.
    public var others: [KeyedHash]

    /// Identifiers and those that are not the same person's.
    public init(own: [KeyedHash], others: [KeyedHash]) {
      self.own = own
      self.others = others
    }
  }

  /// Identifiers that are one person's though no row ties them, a list a person.
  public var merged: [[KeyedHash]]
  /// Identifiers that are not one person's though rows tie them.
  public var apart: [Apart]

  /// Decisions; none where nothing is given.
  public init(merged: [[KeyedHash]] = [], apart: [Apart] = []) {
    self.merged = merged
    self.apart = apart
  }

  /// Identifiers that are one person's, all that hang together in one list, each once and in order.
  public var people: [[KeyedHash]] {
    var people: [Set<KeyedHash>] = []
    for group in merged {
      // Those before share nothing with one another, so one look at each is enough.
      var joined = Set(group)
      people.removeAll { known in
        guard !known.isDisjoint(with: group) else { return false }
        joined.formUnion(known)
        return true
      }
      people.append(joined)
    }
    return people.map { $0.sorted { ($0.kind.rawValue, $0.hash) < ($1.kind.rawValue, $1.hash) } }
  }

  /// The identifiers of a row, without those that are another person's.
  public func own(_ identifiers: [KeyedHash]) -> [KeyedHash] {
    guard !apart.isEmpty else { return identifiers }
    var foreign: Set<KeyedHash> = []
    for decided in apart where identifiers.contains(where: decided.own.contains) {
      foreign.formUnion(decided.others)
    }
    return foreign.isEmpty ? identifiers : identifiers.filter { !foreign.contains($0) }
  }

  /// Whether nothing was decided.
  public var isEmpty: Bool { merged.isEmpty && apart.isEmpty }
}
