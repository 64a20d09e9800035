import FurlongStudy
import GRDB

/// Which identifiers belong together, as rows tie them; ties that are contradicted at both ends are refused.
struct IdentifierTies {
  private var refused: Set<Tie> = []
  private var roots = IdentifierRoots()

  /// The ties of some mentions, and what people decided to be one person's: those count as one identifier.
  init(of mentions: [Mention], kinds: [Int: String], merged: [[Int]] = []) {
    var same = IdentifierRoots()
    for group in merged { same.join(all: group) }
    func one(_ identifier: Int) -> Int {
      merged.isEmpty ? identifier : same.root(of: identifier)
    }
    var ties: Set<Tie> = []
    for mention in mentions where mention.identifiers.count > 1 {
      for tie in Self.ties(in: mention.identifiers) { ties.insert(tie) }
    }
    func end(_ identifier: Int, _ other: Int) -> End {
      End(identifier: one(identifier), otherKind: kinds[other] ?? "")
    }
    var others: [End: Int] = [:]
    var counted: Set<End.Toward> = []
    func count(_ end: End, _ other: Int) {
      // Ids that are one person's count once.
      guard merged.isEmpty || counted.insert(End.Toward(end: end, other: one(other))).inserted
      else { return }
      others[end, default: 0] += 1
    }
    for tie in ties where one(tie.low) != one(tie.high) {
      count(end(tie.low, tie.high), tie.high)
      count(end(tie.high, tie.low), tie.low)
    }
    for tie in ties {
      if others[end(tie.low, tie.high), default: 0] > 1,
        others[end(tie.high, tie.low), default: 0] > 1
      {
        refused.insert(tie)
      } else {
        roots.join(tie.low, tie.high)
      }
    }
    for group in merged { roots.join(all: group) }
  }

  /// Whether the identifiers of one row point at two people.
  func areRefused(_ identifiers: [Int]) -> Bool {
    !refused.isEmpty && Self.ties(in: identifiers).contains(where: refused.contains)
  }

  /// The smallest number among the identifiers that belong together with this one.
  func root(of identifier: Int) -> Int { roots.root(of: identifier) }

  /// The kinds of all identifiers.
  static func kinds(in database: Database) throws -> [Int: String] {
    var kinds: [Int: String] = [:]
    try BulkStatement(database, "SELECT id, kind FROM identifier").each {
      kinds[$0.number(0)] = $0.text(1)
    }
    return kinds
  }

  private static func ties(in identifiers: [Int]) -> [Tie] {
    identifiers.indices.flatMap { place in
      identifiers[..<place].map {
        Tie(low: min($0, identifiers[place]), high: max($0, identifiers[place]))
      }
    }
  }

  /// Two identifiers that stand in one row.
  private struct Tie: Hashable {
    var low: Int
    var high: Int
  }

  private struct End: Hashable {
    var identifier: Int
    var otherKind: String

    /// An end and what it is tied to.
    struct Toward: Hashable {
      var end: End
      var other: Int
    }
  }
}

/// Disjoint sets of identifiers, each named by its smallest number.
private struct IdentifierRoots {
  private var parents: [Int: Int] = [:]

  func root(of identifier: Int) -> Int {
    var root = identifier
    while let parent = parents[root], parent != root { root = parent }
    return root
  }

  mutating func join(all identifiers: [Int]) {
    for identifier in identifiers.dropFirst() { join(identifiers[0], identifier) }
  }

  mutating func join(_ left: Int, _ right: Int) {
    let low = min(root(of: left), root(of: right))
    let high = max(root(of: left), root(of: right))
    parents[low] = low
    parents[high] = low
    // Short ways to the root keep long chains cheap.
    parents[left] = low
    parents[right] = low
  }
}
