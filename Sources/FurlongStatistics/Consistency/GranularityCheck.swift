/// Whether so many people can have a mean at all (GRIM): scores that move in steps have means that move in steps too.
///
/// Of 28 people on whole points a mean is a whole number over 28: 5.18 and 5.21 can be, 5.19 cannot.
public struct GranularityCheck: Equatable, Sendable {
  /// Makes the check, which has no choices.
  public init() {}

  /// Looks for sums of scores whose mean is printed so.
  ///
  /// ```
  /// | low + step·S/(n·items) − mean | ≤ half a unit of the mean's last decimal,   S = 0, 1 … n·steps
  /// ```
  ///
  /// Exact, in whole numbers; a mean that lies half-way between two printed ones may have been rounded either way. Brown & Heathers
  /// 2017, doi:10.1177/1948550616673876.
  ///
  /// - Parameters:
  ///   - mean: as printed.
  ///   - people: how many have a score, 1 to 1,000,000.
  ///   - grid: the scores that one can have.
  /// - Throws: `tooFew`, `outsideRange`, `overflow`.
  public func check(
    mean: PrintedNumber, people: Int, on grid: ScoreGrid
  ) throws(StatisticsError) -> GranularMean {
    if people < 1 { throw .tooFew(of: "persons", count: people, needed: 1) }
    if people > 1_000_000 {
      throw .outsideRange(
        what: "number of persons", value: Double(people), expected: "1,000,000 at most")
    }
    let answers = Int128(people) * grid.items
    let halves = try exactProduct(answers, grid.unitsInOne)
    let middle = try exactProduct(2, Int128(mean.units), halves)
    let floor = try exactProduct(2, mean.unitsInOne, grid.lowUnits, answers)
    let divisor = try exactProduct(2, mean.unitsInOne, grid.stepUnits)
    let first = ceilingQuotient(middle - halves - floor, divisor)
    let last = floorQuotient(middle + halves - floor, divisor)
    let most = Int128(people) * Int128(grid.steps)
    let canFail = grid.stepUnits * mean.unitsInOne > halves
    func value(_ sum: Int128) -> Double { grid.score(Double(sum) / Double(people)) }
    if last < 0 || first > most {
      return GranularMean(
        verdict: .outsideScale, below: nil, above: nil, canFail: canFail, sums: nil)
    }
    if first > last {
      return GranularMean(
        verdict: .impossible, below: value(last), above: value(first), canFail: canFail, sums: nil)
    }
    return GranularMean(
      verdict: .possible, below: nil, above: nil, canFail: canFail,
      sums: Int(max(first, 0))...Int(min(last, most)))
  }
}

/// Whether so many people can have a mean.
public struct GranularMean: Equatable, Sendable {
  /// What a check of a mean can come to.
  public enum Verdict: String, Codable, Sendable {
    /// Some scores have this mean.
    case possible
    /// No scores have it, though it lies within the scale.
    case impossible
    /// It lies outside the scale.
    case outsideScale = "outside_scale"
  }

  /// What came out.
  public let verdict: Verdict
  /// The nearest mean below that so many people can have, where this one is impossible.
  public let below: Double?
  /// The nearest above.
  public let above: Double?
  /// Whether the check could have failed within the scale: with many people every printed mean is possible.
  public let canFail: Bool
  /// The sums that have this mean, in steps above n times the lowest score.
  let sums: ClosedRange<Int>?
}
