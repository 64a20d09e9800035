/// The sums of whole numbers whose signs are a matter of chance, by dynamic programming.
///
/// Pagano & Tritchler 1983, doi:10.2307/2288653; Streitberg & Röhmel 1986.
struct SignedSums {
  /// P(sum of the numbers that got a plus ≤ most).
  ///
  /// - Parameters:
  ///   - sizes: whole numbers above 0.
  ///   - most: the sum, from 0 to half of all.
  static func lowerTail(_ sizes: [Int], most: Int) -> Double {
    shares(sizes, upTo: most).reduce(0, +)
  }

  /// The probability of each sum of the numbers that got a plus, from 0 to a last one.
  ///
  /// Relative error below 1e-12 where the result is above 1e-290. O(count × last).
  ///
  /// - Parameters:
  ///   - sizes: whole numbers, 0 or more.
  ///   - last: the last sum wanted, 0 or more.
  static func shares(_ sizes: [Int], upTo last: Int) -> [Double] {
    var shares = [Double](repeating: 0, count: last + 1)
    shares[0] = 1
    var reach = 0
    var halvings = 0
    shares.withUnsafeMutableBufferPointer { table in
      guard let base = table.baseAddress else { return }
      for size in sizes {
        reach = min(last, reach + size)
        let stop = base + size
        var place = base + reach
        while place >= stop {
          place.pointee += (place - size).pointee
          place -= 1
        }
        halvings += 1
        // Counts of ways outgrow a Double past 1,023 numbers: halve them on the way.
        if halvings == 512 {
          for index in 0...reach { base[index] *= 0x1p-512 }
          halvings = 0
        }
      }
      for index in 0...reach {
        base[index] = Double(sign: .plus, exponent: -halvings, significand: base[index])
      }
    }
    return shares
  }

  /// The sizes in the largest unit of which all are whole multiples, or nil where there is none.
  ///
  /// Units are those of scores and of their means over a few items or occasions.
  static func whole(_ sizes: [Double]) -> [Int]? {
    for parts in [1.0, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 16, 20, 100] {
      var whole: [Int] = []
      for size in sizes {
        let scaled = size * parts
        let near = scaled.rounded()
        // Differences of decimals carry rounding of their own.
        if near >= 0x1p31 || abs(scaled - near) > 1e-9 * max(1, near) { break }
        whole.append(Int(near))
      }
      if whole.count == sizes.count { return whole }
    }
    return nil
  }
}
