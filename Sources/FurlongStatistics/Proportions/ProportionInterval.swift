import FurlongNumerics

/// The ways to make an interval of one proportion.
public enum ProportionIntervalMethod: String, Codable, CaseIterable, Sendable {
  /// ``WilsonInterval``: close to its level on average; the one to use.
  case wilson
  /// Wilson's with a continuity correction of ½ (Newcombe 1998, method 4): nearly always above its level.
  case wilsonCorrected
  /// ``ClopperPearson``: never below its level, and wide.
  case clopperPearson
  /// As Clopper and Pearson's, counting half of what was observed: close to its level on average.
  case midP
  /// The middle of the posterior after Jeffreys' prior, Beta(½, ½).
  case jeffreys
  /// Agresti & Coull 1998: Wilson's centre with a plain error; limits may leave 0 to 1.
  case agrestiCoull
}

/// A proportion with an interval made in a way that is chosen by name.
///
/// The plain p ± z√(p(1 − p)/n) is not among them: it is far below its level, and nothing wide at 0.
public struct ProportionInterval: Equatable, Sendable {
  /// How the interval is made.
  public var method: ProportionIntervalMethod
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the way and the confidence.
  public init(_ method: ProportionIntervalMethod = .wilson, confidence: Double = 0.95) {
    self.method = method
    self.confidence = confidence
  }

  /// The proportion of persons to whom something applies.
  ///
  /// ```
  /// mid-p:     limits of π where P(X > x) + ½ P(X = x), or P(X < x) + ½ P(X = x), is α/2
  /// Jeffreys:  beta quantiles α/2 and 1 − α/2 of (x + ½, n − x + ½); 0 and 1 where x is 0 or n
  /// Agresti:   p̃ ± z √(p̃(1 − p̃)/(n + z²)),  p̃ = (x + z²/2)/(n + z²)
  /// ```
  ///
  /// Compared by Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, and
  /// Brown, Cai & DasGupta 2001, doi:10.1214/ss/1009213286. Agrees with R 4.2.2 to 1e-11, mid-p with
  /// PropCIs to the four places that it gives.
  ///
  /// - Parameters:
  ///   - count: to how many it applies.
  ///   - total: of how many, at least 1.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func proportion(_ count: Int, of total: Int) throws(StatisticsError) -> Proportion {
    switch method {
    case .wilson: return try WilsonInterval(confidence: confidence).proportion(count, of: total)
    case .clopperPearson:
      return try ClopperPearson(confidence: confidence).proportion(count, of: total)
    default: break
    }
    try requireLevel(confidence)
    try requireCount(count, of: total)
    let tail = (1 - confidence) / 2
    let (low, high) = try numerically { () throws(NumericsError) in
      switch method {
      case .jeffreys: try jeffreys(count, total, tail)
      case .midP: try midP(count, total, tail)
      case .agrestiCoull: try agrestiCoull(count, total, tail)
      default: try corrected(count, total, tail)
      }
    }
    return Proportion(
      count: count, total: total, estimate: Double(count) / Double(total),
      interval: ConfidenceInterval(low: low, high: high, level: confidence))
  }

  private func jeffreys(
    _ count: Int, _ total: Int, _ tail: Double
  ) throws(NumericsError) -> (Double, Double) {
    let posterior = try BetaDistribution(
      a: Double(count) + 0.5, b: Double(total - count) + 0.5)
    return (
      count == 0 ? 0 : try posterior.quantile(tail),
      count == total ? 1 : try posterior.upperQuantile(tail)
    )
  }

  private func midP(
    _ count: Int, _ total: Int, _ tail: Double
  ) throws(NumericsError) -> (Double, Double) {
    func limit(_ share: (BinomialDistribution) throws(NumericsError) -> Double)
      throws(NumericsError) -> Double
    {
      try BracketedRoot().between(1e-12, and: 1 - 1e-12) { success throws(NumericsError) in
        let binomial = try BinomialDistribution(trials: total, success: success)
        return try share(binomial) + binomial.probability(count) / 2 - tail
      }
    }
    return (
      count == 0
        ? 0 : try limit { binomial throws(NumericsError) in try binomial.upperTail(count) },
      count == total
        ? 1 : try limit { binomial throws(NumericsError) in try binomial.lowerTail(count - 1) }
    )
  }

  private func agrestiCoull(
    _ count: Int, _ total: Int, _ tail: Double
  ) throws(NumericsError) -> (Double, Double) {
    let z = try -NormalDistribution().quantile(tail)
    let n = Double(total) + z * z
    let centre = (Double(count) + z * z / 2) / n
    let half = z * (centre * (1 - centre) / n).squareRoot()
    return (centre - half, centre + half)
  }

  private func corrected(
    _ count: Int, _ total: Int, _ tail: Double
  ) throws(NumericsError) -> (Double, Double) {
    let z = try -NormalDistribution().quantile(tail)
    let n = Double(total)
    let square = z * z / n
    func limit(_ moved: Double, _ sign: Double) -> Double {
      let half = z * (moved * (1 - moved) / n + square / (4 * n)).squareRoot()
      return (moved + square / 2 + sign * half) / (1 + square)
    }
    let p = Double(count) / n
    return (
      count == 0 ? 0 : max(0, limit(p - 0.5 / n, -1)),
      count == total ? 1 : min(1, limit(p + 0.5 / n, 1))
    )
  }
}

/// Throws unless a count lies between 0 and a total of at least 1.
func requireCount(_ count: Int, of total: Int) throws(StatisticsError) {
  if total < 1 { throw .tooFew(of: "persons", count: total, needed: 1) }
  if count < 0 || count > total {
    throw .outsideRange(what: "count", value: Double(count), expected: "from 0 to \(total)")
  }
}
