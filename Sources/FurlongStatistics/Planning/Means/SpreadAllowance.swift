import FurlongNumerics

/// How a plan allows for a standard deviation that comes out by chance.
///
/// ```
/// none         s = σ
/// onAverage    E[s] = σ √(2/ν) Γ((ν + 1)/2) / Γ(ν/2)
/// assured      s = σ √(χ²(γ; ν) / ν), which is passed with probability 1 − γ
/// ```
///
/// σ is planned for, s what the data will show, ν its degrees of freedom. On average s falls a little short of σ, but
/// nearly every second time it is larger: a plan that must not miss its half-width allows for that.
/// Kelley & Rausch 2006, doi:10.1037/1082-989X.11.4.363.
public enum SpreadAllowance: Codable, Equatable, Sendable {
  /// Not at all: the data show the standard deviation planned for.
  case none
  /// The half-width is what comes out on average.
  case onAverage
  /// The half-width is kept with this probability, strictly between 0 and 1.
  case assured(Double)

  /// The standard deviation that is counted with, over that planned for.
  func share(df: Double) throws(StatisticsError) -> Double {
    switch self {
    case .none: return 1
    case .onAverage:
      // Hedges's factor has the same ratio of gamma functions, one degree of freedom further.
      return try HedgesCorrection().factor(df: df + 1) * ((df + 1) / df).squareRoot()
    case .assured(let probability):
      return try numerically { () throws(NumericsError) in
        try (ChiSquared(df: df).quantile(probability) / df).squareRoot()
      }
    }
  }
}
