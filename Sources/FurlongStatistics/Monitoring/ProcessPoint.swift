/// One point of a control chart with the lines that it is read against.
public struct ProcessPoint: Codable, Equatable, Sendable {
  /// What was observed.
  public let value: Double
  /// The centre line: what the process gives on average.
  public let centre: Double
  /// The lower limit.
  public let low: Double
  /// The upper limit.
  public let high: Double
  /// The line two thirds of the way to the lower limit.
  public let nearLow: Double
  /// The line two thirds of the way to the upper limit.
  public let nearHigh: Double

  /// A point and its lines.
  public init(
    value: Double, centre: Double, low: Double, high: Double, nearLow: Double, nearHigh: Double
  ) {
    self.value = value
    self.centre = centre
    self.low = low
    self.high = high
    self.nearLow = nearLow
    self.nearHigh = nearHigh
  }

  /// A point with limits three of something from the centre, no further than the range allows.
  init(value: Double, centre: Double, sigma: Double, within range: ClosedRange<Double>) {
    self.value = value
    self.centre = centre
    low = max(range.lowerBound, centre - 3 * sigma)
    high = min(range.upperBound, centre + 3 * sigma)
    nearLow = max(range.lowerBound, centre - 2 * sigma)
    nearHigh = min(range.upperBound, centre + 2 * sigma)
  }

  /// Above the centre 1, below −1, on it 0.
  var side: Int { value > centre ? 1 : value < centre ? -1 : 0 }
  /// Beyond the upper limit 1, beyond the lower −1, else 0.
  var beyond: Int { value > high ? 1 : value < low ? -1 : 0 }
  /// Beyond the upper near line 1, beyond the lower −1, else 0.
  var beyondNear: Int { value > nearHigh ? 1 : value < nearLow ? -1 : 0 }
}

/// Something in a series that chance alone would seldom do.
public struct ProcessSignal: Codable, Equatable, Sendable {
  /// What was seen; the words are fixed.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// One point beyond a limit.
    case beyondLimit = "beyond-limit"
    /// Points in a row on one side of the centre.
    case shift
    /// Points in a row, each above (or each below) the one before.
    case trend
    /// Two of three points in a row near the same limit.
    case nearLimit = "near-limit"
  }

  /// Which way it points; whether that is better or worse is not for statistics to say.
  public enum Direction: String, Codable, CaseIterable, Sendable {
    /// Towards higher values.
    case up
    /// Towards lower values.
    case down
  }

  /// What was seen.
  public let kind: Kind
  /// Which way.
  public let direction: Direction
  /// The places of the points that make the signal, counted from 0, in order.
  public let points: [Int]

  /// A signal.
  public init(kind: Kind, direction: Direction, points: [Int]) {
    self.kind = kind
    self.direction = direction
    self.points = points
  }
}

extension ProcessSignal.Direction {
  /// The direction of a sign other than 0.
  init(sign: Int) { self = sign > 0 ? .up : .down }
}
