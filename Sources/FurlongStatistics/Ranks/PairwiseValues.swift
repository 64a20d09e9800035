/// Values made of two of a sample each, in order, without holding them all.
///
/// The k-th is found by counting how many lie at or below a number, and halving the range of numbers until
/// one is left: at most 64 counts, each O(n) on sorted samples, and the answer is exact, as it is one of the
/// values. (Johnson & Mizoguchi 1978, doi:10.1137/0207013, and Monahan 1984, doi:10.1145/1271.319414, draw
/// pivots instead; halving needs no draw.)
struct PairwiseValues {
  /// How many values there are.
  let count: Int
  private let lowest: Double
  private let highest: Double
  private let atOrBelow: (Double) -> Int

  /// The means of each two of a sample, each value with itself too: Walsh averages.
  ///
  /// - Parameter sorted: finite, ascending, at least one.
  init(averagesOf sorted: [Double]) {
    let halves = sorted.map { $0 / 2 }
    let n = halves.count
    count = n * (n + 1) / 2
    lowest = halves[0] + halves[0]
    highest = halves[n - 1] + halves[n - 1]
    atOrBelow = { limit in
      // As the lower one goes up, the highest partner that stays within the limit goes down.
      var partner = n - 1
      var found = 0
      for lower in 0..<n {
        while partner >= lower && halves[lower] + halves[partner] > limit { partner -= 1 }
        if partner < lower { break }
        found += partner - lower + 1
      }
      return found
    }
  }

  /// The differences of each of one sample and each of another: the first minus the second.
  ///
  /// - Parameters:
  ///   - first: finite, ascending, at least one.
  ///   - second: finite, ascending, at least one.
  init(differencesOf first: [Double], from second: [Double]) {
    let (n, m) = (first.count, second.count)
    count = n * m
    lowest = first[0] - second[m - 1]
    highest = first[n - 1] - second[0]
    atOrBelow = { limit in
      // As the first goes up, ever more of the second lie too low to be within the limit.
      var tooLow = 0
      var found = 0
      for value in first {
        while tooLow < m && value - second[tooLow] > limit { tooLow += 1 }
        found += m - tooLow
      }
      return found
    }
  }

  /// The value of a place from 1, the lowest, to ``count``.
  func value(at place: Int) -> Double {
    var low = Self.order(of: lowest)
    var high = Self.order(of: highest)
    while low < high {
      // The mean of two whole numbers whose sum may be too large for one.
      let middle = (low >> 1) + (high >> 1) + (low & high & 1)
      if atOrBelow(Self.number(at: middle)) >= place { high = middle } else { low = middle + 1 }
    }
    return Self.number(at: low)
  }

  /// The middle value, or the mean of the two middle ones.
  var median: Double {
    if !count.isMultiple(of: 2) { return value(at: count / 2 + 1) }
    return value(at: count / 2) / 2 + value(at: count / 2 + 1) / 2
  }

  /// The place of a number among all numbers: whole numbers in the same order.
  private static func order(of number: Double) -> Int64 {
    let bits = Int64(bitPattern: number.bitPattern)
    return bits >= 0 ? bits : Int64.min &- bits
  }

  private static func number(at order: Int64) -> Double {
    order >= 0
      ? Double(bitPattern: UInt64(order)) : -Double(bitPattern: UInt64(order.magnitude))
  }
}
