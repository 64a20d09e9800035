/// A proportion with Wilson's score interval, which stays inside 0 to 1 and holds for few persons.
public struct WilsonInterval: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The proportion of persons to whom something applies.
  ///
  /// ```
  /// (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)
  /// ```
  ///
  /// Wilson 1927, doi:10.1080/01621459.1927.10502953, without continuity correction; agrees with R's
  /// `prop.test(correct = FALSE)`.
  ///
  /// - Parameters:
  ///   - count: to how many it applies.
  ///   - total: of how many, at least 1.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func proportion(_ count: Int, of total: Int) throws(StatisticsError) -> Proportion {
    try requireLevel(confidence)
    try requireCount(count, of: total)
    return Proportion(
      count: count, total: total, estimate: Double(count) / Double(total),
      interval: try interval(of: Double(count), in: total))
  }

  /// The interval of a count that may hold halves, from 0 to the total.
  ///
  /// - Throws: `tooFew`, `outsideRange`.
  public func interval(of count: Double, in total: Int) throws(StatisticsError)
    -> ConfidenceInterval
  {
    let z = try normalQuantile(confidence: confidence)
    if total < 1 { throw .tooFew(of: "persons", count: total, needed: 1) }
    let n = Double(total)
    let p = count / n
    let square = z * z / n
    let centre = p + square / 2
    let half = z * (p * (1 - p) / n + square / (4 * n)).squareRoot()
    // Rounding must not leave 1e-17 where none or all were counted.
    let low = count == 0 ? 0 : max(0, (centre - half) / (1 + square))
    let high = count == n ? 1 : min(1, (centre + half) / (1 + square))
    return ConfidenceInterval(low: low, high: high, level: confidence)
  }
}

/// How many of how many, as a proportion.
public struct Proportion: Codable, Equatable, Sendable {
  /// To how many it applies.
  public let count: Int
  /// Of how many.
  public let total: Int
  /// Their quotient, from 0 to 1.
  public let estimate: Double
  /// The interval of the proportion.
  public let interval: ConfidenceInterval
}
