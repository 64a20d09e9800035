/// The change that best parts people who say that they are better from the others.
public struct YoudenChange: Equatable, Sendable {
  /// The lowest rating that counts as better.
  public var improvedFrom: Int
  /// How people are drawn for an interval, or nil for none.
  public var bootstrap: Bootstrap?

  /// Chooses the lowest rating that counts as better, and how people are drawn.
  public init(improvedFrom: Int = 1, bootstrap: Bootstrap? = nil) {
    self.improvedFrom = improvedFrom
    self.bootstrap = bootstrap
  }

  /// The threshold with the most sensitivity and specificity together.
  ///
  /// ```
  /// J = sensitivity + specificity − 1, over the middles between neighbouring gains
  /// ```
  ///
  /// Of thresholds with the same J the one where sensitivity and specificity are nearest, then the
  /// smaller. Youden 1950, doi:10.1002/1097-0142(1950)3:1<32::AID-CNCR2820030106>3.0.CO;2-3; Deyo & Centor
  /// 1986, doi:10.1016/0021-9681(86)90038-X. Jumps from sample to sample: see the interval, and prefer
  /// ``PredictiveChange``. O(n log n), and O(n) a draw.
  ///
  /// - Parameter anchored: changes and ratings.
  /// - Throws: `tooFew` where nobody or everybody is better, `outsideRange`.
  public func estimate(
    _ anchored: AnchoredChanges
  ) throws(StatisticsError) -> SmallestImportantChange {
    let rated = try anchored.parted(from: improvedFrom)
    let once = [Int](repeating: 1, count: rated.count)
    guard let best = Self.best(rated, times: once) else {
      throw .noVariation(in: "changes", count: rated.count)
    }
    let area = try MannWhitney(exactLimit: 0).compare(
      rated.filter(\.improved).map(\.gain), to: rated.filter { !$0.improved }.map(\.gain)
    ).superiority
    let better = anchored.better
    let draws = try bootstrap?.estimate(of: rated.count) { indices in
      var times = [Int](repeating: 0, count: rated.count)
      for index in indices { times[index] += 1 }
      return Self.best(rated, times: times).map { better.gain($0.threshold) }
    }
    return SmallestImportantChange(
      method: .youden, change: better.gain(best.threshold), count: rated.count, bootstrap: draws,
      anchored: anchored,
      discrimination: Discrimination(
        sensitivity: best.sensitivity, specificity: best.specificity, area: area))
  }

  /// The best threshold of sorted people, each taken so many times; nil where there is none.
  private static func best(
    _ rated: [RatedGain], times: [Int]
  ) -> (threshold: Double, sensitivity: Double, specificity: Double)? {
    var improved = 0
    var others = 0
    for (person, times) in zip(rated, times) {
      if person.improved { improved += times } else { others += times }
    }
    if improved == 0 || others == 0 { return nil }
    // In whole numbers, so that ties are ties: J · improved · others = hits · others + passes · improved − …
    var hits = improved
    var passes = 0
    var last: Double?
    var best: (threshold: Double, hits: Int, passes: Int)?
    var score = (sum: Int.min, apart: Int.max)
    for (person, times) in zip(rated, times) where times > 0 {
      if let last, person.gain > last {
        let sum = hits * others + passes * improved
        let apart = abs(hits * others - passes * improved)
        if sum > score.sum || (sum == score.sum && apart < score.apart) {
          score = (sum, apart)
          best = (last + (person.gain - last) / 2, hits, passes)
        }
      }
      if person.improved { hits -= times } else { passes += times }
      last = person.gain
    }
    return best.map {
      ($0.threshold, Double($0.hits) / Double(improved), Double($0.passes) / Double(others))
    }
  }
}
