import FurlongNumerics

/// How far the items of a scale go together.
public struct InternalConsistency: Codable, Equatable, Sendable {
  /// How many persons answered all items.
  public let persons: Int
  /// What each item adds, in the order in which the items were given.
  public let items: [ItemAnalysis]
  /// Cronbach's α of the sum of the items' points: at most 1, and below 0 where they contradict.
  public let alpha: Double
  /// Feldt's interval of α by F.
  public let interval: ConfidenceInterval
  /// Duhachek & Iacobucci's standard error of α, for many persons.
  public let standardError: Double
  /// The mean correlation of two items, or nil where an item does not vary.
  public let meanCorrelation: Double?
  /// α of the sum of the items' standard scores, or nil where an item does not vary.
  public let standardisedAlpha: Double?
  /// The mean of the persons' totals.
  public let meanTotal: Double
  /// The standard deviation of the persons' totals, with n − 1.
  public let sdTotal: Double
  /// What to look at before α is believed.
  public let diagnostics: [ConsistencyDiagnostic]
}

/// What to look at before a coefficient of consistency is believed.
public enum ConsistencyDiagnostic: Codable, Equatable, Sendable {
  /// The coefficient is below 0: items contradict one another.
  case negative
  /// Persons do not differ on these items, which count as items all the same.
  case constantItems([Int])
  /// These items go down where the rest goes up: were they turned round?
  case itemsAgainstTheRest([Int])
}

/// One item among the others of its scale.
public struct ItemAnalysis: Codable, Equatable, Sendable {
  /// The mean of the item's points.
  public let mean: Double
  /// The standard deviation of the item's points, with n − 1.
  public let sd: Double
  /// The correlation with the sum of the other items, or nil where either does not vary.
  public let restCorrelation: Double?
  /// α of the other items, or nil where they are fewer than two or their sum does not vary.
  public let alphaIfDropped: Double?

  init(item: Int, among items: ItemCovariances) {
    mean = items.means[item]
    sd = items.sds[item]
    let own = items.covariances[item, item]
    let rest = items.total - 2 * items.withTotal[item] + own
    let varies = rest > 64 * Double.ulpOfOne * Double(items.items) * (items.total + own)
    restCorrelation =
      sd > 0 && varies ? (items.withTotal[item] - own) / (sd * rest.squareRoot()) : nil
    var others = items.sds.map { $0 * $0 }
    others.remove(at: item)
    alphaIfDropped =
      others.count > 1 && varies ? CronbachAlpha.alpha(variances: others, total: rest) : nil
  }
}
