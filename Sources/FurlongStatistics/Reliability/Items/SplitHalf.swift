import FurlongNumerics

/// Which items make the first half of a scale.
public enum ScaleHalves: Codable, Equatable, Sendable {
  /// The first, third, fifth item and so on, against the second, fourth and so on.
  case oddEven
  /// The items with these places, counted from 0, against all others.
  case first([Int])
}

/// The reliability of a whole scale from how its halves go together.
public struct SplitHalf: Equatable, Sendable {
  /// The most items for which ``allSplits(of:)`` looks at every split: 92,378 of them.
  public static let mostItems = 20
  /// Which items make the first half.
  public var halves: ScaleHalves

  /// Chooses the halves.
  public init(halves: ScaleHalves = .oddEven) {
    self.halves = halves
  }

  /// The reliability of the whole scale from the halves chosen.
  ///
  /// ```
  /// Spearman–Brown: 2r / (1 + r)        Flanagan–Rulon: 1 − V(a − b)/V(a + b) = 4 cov(a, b)/V(a + b)
  /// ```
  ///
  /// Spearman–Brown's step takes the halves to be of one length and one spread; Flanagan and Rulon's
  /// does without the second. Brown 1910, doi:10.1111/j.2044-8295.1910.tb00207.x; Rulon 1939. O(n k²).
  ///
  /// - Parameter scores: a measure an item, at least two items and two persons.
  /// - Throws: `tooFew`; `outsideRange` where a half has no item, or names one twice or one that is
  ///   not there; `noVariation` where all totals are equal; `overflow`.
  public func reliability(of scores: ScoreMatrix) throws(StatisticsError) -> SplitHalfReliability {
    try scores.require(persons: 2, measures: 2, of: "items")
    let first = try firstItems(of: scores.measures)
    let items = try ItemCovariances(of: scores)
    let second = (0..<items.items).filter { !first.contains($0) }
    let a = items.covariance(of: first, with: first)
    let b = items.covariance(of: second, with: second)
    let between = items.covariance(of: first, with: second)
    let rounding = 64 * Double.ulpOfOne * Double(items.items) * items.total
    let varies = a > rounding && b > rounding
    let r = varies ? max(-1, min(1, between / a.squareRoot() / b.squareRoot())) : nil
    return SplitHalfReliability(
      persons: scores.persons, firstItems: first, secondItems: second, correlation: r,
      spearmanBrown: r.flatMap { $0 > -1 ? 2 * $0 / (1 + $0) : nil },
      flanaganRulon: 4 * between / items.total)
  }

  /// Flanagan and Rulon's reliability over every way to halve a scale.
  ///
  /// With an odd number of items one half has one more. With an even number the mean is Cronbach's α
  /// (Cronbach 1951, doi:10.1007/BF02310555); the highest is Guttman's λ₄, a lower bound of the
  /// reliability, but over few persons it profits from chance. The halves chosen play no part.
  ///
  /// R's psych 2.2.9 looks at half the splits only where the number of items is odd.
  ///
  /// - Parameter scores: a measure an item, from 2 to ``mostItems`` items, at least two persons.
  /// - Throws: `tooFew`; `outsideRange` for more items; `noVariation`; `overflow`.
  public func allSplits(of scores: ScoreMatrix) throws(StatisticsError) -> SplitHalfRange {
    try scores.require(persons: 2, measures: 2, of: "items")
    let k = scores.measures
    if k > Self.mostItems {
      throw .outsideRange(
        what: "number of items", value: Double(k), expected: "\(Self.mostItems) or fewer")
    }
    let items = try ItemCovariances(of: scores)
    var count = 0
    var sum = CompensatedSum()
    var lowest: (value: Double, first: [Int])?
    var highest: (value: Double, first: [Int])?
    var split: UInt64 = (1 << UInt64(k / 2)) - 1
    while split < 1 << UInt64(k) {
      // Of an even number each split comes twice: the one that holds the first item counts.
      if !k.isMultiple(of: 2) || split & 1 == 1 {
        let first = (0..<k).filter { split >> UInt64($0) & 1 == 1 }
        let second = (0..<k).filter { split >> UInt64($0) & 1 == 0 }
        let value = 4 * items.covariance(of: first, with: second) / items.total
        count += 1
        sum.add(value)
        if value < lowest?.value ?? .infinity { lowest = (value, first) }
        if value > highest?.value ?? -.infinity { highest = (value, first) }
      }
      // The next number with as many bits (Gosper's).
      let low = split & (0 &- split)
      let ripple = split + low
      split = (((ripple ^ split) >> 2) / low) | ripple
    }
    guard let lowest, let highest else { throw .overflow(in: "split-half reliability") }
    return SplitHalfRange(
      persons: scores.persons, splits: count, mean: sum.total / Double(count),
      lowest: lowest.value, firstItemsOfLowest: lowest.first,
      highest: highest.value, firstItemsOfHighest: highest.first)
  }

  private func firstItems(of count: Int) throws(StatisticsError) -> [Int] {
    switch halves {
    case .oddEven: return Array(stride(from: 0, to: count, by: 2))
    case .first(let places):
      let sorted = places.sorted()
      for (index, place) in sorted.enumerated()
      where place < 0 || place >= count || index > 0 && sorted[index - 1] == place {
        throw .outsideRange(
          what: "place of an item", value: Double(place),
          expected: "from 0 to \(count - 1), and named once")
      }
      if sorted.isEmpty || sorted.count == count {
        throw .outsideRange(
          what: "number of items in the first half", value: Double(sorted.count),
          expected: "from 1 to \(count - 1)")
      }
      return sorted
    }
  }
}

extension ItemCovariances {
  /// The covariance of the sums of two sets of items.
  fileprivate func covariance(of first: [Int], with second: [Int]) -> Double {
    var sum = CompensatedSum()
    for i in first {
      for j in second { sum.add(covariances[i, j]) }
    }
    return sum.total
  }
}

/// The reliability of a whole scale from one way to halve it.
public struct SplitHalfReliability: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let persons: Int
  /// The places of the first half's items, counted from 0.
  public let firstItems: [Int]
  /// The places of the second half's items.
  public let secondItems: [Int]
  /// The correlation of the halves' sums, or nil where one of them does not vary.
  public let correlation: Double?
  /// Spearman and Brown's reliability of the whole, or nil where the halves have no correlation or −1.
  public let spearmanBrown: Double?
  /// Flanagan and Rulon's reliability of the whole.
  public let flanaganRulon: Double
}

/// Flanagan and Rulon's reliability over every way to halve a scale.
public struct SplitHalfRange: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let persons: Int
  /// How many splits there are.
  public let splits: Int
  /// The mean over all splits.
  public let mean: Double
  /// The lowest of all splits.
  public let lowest: Double
  /// The places of the first half's items in the lowest split, counted from 0.
  public let firstItemsOfLowest: [Int]
  /// The highest of all splits: Guttman's λ₄.
  public let highest: Double
  /// The places of the first half's items in the highest split.
  public let firstItemsOfHighest: [Int]
}
