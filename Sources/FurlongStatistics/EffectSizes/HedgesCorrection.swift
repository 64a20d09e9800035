import FurlongNumerics

/// The factor that takes the small-sample bias out of a standardised mean difference.
public struct HedgesCorrection: Equatable, Sendable {
  /// Makes the correction, which has no choices.
  public init() {}

  /// The exact factor for a number of degrees of freedom.
  ///
  /// ```
  /// J(ν) = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2))
  /// ```
  ///
  /// Hedges 1981, doi:10.3102/10769986006002107. Accurate to 1e-12, where the usual 1 − 3/(4ν − 1) is 4e-4 off at ν = 9.
  ///
  /// - Parameter df: above 1.
  /// - Throws: `outsideRange`, `numerics`.
  public func factor(df: Double) throws(StatisticsError) -> Double {
    if !(df > 1 && df.isFinite) {
      throw .outsideRange(what: "degrees of freedom", value: df, expected: "above 1")
    }
    return try numerically { () throws(NumericsError) in
      try GammaFunction.ratio(df / 2, over: (df - 1) / 2) / (df / 2).squareRoot()
    }
  }
}
