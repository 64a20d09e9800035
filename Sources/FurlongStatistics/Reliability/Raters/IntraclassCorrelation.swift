import FurlongNumerics

/// How much of the variance of scores is the persons': the six intraclass correlations.
public struct IntraclassCorrelation: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// All six, of persons each scored by the same raters or on the same occasions.
  ///
  /// ```
  /// one way      (MS_p − MS_w) / (MS_p + (k − 1) MS_w)
  /// agreement    (MS_p − MS_e) / (MS_p + (k − 1) MS_e + k (MS_r − MS_e)/n)
  /// consistency  (MS_p − MS_e) / (MS_p + (k − 1) MS_e)
  /// of the mean of k: k ρ / (1 + (k − 1) ρ)
  /// ```
  ///
  /// F of one way is MS_p/MS_w, of the others MS_p/MS_e: exact tests that persons do not differ. Limits
  /// of one way and consistency follow from F; those of agreement take the degrees of freedom of
  /// MS_r and MS_e together by Satterthwaite (Fleiss & Shrout 1978, doi:10.1007/BF02293867), and those
  /// of a mean are the single score's, stepped up by the same formula.
  /// Shrout & Fleiss 1979, doi:10.1037/0033-2909.86.2.420; McGraw & Wong 1996,
  /// doi:10.1037/1082-989X.1.1.30. Agrees with R's psych 2.2.9 (`lmer = FALSE`) to 1e-11. O(n k).
  ///
  /// - Parameter ratings: a measure a rater or occasion, at least two, of at least two persons.
  /// - Throws: `tooFew`; `noVariation` where all scores are equal; `overflow`; `outsideRange`.
  public func correlations(
    of ratings: ScoreMatrix
  ) throws(StatisticsError) -> IntraclassCorrelations {
    try requireLevel(confidence)
    let parts = try TwoWayDecomposition(of: ratings)
    let (n, k) = (Double(parts.persons), Double(parts.raters))
    let oneWay = try exact(error: parts.withinPersons, df: n * (k - 1), parts)
    let consistency = try exact(error: parts.residual, df: (n - 1) * (k - 1), parts)
    let agreement = try satterthwaite(parts)
    let test = consistency.test
    return IntraclassCorrelations(
      decomposition: parts,
      oneWaySingle: estimate(.oneWaySingle, oneWay.single, oneWay.test),
      agreementSingle: estimate(.agreementSingle, agreement.single, test),
      consistencySingle: estimate(.consistencySingle, consistency.single, test),
      oneWayAverage: estimate(.oneWayAverage, oneWay.average, oneWay.test),
      agreementAverage: estimate(.agreementAverage, agreement.average, test),
      consistencyAverage: estimate(.consistencyAverage, consistency.average, test),
      agreementDegreesOfFreedom: agreement.df)
  }

  private struct Test {
    var f: Double?
    var df1: Double
    var df2: Double
    var p: Double?
  }

  private struct Limits {
    var estimate: Double?
    var low: Double?
    var high: Double?
  }

  private func estimate(
    _ form: IntraclassForm, _ limits: Limits, _ test: Test
  ) -> IntraclassEstimate {
    var interval: ConfidenceInterval?
    if limits.estimate != nil, let low = limits.low, let high = limits.high {
      interval = ConfidenceInterval(low: low, high: high, level: confidence)
    }
    var diagnostics: [IntraclassDiagnostic] = []
    if limits.estimate.map({ $0 < 0 }) ?? false { diagnostics.append(.negative) }
    if limits.estimate == nil { diagnostics.append(.undefined) }
    if test.f == nil { diagnostics.append(.noError) }
    if interval == nil { diagnostics.append(.noInterval) }
    return IntraclassEstimate(
      form: form, estimate: limits.estimate, interval: interval, f: test.f, df1: test.df1,
      df2: test.df2, p: test.p, diagnostics: diagnostics)
  }

  /// One way and consistency: everything follows from one F.
  private func exact(
    error: Double, df: Double, _ parts: TwoWayDecomposition
  ) throws(StatisticsError) -> (single: Limits, average: Limits, test: Test) {
    let k = Double(parts.raters)
    let df1 = Double(parts.persons - 1)
    let tail = (1 - confidence) / 2
    let between = parts.betweenPersons
    if error == 0 {
      // Persons differ, or there would be nothing to take apart; then both limits are 1 as well.
      let one = Limits(estimate: 1, low: 1, high: 1)
      return (one, one, Test(f: nil, df1: df1, df2: df, p: nil))
    }
    let f = between / error
    let (low, high, p) = try numerically { () throws(NumericsError) in
      let distribution = try FisherF(df1: df1, df2: df)
      return (
        f / (try distribution.upperQuantile(tail)), f / (try distribution.quantile(tail)),
        try distribution.upperTail(f)
      )
    }
    func single(_ f: Double) -> Double { (f - 1) / (f + k - 1) }
    func average(_ f: Double) -> Double? { f > 0 ? 1 - 1 / f : nil }
    return (
      Limits(estimate: single(f), low: single(low), high: single(high)),
      Limits(estimate: average(f), low: average(low), high: average(high)),
      Test(f: f, df1: df1, df2: df, p: p)
    )
  }

  /// Agreement: raters and error together, with degrees of freedom that fit their sum.
  private func satterthwaite(
    _ parts: TwoWayDecomposition
  ) throws(StatisticsError) -> (single: Limits, average: Limits, df: Double?) {
    let (n, k) = (Double(parts.persons), Double(parts.raters))
    let (p, r, e) = (parts.betweenPersons, parts.betweenRaters, parts.residual)
    func stepped(_ single: Double) -> Double? {
      let divisor = 1 + (k - 1) * single
      return divisor > 8 * k * Double.ulpOfOne ? k * single / divisor : nil
    }
    // Two persons and two raters whose scores are crossed leave nothing to divide by.
    let divisor = p + (k - 1) * e + k * (r - e) / n
    if divisor <= 8 * k * Double.ulpOfOne * (p + r + e) { return (Limits(), Limits(), nil) }
    let rho = (p - e) / divisor
    // a MS_r + b MS_e at ρ, both times n(1 − ρ), so that ρ = 1 needs no division.
    let a = k * rho * r
    let b = (n * (1 - rho) + k * rho * (n - 1)) * e
    let squares = a * a / (k - 1) + b * b / ((n - 1) * (k - 1))
    let df = squares > 0 ? (a + b) * (a + b) / squares : 0
    var limits = Limits(estimate: rho)
    if r == 0 && e == 0 {
      limits = Limits(estimate: 1, low: 1, high: 1)
    } else if let (below, above) = criticals(df1: n - 1, df2: df) {
      let rest = k * r + (k * n - k - n) * e
      limits.low = n * (p - below * e) / (below * rest + n * p)
      limits.high = n * (above * p - e) / (rest + n * above * p)
    }
    let average = Limits(
      estimate: stepped(rho), low: limits.low.flatMap(stepped), high: limits.high.flatMap(stepped))
    return (limits, average, df > 0 ? df : nil)
  }

  /// F's critical values either way round, or nil where the degrees of freedom are too few for one.
  private func criticals(df1: Double, df2: Double) -> (below: Double, above: Double)? {
    let tail = (1 - confidence) / 2
    guard df2 > 0, let down = try? FisherF(df1: df1, df2: df2).upperQuantile(tail),
      let up = try? FisherF(df1: df2, df2: df1).upperQuantile(tail), down.isFinite, up.isFinite
    else { return nil }
    return (down, up)
  }
}

/// The six intraclass correlations of the same scores.
public struct IntraclassCorrelations: Codable, Equatable, Sendable {
  /// The mean squares that they are made of, and the standard errors of measurement.
  public let decomposition: TwoWayDecomposition
  /// ICC(1,1).
  public let oneWaySingle: IntraclassEstimate
  /// ICC(2,1), or ICC(A,1).
  public let agreementSingle: IntraclassEstimate
  /// ICC(3,1), or ICC(C,1).
  public let consistencySingle: IntraclassEstimate
  /// ICC(1,k).
  public let oneWayAverage: IntraclassEstimate
  /// ICC(2,k), or ICC(A,k).
  public let agreementAverage: IntraclassEstimate
  /// ICC(3,k), or ICC(C,k), which is Cronbach's α of the raters.
  public let consistencyAverage: IntraclassEstimate
  /// Satterthwaite's degrees of freedom in the intervals of agreement, or nil where there are none.
  public let agreementDegreesOfFreedom: Double?

  /// One of the six.
  public subscript(form: IntraclassForm) -> IntraclassEstimate {
    switch form {
    case .oneWaySingle: oneWaySingle
    case .agreementSingle: agreementSingle
    case .consistencySingle: consistencySingle
    case .oneWayAverage: oneWayAverage
    case .agreementAverage: agreementAverage
    case .consistencyAverage: consistencyAverage
    }
  }
}
