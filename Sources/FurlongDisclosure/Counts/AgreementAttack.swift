import FurlongEvaluation

/// What the agreement of two coders tells of the people behind a theme.
///
/// κ is a function of the coders' table of stories. With the number of stories, and of people by at least one coder, it can
/// leave one number only of people by every coder. So every table that fits what else is shown is tried, and each
/// value of κ, as it is printed, is put to the counts with which it can occur. Values that leave a hidden count one number are
/// not shown. That a value is not shown tells something too: if all values that are not shown had one number in
/// common, the nearest others go with them. What is hidden depends on nothing but what a reader knows.
struct AgreementAttack {
  /// What is known of all stories.
  struct Stories {
    /// Stories in use.
    var all: Int
    /// Those that two coders read.
    var readByTwo: Int
    /// People who told them.
    var tellers: Int
    /// People of whom a story was read.
    var readTellers: Int
  }

  /// Two counts that go together.
  struct Counts: Hashable {
    /// People in whose stories at least one coder found the theme.
    var people: Int
    /// People with a story in which every coder who read it found the theme.
    var byAll: Int
    /// The difference of the two.
    var rest: Int { people - byAll }
  }

  /// An agreement as it is printed, in hundredths.
  typealias Printed = Int

  /// Stands for "nothing varied", which is no number.
  private static let nothingVaries = 101
  /// Where more numbers than this are to be tried, some are passed over: fewer possibilities hide more, not less.
  private static let mostTried = 24

  var stories: Stories
  /// The two counts as they are released.
  var people: PeopleCount
  var byAll: PeopleCount
  var threshold: Int

  /// Whether there is anything that an agreement could tell.
  var isNeeded: Bool { people.exact == nil || byAll.exact == nil }

  /// Whether an agreement must be held back; nil stands for "nothing varied".
  func tells(_ agreement: Double?) -> Bool {
    guard isNeeded else { return false }
    let possible = possibleCounts
    guard !pins(possible) else { return true }
    var told: [Printed: Set<Counts>] = [:]
    for counts in possible {
      for value in agreements(with: counts) { told[value, default: []].insert(counts) }
    }
    let printed = Self.printed(agreement)
    return told[printed] == nil || heldBack(told).contains(printed)
  }

  /// An agreement to two decimals.
  static func rounded(_ agreement: Double) -> Double { Double(printed(agreement)) / 100 }

  private static func printed(_ agreement: Double?) -> Printed {
    // What lies halfway goes one way, however it was reckoned.
    agreement.map { Int(($0 * 100 * (1 + 1e-12)).rounded()) } ?? nothingVaries
  }

  /// The values that pin a count, and as many beside them as keep their absence from pinning one.
  private func heldBack(_ told: [Printed: Set<Counts>]) -> Set<Printed> {
    var held = Set(told.filter { pins($0.value) }.keys)
    while !held.isEmpty, pins(held.reduce(into: []) { $0.formUnion(told[$1] ?? []) }) {
      let next = told.keys.filter { !held.contains($0) }.min { one, other in
        func distance(_ value: Printed) -> Int { held.map { abs($0 - value) }.min() ?? 0 }
        return (distance(one), one) < (distance(other), other)
      }
      guard let next else { break }
      held.insert(next)
    }
    return held
  }

  /// Whether a count that is not shown has one value only.
  private func pins(_ possible: Set<Counts>) -> Bool {
    var hidden: [KeyPath<Counts, Int>] = [\.rest]
    if people.exact == nil { hidden.append(\.people) }
    if byAll.exact == nil { hidden.append(\.byAll) }
    return hidden.contains { count in Set(possible.map { $0[keyPath: count] }).count < 2 }
  }

  /// The counts that fit what is shown, for a reader who knows that a count is hidden because the rest is small.
  private var possibleCounts: Set<Counts> {
    var possible: Set<Counts> = []
    for people in numbers(people, of: stories.readTellers) {
      for byAll in numbers(byAll, of: people) {
        possible.insert(Counts(people: people, byAll: byAll))
      }
    }
    return possible
  }

  private func numbers(_ count: PeopleCount, of whole: Int) -> [Int] {
    switch count {
    case .exactly(let number): number <= whole ? [number] : []
    case .fewerThan(let limit): (1..<limit).filter { $0 <= whole }
    case .hidden: (1..<threshold).map { whole - $0 }.filter { $0 >= threshold }
    }
  }

  /// The agreements with which two counts can occur.
  ///
  /// A person may have told several stories, and one coder or none may have read some: every coder who read a
  /// story that one coder read is that one. Each of those by every coder told a story in which nobody
  /// disagreed, each of the rest one in which the two did, and what is over is further stories of the same people.
  private func agreements(with counts: Counts) -> Set<Printed> {
    let further = max(0, stories.all - stories.tellers)
    let readByOne = max(
      0, stories.all - stories.readByTwo - (stories.tellers - stories.readTellers))
    let mostAgreed = counts.byAll == 0 ? 0 : counts.byAll + further
    var found: Set<Printed> = []
    for both in tried(max(0, counts.byAll - readByOne), min(stories.readByTwo, mostAgreed)) {
      let agreed = max(both, counts.byAll)
      let most = min(stories.readByTwo - both, counts.people + further - agreed)
      for differing in tried(counts.rest, most) {
        for first in tried(0, differing / 2) {
          let table = CoderTable(
            both: both, onlyFirst: first, onlySecond: differing - first, stories: stories.readByTwo)
          found.insert(Self.printed(table.agreement))
        }
      }
    }
    return found
  }

  /// The numbers from one to another, at most `mostTried` of them and the last.
  private func tried(_ first: Int, _ last: Int) -> [Int] {
    guard first <= last else { return [] }
    let step = max(1, (last - first + Self.mostTried - 1) / Self.mostTried)
    return Array(stride(from: first, to: last, by: step)) + [last]
  }
}
