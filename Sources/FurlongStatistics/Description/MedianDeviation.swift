/// The spread of a sample by its median distance from the median, which half of the values may upset.
public struct MedianDeviation: Equatable, Sendable {
  /// By what the median distance is multiplied.
  public var scale: Double

  /// Chooses the factor: 1.4826 makes it a standard deviation where values are normal, 1 leaves it.
  public init(scale: Double = 1.4826) {
    self.scale = scale
  }

  /// The median of the distances from the median, times the scale.
  ///
  /// ```
  /// MAD = scale · median |x − median(x)|
  /// ```
  ///
  /// Hampel 1974, doi:10.1080/01621459.1974.10482962; agrees with R's `mad`. 0 where more than half of the values are equal.
  ///
  /// - Parameter values: finite, at least one.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange` for the scale.
  public func deviation(of values: [Double]) throws(StatisticsError) -> Double {
    if !(scale > 0 && scale.isFinite) {
      throw .outsideRange(what: "scale", value: scale, expected: "above 0")
    }
    let centre = try SampleDescription(of: values).median
    return scale * (try SampleDescription(of: values.map { abs($0 - centre) }).median)
  }
}
