import Foundation

/// The studentised range: how far the highest of several normal means lies above the lowest, in standard errors.
///
/// ```
/// Q = (max Z − min Z) / S      Z₁ … Z_k standard normal, S = √(χ²(df) / df) independent of them
/// P(Q > q) = ∫ f_S(s) R(q s) ds      R(w) = k ∫ φ(z) (A^(k−1) − (A − B)^(k−1)) dz,  A = P(Z > z), B = P(Z > z + w)
/// ```
///
/// Both integrals are sums at equal steps, of log s and of z: for smooth functions that die out on both
/// sides these converge geometrically (Trefethen & Weideman 2014, doi:10.1137/130932132). Every term is
/// positive in either tail, and the difference of powers is a sum of products, so that nothing cancels.
///
/// Accuracy: both tails within 1e-12 relative of mpmath's double integrals and of Student's t with two
/// groups, down to 1e-200; R 4.2.2's `ptukey` keeps eight figures after the point, loses far
/// tails and takes more than 25,000 degrees of freedom for infinitely many; `qtukey` keeps five figures.
/// A tail takes some thousands of evaluations of the normal tail, more for few degrees of freedom. Tukey 1953;
/// one range only (R's `nranges = 1`).
public struct StudentisedRange: Equatable, Sendable {
  /// How many means are compared.
  public let groups: Int
  /// The degrees of freedom of the standard error; infinite where it is known.
  public let df: Double

  /// Makes the distribution for at least two groups and at least one degree of freedom.
  public init(groups: Int, df: Double) throws(NumericsError) {
    try require(groups >= 2, "studentised range", "groups", Double(groups), "2 or more")
    try require(df >= 1, "studentised range", "df", df, "1 or more, or infinite")
    self.groups = groups
    self.df = df
  }

  /// The probability of a range at or below `q`, which may be infinite.
  public func lowerTail(_ q: Double) throws(NumericsError) -> Double {
    try requireNumber(q, "studentised range tail")
    if q <= 0 { return 0 }
    if q.isInfinite { return 1 }
    return try min(1, finite(mixed(from: 0) { lower($0 * q) }, "studentised range tail"))
  }

  /// The probability of a range above `q`, computed as a tail and not as 1 − ``lowerTail(_:)``.
  public func upperTail(_ q: Double) throws(NumericsError) -> Double {
    try requireNumber(q, "studentised range tail")
    if q <= 0 { return 1 }
    if q.isInfinite { return 0 }
    // Far out the range is wide because S is small: there lies the peak of what is summed.
    let ratio = q / (2 * df).squareRoot()
    let peak = ratio > 1e8 ? -log(ratio) : -0.5 * log1p(ratio * ratio)
    return try min(1, finite(mixed(from: peak) { upper($0 * q) }, "studentised range tail"))
  }

  /// The value at or below which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "studentised range quantile")
    return p > 0.5 ? try upperRoot(1 - p) : try lowerRoot(p)
  }

  /// The value above which a proportion `p` of the distribution lies.
  ///
  /// - Parameter p: strictly between 0 and 1.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try requireProbability(p, "studentised range quantile")
    return p > 0.5 ? try lowerRoot(1 - p) : try upperRoot(p)
  }

  // MARK: The range of normal numbers

  /// The probability that k standard normal numbers span more than w.
  private func upper(_ width: Double) -> Double {
    // The lowest of many numbers varies the less the more there are.
    let step = 0.38 / (2 * log(Double(groups))).squareRoot()
    return range(width, step: step) { z in
      let above = normalTail(z)
      let beyond = normalTail(z + width)
      // A^(k−1) − (A − B)^(k−1) as B times a sum of products, none of which is negative.
      var (sum, power) = (1.0, 1.0)
      for _ in 2..<groups {
        power *= above - beyond
        sum = sum * above + power
      }
      return beyond * sum
    }
  }

  /// The probability that k standard normal numbers span at most w.
  private func lower(_ width: Double) -> Double {
    // Close together, k numbers lie about 0 as their mean does.
    range(width, step: 0.65 / Double(groups).squareRoot()) { z in
      pow(width < 0.5 ? near(z, width) : between(z, width), Double(groups - 1))
    }
  }

  /// Φ(z + w) − Φ(z), by the tails on the side where they are small.
  private func between(_ z: Double, _ width: Double) -> Double {
    z + width / 2 < 0
      ? normalTail(-z - width) - normalTail(-z) : normalTail(z) - normalTail(z + width)
  }

  /// P(Z > z) by the C library: seven times as fast as Boost's, which reckons in longer numbers, and good to 1e-13.
  private func normalTail(_ z: Double) -> Double { 0.5 * erfc(z * 0.5.squareRoot()) }

  /// The same for two numbers so close that tails would cancel: Gauss and Legendre's eight points.
  private func near(_ z: Double, _ width: Double) -> Double {
    let middle = z + width / 2
    var sum = 0.0
    for (node, weight) in Self.legendre {
      let (low, high) = (middle - width / 2 * node, middle + width / 2 * node)
      sum += weight * (exp(-low * low / 2) + exp(-high * high / 2))
    }
    return width / 2 * sum / (2 * Double.pi).squareRoot()
  }

  private static let legendre = [
    (0.183434642495649805, 0.362683783378361983), (0.525532409916328986, 0.313706645877887287),
    (0.796666477413626740, 0.222381034453374471), (0.960289856497536232, 0.101228536290376259),
  ]

  /// k ∫ φ(z) f(z) dz, z being the lowest of the numbers; the integrand has one peak, not left of −w/2.
  private func range(_ width: Double, step: Double, _ function: (Double) -> Double) -> Double {
    let integral = sum(from: max(-38, -width / 2), step: step) { z in
      exp(-z * z / 2) * function(z)
    }
    return Double(groups) * step * integral / (2 * Double.pi).squareRoot()
  }

  // MARK: The standard error

  /// The mean of a probability over the distribution of S.
  private func mixed(from peak: Double, _ probability: (Double) -> Double) -> Double {
    // S lies within 1e-6 of 1, and a tail changes by 1/df.
    if df > 1e12 { return probability(1) }
    // As wide as leaves 1e-15 of a peak of log S, which is narrower by as much as the k − 1 others weigh.
    let step = 1 / (64 + 4 * (df + Double(groups))).squareRoot()
    let whole = sum(from: 0, step: step) { exp(logDensity($0)) }
    return sum(from: peak, step: step) { exp(logDensity($0)) * probability(exp($0)) } / whole
  }

  /// The density of log S without its constant: df (x − (e^(2x) − 1)/2).
  private func logDensity(_ x: Double) -> Double {
    let y = 2 * x
    if abs(y) > 0.1 { return df * (x - expm1(y) / 2) }
    // Near the peak the two terms all but cancel: their series without the first term.
    var term = y
    var series = 0.0
    for power in 2...13 {
      term *= y / Double(power)
      series += term
    }
    return -df * series / 2
  }

  /// The sum of a function with one peak at equal steps from a point, until the rest cannot be seen.
  private func sum(from start: Double, step: Double, _ function: (Double) -> Double) -> Double {
    let first = function(start)
    var sum = first
    for direction in [step, -step] {
      var previous = first
      for index in 1...20_000 {
        let term = function(start + Double(index) * direction)
        sum += term
        if term <= 1e-18 * sum && term <= previous { break }
        previous = term
      }
    }
    return sum
  }

  /// Where the lower tail, which is small, has a probability.
  private func lowerRoot(_ p: Double) throws(NumericsError) -> Double {
    var (low, high) = (0.5, 1.5)
    var stride = 0.5
    while try excess(low, of: lowerTail, over: p) > 0 && low > -700 {
      high = low
      low -= stride
      stride *= 2
    }
    while try excess(high, of: lowerTail, over: p) < 0 && high < 700 {
      low = high
      high += stride
      stride *= 2
    }
    return try root(p, tail: lowerTail, between: low, and: high)
  }

  /// Where the upper tail has a probability of at most a half.
  ///
  /// A range of all is at least one pair's, and at most as likely to be wide as any pair is (Bonferroni).
  private func upperRoot(_ p: Double) throws(NumericsError) -> Double {
    let pairs = Double(groups) * Double(groups - 1) / 2
    func pair(_ p: Double) throws(NumericsError) -> Double {
      // The quantile below 1/2, as 1 − p would lose the figures of a small p.
      let t =
        df > 1e12 ? try NormalDistribution().quantile(p / 2) : try StudentT(df: df).quantile(p / 2)
      return log(-t * 2.0.squareRoot())
    }
    // Of two groups both ends are the root: rounding must not part them from it.
    return try root(p, tail: upperTail, between: pair(p) - 1e-9, and: pair(p / pairs) + 1e-9)
  }

  /// The root between two logarithms, by logarithms of tails too, which then are nearly straight.
  private func root(
    _ p: Double, tail: (Double) throws(NumericsError) -> Double, between low: Double,
    and high: Double
  ) throws(NumericsError) -> Double {
    try exp(
      BracketedRoot().between(low, and: high) { logarithm throws(NumericsError) in
        try excess(logarithm, of: tail, over: p)
      })
  }

  /// By how much the logarithm of a tail lies above that of a probability.
  private func excess(
    _ logarithm: Double, of tail: (Double) throws(NumericsError) -> Double, over p: Double
  ) throws(NumericsError) -> Double {
    let probability = try tail(exp(logarithm))
    return (probability > 0 ? log(probability) : -1e4) - log(p)
  }
}
