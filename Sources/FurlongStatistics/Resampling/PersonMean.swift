/// The mean of one value a person, with intervals that ask nothing of its distribution.
///
/// For what is far from normal: differences of counts, costs.
public struct PersonMean: Equatable, Sendable {
  /// How persons are drawn.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The mean of one value a person.
  ///
  /// - Parameter values: finite, at least two; their order does not matter.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public func mean(of values: [Double]) throws(StatisticsError) -> BootstrapEstimate {
    try requireFinite(values, "values")
    let sorted = values.sorted()
    return try bootstrap.estimate(of: sorted.count) { indices in
      sorted.withUnsafeBufferPointer { values in
        var sum = 0.0
        for index in indices { sum += values[index] }
        return sum / Double(indices.count)
      }
    }
  }
}
