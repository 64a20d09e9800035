import FurlongNumerics

/// The variance of artanh r that an interval for Spearman's correlation is made with.
public enum SpearmanInterval: String, Codable, CaseIterable, Sendable {
  /// (1 + r²/2)/(n − 3): Bonett & Wright 2000, the one that holds its level for strong correlations.
  case bonettWright = "bonett_wright"
  /// 1.06/(n − 3): Fieller, Hartley & Pearson 1957.
  case fieller
  /// 1/(n − 3), which is Pearson's: too narrow for ranks.
  case fisher
}

/// How closely two measurements of the same persons put them in the same order.
public struct SpearmanCorrelation: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// How the interval is made.
  public var interval: SpearmanInterval
  /// Up to how many pairs p goes through all orders, at most 10.
  public var exactLimit: Int

  /// Chooses confidence, interval and up to how many pairs p is exact.
  public init(
    confidence: Double = 0.95, interval: SpearmanInterval = .bonettWright, exactLimit: Int = 9
  ) {
    self.confidence = confidence
    self.interval = interval
    self.exactLimit = min(10, exactLimit)
  }

  /// Pearson's correlation of the ranks.
  ///
  /// Equal values share their mean rank. p is exact for few pairs, ties or not: the share of all orders
  /// of one sample whose correlation is as far from 0; else Student's t, and the answer says which.
  /// Bonett & Wright 2000, doi:10.1007/BF02294183. Agrees with R 4.2.2's `cor.test`.
  ///
  /// - Parameters:
  ///   - first: finite, one value a person, at least three.
  ///   - second: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation`, `outsideRange`.
  public func estimate(
    between first: [Double], and second: [Double]
  ) throws(StatisticsError) -> CorrelationEstimate {
    try requireFinite(first, "values")
    try requireFinite(second, "values")
    let x = MidRanks(of: first).doubled
    let y = MidRanks(of: second).doubled
    let ranks = try PearsonCorrelation(confidence: confidence).estimate(
      between: x.map(Double.init), and: y.map(Double.init))
    let r = ranks.estimate
    let n = Double(x.count)
    let factor =
      switch interval {
      case .bonettWright: 1 + r * r / 2
      case .fieller: 1.06
      case .fisher: 1.0
      }
    let exact = x.count <= exactLimit
    return CorrelationEstimate(
      name: .spearman, count: x.count, estimate: r,
      interval: try FisherInterval(confidence: confidence).interval(
        of: r, variance: factor / (n - 3)),
      p: exact ? Self.exactP(x, y) : ranks.p, method: exact ? .exact : .studentT)
  }

  /// The share of the orders of `y` whose products lie as far from their mean, in whole numbers.
  private static func exactP(_ x: [Int], _ y: [Int]) -> Double {
    let n = x.count
    let middle = x.reduce(0, +) * y.reduce(0, +)
    var order = y
    var products = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
    let observed = abs(n * products - middle)
    var extreme = 1
    var all = 1
    // Heap's algorithm: each order follows from the one before by one swap.
    var counters = [Int](repeating: 0, count: n)
    var level = 1
    while level < n {
      if counters[level] < level {
        let other = level.isMultiple(of: 2) ? 0 : counters[level]
        products += (x[level] - x[other]) * (order[other] - order[level])
        order.swapAt(other, level)
        all += 1
        if abs(n * products - middle) >= observed { extreme += 1 }
        counters[level] += 1
        level = 1
      } else {
        counters[level] = 0
        level += 1
      }
    }
    return Double(extreme) / Double(all)
  }
}
