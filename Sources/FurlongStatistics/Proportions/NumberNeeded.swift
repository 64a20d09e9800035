/// Whether what is counted is wanted.
public enum EventMeaning: String, Codable, CaseIterable, Sendable {
  /// The more people have it the better: recovery, work.
  case wanted
  /// The fewer people have it the better: relapse, admission.
  case unwanted
}

/// How many people have to take part for one more of them to be helped, or harmed.
///
/// Between benefit and harm lies no effect, where the number has no end: so an interval of the difference
/// that holds 0 gives two ranges, each from some number upward, and never one that runs through 0 people.
public struct NumberNeeded: Codable, Equatable, Sendable {
  /// How many for one to benefit, or nil where the difference observed is none or a harm.
  public let toBenefit: Double?
  /// How many for one to be harmed, or nil where the difference observed is none or a benefit.
  public let toHarm: Double?
  /// The numbers to benefit in the interval, or nil where it holds only harm.
  public let benefitRange: NumberNeededRange?
  /// The numbers to harm in the interval, or nil where it holds only benefit.
  public let harmRange: NumberNeededRange?
  /// The confidence of the interval.
  public let level: Double
}

/// From so many people upward.
public struct NumberNeededRange: Codable, Equatable, Sendable {
  /// The fewest people, at least 1.
  public let fewest: Double
  /// The most people, or nil where there is no end: no effect is in the interval too.
  public let most: Double?
}

extension ProportionComparison {
  /// How many people of the group named first it takes for one more of them to benefit, or be harmed.
  ///
  /// ```
  /// 1/|d|        ranges: 1/u to 1/l;  l < 0 < u: benefit 1/u and more, harm 1/|l| and more
  /// ```
  ///
  /// l and u are the limits of the difference. Altman 1998, doi:10.1136/bmj.317.7168.1309.
  ///
  /// - Parameter event: whether it is wanted that people have what was counted.
  public func numberNeeded(where event: EventMeaning) -> NumberNeeded {
    let sign = event == .wanted ? 1.0 : -1
    let effect = sign * difference
    let (low, high) =
      event == .wanted ? (interval.low, interval.high) : (-interval.high, -interval.low)
    func range(_ near: Double, _ far: Double) -> NumberNeededRange? {
      far > 0 ? NumberNeededRange(fewest: 1 / far, most: near > 0 ? 1 / near : nil) : nil
    }
    return NumberNeeded(
      toBenefit: effect > 0 ? 1 / effect : nil, toHarm: effect < 0 ? -1 / effect : nil,
      benefitRange: range(low, high), harmRange: range(-high, -low), level: interval.level)
  }
}
