import FurlongNumerics

/// How closely two measurements of the same persons lie on a straight line.
public struct PearsonCorrelation: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Pearson's product-moment correlation.
  ///
  /// ```
  /// r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²)
  /// ```
  ///
  /// - Parameters:
  ///   - first: finite, one value a person.
  ///   - second: finite, in the same order.
  /// - Returns: from −1 to 1, or nil where it is undefined: fewer than two pairs, or a sample whose
  ///   values do not vary.
  /// - Throws: `unequalLengths`, `notFinite`, `tooFew` for no pair, `overflow`.
  public func coefficient(
    between first: [Double], and second: [Double]
  ) throws(StatisticsError) -> Double? {
    if first.count != second.count { throw .unequalLengths(first.count, second.count) }
    return try coefficient(
      between: first, Moments(of: first, "values"), and: second, Moments(of: second, "values"))
  }

  /// The same where the moments are known.
  func coefficient(
    between first: [Double], _ x: Moments, and second: [Double], _ y: Moments
  ) throws(StatisticsError) -> Double? {
    if first.count < 2 || x.isConstant(at: 0) || y.isConstant(at: 0) { return nil }
    var products = 0.0
    for (a, b) in zip(first, second) { products += x.deviation(of: a) * y.deviation(of: b) }
    let spread = x.squares.squareRoot() * y.squares.squareRoot()
    guard products.isFinite && spread > 0 else { throw .overflow(in: "correlation") }
    let r = products / spread
    // A straight line but for the rounding of the roots is one.
    return 1 - abs(r) <= 4 * Double.ulpOfOne ? (r < 0 ? -1 : 1) : r
  }

  /// The correlation with Fisher's interval and its p.
  ///
  /// ```
  /// tanh(artanh r ± z/√(n − 3))        t = r √((n − 2)/(1 − r²)), df = n − 2
  /// ```
  ///
  /// Fisher 1921; agrees with R 4.2.2's `cor.test`.
  ///
  /// - Parameters:
  ///   - first: finite, one value a person, at least three.
  ///   - second: finite, in the same order.
  /// - Throws: as ``coefficient(between:and:)``, and `tooFew`, `noVariation`, `outsideRange`.
  public func estimate(
    between first: [Double], and second: [Double]
  ) throws(StatisticsError) -> CorrelationEstimate {
    try requireLevel(confidence)
    if min(first.count, second.count) < 3 {
      throw .tooFew(of: "pairs", count: min(first.count, second.count), needed: 3)
    }
    guard let r = try coefficient(between: first, and: second) else {
      throw .noVariation(in: "values", count: first.count)
    }
    let n = Double(first.count)
    return CorrelationEstimate(
      name: .pearson, count: first.count, estimate: r,
      interval: try FisherInterval(confidence: confidence).interval(
        of: r, variance: 1 / (n - 3)),
      p: try CorrelationEstimate.studentP(r, count: first.count), method: .studentT)
  }
}
