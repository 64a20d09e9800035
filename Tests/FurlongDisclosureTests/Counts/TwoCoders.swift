import FurlongEvaluation

/// A reader who knows the agreement of two coders on a theme, and tries every table of stories that could have given it.
struct TwoCoders: CustomStringConvertible {
  var id: String
  /// As it is released: of two decimals whatever rounds to them, of more that very number.
  var agreement: Double
  var stories: Int
  var both: Int
  var tellers: Int
  var readTellers: Int
  var people: PeopleCount
  var byAll: PeopleCount

  var description: String {
    "\(id): κ \(agreement) of \(both) of \(stories) stories by \(tellers), \(people) and \(byAll)"
  }

  /// Whether agreement leaves one number of a hidden count that had several without it.
  var isTold: Bool {
    let after = counts
    guard !after.isEmpty else { return true }
    func numbers(_ counts: Set<[Int]>, _ place: Int) -> Int { Set(counts.map { $0[place] }).count }
    return [(people, 0), (byAll, 1)].contains { count, place in
      count.exact == nil && numbers(before, place) > 1 && numbers(after, place) == 1
    }
  }

  /// People by at least one coder and by every coder, agreement left aside.
  private var before: Set<[Int]> {
    var found: Set<[Int]> = []
    for number in 0...readTellers where fits(number, people) {
      for part in 0...number where fits(part, byAll) { found.insert([number, part]) }
    }
    return found
  }

  private func isSeen(_ value: Double) -> Bool {
    let hundredths = agreement * 100
    let isRounded = abs(hundredths - hundredths.rounded()) < 1e-9
    return abs(value - agreement) < (isRounded ? 0.005 + 1e-9 : 1e-9)
  }

  private func fits(_ number: Int, _ count: PeopleCount) -> Bool {
    switch count {
    case .exactly(let exact): number == exact
    case .fewerThan: (1...4).contains(number)
    case .hidden: number == 0 || number >= 5
    }
  }

  /// People by at least one coder and by every coder, of all tables with such an agreement.
  private var counts: Set<[Int]> {
    var found: Set<[Int]> = []
    let readByOne = stories - both - (tellers - readTellers)
    for agreed in 0...both {
      for first in 0...(both - agreed) {
        for second in 0...min(first, both - agreed - first) {
          guard
            let value = InventedStories.kappa(
              both: agreed, first: first, second: second, of: both), isSeen(value)
          else { continue }
          for alone in 0...max(0, readByOne) {
            add(agreed + alone, first + second, to: &found)
          }
        }
      }
    }
    return found
  }

  /// Who may have told so many stories without and so many with disagreement, the same person several or not.
  private func add(_ agreed: Int, _ differing: Int, to found: inout Set<[Int]>) {
    let fewest = agreed + differing - (stories - tellers)
    let most = min(agreed + differing, readTellers)
    guard fewest <= most else { return }
    for people in max(0, fewest)...most where fits(people, self.people) {
      for byAll in 0...min(agreed, people)
      where (byAll > 0) == (agreed > 0) && people - byAll <= differing && fits(byAll, self.byAll) {
        found.insert([people, byAll])
      }
    }
  }
}
