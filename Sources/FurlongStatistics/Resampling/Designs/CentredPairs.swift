/// Two occasions less their means, in an order that does not depend on which person comes first, nor on
/// which occasion is called the earlier.
struct CentredPairs {
  let before: [Double]
  let after: [Double]
  let changes: [Double]
  let meanChange: Double
  private let moments: Moments
  private let occasions: [Moments]
  private let magnitude: Double

  init(_ before: [Double], _ after: [Double]) throws(StatisticsError) {
    if before.count != after.count { throw .unequalLengths(before.count, after.count) }
    if before.count < 2 { throw .tooFew(of: "pairs", count: before.count, needed: 2) }
    try requireFinite(before, "values before")
    try requireFinite(after, "values after")
    // Sums depend on their order, and the order of persons carries no meaning.
    let sorted = Self.sorted(zip(before, after).map { SIMD2($0, $1) }, sign: 1)
    let first = try Moments(of: sorted.map(\.x), "values before")
    let second = try Moments(of: sorted.map(\.y), "values after")
    let differences = sorted.map { $0.y - $0.x }
    let moments = try Moments(of: differences, "changes")
    let middle = moments.mean
    let pairs =
      moments.lean(of: differences) < 0 ? Self.sorted(sorted, sign: -1) : sorted
    self.before = pairs.map { first.deviation(of: $0.x) }
    self.after = pairs.map { second.deviation(of: $0.y) }
    changes = pairs.map { $0.y - $0.x - middle }
    meanChange = middle
    self.moments = moments
    occasions = [first, second]
    magnitude = max(abs(first.mean), abs(second.mean))
  }

  /// Pairs by their change, or by its opposite; among equal changes by height.
  private static func sorted(_ pairs: [SIMD2<Double>], sign: Double) -> [SIMD2<Double>] {
    pairs.sorted {
      let (a, b) = (sign * ($0.y - $0.x), sign * ($1.y - $1.x))
      return a == b ? $0.x + $0.y < $1.x + $1.y : a < b
    }
  }

  /// Throws where everyone changed by the same amount.
  func requireChange() throws(StatisticsError) {
    if moments.isConstant(at: magnitude) {
      throw .noVariation(in: "changes", count: moments.count)
    }
  }

  /// Throws where everyone had the same value on an occasion.
  func requireOccasions() throws(StatisticsError) {
    for occasion in occasions where occasion.isConstant(at: 0) {
      throw .noVariation(in: "values of one occasion", count: occasion.count)
    }
  }
}

extension Moments {
  /// The sum of cubes about the mean: its sign turns with that of the values and not with their mean, so that
  /// ordered by it a sample and its mirror image are drawn alike.
  func lean(of values: [Double]) -> Double {
    values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) }
  }
}
