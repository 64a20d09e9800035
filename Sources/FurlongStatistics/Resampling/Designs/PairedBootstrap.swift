/// The change of persons measured twice, with intervals by drawing persons and both their values together.
///
/// Drawing the occasions apart, as some programs do, would answer for two groups of strangers: these
/// intervals narrow as the correlation of the occasions grows.
public struct PairedBootstrap: Equatable, Sendable {
  /// How persons are drawn.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The mean change: later minus earlier.
  ///
  /// O(n × draws) by ``MeansBootstrap``. A swap of the occasions flips the signs of estimate and limits;
  /// the order of persons does not matter.
  ///
  /// - Parameters:
  ///   - before: finite, one value a person, at least two.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `outsideRange`.
  public func meanChange(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> BootstrapEstimate {
    let pairs = try CentredPairs(before, after)
    let mean = pairs.meanChange
    return try MeansBootstrap(bootstrap: bootstrap).estimate(of: [pairs.changes]) { means in
      mean + means[0]
    }
  }

  /// d_z: the mean change in standard deviations of the changes.
  ///
  /// ```
  /// D̄ / sd(D)
  /// ```
  ///
  /// A draw of equal changes has no d_z and is counted as undefined.
  ///
  /// - Parameters:
  ///   - before: finite, one value a person, at least two.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `outsideRange`, `noVariation` where all changes
  ///   are equal.
  public func dz(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> BootstrapEstimate {
    let pairs = try CentredPairs(before, after)
    let mean = pairs.meanChange
    let n = Double(before.count)
    try pairs.requireChange()
    return try MeansBootstrap(bootstrap: bootstrap).estimate(
      of: [pairs.changes, pairs.changes.map { $0 * $0 }]
    ) { means in
      guard let variance = spread(means[0], means[1], n) else { return nil }
      return (mean + means[0]) / variance.squareRoot()
    }
  }

  /// d_av: the mean change in root mean square standard deviations of the two occasions.
  ///
  /// ```
  /// D̄ / √((s₁² + s₂²) / 2)
  /// ```
  ///
  /// - Parameters:
  ///   - before: finite, one value a person, at least two.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `outsideRange`, `noVariation` where all changes
  ///   are equal.
  public func dav(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> BootstrapEstimate {
    let pairs = try CentredPairs(before, after)
    let mean = pairs.meanChange
    let n = Double(before.count)
    try pairs.requireChange()
    return try MeansBootstrap(bootstrap: bootstrap).estimate(
      of: [
        pairs.before, pairs.after, pairs.before.map { $0 * $0 }, pairs.after.map { $0 * $0 },
      ]
    ) { means in
      // One occasion may be constant in a draw; both together may not.
      let first = spread(means[0], means[2], n) ?? 0
      let second = spread(means[1], means[3], n) ?? 0
      guard first + second > 0 else { return nil }
      return (mean + means[1] - means[0]) / ((first + second) / 2).squareRoot()
    }
  }

  /// d_b: the mean change in standard deviations of the earlier occasion.
  ///
  /// ```
  /// D̄ / s₁
  /// ```
  ///
  /// A draw of people who all began alike has no d_b and is counted as undefined.
  ///
  /// - Parameters:
  ///   - before: finite, one value a person, at least two.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `outsideRange`, `noVariation` where all changes, or
  ///   all values before, are equal.
  public func db(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> BootstrapEstimate {
    let pairs = try CentredPairs(before, after)
    let mean = pairs.meanChange
    let n = Double(before.count)
    try pairs.requireChange()
    try pairs.requireOccasions()
    return try MeansBootstrap(bootstrap: bootstrap).estimate(
      of: [pairs.changes, pairs.before, pairs.before.map { $0 * $0 }]
    ) { means in
      guard let earlier = spread(means[1], means[2], n) else { return nil }
      return (mean + means[0]) / earlier.squareRoot()
    }
  }

  /// d_rm: the mean change in standard deviations of the changes over √(2(1 − r)).
  ///
  /// ```
  /// D̄ / sd(D) · √(2(1 − r)) = D̄ √(2(1 − r) / (s₁² + s₂² − 2 r s₁ s₂))
  /// ```
  ///
  /// A draw in which an occasion or the changes do not vary has no d_rm and is counted as undefined.
  ///
  /// - Parameters:
  ///   - before: finite, one value a person, at least two.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `outsideRange`, `noVariation` where all changes, or
  ///   all values of an occasion, are equal.
  public func drm(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> BootstrapEstimate {
    let pairs = try CentredPairs(before, after)
    let mean = pairs.meanChange
    let n = Double(before.count)
    try pairs.requireChange()
    try pairs.requireOccasions()
    return try MeansBootstrap(bootstrap: bootstrap).estimate(
      of: [
        pairs.before, pairs.after, pairs.changes, pairs.before.map { $0 * $0 },
        pairs.after.map { $0 * $0 }, pairs.changes.map { $0 * $0 },
      ]
    ) { means in
      guard let first = spread(means[0], means[3], n), let second = spread(means[1], means[4], n),
        let change = spread(means[2], means[5], n)
      else { return nil }
      // 2 s₁ s₂ (1 − r) = sd(D)² − (s₁ − s₂)², which rounding may leave a hair below 0.
      let (s1, s2) = (first.squareRoot(), second.squareRoot())
      let apart = max(0, change - (s1 - s2) * (s1 - s2)) / (s1 * s2)
      return (mean + means[2]) * (apart / change).squareRoot()
    }
  }
}

/// The variance that a mean and a mean square about a fixed middle leave, or nil where it is rounding only.
func spread(_ mean: Double, _ square: Double, _ count: Double) -> Double? {
  let within = square - mean * mean
  return within > 1e-12 * square ? within * count / (count - 1) : nil
}
