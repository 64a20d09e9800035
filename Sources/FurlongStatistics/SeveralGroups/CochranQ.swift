import FurlongNumerics

/// Whether a yes-or-no answer of the same persons is yes more often on some of several occasions.
public struct CochranQ: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// Compares the occasions' shares of yes.
  ///
  /// ```
  /// Q = (k − 1) (k Σ Cⱼ² − T²) / (k T − Σ Lᵢ²),  k − 1 df
  /// ```
  ///
  /// C are the yes of an occasion, L of a person, T all. With two occasions it is McNemar's χ² without
  /// correction. Persons who always answer alike say nothing here and are counted. Cochran 1950,
  /// doi:10.1093/biomet/37.3-4.256; agrees with statsmodels 0.15.0's `cochrans_q`.
  ///
  /// - Parameter persons: one answer an occasion, at least two occasions.
  /// - Throws: `tooFew`, `unequalLengths`, `noVariation` where nobody's answers differ.
  public func compare(_ persons: [[Bool]]) throws(StatisticsError) -> RepeatedAnswers {
    if persons.isEmpty { throw .tooFew(of: "persons", count: 0, needed: 1) }
    let occasions = persons[0].count
    if occasions < 2 { throw .tooFew(of: "occasions", count: occasions, needed: 2) }
    var columns = [Int](repeating: 0, count: occasions)
    var within = 0
    var unchanged = 0
    for answers in persons {
      if answers.count != occasions { throw .unequalLengths(occasions, answers.count) }
      let yes = answers.count { $0 }
      within += yes * (occasions - yes)
      if yes == 0 || yes == occasions { unchanged += 1 }
      for (place, answer) in answers.enumerated() where answer { columns[place] += 1 }
    }
    if within == 0 { throw .noVariation(in: "persons' answers", count: persons.count) }
    let total = columns.reduce(0, +)
    let between = columns.reduce(0.0) { sum, yes in
      let gap = Double(occasions * yes - total)
      return sum + gap * gap
    }
    let df = occasions - 1
    let q = Double(df) * between / Double(occasions) / Double(within)
    let p = try numerically { () throws(NumericsError) in
      try ChiSquared(df: Double(df)).upperTail(q)
    }
    return RepeatedAnswers(
      count: persons.count, unchanged: unchanged, yes: columns, q: q, df: df, p: p)
  }
}

/// A yes-or-no answer of the same persons on several occasions.
public struct RepeatedAnswers: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let count: Int
  /// How many of them answered alike each time.
  public let unchanged: Int
  /// How many said yes on each occasion.
  public let yes: [Int]
  /// Cochran's Q.
  public let q: Double
  /// The degrees of freedom: occasions minus one.
  public let df: Int
  /// The probability of a Q as large, if the order of each person's answers were chance.
  public let p: Double

  /// The proportion who said yes on each occasion.
  public var proportions: [Double] { yes.map { Double($0) / Double(count) } }
}
