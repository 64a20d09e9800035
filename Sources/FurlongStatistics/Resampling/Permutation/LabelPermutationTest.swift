import FurlongNumerics

/// Whether it matters who is in which of two groups, by the differences that other labels would give.
public struct LabelPermutationTest: Equatable, Sendable {
  /// How many placings of the labels are drawn where they are not all counted.
  public var draws: Int
  /// Where the random streams begin.
  public var seed: UInt64
  /// Up to how many persons in both groups all placings are counted, at most 40.
  public var exactLimit: Int
  /// How many threads share the draws; the answer does not depend on it.
  public var threads: Int

  /// Chooses the draws, the seed, up to how many persons the test is exact, and the threads.
  public init(draws: Int = 9_999, seed: UInt64, exactLimit: Int = 40, threads: Int = 1) {
    self.draws = draws
    self.seed = seed
    self.exactLimit = min(exactLimit, 40)
    self.threads = threads
  }

  /// Tests the difference of means against all ways to choose the first group from both together.
  ///
  /// ```
  /// p = #{choices: |x̄₁ − x̄₂| ≥ |observed|} / C(N, n₁)          drawn: (b + 1) / (m + 1)
  /// ```
  ///
  /// Exact up to ``exactLimit`` persons, from the sorted sums of two halves, O(2^(N/2)); else m choices are
  /// drawn. Sums within 1e-12 of each other, relative to all deviations, count as equal. Two-sided by distance
  /// from 0; scipy doubles the smaller side. The order of persons does not matter; a swap of the groups keeps
  /// p and exchanges the one-sided ones. Fisher 1935; Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
  /// Agrees with enumeration in R 4.2.2 and with coin's `oneway_test`.
  ///
  /// - Parameters:
  ///   - group: finite, at least one.
  ///   - other: finite, at least one.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where all values are equal, `overflow`;
  ///   `outsideRange` for fewer than one draw.
  public func compare(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> PermutationProbability {
    if draws < 1 {
      throw .outsideRange(what: "number of draws", value: Double(draws), expected: "1 or more")
    }
    let smaller = min(group.count, other.count)
    if smaller < 1 { throw .tooFew(of: "values in a group", count: smaller, needed: 1) }
    // Sums depend on their order, and the order of persons carries no meaning.
    let (group, other) = (group.sorted(), other.sorted())
    let difference = try Moments(of: group, "values").mean - Moments(of: other, "values").mean
    let pool = (group + other).sorted()
    let whole = try Moments(of: pool, "values")
    if whole.isConstant(at: 0) { throw .noVariation(in: "values", count: pool.count) }
    guard difference.isFinite else { throw .overflow(in: "difference of the means") }
    // About the common mean the difference is the smaller group's sum, but for a factor.
    let deviations = pool.map { whole.deviation(of: $0) }
    let small = group.count <= other.count ? group : other
    var sum = CompensatedSum()
    for value in small { sum.add(whole.deviation(of: value)) }
    var all = CompensatedSum()
    for value in deviations { all.add(abs(value)) }
    let slack = 1e-12 * all.total
    let (assignments, tails) =
      pool.count <= exactLimit
      ? Self.exactTails(deviations, small.count, sum.total, slack)
      : (
        Self.choices(small.count, of: pool.count),
        TailCounts(
          of: drawnSums(deviations, small.count, sign: sum.total < 0 ? -1 : 1),
          observed: sum.total, slack: slack)
      )
    // Where the smaller group is the one named second, a high sum is a low difference.
    let turned = TailCounts(lower: tails.higher, higher: tails.lower, both: tails.both)
    let named = group.count <= other.count ? tails : turned
    return pool.count <= exactLimit
      ? PermutationProbability(
        estimate: difference, assignments: assignments, exact: named, of: Int(assignments))
      : PermutationProbability(
        estimate: difference, assignments: assignments, drawn: named, draws: draws, seed: seed)
  }

  private static func exactTails(
    _ deviations: [Double], _ size: Int, _ sum: Double, _ slack: Double
  ) -> (assignments: Double, tails: TailCounts) {
    let half = deviations.count / 2
    let first = SortedSums.ofParts(deviations[..<half])
    let second = SortedSums.ofParts(deviations[half...])
    var all = 0
    var tails = TailCounts()
    for taken in 0...min(size, half) where size - taken < second.count {
      let (a, b) = (first[taken], second[size - taken])
      let counted = SortedSums.tails(a, b, observed: sum, slack: slack)
      all += a.count * b.count
      tails.lower += counted.lower
      tails.higher += counted.higher
      tails.both += counted.both
    }
    return (Double(all), tails)
  }

  private static func choices(_ size: Int, of count: Int) -> Double {
    var ways = 1.0
    for taken in 0..<size { ways *= Double(count - taken) / Double(taken + 1) }
    return ways.rounded()
  }

  /// Sums of so many of the deviations, chosen by as many steps of a shuffle.
  private func drawnSums(_ deviations: [Double], _ size: Int, sign: Double) -> [Double] {
    let seed = seed
    return DrawShares(threads: threads).values(of: draws) { run, sums in
      let pool = UnsafeMutableBufferPointer<Double>.allocate(capacity: deviations.count)
      defer { pool.deallocate() }
      for (place, draw) in run.enumerated() {
        var stream = RandomStream(seed: seed, stream: UInt64(draw))
        // Each draw begins with the same order, so that it depends on nothing but its number.
        _ = pool.update(fromContentsOf: deviations)
        var sum = 0.0
        for step in 0..<size {
          let chosen = step + stream.integer(below: deviations.count - step)
          sum += pool[chosen]
          pool[chosen] = pool[step]
        }
        sums[place] = sign * sum
      }
    }
  }
}
