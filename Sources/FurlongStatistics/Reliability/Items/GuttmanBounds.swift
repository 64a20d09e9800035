import FurlongNumerics

/// Guttman's lower bounds of a scale's reliability that need no choice of halves: λ₂ and λ₆.
public struct GuttmanBounds: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// The bounds of the sum of a scale's items.
  ///
  /// ```
  /// λ₂ = (Σ_{i≠j} cᵢⱼ + √(k/(k − 1) Σ_{i≠j} cᵢⱼ²)) / V_total
  /// λ₆ = 1 − Σ eᵢ² / V_total,   eᵢ² = 1/(C⁻¹)ᵢᵢ: what the other items leave of an item's variance
  /// ```
  ///
  /// λ₃ is Cronbach's α; λ₄ is the highest of ``SplitHalf/allSplits(of:)``. Always α ≤ λ₂.
  /// Guttman 1945, doi:10.1007/BF02288892. Agrees with R's psych 2.2.9, whose `alpha` prints the
  /// standardised λ₆ as `G6(smc)`. O(n k² + k³).
  ///
  /// - Parameter scores: a measure an item, at least two items and two persons.
  /// - Returns: the bounds; λ₆ is nil where an item follows from the others, as it must where there are
  ///   no more persons than items.
  /// - Throws: `tooFew`, `noVariation`, `overflow`.
  public func bounds(of scores: ScoreMatrix) throws(StatisticsError) -> ReliabilityBounds {
    try scores.require(persons: 2, measures: 2, of: "items")
    let items = try ItemCovariances(of: scores)
    let k = Double(items.items)
    var (between, squares) = (CompensatedSum(), CompensatedSum())
    for i in 1..<items.items {
      for j in 0..<i {
        let share = items.covariances[i, j] / items.total
        between.add(2 * share)
        squares.add(2 * share * share)
      }
    }
    return ReliabilityBounds(
      lambda2: between.total + (k / (k - 1) * squares.total).squareRoot(),
      lambda6: Self.lambda6(items.covariances),
      standardisedLambda6: items.correlations.flatMap(Self.lambda6))
  }

  private static func lambda6(_ matrix: SymmetricMatrix) -> Double? {
    guard let inverse = try? CholeskyFactor(of: matrix).inverse() else { return nil }
    var (left, total) = (CompensatedSum(), CompensatedSum())
    for i in 0..<matrix.order {
      left.add(1 / inverse[i, i])
      for j in 0..<matrix.order { total.add(matrix[i, j]) }
    }
    let lambda = 1 - left.total / total.total
    return lambda.isFinite ? lambda : nil
  }
}

/// Guttman's lower bounds of a scale's reliability.
public struct ReliabilityBounds: Codable, Equatable, Sendable {
  /// λ₂, never below α.
  public let lambda2: Double
  /// λ₆ of the sum of points, or nil where an item follows from the others.
  public let lambda6: Double?
  /// λ₆ of the sum of standard scores, or nil as ``lambda6``.
  public let standardisedLambda6: Double?
}
