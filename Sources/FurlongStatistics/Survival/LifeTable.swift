/// The share of people who had an event by the end of each of several stretches of time, of whom only counts are known.
public struct LifeTable: Equatable, Sendable {
  /// One stretch of time.
  public struct Stretch: Equatable, Sendable {
    /// How many were watched at its beginning.
    public var watched: Double
    /// How many of them had the event in it.
    public var events: Double
    /// How many of them were lost from view in it.
    public var lost: Double

    /// A stretch.
    public init(watched: Double, events: Double, lost: Double) {
      self.watched = watched
      self.events = events
      self.lost = lost
    }
  }

  /// The confidence of intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The share who had the event by the end of the last stretch.
  ///
  /// ```
  /// S = Π (1 − d / n′),  n′ = n − lost / 2      var S = S² Σ d / (n′ (n′ − d))
  /// ```
  ///
  /// Those lost in a stretch count as watched for half of it. The interval is that of `SurvivalCurve`.
  ///
  /// Cutler & Ederer 1958, doi:10.1016/0021-9681(58)90126-7, whose example it gives.
  ///
  /// - Parameter stretches: one after the other, each with more people watched than half of those lost.
  /// - Throws: `outsideRange` where a stretch has more events than people, `numerics`.
  public func share(after stretches: [Stretch]) throws(StatisticsError) -> ShareByTime {
    let quantile = try normalQuantile(confidence: confidence)
    var without = 1.0
    var sum: Double? = 0
    for stretch in stretches {
      let exposed = stretch.watched - stretch.lost / 2
      if !(exposed > 0 && stretch.events >= 0 && stretch.lost >= 0) || stretch.events > exposed {
        throw .outsideRange(
          what: "number of events in a stretch", value: stretch.events,
          expected: "from 0 to those watched in it")
      }
      without *= 1 - stretch.events / exposed
      sum =
        stretch.events < exposed
        ? sum.map { $0 + stretch.events / (exposed * (exposed - stretch.events)) } : nil
    }
    return SurvivalCurve.share(without: without, variance: sum, quantile, confidence)
  }
}
