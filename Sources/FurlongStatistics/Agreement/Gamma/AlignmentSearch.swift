/// The best alignment of the units of three coders or more that lie close together.
///
/// Units are taken in order: the first that is in no group yet gets one of its groups. What was grouped before
/// counts only by which later units it took, so partial alignments that took the same are one, the cheapest
/// (dynamic programming over the set partition). One that with the prices of the rest (``UnitPrices``) is no
/// better than a known whole alignment is dropped. The first passes keep few partial alignments and so find
/// good whole ones; the last drops none that could become better by more than rounding does.
struct AlignmentSearch {
  /// The groups, each of units in ascending order.
  let groups: [[Int]]

  /// A partial alignment of all units before one.
  private struct Partial {
    /// The later units that it took, in ascending order.
    let taken: [Int]
    var cost: Double
    /// The group that came last, and the partial alignment before it.
    var last: (group: [Int], layer: Int, place: Int)?
  }

  /// A whole alignment.
  private typealias Whole = (groups: [[Int]], cost: Double)

  /// Finds the best groups of a cluster.
  ///
  /// - Throws: `outsideRange` where there are more than `most` groups or partial alignments.
  init(_ cluster: UnitCluster, most: Int) throws(StatisticsError) {
    let candidates = try AlignmentCandidates(cluster, most: most)
    var prices = UnitPrices(candidates)
    var best: Whole = (cluster.units.indices.map { [$0] }, .infinity)
    var isExact = false
    var kept = 32
    while !isExact {
      isExact = try Self.pass(candidates, prices.lowest, &best, keeping: kept, most: most)
      if !isExact { prices.improve(towards: best.cost) }
      kept *= 16
    }
    groups = best.groups
  }

  /// Takes the units in order.
  ///
  /// - Parameters:
  ///   - candidates: the groups to choose from.
  ///   - prices: the least that each unit adds to what a partial alignment costs.
  ///   - best: the best known, replaced where a better one is found.
  ///   - kept: how many partial alignments are kept for each unit.
  ///   - most: how many may be kept in all.
  /// - Returns: whether none were given up that might have become better than the best.
  private static func pass(
    _ candidates: AlignmentCandidates, _ prices: [Double], _ best: inout Whole,
    keeping kept: Int, most: Int
  ) throws(StatisticsError) -> Bool {
    let bound = best.cost * (1 - 1e-13)
    let candidates = candidates.startingAt
    let end = candidates.count
    var pricesFrom = [Double](repeating: 0, count: end + 1)
    for unit in (0..<end).reversed() { pricesFrom[unit] = pricesFrom[unit + 1] + prices[unit] }
    var layers = [[Partial]](repeating: [], count: end + 1)
    var places = [[[Int]: Int]](repeating: [:], count: end + 1)
    layers[0] = [Partial(taken: [], cost: 0, last: nil)]
    var ways = 0
    var isExact = true
    for at in 0..<end {
      if layers[at].count > kept {
        layers[at].sort {
          $0.cost - price(of: $0.taken) < $1.cost - price(of: $1.taken)
        }
        ways -= layers[at].count - kept
        layers[at].removeLast(layers[at].count - kept)
        isExact = false
      }
      places[at] = [:]
      for (place, partial) in layers[at].enumerated() {
        for group in candidates[at] {
          guard let taken = union(partial.taken, group.members.dropFirst()) else { continue }
          var next = at + 1
          while next - at - 1 < taken.count && taken[next - at - 1] == next { next += 1 }
          let later = Array(taken.dropFirst(next - at - 1))
          let cost = partial.cost + group.disorder
          if cost + pricesFrom[next] - price(of: later) >= bound { continue }
          let last = (group.members, at, place)
          if let old = places[next][later] {
            if cost < layers[next][old].cost {
              layers[next][old].cost = cost
              layers[next][old].last = last
            }
          } else {
            ways += 1
            if ways > most { throw tooManyWays(most) }
            places[next][later] = layers[next].count
            layers[next].append(Partial(taken: later, cost: cost, last: last))
          }
        }
      }
    }
    guard let whole = layers[end].first else { return isExact }
    var groups: [[Int]] = []
    var partial = whole
    while let last = partial.last {
      groups.append(last.group)
      partial = layers[last.layer][last.place]
    }
    best = (groups, whole.cost)
    return isExact

    func price(of units: [Int]) -> Double { units.reduce(0) { $0 + prices[$1] } }
  }

  /// Two ascending lists as one, or nil where they share a number.
  private static func union(_ first: [Int], _ second: ArraySlice<Int>) -> [Int]? {
    var union: [Int] = []
    union.reserveCapacity(first.count + second.count)
    var rest = second
    for number in first {
      while let other = rest.first, other < number {
        union.append(other)
        rest.removeFirst()
      }
      if rest.first == number { return nil }
      union.append(number)
    }
    return union + rest
  }

  static func tooManyWays(_ most: Int) -> StatisticsError {
    .outsideRange(
      what: "number of ways to align units that lie close together", value: Double(most) + 1,
      expected: "at most \(most); compare fewer coders, or one code at a time")
  }
}
