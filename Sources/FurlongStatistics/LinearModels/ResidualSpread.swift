/// How far a model's residuals lie from 0: the one place where their spread is computed.
struct ResidualSpread {
  /// The residuals' degrees of freedom: people less coefficients.
  let df: Double
  /// √(Σe²/df).
  let sd: Double
  /// The share of the outcome's squares that the model explains.
  let rSquared: Double

  /// - Parameter centred: whether the outcome's squares are about its mean, as those of a model with a constant.
  init(
    of residuals: [Double], outcome: [Double], coefficients: Int, centred: Bool
  ) throws(StatisticsError) {
    df = Double(residuals.count - coefficients)
    func squares(_ values: [Double]) -> Double {
      var sum = CompensatedSum()
      for value in values { sum.add(value * value) }
      return sum.total
    }
    let rest = squares(residuals)
    let size = squares(outcome)
    guard rest.isFinite, size.isFinite else { throw .overflow(in: "squares of the outcomes") }
    sd = (rest / df).squareRoot()
    // A model that fits but for rounding: nothing can be divided by such residuals.
    if sd <= 10 * Double.ulpOfOne * (size / Double(outcome.count)).squareRoot() {
      throw .noVariation(in: "residuals", count: residuals.count)
    }
    let all = centred ? try Moments(of: outcome, "outcomes").squares : size
    rSquared = max(0, 1 - rest / all)
  }
}
