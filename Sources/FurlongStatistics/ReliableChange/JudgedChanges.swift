/// The methods of reliable change that have a name here.
public enum ReliableChangeMethod: String, Codable, CaseIterable, Sendable {
  /// Jacobson & Truax.
  case jacobsonTruax = "jacobson_truax"
  /// Gulliksen, Lord & Novick.
  case gulliksenLordNovick = "gulliksen_lord_novick"
  /// Hsu, Linn & Lord.
  case hsuLinnLord = "hsu_linn_lord"
  /// Edwards & Nunnally, in Speer's form.
  case edwardsNunnally = "edwards_nunnally"
  /// Nunnally & Kotsch.
  case nunnallyKotsch = "nunnally_kotsch"
  /// Hageman & Arrindell.
  case hagemanArrindell = "hageman_arrindell"
  /// Practice-adjusted: Chelune; Iverson.
  case practiceAdjusted = "practice_adjusted"
  /// Regression-based: McSweeny; Crawford & Garthwaite.
  case regressionBased = "regression_based"
  /// A share of the score before.
  case percentageChange = "percentage_change"
  /// A number of points.
  case pointChange = "point_change"
}

/// The changes of some people, each in standard errors and classified, by one method.
public struct JudgedChanges: Codable, Equatable, Sendable {
  /// The method that judged.
  public let method: ReliableChangeMethod
  /// The index that counts as reliable, in standard errors; or a share, or points, by the method.
  public let critical: Double
  /// What an index must do to ``critical`` to count.
  public let rule: ThresholdRule
  /// The standard error that all indices divide by, in points, or nil where each person has their own.
  public let standardError: Double?
  /// Which scores are the better ones.
  public let better: BetterScores
  /// One index a person, in the order given: later minus earlier or minus expected, never turned round.
  public let indices: [Double]
  /// What each person's change is, in the same order.
  public let classes: [ReliableChange]

  /// How many people were judged.
  public var count: Int { classes.count }

  /// How many people are of a class.
  public func count(of change: ReliableChange) -> Int { classes.count { $0 == change } }

  /// Classes given: for methods that know better than to compare a quotient.
  init(
    method: ReliableChangeMethod, critical: Double, rule: ThresholdRule = .exceeds,
    standardError: Double?, better: BetterScores, indices: [Double], classes: [ReliableChange]
  ) throws(StatisticsError) {
    for index in indices where !index.isFinite { throw .overflow(in: "index of change") }
    self.method = method
    self.critical = critical
    self.rule = rule
    self.standardError = standardError
    self.better = better
    self.indices = indices
    self.classes = classes
  }
}

extension JudgedChanges {
  /// Classes by comparing each index with the critical one.
  init(
    method: ReliableChangeMethod, critical: Double, rule: ThresholdRule = .exceeds,
    standardError: Double?, better: BetterScores, indices: [Double]
  ) throws(StatisticsError) {
    try self.init(
      method: method, critical: critical, rule: rule, standardError: standardError, better: better,
      indices: indices,
      classes: indices.map {
        ReliableChange(change: $0, threshold: critical, better: better, rule: rule)
      })
  }

  /// Indices that divide by one standard error.
  init(
    method: ReliableChangeMethod, critical: Double, numerators: [Double], standardError: Double,
    better: BetterScores
  ) throws(StatisticsError) {
    try self.init(
      method: method, critical: critical, standardError: standardError, better: better,
      indices: numerators.map { $0 / standardError })
  }

  /// Throws unless two lists of scores are pairs.
  static func require(_ before: [Double], _ after: [Double]) throws(StatisticsError) {
    if before.count != after.count { throw .unequalLengths(before.count, after.count) }
    if before.isEmpty { throw .tooFew(of: "pairs", count: 0, needed: 1) }
    try requireFinite(before, "scores before")
    try requireFinite(after, "scores after")
  }

  /// Throws unless a number of standard errors is one.
  static func require(critical z: Double) throws(StatisticsError) {
    if !(z > 0 && z.isFinite) {
      throw .outsideRange(what: "number of standard errors", value: z, expected: "above 0")
    }
  }
}
