/// The sums of so many ranks out of all, each choice being as likely: U of ``MannWhitney``.
public struct RankSumDistribution: Equatable, Sendable {
  /// The probability of each sum of doubled ranks above the smallest.
  private let shares: [Double]
  private let total: Int
  private let chosen: Int

  /// The distribution for two groups without ties.
  ///
  /// - Parameters:
  ///   - group: how many values the group named first has, at least 1.
  ///   - other: how many the other has, at least 1; both together at most 200.
  /// - Throws: `outsideRange`.
  public init(group: Int, other: Int) throws(StatisticsError) {
    try Self.require(group, other)
    self.init((1...(group + other)).map { 2 * $0 }, chosen: group)
  }

  /// The distribution for two groups as observed: equal values share their mean rank.
  ///
  /// - Parameters:
  ///   - group: the values of the group named first, finite, at least one.
  ///   - other: the other's, finite, at least one; both together at most 200.
  /// - Throws: `outsideRange`, `notFinite`.
  public init(ranksOf group: [Double], and other: [Double]) throws(StatisticsError) {
    try requireFinite(group + other, "values")
    try Self.require(group.count, other.count)
    self.init(MidRanks(of: group + other).doubled, chosen: group.count)
  }

  /// The probability of a U at or below `u`.
  ///
  /// U counts the pairs of one of each group in which the group named first is higher, and half of those equal.
  public func lowerTail(_ u: Double) -> Double {
    tails(of: Int((2 * u).rounded(.down)) + chosen * (chosen + 1)).lower
  }

  /// The probability of a U above `u`.
  public func upperTail(_ u: Double) -> Double {
    tails(of: Int((2 * u).rounded(.down)) + 1 + chosen * (chosen + 1)).upper
  }

  /// The probability of exactly `u`.
  public func probability(_ u: Double) -> Double {
    let sum = 2 * u + Double(chosen * (chosen + 1))
    guard sum >= 0, sum < Double(shares.count), sum == sum.rounded() else { return 0 }
    return shares[Int(sum)]
  }

  /// The smallest U whose ``lowerTail(_:)`` reaches `p`.
  ///
  /// - Parameter p: strictly between 0 and 1.
  /// - Throws: `outsideRange`.
  public func quantile(_ p: Double) throws(StatisticsError) -> Double {
    if !(p > 0 && p < 1) {
      throw .outsideRange(what: "probability", value: p, expected: "strictly between 0 and 1")
    }
    var lower = 0.0
    for (sum, share) in shares.enumerated() where share > 0 {
      lower += share
      if lower >= p * (1 - 1e-14) { return Double(sum - chosen * (chosen + 1)) / 2 }
    }
    return Double(chosen * (count - chosen))
  }

  private static func require(_ group: Int, _ other: Int) throws(StatisticsError) {
    if group < 1 || other < 1 || group + other > 200 {
      throw .outsideRange(
        what: "number of values", value: Double(group + other),
        expected: "at least 1 in each group and at most 200 in both")
    }
  }

  init(_ doubled: [Int], chosen: Int) {
    // Without ties every doubled rank is even, and half the table does.
    let unit = doubled.allSatisfy { $0.isMultiple(of: 2) } ? 2 : 1
    let table = Self.table(doubled.map { $0 / unit }.sorted(), chosen: chosen)
    var shares = [Double](repeating: 0, count: unit * (table.count - 1) + 1)
    for (sum, share) in table.enumerated() { shares[unit * sum] = share }
    self.shares = shares
    total = doubled.reduce(0, +) * chosen
    self.count = doubled.count
    self.chosen = chosen
  }

  private let count: Int

  /// The probability of each sum of so many of the ranks, by dynamic programming: O(count × chosen × sum).
  private static func table(_ sorted: [Int], chosen: Int) -> [Double] {
    var sums = [0]
    for rank in sorted { sums.append(sums[sums.count - 1] + rank) }
    let width = sums[sorted.count] - sums[sorted.count - chosen] + 1
    var tables = [Double](repeating: 0, count: (chosen + 1) * width)
    tables[0] = 1
    tables.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      // Shares, not counts: taking in a rank as the m-th of N keeps each of the choices as likely.
      for (seen, rank) in sorted.enumerated() {
        for size in stride(from: min(chosen, seen + 1), through: 1, by: -1) {
          // Of the choices of `size` from seen + 1 the share size/(seen + 1) has the new one.
          let taken = Double(size) / Double(seen + 1)
          let row = base + size * width
          let fewer = base + (size - 1) * width
          // Sums of that many of the ranks seen lie between those of the lowest and of the highest.
          let highest = sums[seen + 1] - sums[seen + 1 - size]
          var sum = sums[size]
          while sum < rank, sum <= highest {
            row[sum] *= 1 - taken
            sum += 1
          }
          while sum <= highest {
            row[sum] = (1 - taken) * row[sum] + taken * fewer[sum - rank]
            sum += 1
          }
        }
      }
    }
    return Array(tables[(chosen * width)...])
  }

  /// The highest sum that, with all lower ones, is less likely than a tail, and how likely they are; nil
  /// where the lowest is not.
  func highest(below tail: Double) -> (sum: Int, share: Double)? {
    var lower = 0.0
    var found: (sum: Int, share: Double)?
    for (sum, share) in shares.enumerated() where share > 0 {
      lower += share
      if lower >= tail * (1 - 1e-12) { break }
      found = (sum, lower)
    }
    return found
  }

  func tails(of observed: Int) -> (lower: Double, upper: Double, both: Double) {
    let distance = abs(count * observed - total)
    var lower = 0.0
    var upper = 0.0
    var both = 0.0
    for (sum, share) in shares.enumerated() {
      if sum <= observed { lower += share }
      if sum >= observed { upper += share }
      if abs(count * sum - total) >= distance { both += share }
    }
    return (min(1, lower), min(1, upper), min(1, both))
  }
}
