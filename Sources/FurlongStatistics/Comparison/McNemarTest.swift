import FurlongNumerics

/// Whether a yes-or-no outcome changed more often one way than the other, in the same persons.
public struct McNemarTest: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Compares the persons who gained with those who lost.
  ///
  /// ```
  /// exact:  p = min(1, 2 P(B ≤ min(b, c))),  B binomial with b + c and ½
  /// mid-p:  p = 2 P(B ≤ min(b, c)) − P(B = min(b, c)): 1 where b = c        χ² = (b − c)²/(b + c)
  /// odds:   gained / lost, limits from Clopper & Pearson's of gained/(gained + lost)
  /// ```
  ///
  /// Mid-p is the one to report: Fagerland, Lydersen & Laake 2013, doi:10.1186/1471-2288-13-91. The χ²
  /// has no continuity correction. Agrees with R's `mcnemar.test` and exact2x2's `mcnemar.exact`.
  ///
  /// - Parameters:
  ///   - gained: how many went from no to yes.
  ///   - lost: how many went from yes to no.
  /// - Throws: `outsideRange` for a negative count, `noVariation` where nobody changed.
  public func compare(
    gained: Int, lost: Int
  ) throws(StatisticsError) -> PairedCounts {
    try requireLevel(confidence)
    for count in [gained, lost] where count < 0 {
      throw .outsideRange(what: "count", value: Double(count), expected: "0 or more")
    }
    if gained + lost == 0 { throw .noVariation(in: "pairs that could differ", count: 0) }
    let split = EvenSplit(gained, lost)
    let share = try ClopperPearson(confidence: confidence).proportion(gained, of: gained + lost)
    let gap = Double(gained - lost)
    let chi = gap * gap / Double(gained + lost)
    let chiP = try numerically { () throws(NumericsError) in try ChiSquared(df: 1).upperTail(chi) }
    return PairedCounts(
      gained: gained, lost: lost, pExact: try split.probability(),
      pMid: try split.midProbability(), chiSquared: chi, pChiSquared: chiP,
      odds: lost == 0 ? nil : Double(gained) / Double(lost),
      lowestOdds: share.interval.low / (1 - share.interval.low),
      highestOdds: share.interval.high < 1
        ? share.interval.high / (1 - share.interval.high) : nil, level: confidence)
  }
}

/// How many persons changed each way.
public struct PairedCounts: Codable, Equatable, Sendable {
  /// How many went from no to yes.
  public let gained: Int
  /// How many went from yes to no.
  public let lost: Int
  /// The exact two-sided probability of so uneven a split, if both ways were as likely.
  public let pExact: Double
  /// The same with half the probability of what was observed: less cautious, closer to its level.
  public let pMid: Double
  /// McNemar's χ² with one degree of freedom, without continuity correction.
  public let chiSquared: Double
  /// Its probability.
  public let pChiSquared: Double
  /// The odds of gaining rather than losing, or nil where nobody lost.
  public let odds: Double?
  /// The lower limit of the odds.
  public let lowestOdds: Double
  /// The upper limit of the odds, or nil where it is infinite.
  public let highestOdds: Double?
  /// The confidence of the limits.
  public let level: Double
}
