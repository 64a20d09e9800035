/// A number to draw and the text that stands beside it, or the text that stands for it.
public enum PlottedValue: Codable, Hashable, Sendable {
  /// A number that may be shown, with its printed form.
  case shown(Double, label: String)
  /// A number that may not be shown, with what is printed in its place, such as "fewer than 5".
  case hidden(label: String)

  /// The number, if it may be shown.
  public var number: Double? {
    switch self {
    case .shown(let number, _): number
    case .hidden: nil
    }
  }

  /// What is printed.
  public var label: String {
    switch self {
    case .shown(_, let label), .hidden(let label): label
    }
  }

  /// What is printed of a number that may be shown.
  var words: String? { number == nil ? nil : label }
}

/// The ends of an interval.
public struct PlottedInterval: Codable, Hashable, Sendable {
  /// The lower end.
  public var lower: Double
  /// The upper end.
  public var upper: Double

  /// Makes an interval.
  public init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// An estimate to draw with its interval and printed form, or the text that stands for it.
public enum PlottedEstimate: Codable, Hashable, Sendable {
  /// An estimate that may be shown; without an interval only its place is drawn.
  case shown(Double, interval: PlottedInterval?, label: String)
  /// An estimate that may not be shown or does not exist, with what is printed in its place.
  case hidden(label: String)

  /// The estimate, if it may be shown.
  public var number: Double? {
    switch self {
    case .shown(let number, _, _): number
    case .hidden: nil
    }
  }

  /// The interval, if there is one to show.
  public var interval: PlottedInterval? {
    switch self {
    case .shown(_, let interval, _): interval
    case .hidden: nil
    }
  }

  /// What is printed.
  public var label: String {
    switch self {
    case .shown(_, _, let label), .hidden(let label): label
    }
  }

  /// What is printed of an estimate that may be shown.
  var words: String? { number == nil ? nil : label }

  /// Every number that the axis must hold.
  var extent: [Double] {
    guard let number else { return [] }
    return [number] + (interval.map { [$0.lower, $0.upper] } ?? [])
  }
}

/// A stretch of an axis with a name, such as the scores that count as low wellbeing.
public struct PlottedBand: Codable, Hashable, Sendable {
  /// Where the stretch starts.
  public var lower: Double
  /// Where it ends.
  public var upper: Double
  /// Its name, printed on the chart.
  public var label: String

  /// Makes a band.
  public init(from lower: Double, to upper: Double, label: String) {
    self.lower = lower
    self.upper = upper
    self.label = label
  }
}
