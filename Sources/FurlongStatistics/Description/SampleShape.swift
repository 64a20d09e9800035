/// How a sample's skewness and kurtosis are corrected for its size.
public enum ShapeConvention: String, Codable, CaseIterable, Sendable {
  /// The sample's own moments: g₁ = m₃/m₂^1.5 and g₂ = m₄/m₂² − 3.
  case moments
  /// G₁ and G₂, unbiased for normal samples: those of SPSS and Excel.
  case adjusted
  /// b₁ and b₂: g with the variance that divides by n − 1, those of Minitab.
  case sampleVariance
}

/// How lopsided a sample is, and how heavy its tails are.
public struct SampleShape: Codable, Equatable, Sendable {
  /// How both are corrected for the sample's size.
  public let convention: ShapeConvention
  /// Above 0 where the longer tail is on the right; nil for `adjusted` with fewer than 3 values.
  public let skewness: Double?
  /// Above 0 where tails are heavier than normal; nil for `adjusted` with fewer than 4 values.
  public let excessKurtosis: Double?

  /// The shape of a complete sample.
  ///
  /// ```
  /// g₁ = m₃/m₂^1.5               g₂ = m₄/m₂² − 3
  /// G₁ = g₁ √(n(n−1))/(n−2)      G₂ = ((n+1) g₂ + 6)(n−1)/((n−2)(n−3))
  /// b₁ = g₁ ((n−1)/n)^1.5        b₂ = (g₂ + 3)(1 − 1/n)² − 3
  /// ```
  ///
  /// Joanes & Gill 1998, doi:10.1111/1467-9884.00122; agrees with e1071's types 1, 2 and 3.
  ///
  /// - Parameters:
  ///   - values: finite, at least two.
  ///   - convention: how they are corrected for the sample's size.
  /// - Throws: `tooFew`, `notFinite`, `noVariation`, `overflow`.
  public init(
    of values: [Double], convention: ShapeConvention = .adjusted
  ) throws(StatisticsError) {
    if values.count < 2 { throw .tooFew(of: "values", count: values.count, needed: 2) }
    let moments = try Moments(of: values, "values")
    if moments.isConstant(at: 0) { throw .noVariation(in: "values", count: values.count) }
    // In standard deviations, so that no power overflows.
    let sd = (moments.squares / Double(values.count)).squareRoot()
    var sums = (second: 0.0, third: 0.0, fourth: 0.0)
    for value in values {
      let z = moments.deviation(of: value) / sd
      sums.second += z * z
      sums.third += z * z * z
      sums.fourth += z * z * z * z
    }
    let n = Double(values.count)
    self.init(
      count: values.count, second: sums.second / n, third: sums.third / n,
      fourth: sums.fourth / n, convention: convention)
  }

  /// The shape from central moments that divide by n.
  init(
    count: Int, second: Double, third: Double, fourth: Double, convention: ShapeConvention
  ) {
    let n = Double(count)
    let g1 = third / (second * second.squareRoot())
    let g2 = fourth / (second * second) - 3
    self.convention = convention
    switch convention {
    case .moments:
      skewness = g1
      excessKurtosis = g2
    case .adjusted:
      skewness = count > 2 ? g1 * (n * (n - 1)).squareRoot() / (n - 2) : nil
      excessKurtosis =
        count > 3 ? ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)) : nil
    case .sampleVariance:
      let share = (n - 1) / n
      skewness = g1 * share * share.squareRoot()
      excessKurtosis = (g2 + 3) * share * share - 3
    }
  }
}
