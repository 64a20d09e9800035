/// What a scale's reliability says of one person's score and of its change.
public struct MeasurementError: Equatable, Sendable {
  private let change: JacobsonTruax

  /// Makes the error of a reliability and a standard deviation of the same persons.
  ///
  /// - Parameters:
  ///   - reliability: strictly between 0 and 1; the source says of what kind it is.
  ///   - sd: of the persons' scores, above 0, in points.
  ///   - z: how many standard errors the limits are away: 1.96 for 95%, as published.
  /// - Throws: `outsideRange`.
  public init(reliability: Double, sd: Double, z: Double = 1.96) throws(StatisticsError) {
    change = try JacobsonTruax(reliability: reliability, sd: sd, z: z)
  }

  /// The reliability.
  public var reliability: Double { change.reliability }

  /// The standard deviation of the persons' scores, in points.
  public var sd: Double { change.sd }

  /// How many standard errors the limits are away.
  public var z: Double { change.z }

  /// The standard error of measurement of one score, in points.
  ///
  /// ```
  /// SEM = SD √(1 − ρ)
  /// ```
  public var standardError: Double { change.errorOfMeasurement }

  /// The smallest change of one person that is beyond the error of both scores, in points.
  ///
  /// ```
  /// MDC = z √2 SEM
  /// ```
  ///
  /// The threshold of ``JacobsonTruax``, which calls a change reliable only where it is larger.
  public var minimalDetectableChange: Double { change.threshold }

  /// The true score behind one observed: Kelley's estimate, drawn towards the mean of the persons.
  ///
  /// ```
  /// T̂ = M + ρ (x − M)        SE = SD √(ρ (1 − ρ))        T̂ ± z SE
  /// another score of the same person: T̂ ± z SD √(1 − ρ²)
  /// ```
  ///
  /// Kelley 1947; Lord & Novick 1968, §3.7.
  ///
  /// - Parameters:
  ///   - observed: the score.
  ///   - mean: of the persons among whom this one is counted: not the same for everyone.
  /// - Throws: `notFinite`.
  public func trueScore(
    of observed: Double, mean: Double
  ) throws(StatisticsError) -> EstimatedTrueScore {
    try requireFinite([observed, mean], "scores")
    let estimate = mean + reliability * (observed - mean)
    guard estimate.isFinite else { throw .overflow(in: "true score") }
    let error = sd * (reliability * (1 - reliability)).squareRoot()
    let prediction = sd * ((1 - reliability) * (1 + reliability)).squareRoot()
    return EstimatedTrueScore(
      estimate: estimate, standardError: error, low: estimate - z * error,
      high: estimate + z * error, errorOfPrediction: prediction)
  }
}

/// Kelley's estimate of the true score behind one observed.
public struct EstimatedTrueScore: Codable, Equatable, Sendable {
  /// The estimate, in points.
  public let estimate: Double
  /// The standard error of the estimate, in points.
  public let standardError: Double
  /// The lower limit of the true score.
  public let low: Double
  /// The upper limit of the true score.
  public let high: Double
  /// The standard error of another score of the same person about the estimate, in points.
  public let errorOfPrediction: Double
}
