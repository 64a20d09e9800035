/// The scores on two occasions of the people whom others are judged against.
///
/// Which people these are is the method's matter: those who are judged themselves, or a group that had
/// no programme. A manual or a paper prints all that is needed.
public struct ReferenceScores: Codable, Equatable, Sendable {
  /// How many people there are.
  public let count: Int
  /// Their mean before.
  public let meanBefore: Double
  /// Their standard deviation before, with n − 1.
  public let sdBefore: Double
  /// Their mean after.
  public let meanAfter: Double
  /// Their standard deviation after, with n − 1.
  public let sdAfter: Double
  /// Pearson's correlation of the occasions, or nil where nobody knows it.
  public let correlation: Double?

  /// Takes what a manual prints of a group.
  ///
  /// - Parameters:
  ///   - count: at least 2.
  ///   - meanBefore: in points.
  ///   - sdBefore: not negative, in points.
  ///   - meanAfter: in points.
  ///   - sdAfter: not negative, in points.
  ///   - correlation: from −1 to 1, or nil.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public init(
    count: Int, meanBefore: Double, sdBefore: Double, meanAfter: Double, sdAfter: Double,
    correlation: Double?
  ) throws(StatisticsError) {
    if count < 2 { throw .tooFew(of: "people in the reference group", count: count, needed: 2) }
    try requireFinite([meanBefore, meanAfter], "means of the reference group")
    for sd in [sdBefore, sdAfter] where !(sd >= 0 && sd.isFinite) {
      throw .outsideRange(what: "standard deviation", value: sd, expected: "0 or more")
    }
    if let correlation, !(abs(correlation) <= 1) {
      throw .outsideRange(what: "correlation", value: correlation, expected: "from −1 to 1")
    }
    self.count = count
    self.meanBefore = meanBefore
    self.sdBefore = sdBefore
    self.meanAfter = meanAfter
    self.sdAfter = sdAfter
    self.correlation = correlation
  }

  /// Summarises a group's own scores.
  ///
  /// - Parameters:
  ///   - before: finite, one score a person, at least two.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `overflow`.
  public init(before: [Double], after: [Double]) throws(StatisticsError) {
    try JudgedChanges.require(before, after)
    let first = try Moments(of: before, "scores before")
    let second = try Moments(of: after, "scores after")
    if first.count < 2 {
      throw .tooFew(of: "people in the reference group", count: first.count, needed: 2)
    }
    try self.init(
      count: first.count, meanBefore: first.mean,
      sdBefore: first.isConstant(at: 0) ? 0 : first.sd, meanAfter: second.mean,
      sdAfter: second.isConstant(at: 0) ? 0 : second.sd,
      correlation: try PearsonCorrelation().coefficient(between: before, and: after))
  }

  /// The mean of later minus earlier.
  public var meanChange: Double { meanAfter - meanBefore }

  /// The error of measurement before.
  func error(reliability: Double) throws(StatisticsError) -> ErrorOfMeasurement {
    if sdBefore == 0 { throw .noVariation(in: "scores before", count: count) }
    return try ErrorOfMeasurement(sd: sdBefore, reliability: reliability)
  }
}
