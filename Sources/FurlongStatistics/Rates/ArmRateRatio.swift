import Foundation

/// Whether events became rarer in one arm than in another, as a ratio of their ratios of rates.
public struct ArmRateRatio: Equatable, Sendable {
  /// How persons are drawn within each arm; its confidence is that of all intervals.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn, and the confidence.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The treated arm's rate after over its rate before, divided by the same of the control arm.
  ///
  /// ```
  /// RRR = RR_T / RR_C        SE(log RRR)² = SE(log RR_T)² + SE(log RR_C)²        interval = RRR · exp(± z SE)
  /// ```
  ///
  /// The ratios and their standard errors are those of ``PersonRateRatio``: the delta method over persons, each with both
  /// periods, and no Poisson counts. BCa and percentile intervals draw persons within each arm (``MeansBootstrap``).
  /// What changed in both arms alike cancels, as a pandemic or a new way to count. O(persons × draws).
  /// Cochran 1977, *Sampling Techniques*, ch. 6; Davison & Hinkley 1997, §5.3, doi:10.1017/CBO9780511802843.
  ///
  /// - Parameters:
  ///   - treated: events and time of each person of the treated arm in both periods; at least two persons.
  ///   - control: the same of the control arm.
  /// - Returns: the ratio of ratios: below 1 where events fell further, or rose less, in the treated arm. Swapped arms
  ///   give its inverse. The order of persons does not matter.
  /// - Throws: `noEvents` where an arm has none in a period; `unequalLengths`, `notFinite`, `outsideRange`, `tooFew`,
  ///   `overflow`.
  public func compare(
    treated: ArmEvents, control: ArmEvents
  ) throws(StatisticsError) -> RatioOfRateRatios {
    let single = PersonRateRatio(bootstrap: bootstrap)
    let first = try single.compare(before: treated.before, after: treated.after)
    let second = try single.compare(before: control.before, after: control.after)
    let ratio = first.ratio / second.ratio
    let standardError = hypot(first.logStandardError, second.logStandardError)
    let half = try normalQuantile(confidence: bootstrap.confidence) * standardError
    let (low, high) = (ratio * exp(-half), ratio * exp(half))
    guard ratio > 0, high.isFinite else { throw .overflow(in: "ratio of ratios of rates") }
    return RatioOfRateRatios(
      treated: first, control: second, ratio: ratio, logStandardError: standardError,
      interval: ConfidenceInterval(low: low, high: high, level: bootstrap.confidence),
      bootstrap: try drawn(treated, control))
  }

  /// The intervals by drawing persons within each arm: the ratio is one of the arms' mean events and times.
  private func drawn(
    _ treated: ArmEvents, _ control: ArmEvents
  ) throws(StatisticsError) -> BootstrapEstimate {
    let arms = [try treated.columns(), try control.columns()]
    // Taking a person out of a mean leaves rounding where it should leave 0.
    let least = arms.flatMap { $0.map { 1e-12 * $0.reduce(0, +) / Double($0.count) } }
    return try MeansBootstrap(bootstrap: bootstrap).estimate(ofGroups: arms) { means in
      // Of the treated arm alone there may be no event after: the ratio is 0 then.
      for place in 0..<8 where place != 2 && means[place] <= least[place] { return nil }
      func ratio(_ start: Int) -> Double {
        means[start + 2] / means[start + 3] / (means[start] / means[start + 1])
      }
      return ratio(0) / ratio(4)
    }
  }
}

/// What happened to one arm's persons before and after.
public struct ArmEvents: Equatable, Sendable {
  /// Events and time of each person before.
  public var before: PersonEvents
  /// The same persons after, in the same order.
  public var after: PersonEvents

  /// Makes an arm of its persons' two periods.
  public init(before: PersonEvents, after: PersonEvents) {
    self.before = before
    self.after = after
  }

  /// Each person's events and time before, then after, in an order that does not depend on how they came.
  func columns() throws(StatisticsError) -> [[Double]] {
    try PersonPeriods([("before", before), ("after", after)]).sorted
  }
}

/// The ratio of two arms' ratios of rates: treated over control.
public struct RatioOfRateRatios: Codable, Equatable, Sendable {
  /// The treated arm by itself.
  public let treated: RateRatio
  /// The control arm by itself.
  public let control: RateRatio
  /// The treated arm's ratio divided by the control arm's.
  public let ratio: Double
  /// The standard error of its natural logarithm, over persons.
  public let logStandardError: Double
  /// The delta-method interval of the ratio of ratios.
  public let interval: ConfidenceInterval
  /// Its intervals by drawing persons within each arm.
  public let bootstrap: BootstrapEstimate
}
