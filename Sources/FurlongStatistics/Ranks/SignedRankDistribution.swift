/// The sums of the ranks that get a plus, where each way to give signs is as likely: W⁺ of ``WilcoxonSignedRank``.
public struct SignedRankDistribution: Equatable, Sendable {
  /// The probability of each sum, in units of half a rank or of one, from 0.
  private let shares: [Double]
  private let unit: Int
  /// Twice the sum of all ranks.
  private let whole: Int

  /// The distribution up to a sum.
  ///
  /// - Parameters:
  ///   - doubled: twice the ranks.
  ///   - last: twice the highest sum that will be asked for.
  init(_ doubled: [Int], upTo last: Int) {
    // Without ties every doubled rank is even, and half the table does.
    unit = doubled.allSatisfy { $0.isMultiple(of: 2) } ? 2 : 1
    whole = doubled.reduce(0, +)
    let unit = unit
    shares = SignedSums.shares(doubled.map { $0 / unit }, upTo: last / unit)
  }

  /// The distribution for so many differences of different sizes, from 1 to 1,000.
  ///
  /// - Throws: `outsideRange`.
  public init(count: Int) throws(StatisticsError) {
    if !(1...1000).contains(count) {
      throw .outsideRange(what: "number of ranks", value: Double(count), expected: "1 to 1,000")
    }
    let doubled = (1...count).map { 2 * $0 }
    self.init(doubled, upTo: doubled.reduce(0, +))
  }

  /// The distribution for differences as observed: equal sizes share their mean rank; zeros are ranked too.
  ///
  /// - Parameter differences: finite, 1 to 1,000 of them.
  /// - Throws: `outsideRange`, `notFinite`.
  public init(ranksOf differences: [Double]) throws(StatisticsError) {
    try requireFinite(differences, "differences")
    if !(1...1000).contains(differences.count) {
      throw .outsideRange(
        what: "number of ranks", value: Double(differences.count), expected: "1 to 1,000")
    }
    let doubled = MidRanks(of: differences.map { abs($0) }).doubled
    self.init(doubled, upTo: doubled.reduce(0, +))
  }

  /// The probability of a sum at or below `sum`.
  public func lowerTail(_ sum: Double) -> Double {
    let last = min((2 * sum).rounded(.down), Double(whole))
    return last < 0 ? 0 : min(1, lowerTail(doubled: Int(last)))
  }

  /// The probability of a sum above `sum`: that of a sum below its mirror image.
  public func upperTail(_ sum: Double) -> Double {
    lowerTail((Double(whole) - (2 * sum).rounded(.down) - 1) / 2)
  }

  /// The probability of exactly `sum`.
  public func probability(_ sum: Double) -> Double {
    let doubled = 2 * sum
    guard doubled >= 0, doubled <= Double(whole), doubled == doubled.rounded(),
      Int(doubled).isMultiple(of: unit)
    else { return 0 }
    return shares[Int(doubled) / unit]
  }

  /// The smallest sum whose ``lowerTail(_:)`` reaches `p`.
  ///
  /// - Parameter p: strictly between 0 and 1.
  /// - Throws: `outsideRange`.
  public func quantile(_ p: Double) throws(StatisticsError) -> Double {
    if !(p > 0 && p < 1) {
      throw .outsideRange(what: "probability", value: p, expected: "strictly between 0 and 1")
    }
    var below = 0.0
    for (sum, share) in shares.enumerated() {
      below += share
      if below >= p * (1 - 1e-14) { return Double(sum * unit) / 2 }
    }
    return Double(whole) / 2
  }

  /// The probability of a sum, twice, as low as this or lower.
  func lowerTail(doubled doubledSum: Int) -> Double {
    shares[...(doubledSum / unit)].reduce(0, +)
  }

  /// Twice the highest sum that, with all lower ones, is less likely than a tail, and how likely they are;
  /// nil where the lowest is not.
  func highest(below tail: Double) -> (doubledSum: Int, share: Double)? {
    var below = 0.0
    var found: (doubledSum: Int, share: Double)?
    for (sum, share) in shares.enumerated() where share > 0 {
      below += share
      if below >= tail * (1 - 1e-12) { break }
      found = (sum * unit, below)
    }
    return found
  }
}
