import FurlongNumerics

/// How often two measurements agree on which of two persons is higher.
public struct KendallCorrelation: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double
  /// Up to how many pairs without ties p is exact, at most 170.
  public var exactLimit: Int

  /// Chooses the confidence, and up to how many pairs p is exact where nothing is tied.
  public init(confidence: Double = 0.95, exactLimit: Int = 49) {
    self.confidence = confidence
    self.exactLimit = min(170, exactLimit)
  }

  /// Kendall's τ_b.
  ///
  /// ```
  /// τ_b = (C − D) / √((n₀ − n₁)(n₀ − n₂))     n₀ = n(n − 1)/2, nᵢ the pairs tied in a sample
  /// interval: tanh(artanh τ ± z √(0.437/(n − 4)))
  /// ```
  ///
  /// p is exact without ties, else normal with the variance of the ties observed; the answer says which.
  /// Kendall 1945, doi:10.1093/biomet/33.3.239; interval: Fieller, Hartley & Pearson 1957,
  /// doi:10.1093/biomet/44.3-4.470. Agrees with R 4.2.2's `cor.test`. O(n²).
  ///
  /// - Parameters:
  ///   - first: finite, one value a person, at least three.
  ///   - second: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `noVariation`, `outsideRange`.
  public func estimate(
    between first: [Double], and second: [Double]
  ) throws(StatisticsError) -> CorrelationEstimate {
    try requireLevel(confidence)
    if first.count != second.count { throw .unequalLengths(first.count, second.count) }
    if first.count < 3 { throw .tooFew(of: "pairs", count: first.count, needed: 3) }
    try requireFinite(first, "values")
    try requireFinite(second, "values")
    let x = MidRanks(of: first)
    let y = MidRanks(of: second)
    if x.ties.count == 1 || y.ties.count == 1 {
      throw .noVariation(in: "values", count: first.count)
    }
    var balance = 0
    for i in x.doubled.indices {
      for j in 0..<i {
        balance +=
          (x.doubled[i] - x.doubled[j]).signum() * (y.doubled[i] - y.doubled[j]).signum()
      }
    }
    let n = first.count
    let pairs = n * (n - 1) / 2
    let free = [x, y].map { Double(pairs - $0.ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 }) }
    let tau = min(1, max(-1, Double(balance) / (free[0] * free[1]).squareRoot()))
    let exact = !x.tied && !y.tied && n <= exactLimit
    return CorrelationEstimate(
      name: .kendall, count: n, estimate: tau,
      interval: n > 4
        ? try FisherInterval(confidence: confidence).interval(
          of: tau, variance: 0.437 / Double(n - 4)) : nil,
      p: exact
        ? Self.exactP(inversions: (pairs - abs(balance)) / 2, count: n)
        : try Self.approximateP(balance, x.ties, y.ties, count: n),
      method: exact ? .exact : .normalApproximation)
  }

  /// Twice the probability of so few inversions in a random order.
  private static func exactP(inversions: Int, count: Int) -> Double {
    var shares = [Double](repeating: 0, count: inversions + 1)
    shares[0] = 1
    for length in 2...count {
      // The new element stands before 0 to length − 1 of the others.
      var next = shares
      var window = 0.0
      for place in 0...inversions {
        window += shares[place]
        if place >= length { window -= shares[place - length] }
        next[place] = max(0, window) / Double(length)
      }
      shares = next
    }
    return min(1, 2 * shares.reduce(0, +))
  }

  private static func approximateP(
    _ balance: Int, _ first: [Int], _ second: [Int], count: Int
  ) throws(StatisticsError) -> Double {
    func sum(_ ties: [Int], _ term: (Double) -> Double) -> Double {
      ties.reduce(0) { $0 + term(Double($1)) }
    }
    let n = Double(count)
    func spread(_ t: Double) -> Double { t * (t - 1) * (2 * t + 5) }
    func twos(_ t: Double) -> Double { t * (t - 1) }
    func threes(_ t: Double) -> Double { t * (t - 1) * (t - 2) }
    var variance = (spread(n) - sum(first, spread) - sum(second, spread)) / 18
    variance += sum(first, twos) * sum(second, twos) / (2 * twos(n))
    variance += sum(first, threes) * sum(second, threes) / (9 * threes(n))
    let z = Double(balance) / variance.squareRoot()
    return try numerically { () throws(NumericsError) in
      try min(1, 2 * NormalDistribution().upperTail(abs(z)))
    }
  }
}
