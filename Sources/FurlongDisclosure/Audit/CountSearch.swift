/// Looks for another world that fits everything that is printed: the same counts but for a few, one of which has another
/// value.
///
/// A small search of ours and no solver: it starts from the truth, which fits, changes the one count, and mends what broke,
/// one count at a time within its print and in integers, each time the count that leaves least broken. It touches few
/// counts, so that its time hardly grows with the report; and it can only err on the side of "not found", which hides
/// more. A linear program would pass what integers break, and an integer program of a whole report takes longer than the
/// report. Which of equal moves is made is drawn from a fixed stream: the same counts give the same answer.
struct CountSearch {
  /// How long is looked.
  struct Patience {
    /// So often it starts again for one value.
    var tries: Int
    /// So many moves it makes in a try.
    var moves: Int

    /// Before a count is held back.
    static let whole = Patience(tries: 4, moves: 240)
    /// To see whether one count less would be enough.
    static let short = Patience(tries: 1, moves: 120)
  }

  /// For so many moves a count that moved stays where it is.
  private static let rest = 2

  private let system: CountSystem
  private let patience: Patience
  private let holds: [Bool]
  private let truth: World

  /// A search that starts from the true counts.
  init(system: CountSystem, patience: Patience = .whole) {
    self.system = system
    self.patience = patience
    holds = system.relations.indices.map(system.holds)
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
    var broken: [Int] = []

    init(of system: CountSystem) {
      values = system.counts.map(\.truth)
      restsUntil = Array(repeating: 0, count: values.count)
      weights = Array(repeating: 1, count: system.relations.count)
      sums = system.relations.map { relation in
        relation.terms.reduce(0) { $0 + $1.factor * Double(system.counts[$1.count].truth) }
      }
    }
  }

  /// Whether some world has this value of a count.
  private func fits(_ place: Int, _ value: Int) -> Bool {
    var draws = Draws(state: UInt64(place) &* 64 &+ UInt64(value & 63))
    return (0..<patience.tries).contains { _ in fits(place, value, &draws) }
  }

  private func fits(_ place: Int, _ value: Int, _ draws: inout Draws) -> Bool {
    var world = truth
    move(place, to: value, in: &world)
    world.restsUntil[place] = Int.max
    for turn in 1...patience.moves {
      if world.broken.isEmpty { return true }
      for relation in world.broken { world.weights[relation] += 0.5 }
      guard let next = best(world, turn, &draws) else { return false }
      move(next.place, to: next.value, in: &world)
      world.restsUntil[next.place] = turn + Self.rest
    }
    return world.broken.isEmpty
  }

  private func move(_ place: Int, to value: Int, in world: inout World) {
    let step = Double(value - world.values[place])
    world.values[place] = value
    for term in system.counts[place].terms {
      world.sums[term.relation] += term.factor * step
      let isBroken = gap(term.relation, world.sums[term.relation]) != 0
      let known = world.broken.firstIndex(of: term.relation)
      if let known, !isBroken { world.broken.remove(at: known) }
      if known == nil, isBroken { world.broken.append(term.relation) }
    }
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
  private func best(_ world: World, _ turn: Int, _ draws: inout Draws) -> Move? {
    var best: (change: Double, draw: UInt64, move: Move)?
    for relation in world.broken.prefix(6) {
      let missing = gap(relation, world.sums[relation])
      for term in system.relations[relation].terms where world.restsUntil[term.count] < turn {
        let range = system.counts[term.count].range
        let from = world.values[term.count]
        let step = missing / term.factor
        let whole = Int(step > 0 ? (step - 1e-9).rounded(.up) : (step + 1e-9).rounded(.down))
        let to = min(max(from + whole, range.lowerBound), range.upperBound)
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
    var change = 0.0
    for term in system.counts[place].terms {
      let sum = world.sums[term.relation]
      let now = abs(gap(term.relation, sum + term.factor * step))
      change += world.weights[term.relation] * (now - abs(gap(term.relation, sum)))
    }
    return change
  }

  /// How much must be added to a relation's sum; 0 where it holds.
  private func gap(_ relation: Int, _ sum: Double) -> Double {
    guard holds[relation] else { return 0 }
    let range = system.relations[relation].range
    if sum < range.lowerBound - 1e-9 { return range.lowerBound - sum }
    if sum > range.upperBound + 1e-9 { return range.upperBound - sum }
    return 0
  }
}
