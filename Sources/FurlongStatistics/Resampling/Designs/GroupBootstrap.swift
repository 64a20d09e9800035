import FurlongNumerics

/// Draws persons within independent groups, such as the arms of a trial.
public struct GroupBootstrap: Equatable, Sendable {
  /// How persons are drawn.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// Intervals of a statistic of several groups, each drawn within itself and in its own size.
  ///
  /// ```
  /// U_ji = (n_j − 1)(θ̄_j. − θ_j₍ᵢ₎)      a = ⅙ Σ_j Σ_i U³/n_j³ / (Σ_j Σ_i U²/n_j²)^1.5
  /// ```
  ///
  /// θ_j₍ᵢ₎ leaves out person i of group j. Davison & Hinkley 1997, §5.3,
  /// doi:10.1017/CBO9780511802843; a agrees with scipy 1.17.1. O(persons × draws), and persons² for a.
  ///
  /// - Parameters:
  ///   - sizes: how many persons each group holds, each at least 2.
  ///   - statistic: the statistic of the persons with these numbers, which count on from one group to the
  ///     next: with sizes 3 and 2, the first group has 0, 1, 2 and the second 3, 4. Nil where it is
  ///     undefined. Computed on several threads at once.
  /// - Throws: `tooFew`, `outsideRange`, `notFinite` where the statistic of all is undefined.
  public func estimate(
    of sizes: [Int], statistic: @Sendable (UnsafeBufferPointer<Int>) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    if sizes.isEmpty { throw .tooFew(of: "groups", count: 0, needed: 1) }
    for size in sizes { try bootstrap.requirePersonsAndDraws(size, "persons in a group") }
    let count = sizes.reduce(0, +)
    let all = Array(0..<count)
    guard let whole = all.withUnsafeBufferPointer({ statistic($0) }), whole.isFinite else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    let drawn = bootstrap.replicates(
      upTo: count,
      drawn: { stream, persons in
        var start = 0
        for size in sizes {
          for place in start..<(start + size) {
            persons[place] = start + stream.integer(below: size)
          }
          start += size
        }
        return count
      }, statistic)
    var left: [[Double]] = []
    var start = 0
    for size in sizes {
      left.append(
        (start..<(start + size)).map { person in
          var others = all
          others.remove(at: person)
          return others.withUnsafeBufferPointer { statistic($0) } ?? .nan
        })
      start += size
    }
    return try bootstrap.estimate(whole, drawn: drawn, Acceleration(leavingOutOfGroups: left))
  }

  /// The mean of the group named first minus that of the other.
  ///
  /// By ``MeansBootstrap``. A swap of the groups flips the signs of estimate and limits; the order of
  /// persons does not matter.
  ///
  /// - Parameters:
  ///   - group: finite, at least two.
  ///   - other: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`.
  public func compareMeans(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> BootstrapEstimate {
    let pair = try GroupPair(group, other)
    let (difference, sign) = (pair.difference, pair.sign)
    return try MeansBootstrap(bootstrap: bootstrap).estimate(
      ofGroups: [[pair.first], [pair.second]]
    ) { means in
      sign * (difference + means[0] - means[1])
    }
  }
}

/// Two groups less their means, sorted, in an order of their own, so that draws do not depend on which is
/// named first.
struct GroupPair {
  let first: [Double]
  let second: [Double]
  /// The mean of `first` minus that of `second`.
  let difference: Double
  /// 1 where `first` is the group named first, else −1.
  let sign: Double

  init(_ group: [Double], _ other: [Double]) throws(StatisticsError) {
    let smaller = min(group.count, other.count)
    if smaller < 2 { throw .tooFew(of: "values in a group", count: smaller, needed: 2) }
    // Sums depend on their order, and the order of persons carries no meaning.
    let (group, other) = (group.sorted(), other.sorted())
    let one = try Moments(of: group, "values")
    let two = try Moments(of: other, "values")
    let a = group.map { $0 - one.mean }
    let b = other.map { $0 - two.mean }
    // Nothing of this changes with the means.
    let keys = (
      (one.count, one.squares, one.lean(of: group)), (two.count, two.squares, two.lean(of: other))
    )
    let ahead = keys.0 <= keys.1
    (first, second) = ahead ? (a, b) : (b, a)
    sign = ahead ? 1 : -1
    difference = (one.mean - two.mean) * sign
  }
}
