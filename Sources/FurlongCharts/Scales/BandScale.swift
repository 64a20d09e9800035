/// Equal bands side by side, one for each thing.
public struct BandScale: Hashable, Sendable {
  /// How many bands.
  public let count: Int
  /// Where the first band starts.
  public let start: Double
  /// Where the last band ends.
  public let end: Double
  /// The share of each band that stays empty.
  public let gap: Double

  /// Makes the bands.
  public init(count: Int, start: Double, end: Double, gap: Double = 0.2) {
    self.count = max(count, 1)
    self.start = start
    self.end = end
    self.gap = gap
  }

  /// The distance from one band to the next.
  public var step: Double { (end - start) / Double(count) }

  /// How wide the filled part of a band is.
  public var width: Double { step * (1 - gap) }

  /// Where the filled part of a band starts.
  public func position(of index: Int) -> Double { start + (Double(index) + gap / 2) * step }

  /// The middle of a band.
  public func centre(of index: Int) -> Double { start + (Double(index) + 0.5) * step }
}
