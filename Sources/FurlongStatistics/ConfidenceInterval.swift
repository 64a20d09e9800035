/// A range with the confidence that it was made for.
public struct ConfidenceInterval: Codable, Hashable, Sendable {
  /// The lower limit.
  public var low: Double
  /// The upper limit.
  public var high: Double
  /// The confidence, as a proportion: 0.95 for a 95% interval.
  public var level: Double

  /// Makes an interval of its limits and level.
  public init(low: Double, high: Double, level: Double) {
    self.low = low
    self.high = high
    self.level = level
  }

  /// Whether a value lies in the interval, its limits included.
  public func contains(_ value: Double) -> Bool {
    low <= value && value <= high
  }
}

extension ConfidenceInterval {
  /// The interval with both limits multiplied by a factor above 0.
  func scaled(by factor: Double) -> ConfidenceInterval {
    ConfidenceInterval(low: low * factor, high: high * factor, level: level)
  }
}
