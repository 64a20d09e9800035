import FurlongStatistics

extension Sample {
  /// The median of later minus earlier, between two of the changes.
  func medianChange(_ changes: [Double]) -> Answer {
    answer { () throws(StatisticsError) in
      let found = try MedianInterval(confidence: confidence).median(of: changes)
      return Estimate(
        found.median, unit: .points, used: used, eligible: eligible,
        method: MethodWords.orderStatistics, interval: found.interval.map(Interval.init),
        note: found.interval == nil ? "no interval: too few people for its level" : nil)
    }
  }

  /// The share of people whose score moved to the scale's better end, half of those who stayed.
  func improvement(_ changes: [Double], better: BetterScores) -> Answer {
    answer { () throws(StatisticsError) in
      let towards = better == .higher ? changes : changes.map { -$0 }
      let found = try PairedSuperiority(confidence: confidence).estimate(of: towards)
      return Estimate(
        found.estimate, unit: .proportion, used: used, eligible: eligible,
        method: MethodWords.wilsonHalfTies, interval: Interval(found.interval))
    }
  }
}
