/// From where a value's distance is taken when groups' spreads are compared.
public enum SpreadCentre: String, Codable, CaseIterable, Sendable {
  /// The group's median: Brown and Forsythe's test, which holds for skewed values too.
  case median
  /// The group's mean: Levene's own test.
  case mean
}

/// Whether several groups vary alike.
public struct LeveneTest: Equatable, Sendable {
  /// From where distances are taken.
  public var centre: SpreadCentre

  /// Chooses from where distances are taken.
  public init(centre: SpreadCentre = .median) {
    self.centre = centre
  }

  /// Compares the groups' mean distances from their own centres.
  ///
  /// ```
  /// d = |x − centre of its group|, and the one-way analysis of variance of d
  /// ```
  ///
  /// Levene 1960; Brown & Forsythe 1974, doi:10.1080/01621459.1974.10482955. Agrees with car's `leveneTest`
  /// and scipy 1.17.1's `levene`. Not a reason to choose a test of means: choose Welch's from the start.
  ///
  /// - Parameter groups: at least two, each of at least two finite values.
  /// - Returns: the partition of the distances: its groups' means are the mean distances.
  /// - Throws: `tooFew`, `notFinite`, `noVariation` where all distances of each group are equal, `overflow`.
  public func compare(_ groups: [[Double]]) throws(StatisticsError) -> VariancePartition {
    var distances: [[Double]] = []
    for group in groups {
      if group.count < 2 {
        throw .tooFew(of: "values in a group", count: group.count, needed: 2)
      }
      let description = try SampleDescription(of: group)
      let middle = centre == .median ? description.median : description.mean
      distances.append(group.map { abs($0 - middle) })
    }
    return try AnalysisOfVariance().compare(distances)
  }
}
