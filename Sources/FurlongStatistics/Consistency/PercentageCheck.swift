/// Which whole numbers stand behind a printed percentage.
public struct PercentageCheck: Equatable, Sendable {
  /// Makes the check, which has no choices.
  public init() {}

  /// Of how many people a count can be, if it is printed as such a percentage.
  ///
  /// ```
  /// | 100 count/n − percentage | ≤ half a unit of the percentage's last decimal
  /// ```
  ///
  /// Exact; halves may have been rounded either way.
  ///
  /// - Parameters:
  ///   - count: to how many it applies, 0 to 10⁹.
  ///   - percentage: as printed, from 0 to 100.
  /// - Returns: nil where no number of people gives it.
  /// - Throws: `outsideRange`.
  public func bases(
    count: Int, percentage: PrintedNumber
  ) throws(StatisticsError) -> PossibleBases? {
    try require(count, percentage)
    if count == 0 { return percentage.units == 0 ? PossibleBases(low: 1, high: nil) : nil }
    let all = 200 * Int128(count) * percentage.unitsInOne
    let twice = 2 * Int128(percentage.units)
    let low = max(Int(ceilingQuotient(all, twice + 1)), count)
    if twice == 0 { return PossibleBases(low: low, high: nil) }
    let high = Int(floorQuotient(all, twice - 1))
    return low > high ? nil : PossibleBases(low: low, high: high)
  }

  /// How many of so many people a printed percentage can be.
  ///
  /// - Returns: nil where no number of them gives it.
  /// - Throws: `tooFew`, `outsideRange`.
  public func counts(
    of people: Int, percentage: PrintedNumber
  ) throws(StatisticsError) -> ClosedRange<Int>? {
    if people < 1 { throw .tooFew(of: "persons", count: people, needed: 1) }
    try require(people, percentage)
    let divisor = 200 * percentage.unitsInOne
    let twice = 2 * Int128(percentage.units)
    let first = max(ceilingQuotient(Int128(people) * (twice - 1), divisor), 0)
    let last = min(floorQuotient(Int128(people) * (twice + 1), divisor), Int128(people))
    return first > last ? nil : Int(first)...Int(last)
  }

  private func require(_ count: Int, _ percentage: PrintedNumber) throws(StatisticsError) {
    if !(0...1_000_000_000).contains(count) {
      throw .outsideRange(what: "count", value: Double(count), expected: "from 0 to 10⁹")
    }
    if !(0...100).contains(percentage.value) {
      throw .outsideRange(
        what: "percentage", value: percentage.value, expected: "from 0 to 100")
    }
  }
}

/// Of how many people a count can be.
public struct PossibleBases: Equatable, Sendable {
  /// The fewest.
  public let low: Int
  /// The most; nil where there is no bound.
  public let high: Int?

  /// Whether a number of people is among them.
  public func contains(_ people: Int) -> Bool {
    people >= low && people <= high ?? people
  }

  /// The numbers of people that both allow; nil where there is none.
  public func common(with other: PossibleBases) -> PossibleBases? {
    let first = max(low, other.low)
    let last = [high, other.high].compactMap { $0 }.min()
    if let last, last < first { return nil }
    return PossibleBases(low: first, high: last)
  }
}
