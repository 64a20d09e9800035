import FurlongNumerics

/// How far a scale's items go together: Cronbach's α with Feldt's interval, item by item.
public struct CronbachAlpha: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// α of the sum of a scale's items, turned round so that all point the same way.
  ///
  /// ```
  /// α = k/(k − 1) · (1 − Σ Vᵢ / V_total)
  /// interval: 1 − (1 − α) F(1 − γ/2; n − 1, (n − 1)(k − 1))  to  1 − (1 − α) F(γ/2; the same)
  /// standardised: k r̄ / (1 + (k − 1) r̄),  r̄ the mean correlation of two items
  /// ```
  ///
  /// The interval is exact where persons and errors are normal and the items parallel (Feldt 1965,
  /// doi:10.1007/BF02289499). The standard error is that of Duhachek & Iacobucci 2004,
  /// doi:10.1037/0021-9010.89.5.792, which needs no parallel items, but many persons.
  /// Cronbach 1951, doi:10.1007/BF02310555. Agrees with R's psych 2.2.9 to 1e-12. O(n k²).
  ///
  /// - Parameter scores: a measure an item, in the items' points; at least two items and two persons.
  /// - Returns: α, below 0 where items go against one another: given as it is, with a diagnostic.
  /// - Throws: `tooFew`; `noVariation` where all totals are equal; `overflow`; `outsideRange`.
  public func consistency(of scores: ScoreMatrix) throws(StatisticsError) -> InternalConsistency {
    try requireLevel(confidence)
    try scores.require(persons: 2, measures: 2, of: "items")
    let items = try ItemCovariances(of: scores)
    let alpha = Self.alpha(
      variances: items.sds.map { $0 * $0 }, total: items.total)
    let tail = (1 - confidence) / 2
    let (n, k) = (Double(scores.persons), Double(scores.measures))
    let (lower, upper) = try numerically { () throws(NumericsError) in
      let f = try FisherF(df1: n - 1, df2: (n - 1) * (k - 1))
      return (try f.quantile(tail), try f.upperQuantile(tail))
    }
    let analysis = (0..<items.items).map { ItemAnalysis(item: $0, among: items) }
    let mean = items.correlations.map { correlations in
      var sum = CompensatedSum()
      for i in 1..<items.items {
        for j in 0..<i { sum.add(correlations[i, j]) }
      }
      return sum.total / (k * (k - 1) / 2)
    }
    return InternalConsistency(
      persons: scores.persons, items: analysis, alpha: alpha,
      interval: ConfidenceInterval(
        low: 1 - (1 - alpha) * upper, high: 1 - (1 - alpha) * lower, level: confidence),
      standardError: Self.standardError(items),
      meanCorrelation: mean,
      // The mean of k items' correlations is at least −1/(k − 1), where there is nothing to divide by.
      standardisedAlpha: mean.flatMap { r in
        1 + (k - 1) * r > 16 * k * Double.ulpOfOne ? k * r / (1 + (k - 1) * r) : nil
      },
      meanTotal: items.means.reduce(0, +), sdTotal: items.total.squareRoot(),
      diagnostics: Self.diagnostics(alpha, analysis))
  }

  /// The formula itself, for whichever items are left.
  static func alpha(variances: [Double], total: Double) -> Double {
    var sum = CompensatedSum()
    for variance in variances { sum.add(variance) }
    let k = Double(variances.count)
    // Items that differ by a constant give 1, but for rounding.
    return min(1, k / (k - 1) * (1 - sum.total / total))
  }

  /// Duhachek & Iacobucci's standard error, from the items' covariances.
  private static func standardError(_ items: ItemCovariances) -> Double {
    let k = Double(items.items)
    var (trace, squares, rows) = (0.0, 0.0, 0.0)
    for i in 0..<items.items {
      trace += items.covariances[i, i]
      rows += items.withTotal[i] * items.withTotal[i]
      for j in 0..<items.items { squares += items.covariances[i, j] * items.covariances[i, j] }
    }
    // In units of the total's variance, so that no power of it overflows.
    let total = items.total
    let spread =
      (squares + trace * trace) / total / total - 2 * trace / total * rows / total / total
    let q = 2 * k * k / ((k - 1) * (k - 1)) * max(0, spread)
    return (q / Double(items.persons)).squareRoot()
  }

  private static func diagnostics(
    _ alpha: Double, _ items: [ItemAnalysis]
  ) -> [ConsistencyDiagnostic] {
    var diagnostics: [ConsistencyDiagnostic] = []
    let constant = items.indices.filter { items[$0].sd == 0 }
    let against = items.indices.filter { items[$0].restCorrelation.map { $0 < 0 } ?? false }
    if alpha < 0 { diagnostics.append(.negative) }
    if !constant.isEmpty { diagnostics.append(.constantItems(constant)) }
    if !against.isEmpty { diagnostics.append(.itemsAgainstTheRest(against)) }
    return diagnostics
  }
}
