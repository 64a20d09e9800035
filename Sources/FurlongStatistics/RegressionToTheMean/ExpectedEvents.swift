/// The events to expect of one person in a like period, from those counted and those of people alike.
///
/// For people who joined after a bad year: part of what follows would have followed anyway.
public struct ExpectedEvents: Equatable, Sendable {
  /// The mean number of events of people alike in such a period, above 0.
  public let mean: Double
  /// α of the negative binomial in which they vary: Var = μ + αμ²; 0 where all have the same rate.
  public let dispersion: Double

  /// Takes mean and dispersion of people alike.
  ///
  /// - Parameters:
  ///   - mean: above 0, events a person in a period as long as the one counted in.
  ///   - dispersion: not negative.
  /// - Throws: `outsideRange`.
  public init(mean: Double, dispersion: Double) throws(StatisticsError) {
    if !(mean > 0 && mean.isFinite) {
      throw .outsideRange(what: "mean number of events", value: mean, expected: "above 0")
    }
    if !(dispersion >= 0 && dispersion.isFinite) {
      throw .outsideRange(what: "dispersion", value: dispersion, expected: "0 or more")
    }
    self.mean = mean
    self.dispersion = dispersion
  }

  /// Estimates mean and dispersion from the counts of people alike, by moments.
  ///
  /// ```
  /// μ̂ = x̄        α̂ = (s² − x̄) / x̄², not below 0
  /// ```
  ///
  /// The people must not have been chosen for their counts.
  ///
  /// - Parameter counts: events a person in equal periods, at least two persons.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange` where nobody had an event or a count is negative.
  public init(ofPeopleAlike counts: [Double]) throws(StatisticsError) {
    if counts.count < 2 { throw .tooFew(of: "persons", count: counts.count, needed: 2) }
    let moments = try Moments(of: counts, "counts")
    let negative = counts.count { $0 < 0 }
    if negative > 0 {
      throw .outsideRange(
        what: "number of negative counts", value: Double(negative), expected: "0")
    }
    if moments.mean == 0 {
      throw .outsideRange(what: "mean number of events", value: 0, expected: "above 0")
    }
    try self.init(
      mean: moments.mean,
      dispersion: max(0, (moments.variance - moments.mean) / (moments.mean * moments.mean)))
  }

  /// The weight of people alike against the person's own count.
  ///
  /// ```
  /// w = 1 / (1 + αμ)
  /// ```
  public var weight: Double { 1 / (1 + dispersion * mean) }

  /// The events to expect of a person in a later period as long, if nothing changed.
  ///
  /// ```
  /// E = w μ + (1 − w) x
  /// ```
  ///
  /// Hauer 1997, Observational before–after studies in road safety; Hauer, Harwood, Council & Griffith
  /// 2002, doi:10.3141/1784-16. The mean of a gamma distribution of rates, given the count.
  ///
  /// - Parameter count: the person's events, not negative.
  /// - Throws: `outsideRange`, with no value of the person.
  public func expected(after count: Int) throws(StatisticsError) -> Double {
    if count < 0 {
      throw .outsideRange(what: "number of negative counts", value: 1, expected: "0")
    }
    return weight * mean + (1 - weight) * Double(count)
  }

  /// The variance of the person's own rate about that expectation.
  ///
  /// ```
  /// (1 − w) E
  /// ```
  ///
  /// - Parameter count: the person's events, not negative.
  /// - Throws: `outsideRange`.
  public func variance(after count: Int) throws(StatisticsError) -> Double {
    try (1 - weight) * expected(after: count)
  }
}
