import FurlongNumerics

/// What all coefficients of a scale's items are made of: means, variances and covariances with n − 1.
struct ItemCovariances {
  let persons: Int
  let means: [Double]
  let sds: [Double]
  let covariances: SymmetricMatrix
  /// The items on which all persons have the same score, to within rounding.
  let constant: [Int]
  /// Each item's covariance with the total.
  let withTotal: [Double]
  /// The variance of the sum of all items.
  let total: Double

  var items: Int { means.count }

  init(of scores: ScoreMatrix) throws(StatisticsError) {
    var moments: [Moments] = []
    for column in scores.columns { moments.append(try Moments(of: column, "scores")) }
    let constant = moments.indices.filter { moments[$0].isConstant(at: 0) }
    let deviations = scores.columns.indices.map { item in
      constant.contains(item)
        ? [Double](repeating: 0, count: scores.persons)
        : scores.columns[item].map { moments[item].deviation(of: $0) }
    }
    let covariances = SymmetricMatrix.crossProducts(
      of: deviations, over: Double(scores.persons - 1))
    let ones = [Double](repeating: 1, count: moments.count)
    let withTotal = covariances.times(ones)
    var total = CompensatedSum()
    var size = 0.0
    for i in moments.indices {
      total.add(withTotal[i])
      for j in moments.indices { size += abs(covariances[i, j]) }
    }
    guard size.isFinite else { throw .overflow(in: "covariance of the items") }
    if total.total <= 16 * Double.ulpOfOne * Double(moments.count) * size {
      throw .noVariation(in: "total scores", count: scores.persons)
    }
    persons = scores.persons
    means = moments.map(\.mean)
    sds = moments.indices.map { covariances[$0, $0].squareRoot() }
    self.covariances = covariances
    self.constant = constant
    self.withTotal = withTotal
    self.total = total.total
  }

  /// The correlations of the items, or nil where an item does not vary.
  var correlations: SymmetricMatrix? {
    if !constant.isEmpty { return nil }
    var correlations = SymmetricMatrix(order: items)
    for i in 0..<items {
      for j in 0..<i { correlations[i, j] = covariances[i, j] / sds[i] / sds[j] }
      correlations[i, i] = 1
    }
    return correlations
  }
}

extension SymmetricMatrix {
  /// The sums of products of lists with one another, each divided by one number.
  fileprivate static func crossProducts(
    of lists: [[Double]], over divisor: Double
  ) -> SymmetricMatrix {
    var products = SymmetricMatrix(order: lists.count)
    for i in lists.indices {
      for j in 0...i {
        var sum = CompensatedSum()
        for (a, b) in zip(lists[i], lists[j]) { sum.add(a * b) }
        products[i, j] = sum.total / divisor
      }
    }
    return products
  }
}
