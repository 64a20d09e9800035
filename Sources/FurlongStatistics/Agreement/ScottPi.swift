/// How far two coders agree beyond what the frequencies of both together would give.
public struct ScottPi: Equatable, Sendable {
  /// How much a disagreement counts; all alike by default.
  public var weights: CategoryWeights
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the weights of disagreements and the confidence of the interval.
  public init(weights: CategoryWeights = .identity, confidence: Double = 0.95) {
    self.weights = weights
    self.confidence = confidence
  }

  /// The agreement of two coders.
  ///
  /// ```
  /// π = (p_o − p_e) / (1 − p_e)      p_e = Σ w_ij π_i π_j      π_i = (n_i· + n_·i) / 2n
  /// ```
  ///
  /// It is ``FleissKappa`` of two coders, and treats them as interchangeable where Cohen's κ does not.
  /// Scott 1955, doi:10.1086/266577.
  ///
  /// - Parameter table: square: rows are the first coder's categories, columns the second's, cells
  ///   counts of units.
  /// - Throws: as ``CohenKappa/agreement(_:)``.
  public func agreement(_ table: [[Int]]) throws(StatisticsError) -> CodersAgreement {
    let units = try CodedUnits(table: table)
    return try FleissKappa(weights: weights, confidence: confidence).agreement(of: units.counts)
  }
}
