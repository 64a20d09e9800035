/// What a sample looks like: its size, centre and spread.
public struct SampleDescription: Codable, Equatable, Sendable {
  /// How many values there are.
  public let count: Int
  /// The arithmetic mean.
  public let mean: Double
  /// The standard deviation with n − 1, or nil for a single value.
  public let sd: Double?
  /// The middle value, or the mean of the two middle ones.
  public let median: Double
  /// The smallest value.
  public let minimum: Double
  /// The largest value.
  public let maximum: Double

  /// Describes a complete sample.
  ///
  /// ```
  /// mean = Σx / n      sd = √(Σ(x − mean)² / (n − 1))
  /// ```
  ///
  /// Two passes with the rounding of the mean corrected, so that a large constant added to all values
  /// does not disturb the spread. O(n log n) for the median.
  ///
  /// - Parameter values: finite, at least one.
  /// - Throws: `tooFew`, `notFinite`, `overflow`.
  public init(of values: [Double]) throws(StatisticsError) {
    let moments = try Moments(of: values, "values")
    let sorted = values.sorted()
    let middle = sorted.count / 2
    count = sorted.count
    mean = moments.mean
    sd = moments.count > 1 ? moments.sd : nil
    median =
      sorted.count.isMultiple(of: 2)
      ? sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2 : sorted[middle]
    minimum = sorted[0]
    maximum = sorted[sorted.count - 1]
  }
}
