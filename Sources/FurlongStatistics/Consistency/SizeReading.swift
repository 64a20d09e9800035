/// What a standardised size of a change says of the spread that it was divided by.
public struct SizeReading: Equatable, Sendable {
  /// Makes the reading, which has no choices.
  public init() {}

  /// The standard deviation behind a size of a mean change.
  ///
  /// ```
  /// d = g / J(n − 1)        sd = change / d        t = d √n  if it is the changes' own spread
  /// ```
  ///
  /// - Parameters:
  ///   - size: Hedges' g, or d where it is not corrected; not 0.
  ///   - isCorrected: whether it is g.
  ///   - change: the mean change, of the size's sign.
  ///   - people: how many were measured twice, at least 3.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`, `numerics`.
  public func read(
    size: Double, isCorrected: Bool, change: Double, people: Int
  ) throws(StatisticsError) -> SpreadBehindSize {
    if people < 3 { throw .tooFew(of: "persons", count: people, needed: 3) }
    try requireFinite([size, change], "figures")
    if !(size * change > 0) {
      throw .outsideRange(
        what: "size of the change", value: size, expected: "not 0, and of the change's sign")
    }
    let factor = isCorrected ? try HedgesCorrection().factor(df: Double(people - 1)) : 1
    let d = size / factor
    return SpreadBehindSize(d: d, sd: change / d, t: d * Double(people).squareRoot())
  }
}

/// The spread that a size was made with.
public struct SpreadBehindSize: Equatable, Sendable {
  /// The size without the correction for few people.
  public let d: Double
  /// The standard deviation that it was divided by.
  public let sd: Double
  /// The t of the paired test, if that is the standard deviation of the changes.
  public let t: Double
}
