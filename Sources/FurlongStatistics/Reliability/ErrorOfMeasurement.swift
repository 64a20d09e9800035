/// By how much one person's scores differ when nothing but the scale's unreliability makes them differ.
public struct ErrorOfMeasurement: Codable, Equatable, Sendable {
  /// The standard deviation of the scale, in points.
  public let sd: Double
  /// The scale's reliability, strictly between 0 and 1.
  public let reliability: Double

  /// Takes the standard deviation and the reliability of the scale in people like these.
  ///
  /// - Parameters:
  ///   - sd: above 0, in points of the scale.
  ///   - reliability: strictly between 0 and 1; the source says of what kind it is.
  /// - Throws: `outsideRange`.
  public init(sd: Double, reliability: Double) throws(StatisticsError) {
    try Self.require(reliability)
    if !(sd > 0 && sd.isFinite) {
      throw .outsideRange(what: "standard deviation", value: sd, expected: "above 0")
    }
    self.sd = sd
    self.reliability = reliability
  }

  /// The standard error of one score, in points.
  ///
  /// ```
  /// S_E = SD √(1 − r)
  /// ```
  public var points: Double { sd * (1 - reliability).squareRoot() }

  /// The standard error of a score predicted from a parallel one, in points.
  ///
  /// ```
  /// SD √(1 − r²)
  /// ```
  public var ofPrediction: Double { sd * ((1 - reliability) * (1 + reliability)).squareRoot() }

  /// The smallest change of one person that is beyond the error of both scores, in points.
  ///
  /// ```
  /// MDC = z √2 S_E
  /// ```
  ///
  /// The threshold of ``JacobsonTruax``, which calls a change reliable only where it is larger.
  ///
  /// - Parameter z: how many standard errors count, above 0: 1.96 for 95%, as published.
  /// - Throws: `outsideRange`.
  public func minimalDetectableChange(z: Double = 1.96) throws(StatisticsError) -> Double {
    try JacobsonTruax(reliability: reliability, sd: sd, z: z).threshold
  }

  /// Throws unless a reliability lies strictly between 0 and 1.
  static func require(_ reliability: Double) throws(StatisticsError) {
    if !(reliability > 0 && reliability < 1) {
      throw .outsideRange(
        what: "reliability", value: reliability, expected: "strictly between 0 and 1")
    }
  }
}
