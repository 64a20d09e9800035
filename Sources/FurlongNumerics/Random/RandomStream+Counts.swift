import CBoostMath
import Foundation

extension RandomStream {
  /// A count from a Poisson distribution.
  ///
  /// Below a mean of 10 by multiplying uniform numbers (Knuth), from 10 by transformed rejection
  /// (PTRS: Hörmann 1993, doi:10.1016/0167-6687(93)90997-4).
  ///
  /// - Parameter mean: from 0 to 10⁹.
  public mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean <= 1e9, "poisson: the mean must be from 0 to 1e9")
    if mean == 0 { return 0 }
    return mean < 10 ? poissonByProducts(mean) : poissonByRejection(mean)
  }

  /// A count from a negative binomial distribution with variance mean + mean²/size.
  ///
  /// A Poisson count whose own mean is gamma distributed: smaller sizes spread people further apart.
  ///
  /// - Parameters:
  ///   - mean: from 0 to 10⁷.
  ///   - size: above 0 (R's `size`, the θ of `glm.nb`).
  public mutating func negativeBinomial(mean: Double, size: Double) -> Int {
    precondition(
      mean >= 0 && mean <= 1e7 && size > 0 && size.isFinite,
      "negativeBinomial: the mean must be from 0 to 1e7 and the size above 0")
    if mean == 0 { return 0 }
    return poisson(mean: min(gamma(shape: size, scale: mean / size), 1e9))
  }

  private mutating func poissonByProducts(_ mean: Double) -> Int {
    let limit = exp(-mean)
    var product = openUniform()
    var count = 0
    while product > limit {
      count += 1
      product *= openUniform()
    }
    return count
  }

  private mutating func poissonByRejection(_ mean: Double) -> Int {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let accepted = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = openUniform() - 0.5
      let v = openUniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07 && v <= accepted { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let hat = log(v) + log(inverseAlpha) - log(a / (us * us) + b)
      if hat <= k * log(mean) - mean - furlong_log_gamma(k + 1) { return Int(k) }
    }
  }
}
