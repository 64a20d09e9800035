import FurlongStatistics

/// How many people a ratio of rates needs: settled before there are data, and without looking at any.
///
/// One person's events before and after are taken to have the same overdispersion and not to hang together; both times are as
/// long. The answer is the normal approximation of the delta method, which is too hopeful with few events.
public struct RateNeeds: Sendable, Equatable {
  /// The ratios that are planned for: a fall by half, and by a quarter.
  public static let ratios = [0.5, 0.75]
  /// Events of a person in the time before, on average.
  public static let eventsBefore = [0.5, 1, 3, 10]
  /// The variance of a person's count over its mean: 1 where events are independent, often 3 to 10 for service use.
  public static let overdispersion = 5.0

  /// The confidence of the interval that would be shown.
  public var confidence: Double

  /// Needs for intervals of some confidence.
  public init(confidence: Double = 0.95) { self.confidence = confidence }

  /// One ratio, one number of events and the people whom they need.
  public struct Row: Codable, Sendable, Equatable {
    /// The rate after over the rate before.
    public var ratio: Double
    /// Events of a person in the time before, on average.
    public var eventsBefore: Double
    /// People for a power of 80 %.
    public var peopleAt80: Int
    /// People for a power of 90 %.
    public var peopleAt90: Int
  }

  /// What each ratio needs, few events first.
  public var rows: [Row] {
    Self.ratios.flatMap { ratio in
      Self.eventsBefore.compactMap { events in
        guard let most = people(ratio, events, power: 0.8),
          let all = people(ratio, events, power: 0.9)
        else { return nil }
        return Row(ratio: ratio, eventsBefore: events, peopleAt80: most, peopleAt90: all)
      }
    }
  }

  private func people(_ ratio: Double, _ events: Double, power: Double) -> Int? {
    guard
      let spread = try? LogRatioSpread(
        before: events, ratio: ratio, overdispersion: Self.overdispersion)
    else { return nil }
    return try? PersonRatePower(significance: 1 - confidence)
      .people(toSee: ratio, spread: spread, power: power).count
  }
}
