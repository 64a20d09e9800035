import FurlongNumerics

/// A linear model by ordinary least squares.
public struct LinearModel: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double
  /// How the variances of the coefficients are made.
  public var variance: CoefficientVariance
  /// Whether the model has a constant, which is named ``interceptName``.
  public var intercept: Bool

  /// The name of the constant among the coefficients.
  public static let interceptName = "intercept"

  /// Chooses the confidence, how variances are made, and whether there is a constant.
  public init(
    confidence: Double = 0.95, variance: CoefficientVariance = .hc3, intercept: Bool = true
  ) {
    self.confidence = confidence
    self.variance = variance
    self.intercept = intercept
  }

  /// What an outcome is, in the mean, for each unit of some terms.
  ///
  /// ```
  /// y = β₀ + β₁x₁ + … + e        Σe² least        βⱼ ± t(1 − α/2; n − k) √Vⱼⱼ
  /// ```
  ///
  /// V by ``CoefficientVariance``. The coefficients are those of exact arithmetic on the stored values (``PivotedQR``): NIST's
  /// Longley to 14 figures, Wampler 1 to 5 to 13, Filip to 7; variances agree with R 4.2.2's `lm` and sandwich
  /// 3.0.2's `vcovHC`. O(n k²).
  ///
  /// - Parameters:
  ///   - outcome: the y of each person, finite.
  ///   - terms: what the outcome is explained by, each a finite number for each person in the same order; yes and no
  ///     as 1 and 0.
  /// - Returns: the coefficients, the constant first and then as the terms stand, each in units of the outcome for
  ///   a unit of its term.
  /// - Throws: `tooFew` unless there are more people than coefficients; `dependentTerms` where a term is made of others;
  ///   `leverageOfOne` where HC2 or HC3 would divide by 0; `noVariation` where the model fits all but for rounding;
  ///   `unequalLengths`, `notFinite`, `outsideRange`, `overflow`, `numerics`.
  public func fit(
    _ outcome: [Double], on terms: [ModelTerm]
  ) throws(StatisticsError) -> LinearFit {
    try requireLevel(confidence)
    for term in terms {
      if term.values.count != outcome.count {
        throw .unequalLengths(outcome.count, term.values.count)
      }
      try requireFinite(term.values, "values of \(term.name)")
    }
    try requireFinite(outcome, "outcomes")
    let constant = ModelTerm(
      Self.interceptName, [Double](repeating: 1, count: outcome.count))
    let all = intercept ? [constant] + terms : terms
    if all.isEmpty { throw .tooFew(of: "terms", count: 0, needed: 1) }
    if outcome.count <= all.count {
      throw .tooFew(of: "people", count: outcome.count, needed: all.count + 1)
    }
    let factors = try Self.factor(all)
    let solved = try numerically { () throws(NumericsError) in try factors.solve(outcome) }
    let spread = try ResidualSpread(
      of: solved.residuals, outcome: outcome, coefficients: all.count, centred: intercept)
    let variances = try variances(factors, solved.residuals, spread)
    var coefficients: [Coefficient] = []
    for (place, term) in all.enumerated() {
      let error = variances[place, place].squareRoot()
      if !(error > 0) { throw .noVariation(in: "residuals", count: outcome.count) }
      let estimate = solved.coefficients[place]
      coefficients.append(
        Coefficient(
          name: term.name, estimate: estimate,
          test: try MeanTest(
            estimate: estimate, standardError: error, df: spread.df, confidence: confidence)))
    }
    return LinearFit(
      count: outcome.count, coefficients: coefficients, variance: variance, df: spread.df,
      residualSD: spread.sd, rSquared: spread.rSquared, condition: factors.condition)
  }

  private static func factor(_ terms: [ModelTerm]) throws(StatisticsError) -> PivotedQR {
    do {
      return try PivotedQR(of: ColumnMatrix(columns: terms.map(\.values)))
    } catch .rankDeficient(let rank, let count, let columns) {
      throw .dependentTerms(columns.map { terms[$0].name }, excess: count - rank)
    } catch {
      throw .numerics(error)
    }
  }

  private func variances(
    _ factors: PivotedQR, _ residuals: [Double], _ spread: ResidualSpread
  ) throws(StatisticsError) -> SymmetricMatrix {
    let projection = try numerically { () throws(NumericsError) in try Projection(of: factors) }
    if variance == .hc2 || variance == .hc3 {
      let alone = projection.leverages.count { 1 - $0 <= 64 * Double.ulpOfOne }
      if alone > 0 { throw .leverageOfOne(count: alone) }
    }
    if variance == .classical {
      var variances = SymmetricMatrix(order: factors.columns)
      for place in 0..<factors.columns {
        variances[place, place] = spread.sd * spread.sd * projection.inverse[place, place]
      }
      return variances
    }
    let count = Double(residuals.count)
    let weights = zip(residuals, projection.leverages).map {
      variance.weight($0, leverage: $1, count: count, df: spread.df)
    }
    try requireResult(weights, "squares of the residuals")
    return try numerically { () throws(NumericsError) in try projection.sandwich(weights) }
  }
}
