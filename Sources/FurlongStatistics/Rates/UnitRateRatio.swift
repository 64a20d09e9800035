import Foundation
import FurlongNumerics

/// Whether counts of whole units, such as wards, changed from before something began on each to after it.
///
/// Each unit has a level of its own, and months may differ by more than chance.
public struct UnitRateRatio: Equatable, Sendable {
  /// The level of the interval.
  public var confidence: Double

  /// Chooses the level.
  public init(confidence: Double = 0.95) { self.confidence = confidence }

  /// The rate after over the rate before, in common to all units.
  ///
  /// ```
  /// events in period j of unit i:  mean = time_ij · exp(α_i + β · after_ij),  variance = φ · mean
  /// R = exp(β) solves Σ_i (a_i − m_i p_i) = 0,  p_i = R T₁ᵢ / (R T₁ᵢ + T₀ᵢ)
  ///   a events after, m events in all, T₁ and T₀ time after and before, of unit i
  /// SE(β)² = φ / Σ_i m_i p_i (1 − p_i)          φ = max(1, Σ_ij (y − μ)² / μ / df)
  /// df = periods − units − 1                    interval = exp(β ± t(df) SE)
  /// ```
  ///
  /// A quasi-Poisson model with a level a unit (McCullagh & Nelder 1989, *Generalized Linear Models*, §6.2; conditional on
  /// each unit's events, Cameron & Trivedi 2013, ch. 9). φ below 1 is taken as 1: what varies less than chance is no
  /// ground for a narrower interval. Units without any event say nothing of a ratio: their periods are in no sum and no
  /// df. Periods without time are left out. Periods are taken as independent of each other once their unit and side are
  /// known; where each resembles the one before, the interval is too narrow. O(periods).
  ///
  /// - Parameter units: at least one with time on both sides.
  /// - Returns: the ratio: below 1 where rates fell.
  /// - Throws: `noEvents` where none happened before, or none after; `tooFew` where fewer than one degree of freedom is
  ///   left; `outsideRange` for negative events or times, and for events in no time; `notFinite`; `overflow`; `numerics`.
  public func compare(_ units: [UnitPeriods]) throws(StatisticsError) -> UnitRateRatioEstimate {
    try requireLevel(confidence)
    for unit in units { try unit.require() }
    // Sums depend on their order, and the order of units carries no meaning.
    let units = units.filter { $0.all.events > 0 && $0.before.time > 0 && $0.after.time > 0 }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
    let before = units.reduce(0) { $0 + $1.before.events }
    let after = units.reduce(0) { $0 + $1.after.events }
    if before == 0 { throw .noEvents(in: "before", persons: 0) }
    if after == 0 { throw .noEvents(in: "after", persons: 0) }
    let periods = units.reduce(0) { $0 + $1.periods.count { $0.time > 0 } }
    let df = periods - units.count - 1
    if df < 1 {
      throw .tooFew(of: "periods", count: periods, needed: units.count + 2)
    }
    let beta = try logRatio(units, after: after)
    let ratio = exp(beta)
    try requireResult([ratio], "ratio of rates")
    var information = 0.0
    var squares = 0.0
    for unit in units {
      let share = unit.shareAfter(ratio)
      information += unit.all.events * share * (1 - share)
      let level = unit.all.events / (ratio * unit.after.time + unit.before.time)
      for period in unit.periods where period.time > 0 {
        let mean = period.time * level * (period.isAfter ? ratio : 1)
        squares += (period.events - mean) * (period.events - mean) / mean
      }
    }
    let dispersion = squares / Double(df)
    let standardError = (max(1, dispersion) / information).squareRoot()
    let tail = (1 - confidence) / 2
    let half = try numerically { () throws(NumericsError) in
      try StudentT(df: Double(df)).upperQuantile(tail) * standardError
    }
    let (low, high) = (exp(beta - half), exp(beta + half))
    try requireResult([low, high], "interval of the ratio of rates")
    return UnitRateRatioEstimate(
      ratio: ratio, logStandardError: standardError, dispersion: dispersion, degreesOfFreedom: df,
      interval: ConfidenceInterval(low: low, high: high, level: confidence), units: units.count)
  }

  /// β, where what happened after is what is expected: expected events after rise with it, so that there is one.
  private func logRatio(
    _ units: [UnitPeriods], after: Double
  ) throws(StatisticsError) -> Double {
    // One unit, or all with the same share of time: the ratio of sums.
    let times = (
      before: units.reduce(0) { $0 + $1.before.time }, after: units.reduce(0) { $0 + $1.after.time }
    )
    let before = units.reduce(0) { $0 + $1.before.events }
    var beta = log(after / times.after / (before / times.before))
    for _ in 0..<200 {
      var score = after
      var information = 0.0
      for unit in units {
        let share = unit.shareAfter(exp(beta))
        score -= unit.all.events * share
        information += unit.all.events * share * (1 - share)
      }
      guard information > 0 else { throw .overflow(in: "ratio of rates") }
      // A step of 3 at most: far out the curve is flat.
      let step = min(3, max(-3, score / information))
      beta += step
      if abs(step) <= 1e-15 * max(1, abs(beta)) { break }
    }
    return beta
  }
}

/// What was counted on one unit, period by period.
public struct UnitPeriods: Equatable, Sendable {
  /// One period.
  public struct Period: Equatable, Sendable {
    /// How many events.
    public var events: Double
    /// In how much time, or over how much else, in one measure for all.
    public var time: Double
    /// Whether it lies after the beginning.
    public var isAfter: Bool

    /// A period.
    public init(events: Double, time: Double, isAfter: Bool) {
      self.events = events
      self.time = time
      self.isAfter = isAfter
    }
  }

  /// Its periods.
  public var periods: [Period]

  /// A unit's periods.
  public init(_ periods: [Period]) { self.periods = periods }

  private func total(_ isIn: (Period) -> Bool) -> PersonTotal {
    periods.filter(isIn).sorted { ($0.events, $0.time) < ($1.events, $1.time) }
      .reduce(into: PersonTotal()) {
        $0.events += $1.events
        $0.time += $1.time
      }
  }

  var before: PersonTotal { total { !$0.isAfter } }
  var after: PersonTotal { total(\.isAfter) }
  var all: PersonTotal { total { _ in true } }

  /// What share of its events is expected after, where the rate after is so many times the rate before.
  func shareAfter(_ ratio: Double) -> Double {
    let (first, second) = (before.time, ratio * after.time)
    return second / (second + first)
  }

  var order: [Double] { [before.events, after.events, before.time, after.time] }

  func require() throws(StatisticsError) {
    try requireFinite(periods.map(\.events) + periods.map(\.time), "periods")
    for period in periods {
      if period.events < 0 || period.time == 0 && period.events > 0 {
        throw .outsideRange(
          what: "number of events", value: period.events, expected: "0 or more, and 0 in no time")
      }
      if period.time < 0 {
        throw .outsideRange(what: "time", value: period.time, expected: "0 or more")
      }
    }
  }
}

/// A ratio of rates in common to several units.
public struct UnitRateRatioEstimate: Codable, Equatable, Sendable {
  /// The rate after over the rate before.
  public let ratio: Double
  /// The standard error of its natural logarithm.
  public let logStandardError: Double
  /// How much more periods vary than chance alone would have it; 1 is chance alone.
  public let dispersion: Double
  /// Periods less units less one.
  public let degreesOfFreedom: Int
  /// Its interval.
  public let interval: ConfidenceInterval
  /// How many units say something of it.
  public let units: Int
}
