import FurlongNumerics

/// Whether values of the same persons tend to be higher on some of several occasions.
public struct FriedmanTest: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Ranks each person's occasions and compares the occasions' mean ranks.
  ///
  /// ```
  /// χ² = (k − 1) Σⱼ (Rⱼ − n(k + 1)/2)² / Σᵢ Σⱼ (rᵢⱼ − (k + 1)/2)²,  k − 1 df     W = χ² / (n (k − 1))
  /// ```
  ///
  /// r are a person's mid-ranks, R their sums by occasion. W is Kendall's concordance, from 0 (persons order
  /// the occasions each in their own way) to 1 (all alike). Friedman 1937, doi:10.1080/01621459.1937.10503522; Kendall &
  /// Babington Smith 1939, doi:10.1214/aoms/1177732186. Agrees with R 4.2.2's `friedman.test`.
  ///
  /// - Parameter persons: at least two, each with one finite value an occasion, at least two occasions.
  /// - Throws: `tooFew`, `unequalLengths`, `notFinite`, `noVariation` where nobody's values differ.
  public func compare(_ persons: [[Double]]) throws(StatisticsError) -> RankedOccasions {
    if persons.count < 2 { throw .tooFew(of: "persons", count: persons.count, needed: 2) }
    let occasions = persons[0].count
    if occasions < 2 { throw .tooFew(of: "occasions", count: occasions, needed: 2) }
    var doubled = [Int](repeating: 0, count: occasions)
    var within = 0.0
    var tied = false
    for values in persons {
      if values.count != occasions { throw .unequalLengths(occasions, values.count) }
      try requireFinite(values, "values")
      let ranks = MidRanks(of: values)
      for (place, rank) in ranks.doubled.enumerated() { doubled[place] += rank }
      within += ranks.squares
      tied = tied || ranks.tied
    }
    if within == 0 { throw .noVariation(in: "persons' values", count: persons.count) }
    let middle = persons.count * (occasions + 1)
    let between = doubled.reduce(0.0) { sum, rank in
      let gap = Double(rank - middle) / 2
      return sum + gap * gap
    }
    let df = occasions - 1
    let chi = Double(df) * between / within
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: Double(df)).upperTail(chi)
    }
    return RankedOccasions(
      count: persons.count, meanRanks: doubled.map { Double($0) / 2 / Double(persons.count) },
      tied: tied, chiSquared: chi, df: df, p: p,
      concordance: chi / (Double(persons.count) * Double(df)))
  }
}

/// Several occasions of the same persons, by rank.
public struct RankedOccasions: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let count: Int
  /// The mean rank of each occasion, from 1 for the lowest.
  public let meanRanks: [Double]
  /// Whether some person has equal values.
  public let tied: Bool
  /// Friedman's χ², corrected for ties.
  public let chiSquared: Double
  /// The degrees of freedom: occasions minus one.
  public let df: Int
  /// The probability of a χ² as large, if the order of each person's occasions were chance.
  public let p: Double
  /// Kendall's W: how alike the persons order the occasions, from 0 to 1.
  public let concordance: Double
}
