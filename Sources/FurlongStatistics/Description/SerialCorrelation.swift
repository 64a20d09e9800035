/// How closely each value of a series resembles the one some steps before it.
public struct SerialCorrelation: Equatable, Sendable {
  /// How many steps lie between the two.
  public var lag: Int

  /// Chooses how many steps lie between the two values.
  public init(lag: Int = 1) {
    self.lag = lag
  }

  /// The autocorrelation of a series.
  ///
  /// ```
  /// r = Σ(xₜ − x̄)(xₜ₋ₖ − x̄) / Σ(xₜ − x̄)²
  /// ```
  ///
  /// NIST's definition, and that of R's `acf`.
  ///
  /// - Parameter values: finite, in order, more than the lag.
  /// - Throws: `tooFew`, `notFinite`, `noVariation`, `overflow`, `outsideRange` for a lag below 1.
  public func coefficient(of values: [Double]) throws(StatisticsError) -> Double {
    if lag < 1 {
      throw .outsideRange(what: "lag", value: Double(lag), expected: "1 or more")
    }
    if values.count <= lag {
      throw .tooFew(of: "values", count: values.count, needed: lag + 1)
    }
    let moments = try Moments(of: values, "values")
    if moments.isConstant(at: 0) { throw .noVariation(in: "values", count: values.count) }
    var products = CompensatedSum()
    var squares = CompensatedSum()
    for index in values.indices {
      let deviation = moments.deviation(of: values[index])
      squares.add(deviation * deviation)
      if index >= lag { products.add(deviation * moments.deviation(of: values[index - lag])) }
    }
    return products.total / squares.total
  }
}
