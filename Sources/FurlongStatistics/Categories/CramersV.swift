import FurlongNumerics

/// How closely two sets of categories go together, from 0 to 1.
public struct CramersV: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Cramér's V of a table of counts.
  ///
  /// ```
  /// V = √(χ² / (N m)),  m = min(r, c) − 1     interval: √(λ / (N m)), λ the noncentralities of χ²
  /// corrected: φ² = max(0, χ²/N − df/(N − 1)),  r̃ = r − (r − 1)²/(N − 1), c̃ likewise,  √(φ² / (min(r̃, c̃) − 1))
  /// ```
  ///
  /// V of a sample is above 0 even where nothing goes together; the corrected one takes that out (Bergsma
  /// 2013, doi:10.1016/j.jkss.2012.10.002). Cramér 1946; interval: Steiger 2004, doi:10.1037/1082-989X.9.2.164. Agrees
  /// with effectsize 0.8.3's `cramers_v`, whose limits are found to about four figures.
  ///
  /// - Parameter table: rows of counts of persons, each person in one cell.
  /// - Throws: as ``ChiSquaredTest``.
  public func association(_ table: [[Int]]) throws(StatisticsError) -> CramersAssociation {
    try requireLevel(confidence)
    let test = try ChiSquaredTest().test(table)
    let n = Double(test.count)
    let r = Double(test.rows.count)
    let c = Double(test.columns.count)
    let most = n * (min(r, c) - 1)
    let df = Double(test.df)
    let limits = try SquaredNoncentrality(confidence: confidence).limits(near: test.chiSquared) {
      (lambda) throws(NumericsError) in
      try NoncentralChiSquared(df: df, noncentrality: lambda).lowerTail(test.chiSquared)
    }
    var corrected: Double?
    if test.count > 1 {
      let phi = max(0, test.chiSquared / n - df / (n - 1))
      let sides = [r, c].map { $0 - ($0 - 1) * ($0 - 1) / (n - 1) }
      let room = min(sides[0], sides[1]) - 1
      if room > 0 { corrected = min(1, (phi / room).squareRoot()) }
    }
    return CramersAssociation(
      test: test, v: min(1, (test.chiSquared / most).squareRoot()),
      interval: ConfidenceInterval(
        low: min(1, (limits.low / most).squareRoot()),
        high: min(1, (limits.high / most).squareRoot()), level: confidence), corrected: corrected)
  }
}

/// How closely two sets of categories go together.
public struct CramersAssociation: Codable, Equatable, Sendable {
  /// The χ² that it is made of.
  public let test: CategoryAssociation
  /// Cramér's V, from 0 to 1.
  public let v: Double
  /// Its interval.
  public let interval: ConfidenceInterval
  /// V with its bias taken out, or nil where too few persons leave nothing to divide by.
  public let corrected: Double?
}
