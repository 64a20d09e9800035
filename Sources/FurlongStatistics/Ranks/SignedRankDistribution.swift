/// The sums of the ranks that get a plus, where each way to give signs is as likely.
struct SignedRankDistribution {
  /// In how many ways each sum comes about, in units of `unit`, from 0.
  private let ways: [Double]
  private let unit: Int
  private let signs: Int

  /// Counts the ways up to a sum, by dynamic programming: O(n · last).
  ///
  /// - Parameters:
  ///   - doubled: twice the ranks, at most 1,000 of them, as ways are counted in a `Double`.
  ///   - last: twice the highest sum that will be asked for.
  init(_ doubled: [Int], upTo last: Int) {
    // Without ties every doubled rank is even, and half the table does.
    let even = doubled.allSatisfy { $0.isMultiple(of: 2) }
    unit = even ? 2 : 1
    signs = doubled.count
    let ranks = even ? doubled.map { $0 / 2 } : doubled
    let last = last / unit
    var ways = [Double](repeating: 0, count: last + 1)
    ways[0] = 1
    var reach = 0
    ways.withUnsafeMutableBufferPointer { table in
      guard let base = table.baseAddress else { return }
      for rank in ranks {
        reach = min(last, reach + rank)
        let stop = base + rank
        var place = base + reach
        while place >= stop {
          place.pointee += (place - rank).pointee
          place -= 1
        }
      }
    }
    self.ways = ways
  }

  /// The probability of a sum, twice, as low as this or lower.
  func lowerTail(_ doubledSum: Int) -> Double {
    share(of: ways[...(doubledSum / unit)].reduce(0, +))
  }

  /// Twice the highest sum that, with all lower ones, is less likely than a tail, and how likely they are;
  /// nil where the lowest is not.
  func highest(below tail: Double) -> (doubledSum: Int, share: Double)? {
    var below = 0.0
    var found: (doubledSum: Int, share: Double)?
    for (sum, count) in ways.enumerated() where count > 0 {
      below += count
      if share(of: below) >= tail * (1 - 1e-12) { break }
      found = (sum * unit, share(of: below))
    }
    return found
  }

  private func share(of ways: Double) -> Double {
    Double(sign: .plus, exponent: -signs, significand: ways)
  }
}
