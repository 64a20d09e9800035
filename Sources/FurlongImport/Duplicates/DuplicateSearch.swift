public import FurlongStudy
public import FurlongTables

/// Looks through registers, a trust's list and the other exports for rows that may be one person's.
///
/// Identifiers and days of birth are held in memory alone, and in no answer.
public struct DuplicateSearch: Sendable {
  private let dataTo: CalendarDay?
  private var registered: [PersonRow] = []
  private var listed: [PersonRow] = []
  private var others: [[PersonRow]] = []
  /// More people with one day of birth than this are a placeholder's, such as 1 January 1900.
  private static let mostOfOneBirth = 20

  /// A search; nothing is looked at yet.
  public init(dataTo: CalendarDay?) { self.dataTo = dataTo }

  /// Takes an export.
  ///
  /// - Parameters:
  ///   - table: the export as its import reads it.
  ///   - identifiers: its rows' identifiers.
  ///   - strangers: the decision that makes a row another person's, by the row's number.
  public mutating func add(
    _ table: TableWalk, file: String, identifiers: RowIdentifiers, strangers: [Int: String]
  ) throws {
    let map = identifiers.map
    guard !map.isPersonEachRow, !map.person.isEmpty, map.kind.namesPeople else { return }
    let reader = PersonRowReader(
      table: table, file: file, identifiers: identifiers, strangers: strangers, dataTo: dataTo)
    switch map.kind {
    case .people: registered += try reader.people()
    case .caseload: listed += try reader.people()
    case .scores, .attendance, .events, .stories, .codings, .units:
      others.append(try reader.people())
    }
  }

  /// The pairs, the likeliest first, and how many ids that are nobody's are near to several of the register.
  ///
  /// - Parameter people: whose each of some identifiers is; pairs that are one person already are left out. It is asked once,
  ///   and of registers alone only of rows that are in a pair.
  /// - Complexity: linear in the number of people, save for those with one day of birth.
  public func pairs(
    whose people: ([KeyedHash]) throws -> [KeyedHash: PersonID]
  ) rethrows -> (pairs: [LikelyPair], undecided: Int) {
    let births = births()
    var asked = births.flatMap { $0.one.hashes + $0.other.hashes }
    if hasOthers { asked += (registered + listed + others.joined()).flatMap(\.hashes) }
    let people = try people(Array(Set(asked)))
    let near = nearIDs(people)
    let all = (births + near.pairs).filter { pair in
      Set(pair.one.hashes.compactMap { people[$0] })
        .isDisjoint(with: pair.other.hashes.compactMap { people[$0] })
    }
    return (all, near.undecided)
  }

  /// Whether there are rows but those of registers.
  private var hasOthers: Bool { !listed.isEmpty || others.contains { !$0.isEmpty } }

  /// Two rows of the register with the same day of birth.
  private func births() -> [LikelyPair] {
    let groups = Self.byBirth(registered)
    var near: [LikelyPair] = []
    var same: [LikelyPair] = []
    var known: [LikelyPair] = []
    for (place, row) in registered.enumerated() {
      guard let born = row.born, let group = groups[born], group.count <= Self.mostOfOneBirth
      else { continue }
      for other in group.prefix(while: { $0 < place }).map({ registered[$0] })
      where !row.differs(from: other) {
        if row.isOneSlip(from: other) {
          near.append(row.pair(with: other, .nearIDsAndBirth))
        } else if row.registered != nil, row.registered == other.registered {
          same.append(row.pair(with: other, .sameBirthAndRegistration))
        } else if row.isKnownAlike(to: other) {
          known.append(row.pair(with: other, .sameBirthAndKnown))
        }
      }
    }
    return near + same + known
  }

  /// Ids of other exports, and of a trust's list, that are nobody's.
  private func nearIDs(
    _ people: [KeyedHash: PersonID]
  ) -> (pairs: [LikelyPair], undecided: Int) {
    guard hasOthers else { return ([], 0) }
    var pairs: [LikelyPair] = []
    var undecided = 0
    var rows: [PersonRow.ID: PersonRow] = [:]
    for row in registered { for id in row.ids where rows[id] == nil { rows[id] = row } }
    let alike = Dictionary(grouping: rows.keys.filter { $0.kind != .nhsNumber }, by: \.alike)
    // An empty id stands for all of its numbering.
    let slips = Dictionary(grouping: rows.keys.filter { $0.kind != .nhsNumber }) { $0.with("") }
      .mapValues { OneSlip(among: $0.map(\.plain)) }
    for (export, isList) in others.map({ ($0, false) }) + [(listed, true)] {
      let present = Set(export.flatMap(\.ids))
      // An id that the register has, in a row that was set aside, is no other spelling of itself.
      for row in export
      where row.hashes.allSatisfy({ people[$0] == nil }) && row.ids.allSatisfy({ rows[$0] == nil })
      {
        let twins = row.ids.flatMap { alike[$0.alike] ?? [] }
        if twins.count == 1, let person = rows[twins[0]] {
          pairs.append(row.pair(with: person, .lookalike))
          continue
        }
        // A trust knows many who are no students: one slip from a student's id is nothing there.
        guard !isList else { continue }
        let near = row.ids.flatMap { id in
          (slips[id.with("")]?.near(id.plain) ?? []).compactMap { rows[id.with($0)] }
        }.filter { person in !person.ids.contains(where: present.contains) }
        if near.count == 1 {
          pairs.append(row.pair(with: near[0], .nearID))
        } else if near.count > 1 {
          undecided += 1
        }
      }
    }
    return (pairs, undecided)
  }

  /// The places of rows by their day of birth, in order.
  private static func byBirth(_ rows: [PersonRow]) -> [CalendarDay: [Int]] {
    var places: [CalendarDay: [Int]] = [:]
    for (place, row) in rows.enumerated() {
      if let born = row.born { places[born, default: []].append(place) }
    }
    return places
  }
}
