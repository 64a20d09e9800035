/// Looks for another world that fits everything that is printed: the same counts but for a few, one of which has another
/// value.
///
/// A small search of ours and no solver: it starts from the truth, which fits, changes the one count, and mends what broke,
/// one count at a time within its print and in integers, each time the count that leaves least broken. It touches few
/// counts, so that its time hardly grows with the report; and it can only err on the side of "not found", which hides
/// more. A linear program would pass what integers break, and an integer program of a whole report takes longer than the
/// report. Which of equal moves is made is drawn from a fixed stream: the same counts give the same answer.
struct CountSearch {
  /// So often it starts again for one value.
  static let tries = 8
  /// So many moves it makes in a try.
  static let moves = 600
  /// For so many moves a count that moved stays where it is.
  private static let rest = 2

  let system: CountSystem
  private let truth: World

  /// A search that starts from the true counts.
  init(system: CountSystem) {
    self.system = system
    truth = World(of: system)
  }

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

  /// The counts as they might be, and what they make of each relation.
  private struct World {
    var values: [Int]
    /// The move until which each count stays where it is.
    var restsUntil: [Int]
    var sums: [Double]
    /// How much each relation matters: the longer it stays broken, the more.
    var weights: [Double]
    /// Relations of counts that moved.
    var touched: [Int] = []

    init(of system: CountSystem) {
      values = system.counts.map(\.truth)
      restsUntil = Array(repeating: 0, count: values.count)
      weights = Array(repeating: 1, count: system.relations.count)
      sums = system.relations.map { relation in
        relation.terms.reduce(0) { $0 + $1.factor * Double(system.counts[$1.count].truth) }
      }
    }

    mutating func move(_ place: Int, to value: Int, _ terms: [CountSystem.Term]) {
      let step = Double(value - values[place])
      values[place] = value
      for term in terms {
        sums[term.relation] += term.factor * step
        if !touched.contains(term.relation) { touched.append(term.relation) }
      }
    }
  }

  /// Whether some world has this value of a count.
  private func fits(_ place: Int, _ value: Int) -> Bool {
    var draws = Draws(state: UInt64(place) &* 64 &+ UInt64(value & 63))
    return (0..<Self.tries).contains { _ in fits(place, value, &draws) }
  }

  private func fits(_ place: Int, _ value: Int, _ draws: inout Draws) -> Bool {
    var world = truth
    world.move(place, to: value, system.counts[place].terms)
    world.restsUntil[place] = Int.max
    for move in 1...Self.moves {
      let broken = world.touched.filter { gap($0, world.sums[$0]) != 0 }
      if broken.isEmpty { return true }
      for relation in broken { world.weights[relation] += 0.5 }
      guard let next = best(of: broken, world, move, &draws) else { return false }
      world.move(next.place, to: next.value, system.counts[next.place].terms)
      world.restsUntil[next.place] = move + Self.rest
    }
    return false
  }

  /// A stream of draws (SplitMix64) for choosing among equals.
  private struct Draws {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private typealias Move = (place: Int, value: Int)

  /// The move of a count in a broken relation that leaves least broken; one of equals is drawn.
  private func best(
    of broken: [Int], _ world: World, _ move: Int, _ draws: inout Draws
  ) -> Move? {
    var best: (change: Double, draw: UInt64, move: Move)?
    for relation in broken.prefix(6) {
      let missing = gap(relation, world.sums[relation])
      for term in system.relations[relation].terms where world.restsUntil[term.count] < move {
        let count = system.counts[term.count]
        let from = world.values[term.count]
        let step = missing / term.factor
        let whole = Int(step > 0 ? (step - 1e-9).rounded(.up) : (step + 1e-9).rounded(.down))
        let to = min(max(from + whole, count.range.lowerBound), count.range.upperBound)
        guard to != from else { continue }
        let change = change(of: term.count, by: Double(to - from), world)
        let draw = draws.next()
        if best.map({ (change, draw) < ($0.change, $0.draw) }) ?? true {
          best = (change, draw, (term.count, to))
        }
      }
    }
    return best?.move
  }

  /// By how much more is broken where a count moves.
  private func change(of place: Int, by step: Double, _ world: World) -> Double {
    system.counts[place].terms.reduce(0) { change, term in
      let sum = world.sums[term.relation]
      let now = abs(gap(term.relation, sum + term.factor * step))
      return change + world.weights[term.relation] * (now - abs(gap(term.relation, sum)))
    }
  }

  /// How much must be added to a relation's sum; 0 where it holds.
  private func gap(_ relation: Int, _ sum: Double) -> Double {
    let range = system.relations[relation].range
    let isBroken = sum < range.lowerBound - 1e-9 || sum > range.upperBound + 1e-9
    guard isBroken, system.holds(relation) else { return 0 }
    return sum < range.lowerBound ? range.lowerBound - sum : range.upperBound - sum
  }
}
