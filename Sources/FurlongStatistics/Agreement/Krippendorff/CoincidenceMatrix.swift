/// How often each value meets each other in a unit: what Krippendorff's α is made of.
public struct CoincidenceMatrix: Codable, Equatable, Sendable {
  /// The values in ascending order; for categories their numbers.
  public let values: [Double]
  /// The coincidences: symmetric, a row a value.
  public let cells: [[Double]]
  /// How many units have two values or more.
  public let units: Int

  /// Counts the pairs of values of different coders, each unit's being worth as much as its values.
  ///
  /// ```
  /// o_ck = Σ_u times (ordered pairs c, k in u) / (m_u − 1)
  /// ```
  ///
  /// Units with one value pair with nothing and are left out.
  init(of counts: UnitCounts, values: [Double]) {
    self.values = values
    var cells = [[CompensatedSum]](
      repeating: [CompensatedSum](repeating: CompensatedSum(), count: values.count),
      count: values.count)
    for pattern in counts.patterns where pattern.codes > 1 {
      let weight = Double(pattern.times) / Double(pattern.codes - 1)
      let used = pattern.counts.indices.filter { pattern.counts[$0] > 0 }
      for c in used {
        for k in used {
          let pairs = pattern.counts[c] * (pattern.counts[k] - (c == k ? 1 : 0))
          cells[c][k].add(weight * Double(pairs))
        }
      }
    }
    self.cells = cells.map { $0.map(\.total) }
    units = counts.pairable
  }

  /// Counts the coincidences of units with values.
  ///
  /// - Parameter units: a row a unit, a value a coder, nil where missing.
  /// - Throws: `unequalLengths`, `notFinite`, `tooFew` without any value.
  public init(of units: [[Double?]]) throws(StatisticsError) {
    let (counts, values) = try UnitCounts.counting(units)
    self.init(of: counts, values: values)
  }

  /// Counts the coincidences of units with categories, whose numbers from 0 are the values.
  public init(of counts: UnitCounts) {
    self.init(of: counts, values: (0..<counts.categories).map(Double.init))
  }

  /// How many pairable values there are of each.
  public var margins: [Double] { cells.map { $0.reduce(0, +) } }

  /// How many pairable values there are in all.
  public var total: Double { margins.reduce(0, +) }
}
