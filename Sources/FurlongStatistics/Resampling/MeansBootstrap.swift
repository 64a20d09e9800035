import FurlongNumerics

/// Draws persons for a statistic that is a function of means, such as a mean change or a d.
///
/// Only means are computed of each draw, leaving out one person takes one subtraction a column, and
/// several person numbers come of one block of random bits: some ten times as fast as ``Bootstrap``, whose
/// draws are others. The answer depends on the order of the persons: sort them by value first.
public struct MeansBootstrap: Equatable, Sendable {
  /// How many draws, from which seed, at which level, on how many threads.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// Intervals of a function of the means of some columns, by drawing persons.
  ///
  /// ```
  /// θ = g(x̄₁, x̄₂, …)        θ₍ᵢ₎ = g(x̄ + (x̄ − xᵢ) / (n − 1))
  /// ```
  ///
  /// BCa, percentile, basic and normal intervals as ``Bootstrap/estimate(of:statistic:)`` has them.
  /// Draw b takes its persons from stream b by `RandomStream.fillBatches(_:below:)`. Time O(count × draws),
  /// memory the columns twice and the replicates.
  ///
  /// - Parameters:
  ///   - columns: numbers of each person, finite, all of one length of at least 2. Centre a column on its mean
  ///     before squaring it.
  ///   - statistic: g of the columns' means, computed on several threads at once; nil where it is
  ///     undefined.
  /// - Throws: `tooFew`, `unequalLengths`, `notFinite`, `outsideRange`.
  public func estimate(
    of columns: [[Double]], statistic: @Sendable (UnsafeBufferPointer<Double>) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    try estimate(ofGroups: [columns], statistic: statistic)
  }

  /// Intervals of a function of the means in independent groups, each drawn within itself.
  ///
  /// - Parameters:
  ///   - groups: the columns of each group; each group at least 2 persons.
  ///   - statistic: g of the means of the first group's columns, then of the next group's.
  /// - Throws: `tooFew`, `unequalLengths`, `notFinite`, `outsideRange`.
  public func estimate(
    ofGroups groups: [[[Double]]],
    statistic: @Sendable (UnsafeBufferPointer<Double>) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    let samples = try rows(groups)
    let whole = samples.map(\.means)
    func value(_ means: [[Double]]) -> Double? {
      Array(means.joined()).withUnsafeBufferPointer { statistic($0) }
    }
    guard let estimate = value(whole), estimate.isFinite else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    let drawn = draws(of: samples) { means, place in place.pointee = statistic(means) ?? .nan }
    var left: [[Double]] = []
    for (number, sample) in samples.enumerated() {
      var means = whole
      left.append(
        (0..<sample.count).map { person in
          means[number] = sample.means(without: person, whole[number])
          return value(means) ?? .nan
        })
    }
    return try bootstrap.estimate(estimate, drawn: drawn, Acceleration(leavingOutOfGroups: left))
  }

  /// The groups as rows, each of at least two persons.
  func rows(_ groups: [[[Double]]]) throws(StatisticsError) -> [PersonRows] {
    if groups.isEmpty { throw .tooFew(of: "groups", count: 0, needed: 1) }
    for columns in groups {
      guard let first = columns.first else {
        throw .tooFew(of: "columns", count: 0, needed: 1)
      }
      for column in columns {
        if column.count != first.count { throw .unequalLengths(first.count, column.count) }
        try requireFinite(column, "values")
      }
      try bootstrap.requirePersonsAndDraws(first.count)
    }
    return groups.map(PersonRows.init(columns:))
  }

  /// What `statistic` writes of the means of each draw: `width` values a draw.
  func draws(
    of samples: [PersonRows], width: Int = 1,
    _ statistic: @Sendable (UnsafeBufferPointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    let seed = bootstrap.seed
    let columns = samples.reduce(0) { $0 + $1.width }
    let largest = samples.reduce(0) { max($0, $1.count) }
    return DrawShares(threads: bootstrap.threads).values(of: bootstrap.draws, width: width) {
      run, values in
      guard var place = values.baseAddress else { return }
      let persons = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: largest)
      let means = UnsafeMutablePointer<Double>.allocate(capacity: columns)
      defer {
        persons.deallocate()
        means.deallocate()
      }
      for draw in run {
        var stream = RandomStream(seed: seed, stream: UInt64(draw))
        var column = 0
        for sample in samples {
          sample.drawMeans(
            from: &stream, by: UnsafeMutableBufferPointer(rebasing: persons[..<sample.count]),
            into: means + column)
          column += sample.width
        }
        statistic(UnsafeBufferPointer(start: means, count: columns), place)
        place += width
      }
    }
  }
}
