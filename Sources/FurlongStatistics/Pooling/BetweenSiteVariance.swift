import Foundation
import FurlongNumerics

/// How the variance between sites, τ², is estimated.
public enum BetweenSiteVariance: String, Codable, CaseIterable, Sendable {
  /// Restricted maximum likelihood (Viechtbauer 2005, doi:10.3102/10769986030003261): the default.
  case restrictedLikelihood
  /// Maximum likelihood: too small for few sites.
  case likelihood
  /// DerSimonian & Laird 1986, doi:10.1016/0197-2456(86)90046-2: the moments of Cochran's Q.
  case derSimonianLaird
  /// Paule & Mandel 1982, doi:10.6028/jres.087.022: the τ² at which Q is what it should be.
  case pauleMandel
  /// None: all sites are taken to have the same true value.
  case none
}

/// The sums that every estimate of τ² is made of.
struct WeightedSites {
  let sites: [SiteEstimate]

  /// The weights 1/(v + τ²).
  func weights(_ tau2: Double) -> [Double] { sites.map { 1 / ($0.variance + tau2) } }

  /// The weighted mean.
  func mean(_ weights: [Double]) -> Double {
    // From the first site's estimate, so that a large common level costs no figures.
    let start = sites[0].estimate
    var sum = 0.0
    var total = 0.0
    for (site, weight) in zip(sites, weights) {
      sum += weight * (site.estimate - start)
      total += weight
    }
    return start + sum / total
  }

  /// Cochran's Q for a τ²: the weighted squares about the weighted mean.
  func q(_ tau2: Double) -> Double {
    let weights = weights(tau2)
    let mean = mean(weights)
    return zip(sites, weights).reduce(0) { sum, pair in
      let apart = pair.0.estimate - mean
      return sum + pair.1 * apart * apart
    }
  }

  /// A variance that stands for all the sites' own (Higgins & Thompson 2002).
  var typicalVariance: Double {
    let sums = PowerSums(weights(0))
    return Double(sites.count - 1) / sums.trace
  }

  /// A τ² beyond which no estimate lies: Q and both likelihoods fall from there on.
  var bound: Double {
    let estimates = sites.map(\.estimate)
    let range = (estimates.max() ?? 0) - (estimates.min() ?? 0)
    return max(range * range, .leastNormalMagnitude)
  }
}

/// Sums of the powers of weights.
struct PowerSums {
  private(set) var first = 0.0
  private(set) var second = 0.0
  /// tr P = Σw − Σw²/Σw, of P = W − W 11ᵀ W / 1ᵀW1.
  private(set) var trace = 0.0
  /// The sum of the squares of P's elements: Σw² − 2Σw³/Σw + (Σw²/Σw)².
  private(set) var squares = 0.0

  init(_ weights: [Double]) {
    for weight in weights {
      first += weight
      second += weight * weight
    }
    // Element by element, as w(Σw − w)/Σw and −wᵢwⱼ/Σw: where one site outweighs all others, what is left of
    // the sums above without it is rounding, so that the others are added up afresh.
    let greatest = weights.indices.max { weights[$0] < weights[$1] }
    for (place, weight) in weights.enumerated() {
      var others = first - weight
      var otherSquares = second - weight * weight
      if place == greatest {
        others = 0
        otherSquares = 0
        for (other, weight) in weights.enumerated() where other != place {
          others += weight
          otherSquares += weight * weight
        }
      }
      let share = weight / first
      trace += share * others
      squares += share * share * (others * others + otherSquares)
    }
  }
}

extension BetweenSiteVariance {
  /// τ² and its standard error; nil where no variance between sites is estimated.
  func estimate(_ sites: WeightedSites) throws(StatisticsError) -> (tau2: Double, error: Double?) {
    let freedom = Double(sites.sites.count - 1)
    switch self {
    case .none:
      return (0, nil)
    case .derSimonianLaird:
      let sums = PowerSums(sites.weights(0))
      let tau2 = max(0, (sites.q(0) - freedom) / sums.trace)
      let variance = 2 * freedom + 4 * tau2 * sums.trace + 2 * tau2 * tau2 * sums.squares
      return (tau2, variance.squareRoot() / sums.trace)
    case .pauleMandel:
      let tau2 = try sites.tau2(where: freedom)
      let total = PowerSums(sites.weights(tau2)).first
      let k = freedom + 1
      return (tau2, (2 * k * k / freedom).squareRoot() / total)
    case .likelihood, .restrictedLikelihood:
      let restricted = self == .restrictedLikelihood
      let tau2 = try sites.mostLikelyTau2(restricted: restricted)
      let sums = PowerSums(sites.weights(tau2))
      return (tau2, (2 / (restricted ? sums.squares : sums.second)).squareRoot())
    }
  }
}

extension WeightedSites {
  /// The τ² at which Q has a value; 0 where it is smaller already at 0.
  func tau2(where value: Double) throws(StatisticsError) -> Double {
    if q(0) <= value { return 0 }
    // Q falls steadily in τ², and to below any value above 0 as τ² grows.
    var high = max(bound, typicalVariance)
    while q(high) > value { high *= 4 }
    return try numerically { () throws(NumericsError) in
      try BracketedRoot().between(0, and: high) { tau2 in q(tau2) - value }
    }
  }

  /// The τ² of the highest (restricted) likelihood, found over the whole range and then refined.
  func mostLikelyTau2(restricted: Bool) throws(StatisticsError) -> Double {
    let slope = { (tau2: Double) in likelihoodSlope(tau2, restricted: restricted) }
    // A likelihood of few sites can have two peaks, so the places to begin are looked for, not guessed.
    let low = min(typicalVariance, bound) * 1e-6
    let steps = 120
    let ratio = pow(max(bound, typicalVariance) * 4 / low, 1 / Double(steps))
    let places = [0] + (0...steps).map { low * pow(ratio, Double($0)) }
    var peaks: [Double] = slope(0) <= 0 ? [0] : []
    for (left, right) in zip(places, places.dropFirst()) where slope(left) > 0 && slope(right) <= 0
    {
      peaks.append(
        try numerically { () throws(NumericsError) in
          try BracketedRoot().between(left, and: right) { tau2 in slope(tau2) }
        })
    }
    let heights = peaks.map { likelihood($0, restricted: restricted) }
    guard let best = heights.indices.max(by: { heights[$0] < heights[$1] }) else {
      throw .overflow(in: "variance between sites")
    }
    return peaks[best]
  }

  /// The logarithm of the (restricted) likelihood of a τ², less a constant.
  private func likelihood(_ tau2: Double, restricted: Bool) -> Double {
    let weights = weights(tau2)
    let logs = weights.reduce(0) { $0 + log($1) }
    return (logs - q(tau2) - (restricted ? log(weights.reduce(0, +)) : 0)) / 2
  }

  /// Its derivative in τ².
  private func likelihoodSlope(_ tau2: Double, restricted: Bool) -> Double {
    let weights = weights(tau2)
    let mean = mean(weights)
    let sums = PowerSums(weights)
    let squares = zip(sites, weights).reduce(0) { sum, pair in
      let apart = pair.1 * (pair.0.estimate - mean)
      return sum + apart * apart
    }
    return (squares - (restricted ? sums.trace : sums.first)) / 2
  }
}
