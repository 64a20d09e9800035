/// How a score is made of the answers to its items.
public enum ScoreRule: Codable, Sendable, Equatable {
  /// Their sum, `× times ÷ over`.
  case sum(times: Double, over: Double)
  /// Their mean, `× times ÷ over`.
  case mean(times: Double, over: Double)
  /// By a table from the sum of all items.
  case table(ScoreConversion)
  /// 1 minus what each answer takes away: a value set of health states.
  case tariff(ItemTariff)
  /// Only totals are exported, or the key is licensed or not known.
  case total
}

/// What each answer to each item takes away from 1.
public struct ItemTariff: Codable, Sendable, Equatable {
  /// For each answer the figures of the items, in order; an answer that is not listed takes nothing.
  public let decrements: [Int: [Double]]

  /// A tariff.
  public init(decrements: [Int: [Double]]) { self.decrements = decrements }

  /// The value of a profile of answers, rounded to the three decimals of such tariffs.
  public func value(of answers: [Int]) -> Double {
    let taken = answers.enumerated().map { decrements[$1]?[$0] ?? 0 }.reduce(0, +)
    return ((1 - taken) * 1_000).rounded() / 1_000
  }
}
