/// How much it counts when one coder chooses one category and another coder another.
///
/// Categories are numbered from 0 in their order and stand equally far apart. All weights are 1 for the same
/// category.
public enum CategoryWeights: Equatable, Sendable {
  /// Only the same category counts: categories without an order.
  case identity
  /// 1 − |i − j| / (q − 1) (Cicchetti & Allison 1971).
  case linear
  /// 1 − (i − j)² / (q − 1)² (Fleiss & Cohen 1973, doi:10.1177/001316447303300309).
  case quadratic
  /// 1 − d(d + 1) / (q(q − 1)) for categories d apart: by the pairs of categories between them (Gwet 2014).
  case ordinal
  /// Own weights: square and symmetric, from 0 to 1, with 1 on the diagonal.
  case given([[Double]])

  /// The weights of so many categories.
  ///
  /// - Throws: `unequalLengths` where given weights are of another size, `outsideRange` where they are not
  ///   symmetric, not from 0 to 1, or not 1 on the diagonal.
  func matrix(of categories: Int) throws(StatisticsError) -> [[Double]] {
    if case .given(let matrix) = self {
      try Self.check(matrix, categories)
      return matrix
    }
    let last = Double(max(1, categories - 1))
    return (0..<categories).map { i in
      (0..<categories).map { j in
        let distance = Double(abs(i - j))
        if distance == 0 { return 1 }
        switch self {
        case .linear: return 1 - distance / last
        case .quadratic: return 1 - distance * distance / (last * last)
        case .ordinal: return 1 - distance * (distance + 1) / (last * (last + 1))
        case .identity, .given: return 0
        }
      }
    }
  }

  private static func check(
    _ matrix: [[Double]], _ categories: Int
  ) throws(StatisticsError) {
    if matrix.count != categories { throw .unequalLengths(categories, matrix.count) }
    for row in matrix where row.count != categories { throw .unequalLengths(categories, row.count) }
    for i in 0..<categories {
      for j in 0..<categories {
        let weight = matrix[i][j]
        if weight >= 0 && weight <= 1 && weight == matrix[j][i] && (i != j || weight == 1) {
          continue
        }
        throw .outsideRange(
          what: "weight", value: weight,
          expected: "from 0 to 1, the same both ways, and 1 for the same category")
      }
    }
  }
}
