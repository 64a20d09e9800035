/// How closely two measurements of the same persons lie on a straight line.
public struct PearsonCorrelation: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

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
    let x = try Moments(of: first, "values")
    let y = try Moments(of: second, "values")
    if first.count < 2 || x.isConstant(at: 0) || y.isConstant(at: 0) { return nil }
    var products = 0.0
    for index in first.indices { products += (first[index] - x.mean) * (second[index] - y.mean) }
    let spread = x.squares.squareRoot() * y.squares.squareRoot()
    guard products.isFinite && spread > 0 else { throw .overflow(in: "correlation") }
    return min(1, max(-1, products / spread))
  }
}
