/// A smallest change taken from the spread of scores alone, for where nobody was asked.
public enum DistributionUnit: Equatable, Sendable {
  /// A number of standard deviations before; 0.5 by Norman, Sloan & Wyrwich 2003.
  case deviations(Double)
  /// A number of standard errors of measurement; 1 by Wyrwich, Tierney & Wolinsky 1999.
  case errors(Double, reliability: Double)
}

/// A change of so many standard deviations, or standard errors of measurement.
public struct DistributionChange: Equatable, Sendable {
  /// Which spread, and how many.
  public var unit: DistributionUnit
  /// How people are drawn for an interval, or nil for none.
  public var bootstrap: Bootstrap?

  /// Chooses the unit and how people are drawn.
  public init(unit: DistributionUnit = .deviations(0.5), bootstrap: Bootstrap? = nil) {
    self.unit = unit
    self.bootstrap = bootstrap
  }

  /// The change, from the scores before.
  ///
  /// ```
  /// ½ SD          or          SD √(1 − r)
  /// ```
  ///
  /// Norman, Sloan & Wyrwich 2003, doi:10.1097/01.MLR.0000062554.74615.4C; Wyrwich, Tierney & Wolinsky 1999,
  /// doi:10.1016/S0895-4356(99)00071-2. Says what is large against how people differ, not what matters to
  /// anybody. O(n), and O(n) a draw.
  ///
  /// - Parameters:
  ///   - before: finite, at least two.
  ///   - better: which scores are the better ones.
  /// - Returns: a gain as a change: negative where lower is better.
  /// - Throws: `tooFew`, `notFinite`, `noVariation`, `outsideRange`.
  public func estimate(
    from before: [Double], better: BetterScores
  ) throws(StatisticsError) -> SmallestImportantChange {
    if before.count < 2 { throw .tooFew(of: "scores before", count: before.count, needed: 2) }
    let sorted = before.sorted()
    let spread = try Moments(of: sorted, "scores before")
    if spread.isConstant(at: 0) { throw .noVariation(in: "scores before", count: before.count) }
    let (method, factor) = try share()
    let draws = try bootstrap?.estimate(of: sorted.count) { indices in
      guard let drawn = try? Moments(of: indices.map { sorted[$0] }, "scores before") else {
        return nil
      }
      return better.gain(factor * drawn.sd)
    }
    return SmallestImportantChange(
      method: method, change: better.gain(factor * spread.sd), count: before.count,
      bootstrap: draws)
  }

  /// The share of a standard deviation that the unit is.
  private func share() throws(StatisticsError) -> (SmallestChangeMethod, Double) {
    let (method, number, factor): (SmallestChangeMethod, Double, Double)
    switch unit {
    case .deviations(let count): (method, number, factor) = (.deviations, count, count)
    case .errors(let count, let reliability):
      let error = try ErrorOfMeasurement(sd: 1, reliability: reliability)
      (method, number, factor) = (.errors, count, count * error.points)
    }
    if !(number > 0 && number.isFinite) {
      throw .outsideRange(what: "number of units", value: number, expected: "above 0")
    }
    return (method, factor)
  }
}
