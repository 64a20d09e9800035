public import FurlongEvaluation
public import FurlongStudy

/// What is kept of one release: when, under which policy, and who was in each number.
///
/// It holds keyed hashes of identifiers, so it is personal data: it stays in the study folder and is never published.
public struct ReleaseRecord: Codable, Sendable, Equatable {
  /// The day of the release.
  public var day: CalendarDay
  /// The policy's word.
  public var policy: String
  /// How its counts were rounded.
  public var rounding: RoundingRules?
  /// A mark of the key under which identifiers were hashed.
  public var key: String
  /// The days of the releases that this one replaced.
  public var replaces: [CalendarDay]
  /// The day on which another release replaced it; nil while it stands.
  public var withdrawnOn: CalendarDay?
  /// The keyed hashes of each person's identifiers.
  public var people: [[String]]
  /// Who is in each number: places in `people`, by the number's name.
  public var groups: [String: [Int]]

  /// A record of a release that is made now.
  ///
  /// - Parameter people: the keyed hashes of each entry of the cohort.
  public init(
    on day: CalendarDay, policy: DisclosurePolicy, key: String, replaces: [CalendarDay],
    membership: Membership, people: [[String]]
  ) {
    self.day = day
    self.policy = policy.word.rawValue
    rounding = policy.rounding
    self.key = key
    self.replaces = replaces
    self.people = people
    groups = Dictionary(membership.groups.map { ($0.name, $0.people) }) { first, _ in first }
  }
}

/// Why a release would tell of a few people, held against an earlier one.
public enum ReleaseConflict: Error, Equatable, Sendable {
  /// The earlier release was made under another key, so that nobody can be known again.
  case otherKey(earlier: CalendarDay)
  /// The earlier release was rounded otherwise: two roundings of one count leave fewer values than each.
  case otherRounding(earlier: CalendarDay)
  /// So few people are in a number of one release and not of the other.
  case fewDiffer(earlier: CalendarDay, number: String)
}

/// The releases of a study, held against each other.
public struct ReleaseLedger: Sendable {
  /// Estimates on fewer people than this are not shown, and nor is a difference between two releases.
  public static let leastPeople = RoundingRules.nhsRound5.leastPeople

  /// The releases that stand, oldest first.
  public var standing: [ReleaseRecord]

  /// A ledger of releases; those that were withdrawn are passed over.
  public init(_ records: [ReleaseRecord]) {
    standing = records.filter { $0.withdrawnOn == nil }
  }

  /// Whether the last release has the same people in the same numbers under the same policy.
  public func repeats(_ record: ReleaseRecord) -> Bool {
    guard let last = standing.last, last.policy == record.policy, last.key == record.key else {
      return false
    }
    return Set(last.groups.keys) == Set(record.groups.keys)
      && differences(last, record).allSatisfy { $0.count == 0 }
  }

  /// Refuses a release that differs from an earlier one by a few people in some number.
  ///
  /// O(people) a number that both have.
  public func check(_ record: ReleaseRecord) throws(ReleaseConflict) {
    for earlier in standing {
      if earlier.key != record.key { throw .otherKey(earlier: earlier.day) }
      if earlier.rounding != record.rounding { throw .otherRounding(earlier: earlier.day) }
      let few = differences(earlier, record).first {
        $0.count > 0 && $0.count < Self.leastPeople
      }
      if let few { throw .fewDiffer(earlier: earlier.day, number: few.number) }
    }
  }

  /// How many people are in a number of one release and not of the other.
  private func differences(
    _ earlier: ReleaseRecord, _ later: ReleaseRecord
  ) -> [(number: String, count: Int)] {
    var places: [String: Int] = [:]
    for (place, hashes) in later.people.enumerated() {
      for hash in hashes { places[hash] = place }
    }
    // A person is the same where any identifier is: an export may have brought a second one since.
    let same = earlier.people.map { hashes in hashes.lazy.compactMap { places[$0] }.first }
    return earlier.groups.keys.sorted().compactMap { number in
      guard let before = earlier.groups[number], let after = later.groups[number] else {
        return nil
      }
      let now = Set(after)
      let known = Set(before.compactMap { same[$0] })
      let gone = before.count { same[$0].map { !now.contains($0) } ?? true }
      return (number, gone + now.subtracting(known).count)
    }
  }
}
