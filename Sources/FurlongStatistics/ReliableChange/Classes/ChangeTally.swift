/// How many people are of each class, with Wilson's interval.
public struct ChangeTally: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The shares of people improved, unchanged and deteriorated.
  ///
  /// Each interval stands alone; together they hold less often than each. O(n).
  ///
  /// - Parameter classes: one a person, at least one.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func count(
    _ classes: [ReliableChange]
  ) throws(StatisticsError) -> ReliableChangeShares {
    let wilson = WilsonInterval(confidence: confidence)
    func share(_ change: ReliableChange) throws(StatisticsError) -> Proportion {
      try wilson.proportion(classes.count { $0 == change }, of: classes.count)
    }
    return ReliableChangeShares(
      improved: try share(.improved), unchanged: try share(.unchanged),
      deteriorated: try share(.deteriorated))
  }

  /// The shares of people by reliable change and cut-off together; they add up to 1.
  ///
  /// - Parameter statuses: one a person, at least one.
  /// - Throws: `tooFew`, `outsideRange`, `numerics`.
  public func count(
    _ statuses: [ClinicalStatus]
  ) throws(StatisticsError) -> ClinicalStatusShares {
    let wilson = WilsonInterval(confidence: confidence)
    func share(_ status: ClinicalStatus) throws(StatisticsError) -> Proportion {
      try wilson.proportion(statuses.count { $0 == status }, of: statuses.count)
    }
    return ClinicalStatusShares(
      recovered: try share(.recovered), improved: try share(.improved),
      unchanged: try share(.unchanged), deteriorated: try share(.deteriorated),
      harmed: try share(.harmed))
  }
}

/// The shares of people by reliable change.
public struct ReliableChangeShares: Codable, Equatable, Sendable {
  /// Reliably better.
  public let improved: Proportion
  /// Not shown to have changed.
  public let unchanged: Proportion
  /// Reliably worse.
  public let deteriorated: Proportion
}

/// The shares of people by reliable change and cut-off together: nobody is counted twice.
public struct ClinicalStatusShares: Codable, Equatable, Sendable {
  /// Reliably better and out of the clinical range.
  public let recovered: Proportion
  /// Reliably better on the same side.
  public let improved: Proportion
  /// Not shown to have changed.
  public let unchanged: Proportion
  /// Reliably worse on the same side.
  public let deteriorated: Proportion
  /// Reliably worse and into the clinical range.
  public let harmed: Proportion
}
