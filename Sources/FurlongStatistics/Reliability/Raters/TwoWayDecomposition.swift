/// Scores of persons by raters, taken apart: what is the person's, what the rater's, what is left.
public struct TwoWayDecomposition: Codable, Equatable, Sendable {
  /// How many persons there are.
  public let persons: Int
  /// How many raters, or occasions, scored each of them.
  public let raters: Int
  /// The mean of all scores.
  public let mean: Double
  /// The mean square of persons, with n − 1 degrees of freedom.
  public let betweenPersons: Double
  /// The mean square of raters, with k − 1 degrees of freedom.
  public let betweenRaters: Double
  /// The mean square of what neither explains, with (n − 1)(k − 1) degrees of freedom.
  public let residual: Double
  /// The mean square within persons, raters and rest together, with n(k − 1) degrees of freedom.
  public let withinPersons: Double

  /// Takes scores apart.
  ///
  /// ```
  /// x_pr = m + (x̄_p − m) + (x̄_r − m) + rest
  /// ```
  ///
  /// Squares are summed of deviations, never as differences of large sums. A square that rounding alone
  /// can make is 0. O(n k).
  ///
  /// - Parameter ratings: a measure a rater, at least two raters and two persons.
  /// - Throws: `tooFew`; `noVariation` where all scores are equal; `overflow`.
  public init(of ratings: ScoreMatrix) throws(StatisticsError) {
    try ratings.require(persons: 2, measures: 2, of: "raters")
    let all = try Moments(of: ratings.columns.flatMap { $0 }, "scores")
    if all.isConstant(at: 0) {
      throw .noVariation(in: "scores", count: all.count)
    }
    let (n, k) = (Double(ratings.persons), Double(ratings.measures))
    let centred = ratings.columns.map { column in column.map { $0 - all.mean } }
    func mean(_ values: [Double]) -> Double {
      var sum = CompensatedSum()
      for value in values { sum.add(value) }
      return sum.total / Double(values.count)
    }
    let rest = mean(centred.flatMap { $0 })
    let raterMeans = centred.map { mean($0) - rest }
    let personMeans = (0..<ratings.persons).map { p in mean(centred.map { $0[p] }) - rest }
    var (within, residual) = (CompensatedSum(), CompensatedSum())
    for (column, raterMean) in zip(centred, raterMeans) {
      for (value, personMean) in zip(column, personMeans) {
        let inside = value - rest - personMean
        within.add(inside * inside)
        residual.add((inside - raterMean) * (inside - raterMean))
      }
    }
    var largest = 0.0
    for column in ratings.columns {
      for value in column { largest = max(largest, abs(value)) }
    }
    func meanSquare(_ squares: Double, df: Double) -> Double {
      (squares / (n * k)).squareRoot() <= 10 * Double.ulpOfOne * largest ? 0 : squares / df
    }
    persons = ratings.persons
    raters = ratings.measures
    self.mean = all.mean + rest
    betweenPersons = meanSquare(k * personMeans.reduce(0) { $0 + $1 * $1 }, df: n - 1)
    betweenRaters = meanSquare(n * raterMeans.reduce(0) { $0 + $1 * $1 }, df: k - 1)
    self.residual = meanSquare(residual.total, df: (n - 1) * (k - 1))
    withinPersons = meanSquare(within.total, df: n * (k - 1))
    guard withinPersons.isFinite && betweenPersons.isFinite else {
      throw .overflow(in: "squares of the scores")
    }
  }

  /// The standard error of measurement of one score among scores of the same rater or occasion.
  ///
  /// ```
  /// √MS_rest
  /// ```
  public var errorOfConsistency: Double { residual.squareRoot() }

  /// The standard error of measurement of one score whoever rated, or whenever.
  ///
  /// ```
  /// √((MS_raters − MS_rest)/n + MS_rest)
  /// ```
  ///
  /// de Vet, Terwee, Knol & Bouter 2006, doi:10.1016/j.jclinepi.2005.10.015.
  public var errorOfAgreement: Double {
    let n = Double(persons)
    return (betweenRaters / n + residual * (1 - 1 / n)).squareRoot()
  }
}
