import FurlongStatistics

extension Sample {
  /// The median of later minus earlier, between two of the changes.
  func medianChange(_ changes: [Double]) -> FoundAnswer {
    answer { () throws(StatisticsError) in
      let found = try MedianInterval(confidence: confidence).median(of: changes)
      return Estimate(
        found.median, used: used, eligible: eligible, interval: found.interval.map(Interval.init),
        caveats: found.interval == nil ? [.tooFewForLevel] : [])
    }
  }

  /// The share of people whose score moved to the scale's better end, half of those who stayed.
  func improvement(_ changes: [Double], better: BetterScores) -> FoundAnswer {
    answer { () throws(StatisticsError) in
      let towards = better == .higher ? changes : changes.map { -$0 }
      let found = try PairedSuperiority(confidence: confidence).estimate(of: towards)
      let parts = found.counts.map {
        Estimate.Parts(
          count: Double($0.higher) + Double($0.same) / 2, of: changes.count,
          countsHalves: true)
      }
      return Estimate(
        found.estimate, used: used, eligible: eligible, interval: Interval(found.interval),
        parts: parts)
    }
  }
}
