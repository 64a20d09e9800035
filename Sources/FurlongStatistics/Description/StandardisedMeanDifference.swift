/// How far two groups lie apart in standard deviations, to describe them: without a p-value.
///
/// The group named first minus the other one.
public struct StandardisedMeanDifference: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// The difference of a measurement's means, in pooled standard deviations.
  ///
  /// ```
  /// (x̄₁ − x̄₂) / √(((n₁ − 1)s₁² + (n₂ − 1)s₂²) / (n₁ + n₂ − 2))
  /// ```
  ///
  /// Hedges & Olkin 1985, without small-sample correction; agrees with effectsize's `cohens_d(x, y)`.
  ///
  /// - Parameters:
  ///   - group: finite, at least two.
  ///   - other: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where neither group varies, `overflow`.
  public func continuous(
    _ group: [Double], comparedWith other: [Double]
  ) throws(StatisticsError) -> GroupDifference {
    let smaller = min(group.count, other.count)
    if smaller < 2 { throw .tooFew(of: "values in a group", count: smaller, needed: 2) }
    let first = try Moments(of: group, "values")
    let second = try Moments(of: other, "values")
    let df = Double(group.count + other.count - 2)
    if first.isConstant(at: 0) && second.isConstant(at: 0) {
      throw .noVariation(in: "values within the groups", count: group.count + other.count)
    }
    let pooled = ((first.squares + second.squares) / df).squareRoot()
    guard pooled.isFinite else { throw .overflow(in: "pooled standard deviation") }
    return GroupDifference(
      count: group.count, otherCount: other.count, mean: first.mean, otherMean: second.mean,
      standardised: (first.mean - second.mean) / pooled)
  }

  /// The difference of two proportions, in standard deviations of a yes-or-no answer.
  ///
  /// ```
  /// (p₁ − p₂) / √((p₁(1 − p₁) + p₂(1 − p₂)) / 2)
  /// ```
  ///
  /// Austin 2009, doi:10.1002/sim.3697.
  ///
  /// - Parameters:
  ///   - count: to how many of the group it applies.
  ///   - total: the size of the group, at least 1.
  ///   - otherCount: to how many of the other group it applies.
  ///   - otherTotal: the size of the other group, at least 1.
  /// - Throws: `tooFew`, `outsideRange`, `noVariation` where each group is all yes or all no.
  public func binary(
    _ count: Int, of total: Int, comparedWith otherCount: Int, of otherTotal: Int
  ) throws(StatisticsError) -> GroupDifference {
    let smaller = min(total, otherTotal)
    if smaller < 1 { throw .tooFew(of: "persons in a group", count: smaller, needed: 1) }
    for (count, total) in [(count, total), (otherCount, otherTotal)]
    where count < 0 || count > total {
      throw .outsideRange(what: "count", value: Double(count), expected: "from 0 to \(total)")
    }
    let p = Double(count) / Double(total)
    let q = Double(otherCount) / Double(otherTotal)
    let variance = (p * (1 - p) + q * (1 - q)) / 2
    if variance == 0 {
      throw .noVariation(in: "answers within the groups", count: total + otherTotal)
    }
    return GroupDifference(
      count: total, otherCount: otherTotal, mean: p, otherMean: q,
      standardised: (p - q) / variance.squareRoot())
  }
}

/// Two groups side by side.
public struct GroupDifference: Codable, Equatable, Sendable {
  /// The size of the group named first.
  public let count: Int
  /// The size of the other group.
  public let otherCount: Int
  /// The mean, or the proportion, of the group named first.
  public let mean: Double
  /// The mean, or the proportion, of the other group.
  public let otherMean: Double
  /// The first minus the other, in standard deviations.
  public let standardised: Double
}
