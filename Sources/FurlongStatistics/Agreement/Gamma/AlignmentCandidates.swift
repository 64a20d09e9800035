/// The groups of units of one cluster that can stand in a best alignment.
///
/// A group is left out where it is as well to put one of its units, or all of them, alone: a group of k units
/// that is as dear as k alone is never needed (the bound n Δ of the paper, for each k).
struct AlignmentCandidates {
  /// Units that might belong together.
  struct Group {
    /// At most one of each coder, in ascending order.
    let members: [Int]
    /// The disorder of the unitary alignment.
    let disorder: Double
  }

  /// The groups by their first unit; each unit alone is the first of its own.
  private(set) var startingAt: [[Group]]
  private let cluster: UnitCluster
  private let most: Int
  private var ways = 0

  /// Lists the groups of a cluster.
  ///
  /// - Throws: `outsideRange` where there are more than `most`, those looked at and left out included.
  init(_ cluster: UnitCluster, most: Int) throws(StatisticsError) {
    self.cluster = cluster
    self.most = most
    startingAt = cluster.units.indices.map { [Group(members: [$0], disorder: cluster.emptyUnit)] }
    let limit = limit(group: cluster.coders)
    for first in cluster.units.indices {
      let near = cluster.units.indices[(first + 1)...].filter {
        cluster.distance(first, $0) < limit
      }
      try extend([first], sums: [0], total: 0, among: near[...])
    }
  }

  private func limit(group size: Int) -> Double {
    cluster.emptyUnit * UnitCluster.limit(group: size, coders: cluster.coders)
  }

  /// Adds the groups that have these members and others among later ones.
  ///
  /// - Parameters:
  ///   - members: the units so far.
  ///   - sums: the dissimilarities of each to the others.
  ///   - total: that of all pairs.
  ///   - near: the units that may come next.
  private mutating func extend(
    _ members: [Int], sums: [Double], total: Double, among near: ArraySlice<Int>
  ) throws(StatisticsError) {
    if members.count == cluster.coders { return }
    let most = limit(group: cluster.coders)
    for (place, unit) in zip(near.indices, near) {
      // Infinite where the unit's coder is among them.
      let distances = members.map { cluster.distance($0, unit) }
      let own = distances.reduce(0, +)
      let longer = zip(sums, distances).map { $0 + $1 } + [own]
      // Later members only add to the sums.
      if !longer.allSatisfy({ $0 < most }) { continue }
      try count()
      let group = members + [unit]
      let sum = total + own
      add(group, sums: longer, total: sum)
      try extend(group, sums: longer, total: sum, among: near[(place + 1)...])
    }
  }

  private mutating func add(_ members: [Int], sums: [Double], total: Double) {
    let size = members.count
    let pairs = Double(UnitDissimilarity.pairs(of: cluster.coders))
    let within = Double(UnitDissimilarity.pairs(of: size))
    let disorder = (cluster.emptyUnit * (pairs - within) + total) / pairs
    let limit = limit(group: size)
    if disorder < Double(size) * cluster.emptyUnit && sums.allSatisfy({ $0 < limit }) {
      startingAt[members[0]].append(Group(members: members, disorder: disorder))
    }
  }

  private mutating func count() throws(StatisticsError) {
    ways += 1
    if ways > most { throw AlignmentSearch.tooManyWays(most) }
  }
}
