/// How the variances of a linear model's coefficients are made of its residuals.
///
/// ```
/// classical: s² (XᵀX)⁻¹                 HC: (XᵀX)⁻¹Xᵀ diag(wᵢ) X (XᵀX)⁻¹
/// HC0: eᵢ²     HC1: eᵢ² n/(n − k)     HC2: eᵢ²/(1 − hᵢ)     HC3: eᵢ²/(1 − hᵢ)²
/// ```
///
/// e are the residuals, h the leverages, k the number of coefficients, s² = Σe²/(n − k). White 1980, doi:10.2307/1912934;
/// MacKinnon & White 1985, doi:10.1016/0304-4076(85)90158-7.
public enum CoefficientVariance: String, Codable, CaseIterable, Sendable {
  /// The same variance everywhere: right where that is known.
  case classical
  /// White's: each residual for itself; too small for few people.
  case hc0
  /// HC0 times n/(n − k).
  case hc1
  /// Without bias where the variances are equal after all; of two groups it is Welch's standard error.
  case hc2
  /// As if each person were left out in turn: the choice where nothing speaks for another, from few people to about 250
  /// (Long & Ervin 2000, doi:10.1080/00031305.2000.10474549).
  case hc3

  /// The variance that a residual stands for.
  ///
  /// - Parameters:
  ///   - residual: what the model leaves of one person's outcome.
  ///   - leverage: how much that outcome weighs in its own fit, below 1.
  ///   - count: how many people there are.
  ///   - df: how many there are beyond the coefficients.
  func weight(_ residual: Double, leverage: Double, count: Double, df: Double) -> Double {
    let square = residual * residual
    return switch self {
    case .classical, .hc0: square
    case .hc1: square * count / df
    case .hc2: square / (1 - leverage)
    case .hc3: square / ((1 - leverage) * (1 - leverage))
    }
  }
}
