/// The page that a chart is laid out for.
public enum ChartWidth: String, Codable, Hashable, Sendable, CaseIterable {
  /// A column of a report or of A4: 640 units, labels beside the marks.
  case wide
  /// A phone held upright: 360 units, labels above the marks, so that letters need not shrink.
  case narrow

  /// The width of the view box.
  public var units: Double {
    switch self {
    case .wide: 640
    case .narrow: 360
    }
  }
}
