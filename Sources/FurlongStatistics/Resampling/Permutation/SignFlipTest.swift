import FurlongNumerics

/// Whether changes lie about 0, by the means that other signs of the same changes would give.
public struct SignFlipTest: Equatable, Sendable {
  /// How many placings of the signs are drawn where they are not all counted.
  public var draws: Int
  /// Where the random streams begin.
  public var seed: UInt64
  /// Up to how many persons all placings are counted, at most 40; whole scores are counted for more.
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

  /// Tests changes against a distribution that is symmetric about 0.
  ///
  /// ```
  /// p = #{signs: |mean(± D)| ≥ |mean(D)|} / 2ⁿ          drawn: (b + 1) / (m + 1)
  /// ```
  ///
  /// Exact up to ``exactLimit`` persons, from the sorted sums of two halves, O(2^(n/2)); exact too where all
  /// changes are whole multiples of a unit of scores and n × Σ|D| in that unit is at most 10⁸, by dynamic
  /// programming. Else m placings are drawn, one random bit a person. Sums within 1e-12 of Σ|D| of
  /// each other count as equal. The order of persons does not matter; a swap of the occasions keeps p and
  /// exchanges the one-sided ones.
  /// Fisher 1935; Phipson & Smyth 2010, doi:10.2202/1544-6115.1585. Agrees with enumeration in R 4.2.2.
  ///
  /// - Parameter changes: later minus earlier, finite.
  /// - Throws: `tooFew`, `notFinite`; `noVariation` where all changes are 0; `overflow`;
  ///   `outsideRange` for fewer than one draw.
  public func test(_ changes: [Double]) throws(StatisticsError) -> PermutationProbability {
    if draws < 1 {
      throw .outsideRange(what: "number of draws", value: Double(draws), expected: "1 or more")
    }
    let mean = try Moments(of: changes.sorted(), "changes").mean
    let moved = changes.filter { $0 != 0 }.sorted { (abs($0), $0) < (abs($1), $1) }
    if moved.isEmpty { throw .noVariation(in: "changes", count: changes.count) }
    var total = CompensatedSum()
    var all = CompensatedSum()
    for change in moved {
      total.add(change)
      all.add(abs(change))
    }
    guard all.total.isFinite else { throw .overflow(in: "sum of the changes") }
    // Signs of zeros change nothing: all placings count 2 ^ zeros times.
    let assignments = Double(sign: .plus, exponent: changes.count, significand: 1)
    let slack = 1e-12 * all.total
    if moved.count <= exactLimit {
      let half = moved.count / 2
      let tails = SortedSums.tails(
        SortedSums.ofSigns(moved[..<half]), SortedSums.ofSigns(moved[half...]),
        observed: total.total, slack: slack)
      return PermutationProbability(
        estimate: mean, assignments: assignments, exact: tails, of: 1 << moved.count)
    }
    if let whole = wholeSums(moved, mean, assignments) { return whole }
    let sums = drawnSums(moved.map { abs($0) }, all.total, sign: total.total < 0 ? -1 : 1)
    return PermutationProbability(
      estimate: mean, assignments: assignments,
      drawn: TailCounts(of: sums, observed: total.total, slack: slack), draws: draws, seed: seed)
  }

  /// The exact answer where changes are whole scores, and not too many.
  private func wholeSums(
    _ moved: [Double], _ mean: Double, _ assignments: Double
  ) -> PermutationProbability? {
    guard let sizes = SignedSums.whole(moved.map { abs($0) }) else { return nil }
    let all = sizes.reduce(0, +)
    if all > 100_000_000 / moved.count { return nil }
    var plus = 0
    for (change, size) in zip(moved, sizes) where change > 0 { plus += size }
    let smaller = min(plus, all - plus)
    let tail = SignedSums.lowerTail(sizes, most: smaller)
    // The other side: all ways but those that stay below.
    let rest = smaller == 0 ? 1 : 1 - SignedSums.lowerTail(sizes, most: smaller - 1)
    let falls = plus <= all - plus
    return PermutationProbability(
      estimate: mean, assignments: assignments, p: min(1, 2 * tail), pLower: falls ? tail : rest,
      pHigher: falls ? rest : tail, method: .exact)
  }

  /// Sums with drawn signs: what all sizes give less twice those that got a minus.
  private func drawnSums(_ sizes: [Double], _ all: Double, sign: Double) -> [Double] {
    let table = ByteSums(sizes)
    let seed = seed
    return DrawShares(threads: threads).values(of: draws) { run, sums in
      let bits = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: table.words)
      defer { bits.deallocate() }
      for (place, draw) in run.enumerated() {
        var stream = RandomStream(seed: seed, stream: UInt64(draw))
        stream.fillBits(bits)
        sums[place] = sign * (all - 2 * table.sum(of: bits))
      }
    }
  }
}

/// The sums of any of some values, eight at a time: 256 sums of each eight are computed before.
struct ByteSums: Sendable {
  /// How many 64-bit words name the values, a bit each.
  let words: Int
  private let tables: [Double]

  init(_ values: [Double]) {
    words = (values.count + 63) / 64
    var tables = [Double](repeating: 0, count: words * 8 * 256)
    for group in 0..<((values.count + 7) / 8) {
      let start = group * 256
      for byte in 1..<256 {
        // Without its highest bit the byte's sum is there already.
        let highest = 7 - UInt8(byte).leadingZeroBitCount
        let index = group * 8 + highest
        let value = index < values.count ? values[index] : 0
        tables[start + byte] = tables[start + byte - (1 << highest)] + value
      }
    }
    self.tables = tables
  }

  /// The sum of the values whose bits are set; bits past the last value count for nothing.
  func sum(of bits: UnsafeMutableBufferPointer<UInt64>) -> Double {
    tables.withUnsafeBufferPointer { tables in
      guard var table = tables.baseAddress else { return 0 }
      var (a, b) = (0.0, 0.0)
      var place = 0
      while place < words {
        var word = bits[place]
        var byte = 0
        while byte < 4 {
          a += table[Int(word & 0xFF)]
          b += table[256 &+ Int((word &>> 8) & 0xFF)]
          word &>>= 16
          table += 512
          byte &+= 1
        }
        place &+= 1
      }
      return a + b
    }
  }
}
