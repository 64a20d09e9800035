import FurlongNumerics

/// What the spread of a small normal sample is multiplied or divided by to estimate sigma.
public struct ControlChartConstants: Equatable, Sendable {
  /// How many values a sample has.
  public let size: Int

  /// The constants of samples of so many values.
  ///
  /// - Throws: `outsideRange` unless the size is 2 to 100.
  public init(size: Int) throws(StatisticsError) {
    if !(2...100).contains(size) {
      throw .outsideRange(what: "size of a sample", value: Double(size), expected: "2 to 100")
    }
    self.size = size
  }

  /// The mean standard deviation in sigmas, c₄: the reciprocal of what makes it unbiased.
  ///
  /// ```
  /// c₄(n) = √(2 / (n − 1)) Γ(n/2) / Γ((n − 1)/2)
  /// ```
  ///
  /// - Throws: `numerics`.
  public func meanDeviation() throws(StatisticsError) -> Double {
    // J(n) = Γ(n/2) / (√(n/2) Γ((n − 1)/2)), so that c₄(n) = √(n / (n − 1)) J(n).
    let freedom = Double(size)
    let correction = try HedgesCorrection().factor(df: freedom)
    return correction * (freedom / (freedom - 1)).squareRoot()
  }

  /// The mean range in sigmas, d₂.
  ///
  /// ```
  /// d₂(n) = ∫ 1 − (1 − Φ(x))ⁿ − Φ(x)ⁿ dx
  /// ```
  ///
  /// By the trapezium rule, which on so smooth a function is exact but for rounding.
  ///
  /// - Throws: `numerics`.
  public func meanRange() throws(StatisticsError) -> Double {
    let normal = NormalDistribution()
    var sum = CompensatedSum()
    // 1 − (1 − Φ)ⁿ − Φⁿ is even in x: twice the half from 0, whose middle counts once.
    let step = 1.0 / 32
    for index in 0...(12 * 32) {
      let x = Double(index) * step
      let (lower, upper) = try numerically { () throws(NumericsError) in
        (try normal.lowerTail(x), try normal.upperTail(x))
      }
      sum.add((index == 0 ? 1 : 2) * spread(lower, upper))
    }
    return sum.total * step
  }

  /// 1 − upperⁿ − lowerⁿ, where lower = 1 − upper is near 1, without cancellation.
  private func spread(_ lower: Double, _ upper: Double) -> Double {
    // 1 − lowerⁿ = upper (1 + lower + … + lowerⁿ⁻¹)
    var powers = 0.0
    var power = 1.0
    var small = 1.0
    for _ in 0..<size {
      powers += power
      power *= lower
      small *= upper
    }
    return upper * powers - small
  }
}
