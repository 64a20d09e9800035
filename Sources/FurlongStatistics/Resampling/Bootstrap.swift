import FurlongNumerics

/// Draws persons with replacement to see how much a statistic depends on who was there.
///
/// Each draw has a random stream of its own number, so that a seed gives the same answer whatever the
/// order of the work. The answer depends on the order of the sample: sort it by value first, as the
/// statistics of this module do, so that neither row order nor pseudonyms matter.
public struct Bootstrap: Equatable, Sendable {
  /// How many samples are drawn; 9,999 makes (draws + 1)·α/2 whole for the usual levels.
  public var draws: Int
  /// Where the random streams begin: write it down with the result.
  public var seed: UInt64
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double
  /// How many threads share the draws, where the statistic can be computed on several at once; the answer
  /// does not depend on it.
  public var threads: Int

  /// Chooses the number of draws, the seed, the confidence and how many threads share the work.
  public init(draws: Int = 9_999, seed: UInt64, confidence: Double = 0.95, threads: Int = 1) {
    self.draws = draws
    self.seed = seed
    self.confidence = confidence
    self.threads = threads
  }

  /// Intervals of a statistic, by drawing among a number of persons.
  ///
  /// ```
  /// z₀ = Φ⁻¹((#{θ* < θ̂} + ½ #{θ* = θ̂}) / B)
  /// a  = Σ(θ̄. − θ₍ᵢ₎)³ / (6 (Σ(θ̄. − θ₍ᵢ₎)²)^1.5)           θ₍ᵢ₎ without person i
  /// α₁ = Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z)))
  /// ```
  ///
  /// BCa: Efron 1987, doi:10.1080/01621459.1987.10478410. Quantiles are the (B + 1)p-th order statistics
  /// with interpolation on the normal scale, as `norm.inter` of R's boot (Davison & Hinkley 1997, eq. 5.8).
  /// O(count × draws), and count² for the jackknife.
  ///
  /// - Parameters:
  ///   - count: how many persons the sample holds, at least 2.
  ///   - statistic: the statistic of the persons with these indices (from 0 to below `count`, repeated
  ///     where drawn more than once); nil where it is undefined.
  /// - Throws: `tooFew` for fewer than 2 persons; `outsideRange` for the level, or for fewer draws than
  ///   the level needs; `notFinite` where the statistic of the whole sample is undefined.
  public func estimate(
    of count: Int, statistic: (UnsafeBufferPointer<Int>) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    try requirePersonsAndDraws(count)
    let indices = UnsafeMutableBufferPointer<Int>.allocate(capacity: count)
    defer { indices.deallocate() }
    for index in 0..<count { indices[index] = index }
    guard let whole = statistic(UnsafeBufferPointer(indices)), whole.isFinite else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    let acceleration = Acceleration(leavingOut: withoutEach(indices, statistic))?.value
    var replicates: [Double] = []
    replicates.reserveCapacity(draws)
    for draw in 0..<draws {
      var stream = RandomStream(seed: seed, stream: UInt64(draw))
      stream.fill(indices, below: count)
      if let value = statistic(UnsafeBufferPointer(indices)), value.isFinite {
        replicates.append(value)
      }
    }
    return try BootstrapEstimate(
      estimate: whole, replicates: replicates, undefined: draws - replicates.count, seed: seed,
      level: confidence, acceleration: acceleration)
  }

  /// The same intervals of a statistic that may be computed on several threads at once.
  ///
  /// The draws are those of ``estimate(of:statistic:)`` and so is the answer, for any number of
  /// ``threads``.
  ///
  /// - Parameters:
  ///   - count: how many persons the sample holds, at least 2.
  ///   - statistic: the statistic of the persons with these indices; nil where it is undefined.
  /// - Throws: as ``estimate(of:statistic:)``.
  public func concurrentEstimate(
    of count: Int, statistic: @Sendable (UnsafeBufferPointer<Int>) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    try requirePersonsAndDraws(count)
    let indices = UnsafeMutableBufferPointer<Int>.allocate(capacity: count)
    defer { indices.deallocate() }
    for index in 0..<count { indices[index] = index }
    guard let whole = statistic(UnsafeBufferPointer(indices)), whole.isFinite else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    let drawn = replicates(
      upTo: count,
      drawn: { stream, persons in
        stream.fill(persons, below: count)
        return count
      }, statistic)
    return try estimate(
      whole, drawn: drawn, Acceleration(leavingOut: withoutEach(indices, statistic)))
  }

  /// The statistic without each person, from the last to the first; NaN where it is undefined.
  ///
  /// Expects the indices in order and leaves them so.
  private func withoutEach(
    _ indices: UnsafeMutableBufferPointer<Int>, _ statistic: (UnsafeBufferPointer<Int>) -> Double?
  ) -> [Double] {
    let last = indices.count - 1
    var left: [Double] = []
    left.reserveCapacity(indices.count)
    let others = UnsafeBufferPointer(rebasing: indices[..<last])
    for index in stride(from: last, through: 0, by: -1) {
      // The place of the one left out is taken by the last: the first `last` places are the others.
      indices[index] = last
      let value = statistic(others)
      indices[index] = index
      guard let value, value.isFinite else { return [.nan] }
      left.append(value)
    }
    return left
  }
}

extension Bootstrap {
  /// Throws unless there are two persons, a level, and draws enough for its limits.
  func requirePersonsAndDraws(_ count: Int, _ what: String = "persons") throws(StatisticsError) {
    try requireLevel(confidence)
    if count < 2 { throw .tooFew(of: what, count: count, needed: 2) }
    let tail = (1 - confidence) / 2
    if Double(draws + 1) * tail < 1 - 1e-9 {
      throw .outsideRange(
        what: "number of draws", value: Double(draws),
        expected: "at least \(Int((1 / tail).rounded(.up)) - 1) for this level")
    }
  }

  /// The intervals of replicates among which NaN stands for an undefined one.
  func estimate(
    _ whole: Double, drawn: [Double], _ acceleration: Acceleration?
  ) throws(StatisticsError) -> BootstrapEstimate {
    let replicates = drawn.filter { $0.isFinite }
    return try BootstrapEstimate(
      estimate: whole, replicates: replicates, undefined: draws - replicates.count, seed: seed,
      level: confidence, acceleration: acceleration?.value)
  }
}
