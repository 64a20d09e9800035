/// Which of Hyndman & Fan's definitions a quantile of a sample follows.
public enum QuantileType: Int, Codable, CaseIterable, Sendable {
  /// The p(n + 1)-th value: SPSS, Minitab, and the bootstrap's order statistics.
  case six = 6
  /// The (1 + p(n − 1))-th value: R's and Excel's own.
  case seven = 7
  /// The (p(n + 1/3) + 1/3)-th value: nearly unbiased for the median whatever the distribution.
  case eight = 8
}

/// Quantiles of a sample.
public struct SampleQuantiles: Equatable, Sendable {
  /// Which definition is used.
  public var type: QuantileType

  /// Chooses a definition.
  public init(type: QuantileType = .seven) {
    self.type = type
  }

  /// The quantiles for proportions.
  ///
  /// ```
  /// (1 − h) x₍ⱼ₎ + h x₍ⱼ₊₁₎     j + h = p(n + 1), 1 + p(n − 1) or p(n + 1/3) + 1/3
  /// ```
  ///
  /// Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566; agrees with R 4.2.2's `quantile`.
  /// O(n log n).
  ///
  /// - Parameters:
  ///   - values: finite, at least one.
  ///   - proportions: from 0 to 1.
  /// - Returns: one value a proportion, never outside the sample.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public func values(
    of values: [Double], at proportions: [Double]
  ) throws(StatisticsError) -> [Double] {
    if values.isEmpty { throw .tooFew(of: "values", count: 0, needed: 1) }
    try requireFinite(values, "values")
    let sorted = values.sorted()
    var quantiles: [Double] = []
    for p in proportions {
      if !(p >= 0 && p <= 1) {
        throw .outsideRange(what: "proportion", value: p, expected: "from 0 to 1")
      }
      quantiles.append(interpolated(sorted, at: place(of: p, among: Double(sorted.count))))
    }
    return quantiles
  }

  private func place(of p: Double, among n: Double) -> Double {
    switch type {
    case .six: p * (n + 1)
    case .seven: 1 + p * (n - 1)
    case .eight: p * (n + 1.0 / 3) + 1.0 / 3
    }
  }

  private func interpolated(_ sorted: [Double], at place: Double) -> Double {
    // A place that is a whole number but for its rounding is that number.
    let fuzz = 4 * Double.ulpOfOne
    let whole = (place + fuzz).rounded(.down)
    let part = abs(place - whole) < fuzz ? 0 : place - whole
    let index = Int(whole) - 1
    if index < 0 { return sorted[0] }
    if index >= sorted.count - 1 { return sorted[sorted.count - 1] }
    let (low, high) = (sorted[index], sorted[index + 1])
    return part == 0 || low == high ? low : (1 - part) * low + part * high
  }
}
