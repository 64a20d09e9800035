/// Looks for another world that fits everything that is printed: the same counts but for a few, one of which has another
/// value.
///
/// A small search of ours and no solver: it starts from the truth, which fits, changes the one count, and repairs each
/// relation that broke by moving a count within its print, in integers, until all hold. It touches few counts, so that
/// its time does not grow with the report; and it can only err on the side of "not found", which hides more. A linear
/// program would pass what integers break, and an integer program of the whole report takes longer than the report.
struct CountSearch {
  /// So many moves are tried for one value.
  static let patience = 1_500

  let system: CountSystem

  /// Whether a hidden count has at least so many possible values beside the true one.
  func hasOthers(_ place: Int, atLeast needed: Int) -> Bool {
    let count = system.counts[place]
    let reach = system.rounding.rules.threshold + 2
    var found = 0
    for distance in 1...reach {
      for value in [count.truth + distance, count.truth - distance]
      where count.range.contains(value) {
        if fits(place, value) { found += 1 }
        if found >= needed { return true }
      }
    }
    return false
  }

  /// Whether some world has this value of a count.
  private func fits(_ place: Int, _ value: Int) -> Bool {
    var world = World(system: system)
    return world.move(place, to: value)
  }

  private struct World {
    let system: CountSystem
    var moved: [Int: Int] = [:]
    var patience = CountSearch.patience

    init(system: CountSystem) { self.system = system }

    private func value(_ place: Int) -> Int { moved[place] ?? system.counts[place].truth }

    /// Moves a count and repairs what broke; leaves everything as it was where that fails.
    mutating func move(_ place: Int, to value: Int, broken: [Int] = []) -> Bool {
      patience -= 1
      guard patience > 0 else { return false }
      moved[place] = value
      if repair(broken + system.counts[place].relations) { return true }
      moved[place] = nil
      return false
    }

    private mutating func repair(_ relations: [Int]) -> Bool {
      guard let first = relations.first(where: { missing($0) != 0 }) else { return true }
      let gap = missing(first)
      // Who can close the whole gap is tried first, and counts in few relations before those in many.
      let free = system.relations[first].terms.filter { moved[$0.count] == nil }
      let moves = free.compactMap { term -> (place: Int, value: Int, left: Double)? in
        let range = system.counts[term.count].range
        let step = gap / term.factor
        let whole = step > 0 ? (step - 1e-9).rounded(.up) : (step + 1e-9).rounded(.down)
        let from = value(term.count)
        let to = Double(from) + whole
        let bounded = min(max(to, Double(range.lowerBound)), Double(range.upperBound))
        guard Int(bounded) != from else { return nil }
        return (term.count, Int(bounded), abs(to - bounded))
      }
      let ordered = moves.sorted { one, other in
        (one.left, system.counts[one.place].relations.count, one.place)
          < (other.left, system.counts[other.place].relations.count, other.place)
      }
      for next in ordered {
        if move(next.place, to: next.value, broken: relations) { return true }
        guard patience > 0 else { return false }
      }
      return false
    }

    /// How much must be added to a relation's sum; 0 where it holds.
    private func missing(_ relation: Int) -> Double {
      guard system.holds(relation) else { return 0 }
      let known = system.relations[relation]
      let sum = known.terms.reduce(0) { $0 + $1.factor * Double(value($1.count)) }
      if sum < known.range.lowerBound - 1e-9 { return known.range.lowerBound - sum }
      if sum > known.range.upperBound + 1e-9 { return known.range.upperBound - sum }
      return 0
    }
  }
}
