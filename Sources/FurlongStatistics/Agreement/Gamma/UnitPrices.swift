/// The least that each unit adds to what an alignment costs, so that no alignment of units is cheaper than they.
///
/// ```
/// q_i = p_i + min(0, min over groups g that start at i of (disorder of g − Σ p of its units))
/// ```
///
/// Each unit is the first of at most one group, so the sum of q over the units that are not yet in a group is
/// no more than what they will cost, whatever p is (a Lagrangian bound). p is moved by subgradients with Polyak's
/// steps towards the largest sum; at its best that is nearly always the disorder itself.
struct UnitPrices {
  /// q of the best p so far.
  private(set) var lowest: [Double]
  private var prices: [Double]
  private let candidates: [[AlignmentCandidates.Group]]

  /// How often p is moved.
  private static let steps = 120

  /// Begins with the cheapest share of a group that each unit can have.
  init(_ candidates: AlignmentCandidates) {
    self.candidates = candidates.startingAt
    prices = [Double](repeating: .infinity, count: self.candidates.count)
    for group in self.candidates.joined() {
      for member in group.members {
        prices[member] = min(prices[member], group.disorder / Double(group.members.count))
      }
    }
    lowest = prices
  }

  /// Raises the sum.
  ///
  /// - Parameter cost: what a whole alignment costs, which the sum cannot pass.
  mutating func improve(towards cost: Double) {
    var sum = lowest.reduce(0, +)
    var share = 1.0
    for _ in 0..<Self.steps {
      // How often each unit is in the groups that are cheapest by these prices: once would be right.
      var excess = [Double](repeating: -1, count: prices.count)
      var lower = prices
      for (first, groups) in candidates.enumerated() {
        var least = 0.0
        var members: [Int] = []
        for group in groups {
          let rest = group.members.reduce(group.disorder) { $0 - prices[$1] }
          if rest < least { (least, members) = (rest, group.members) }
        }
        lower[first] += least
        for member in members { excess[member] += 1 }
      }
      let total = lower.reduce(0, +)
      if total > sum { (sum, lowest) = (total, lower) } else { share *= 0.95 }
      let length = excess.reduce(0) { $0 + $1 * $1 }
      let step = share * (cost - total) / length
      if length == 0 || step <= 0 { return }
      for unit in prices.indices { prices[unit] -= step * excess[unit] }
    }
  }
}
