/// The mean change of people who say that they are a little better.
public struct AnchorMeanChange: Equatable, Sendable {
  /// The ratings that mean a little better.
  public var ratings: ClosedRange<Int>
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the ratings that mean a little better, and the confidence.
  public init(ratings: ClosedRange<Int> = 1...1, confidence: Double = 0.95) {
    self.ratings = ratings
    self.confidence = confidence
  }

  /// The mean change of those people, with its t interval.
  ///
  /// Jaeschke, Singer & Guyatt 1989, doi:10.1016/0197-2456(89)90005-6. A mean of people, not a line between
  /// them: about half of those who are a little better changed by less. O(n log n).
  ///
  /// - Parameter anchored: changes and ratings.
  /// - Throws: `tooFew` for fewer than two people a little better, `noVariation` where they changed alike,
  ///   `outsideRange`.
  public func estimate(
    _ anchored: AnchoredChanges
  ) throws(StatisticsError) -> SmallestImportantChange {
    var chosen: [Double] = []
    for (change, rating) in zip(anchored.changes, anchored.ratings)
    where ratings.contains(rating) { chosen.append(change) }
    if chosen.count < 2 {
      throw .tooFew(of: "people who are a little better", count: chosen.count, needed: 2)
    }
    let mean = try OneSampleTTest(confidence: confidence).mean(of: chosen.sorted())
    return SmallestImportantChange(
      method: .anchorMean, change: mean.mean, count: mean.count, interval: mean.test.interval,
      anchored: anchored)
  }
}
