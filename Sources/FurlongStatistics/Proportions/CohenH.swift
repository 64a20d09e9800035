import Foundation

/// How far two proportions lie apart on the scale of arcsines, where the same step is as easily seen anywhere.
public struct CohenH: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The group named first minus the other.
  ///
  /// ```
  /// h = 2 arcsin √p₁ − 2 arcsin √p₂        h ± z √(1/n₁ + 1/n₂)
  /// ```
  ///
  /// For planning the size of a study, not for reading: say the difference of the proportions. Cohen 1988, ch. 6.
  ///
  /// - Parameters:
  ///   - first: a proportion, from 0 to 1, and of how many.
  ///   - second: the proportion compared with.
  /// - Throws: `outsideRange`, `tooFew`.
  public func compare(
    _ first: Double, of count: Int, to second: Double, of otherCount: Int
  ) throws(StatisticsError) -> ArcsineDifference {
    let z = try normalQuantile(confidence: confidence)
    for p in [first, second] where !(p >= 0 && p <= 1) {
      throw .outsideRange(what: "proportion", value: p, expected: "from 0 to 1")
    }
    for count in [count, otherCount] where count < 1 {
      throw .tooFew(of: "persons", count: count, needed: 1)
    }
    let h = 2 * asin(first.squareRoot()) - 2 * asin(second.squareRoot())
    let error = (1 / Double(count) + 1 / Double(otherCount)).squareRoot()
    return ArcsineDifference(
      h: h, standardError: error,
      interval: ConfidenceInterval(low: h - z * error, high: h + z * error, level: confidence))
  }
}

/// A difference of two proportions on the scale of arcsines: the first minus the other.
public struct ArcsineDifference: Codable, Equatable, Sendable {
  /// Cohen's h, from −π to π.
  public let h: Double
  /// Its standard error.
  public let standardError: Double
  /// Its interval.
  public let interval: ConfidenceInterval
}
