/// The least-squares line of later scores on earlier ones: the one place where it is computed.
struct StraightLine {
  let count: Int
  let slope: Double
  let residualSD: Double
  private let meanX: Double
  private let meanY: Double
  private let squaresX: Double

  /// The degrees of freedom of the residuals.
  var df: Double { Double(count - 2) }

  /// The line of a group by its means, spreads and correlation.
  init(of group: ReferenceScores) throws(StatisticsError) {
    guard let r = group.correlation, group.sdBefore > 0 else {
      throw .noVariation(in: "scores of the reference group", count: group.count)
    }
    let n = Double(group.count)
    let squares = (1 - r) * (1 + r) * (n - 1) * group.sdAfter * group.sdAfter
    try self.init(
      count: group.count, meanX: group.meanBefore, meanY: group.meanAfter,
      squaresX: (n - 1) * group.sdBefore * group.sdBefore,
      slope: r * group.sdAfter / group.sdBefore, residualSquares: squares)
  }

  /// The line of a sample, with residuals taken one by one so that a close fit does not cancel.
  init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try JudgedChanges.require(x, y)
    let first = try Moments(of: x, "scores before")
    let second = try Moments(of: y, "scores after")
    if first.isConstant(at: 0) { throw .noVariation(in: "scores before", count: first.count) }
    var products = CompensatedSum()
    for (a, b) in zip(x, y) { products.add(first.deviation(of: a) * second.deviation(of: b)) }
    let slope = products.total / first.squares
    var residuals = CompensatedSum()
    for (a, b) in zip(x, y) {
      let residual = second.deviation(of: b) - slope * first.deviation(of: a)
      residuals.add(residual * residual)
    }
    try self.init(
      count: x.count, meanX: first.mean, meanY: second.mean, squaresX: first.squares, slope: slope,
      residualSquares: residuals.total)
  }

  private init(
    count: Int, meanX: Double, meanY: Double, squaresX: Double, slope: Double,
    residualSquares: Double
  ) throws(StatisticsError) {
    if count < 3 { throw .tooFew(of: "pairs", count: count, needed: 3) }
    self.count = count
    self.meanX = meanX
    self.meanY = meanY
    self.squaresX = squaresX
    self.slope = slope
    residualSD = (residualSquares / Double(count - 2)).squareRoot()
    guard slope.isFinite, residualSD.isFinite else { throw .overflow(in: "regression") }
    // On a line but for rounding: nothing can be divided by such residuals.
    let size = abs(slope) * (squaresX / Double(count)).squareRoot() + abs(meanY)
    if residualSD <= 10 * Double.ulpOfOne * size {
      throw .noVariation(in: "residuals", count: count)
    }
  }

  /// The later score expected after an earlier one.
  func predicted(at x: Double) -> Double { meanY + slope * (x - meanX) }

  /// The standard error of that expectation.
  func errorOfMean(at x: Double) -> Double {
    residualSD * (1 / Double(count) + (x - meanX) * (x - meanX) / squaresX).squareRoot()
  }

  /// The standard error of predicting one new person.
  func errorOfNew(at x: Double) -> Double {
    residualSD * (1 + 1 / Double(count) + (x - meanX) * (x - meanX) / squaresX).squareRoot()
  }

  /// The standard error of the slope.
  var errorOfSlope: Double { residualSD / squaresX.squareRoot() }
}
