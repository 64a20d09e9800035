import Foundation
import FurlongNumerics

/// Turns a difference of two groups in pooled standard deviations into other sizes, and back.
///
/// Every conversion is right under an assumption only, which its answer names. None of it holds for d_z or other
/// sizes of a paired change.
public struct EffectConversion: Equatable, Sendable {
  /// Makes the conversion, which has no choices.
  public init() {}

  /// The correlation of a measurement with which group a person is in.
  ///
  /// ```
  /// r = d / √(d² + (n₁ + n₂ − 2)(1/n₁ + 1/n₂))        without sizes: r = d / √(d² + 4)
  /// ```
  ///
  /// With sizes it is the point-biserial correlation of the sample, exactly; without, that of two large groups
  /// of one size. Rosenthal 1994; agrees with effectsize's `d_to_r`.
  ///
  /// - Parameters:
  ///   - d: the first group minus the other, finite.
  ///   - interval: the interval of d, taken through the same formula.
  ///   - counts: the sizes of the groups, at least 1 each and 3 in all.
  /// - Throws: `notFinite`, `tooFew`.
  public func correlation(
    ofDifference d: Double, interval: ConfidenceInterval? = nil,
    counts: (first: Int, second: Int)? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    let weight = try Self.weight(of: counts)
    return try converted(
      .correlation, d, interval, counts == nil ? .equalGroups : .none
    ) { (d) in
      // Neither d² overflows nor do limits change places where r is all but 1.
      abs(d) > 1
        ? (d > 0 ? 1 : -1) / (1 + weight / d / d).squareRoot()
        : d / (d * d + weight).squareRoot()
    }
  }

  /// The difference that goes with a point-biserial correlation: ``correlation(ofDifference:interval:counts:)``
  /// turned round.
  ///
  /// - Parameters:
  ///   - r: strictly between −1 and 1.
  ///   - interval: the interval of r.
  ///   - counts: the sizes of the groups.
  /// - Throws: `outsideRange`, `tooFew`.
  public func difference(
    ofCorrelation r: Double, interval: ConfidenceInterval? = nil,
    counts: (first: Int, second: Int)? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    for value in [r, interval?.low ?? 0, interval?.high ?? 0] where !(abs(value) < 1) {
      throw .outsideRange(
        what: "correlation", value: value, expected: "strictly between -1 and 1")
    }
    let root = try Self.weight(of: counts).squareRoot()
    return try converted(
      .pooledDifference, r, interval, counts == nil ? .equalGroups : .none
    ) { root * $0 / ((1 - $0) * (1 + $0)).squareRoot() }
  }

  /// The logarithm of the odds ratio, if a yes were a measurement above some line.
  ///
  /// ```
  /// log OR = π d / √3
  /// ```
  ///
  /// Assumes that the measurement is logistic with one spread in both groups. Hasselblad & Hedges 1995,
  /// doi:10.1037/0033-2909.117.1.167; Chinn 2000, doi:10.1002/1097-0258(20001130)19:22<3127::AID-SIM784>3.0.CO;2-M.
  ///
  /// - Throws: `notFinite`.
  public func logOddsRatio(
    ofDifference d: Double, interval: ConfidenceInterval? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    try converted(.logOddsRatio, d, interval, .logistic) { $0 * Double.pi / 3.0.squareRoot() }
  }

  /// The difference that goes with the logarithm of an odds ratio: √3 log OR / π.
  ///
  /// - Throws: `notFinite`.
  public func difference(
    ofLogOddsRatio logOdds: Double, interval: ConfidenceInterval? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    try converted(.pooledDifference, logOdds, interval, .logistic) {
      $0 * 3.0.squareRoot() / Double.pi
    }
  }

  /// How likely one of the first group is to be above one of the other: Φ(d/√2).
  ///
  /// Assumes normal values with one spread. McGraw & Wong 1992, doi:10.1037/0033-2909.111.2.361. Counted and not
  /// assumed it is ``CliffDelta``.
  ///
  /// - Throws: `notFinite`.
  public func superiority(
    ofDifference d: Double, interval: ConfidenceInterval? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    try normal(.superiority, d, interval) { $0 / 2.0.squareRoot() }
  }

  /// The difference that goes with a superiority: √2 Φ⁻¹(A).
  ///
  /// - Parameters:
  ///   - superiority: strictly between 0 and 1.
  ///   - interval: its interval, within the same bounds.
  /// - Throws: `outsideRange`.
  public func difference(
    ofSuperiority superiority: Double, interval: ConfidenceInterval? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    for value in [superiority, interval?.low ?? 0.5, interval?.high ?? 0.5]
    where !(value > 0 && value < 1) {
      throw .outsideRange(
        what: "superiority", value: value, expected: "strictly between 0 and 1")
    }
    return try converted(.pooledDifference, superiority, interval, .normalOneSpread) {
      (value) throws(NumericsError) in try 2.0.squareRoot() * NormalDistribution().quantile(value)
    }
  }

  /// The share of the other group that lies below the middle of the first: Φ(d), Cohen's U₃.
  ///
  /// Assumes normal values with one spread. Cohen 1988, p. 23.
  ///
  /// - Throws: `notFinite`.
  public func u3(
    ofDifference d: Double, interval: ConfidenceInterval? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    try normal(.u3, d, interval) { $0 }
  }

  /// The share of the two groups' curves that is common: 2Φ(−|d|/2).
  ///
  /// Assumes normal values with one spread. An interval of d that holds 0 gives one that ends at 1. Inman &
  /// Bradley 1989, doi:10.1080/03610928908830127.
  ///
  /// - Throws: `notFinite`.
  public func overlap(
    ofDifference d: Double, interval: ConfidenceInterval? = nil
  ) throws(StatisticsError) -> ConvertedEffect {
    try requireFinite([d], "sizes")
    func common(_ d: Double) throws(StatisticsError) -> Double {
      try numerically { () throws(NumericsError) in
        try 2 * NormalDistribution().lowerTail(-abs(d) / 2)
      }
    }
    var limits: ConfidenceInterval?
    if let interval {
      let (low, high) = (try common(interval.low), try common(interval.high))
      limits = ConfidenceInterval(
        low: min(low, high), high: interval.contains(0) ? 1 : max(low, high),
        level: interval.level)
    }
    return ConvertedEffect(
      name: .overlap, estimate: try common(d), interval: limits, assumption: .normalOneSpread)
  }

  /// What a correlation adds to d² below the root.
  private static func weight(
    of counts: (first: Int, second: Int)?
  ) throws(StatisticsError) -> Double {
    guard let counts else { return 4 }
    let smaller = min(counts.first, counts.second)
    if smaller < 1 { throw .tooFew(of: "persons in a group", count: smaller, needed: 1) }
    let both = try total(of: [counts.first, counts.second], "number of persons")
    if both < 3 { throw .tooFew(of: "persons in both groups", count: both, needed: 3) }
    return Double(both - 2)
      * (1 / Double(counts.first) + 1 / Double(counts.second))
  }

  private func normal(
    _ name: ConvertedEffectName, _ d: Double, _ interval: ConfidenceInterval?,
    _ scaled: (Double) -> Double
  ) throws(StatisticsError) -> ConvertedEffect {
    try converted(name, d, interval, .normalOneSpread) { (value) throws(NumericsError) in
      try NormalDistribution().lowerTail(scaled(value))
    }
  }

  /// A size through a rising formula, limits with it.
  private func converted(
    _ name: ConvertedEffectName, _ size: Double, _ interval: ConfidenceInterval?,
    _ assumption: ConversionAssumption, _ formula: (Double) throws(NumericsError) -> Double
  ) throws(StatisticsError) -> ConvertedEffect {
    try requireFinite([size, interval?.low ?? 0, interval?.high ?? 0], "sizes")
    let effect = try numerically { () throws(NumericsError) in
      var limits: ConfidenceInterval?
      if let interval {
        limits = ConfidenceInterval(
          low: try formula(interval.low), high: try formula(interval.high), level: interval.level)
      }
      return ConvertedEffect(
        name: name, estimate: try formula(size), interval: limits, assumption: assumption)
    }
    try requireResult(
      [effect.estimate, effect.interval?.low ?? 0, effect.interval?.high ?? 0], "size of an effect")
    return effect
  }
}

/// A size that was made of another.
public struct ConvertedEffect: Codable, Equatable, Sendable {
  /// What it is.
  public let name: ConvertedEffectName
  /// The size.
  public let estimate: Double
  /// Its interval, or nil where the one that it was made of had none.
  public let interval: ConfidenceInterval?
  /// What has to be true for it to be right.
  public let assumption: ConversionAssumption
}

/// The sizes that others can be made into.
public enum ConvertedEffectName: String, Codable, CaseIterable, Sendable {
  /// The difference of two groups in pooled standard deviations: d_s.
  case pooledDifference = "d_s"
  /// The point-biserial correlation.
  case correlation = "r"
  /// The natural logarithm of the odds ratio.
  case logOddsRatio = "log_odds_ratio"
  /// The probability that one of the first group is above one of the other.
  case superiority
  /// The share of the other group below the middle of the first.
  case u3 = "u_3"
  /// The share of two curves that is common.
  case overlap
}

/// What has to be true for a converted size to be right.
public enum ConversionAssumption: String, Codable, CaseIterable, Sendable {
  /// Nothing: the two are the same fact.
  case none
  /// The groups are large and of one size.
  case equalGroups = "equal_groups"
  /// Values are normal in both groups, with one spread.
  case normalOneSpread = "normal_one_spread"
  /// Behind yes and no lies a measurement that is logistic in both groups, with one spread.
  case logistic
}
