import FurlongNumerics

/// A statistic with its standard error, as one sample gives them.
public struct EstimateAndError: Equatable, Sendable {
  /// The statistic.
  public var estimate: Double
  /// Its standard error, above 0.
  public var standardError: Double

  /// Makes an estimate with its standard error.
  public init(estimate: Double, standardError: Double) {
    self.estimate = estimate
    self.standardError = standardError
  }
}

/// The bootstrap-t: draws how far an estimate strays in its own standard errors.
public struct StudentisedBootstrap: Equatable, Sendable {
  /// How persons are drawn.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The interval of a statistic that comes with a standard error, by drawing persons.
  ///
  /// ```
  /// t* = (θ* − θ̂) / se*        θ̂ − t*(1 − α/2) se … θ̂ − t*(α/2) se
  /// ```
  ///
  /// Second-order correct like BCa, for means of skewed values often better; it needs a standard error
  /// that can be trusted in each draw. Efron 1981; Davison & Hinkley 1997, §5.2,
  /// doi:10.1017/CBO9780511802843. The draws are those of ``Bootstrap/estimate(of:statistic:)``.
  ///
  /// - Parameters:
  ///   - count: how many persons the sample holds, at least 2.
  ///   - statistic: estimate and standard error of the persons with these indices; nil where undefined.
  ///     Computed on several threads at once.
  /// - Throws: `tooFew`, `outsideRange`; `notFinite` where the whole sample has no estimate;
  ///   `noVariation` where its standard error is 0.
  public func estimate(
    of count: Int, statistic: @Sendable (UnsafeBufferPointer<Int>) -> EstimateAndError?
  ) throws(StatisticsError) -> StudentisedEstimate {
    try bootstrap.requirePersonsAndDraws(count)
    guard let whole = Array(0..<count).withUnsafeBufferPointer({ statistic($0) }) else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    let drawn = bootstrap.statistics(
      upTo: count, width: 2,
      drawn: { stream, persons in
        stream.fill(persons, below: count)
        return count
      },
      { persons, place in
        let pair = statistic(persons)
        place[0] = pair?.estimate ?? .nan
        place[1] = pair?.standardError ?? .nan
      })
    return try estimate(whole, drawn, count)
  }

  /// The mean of one value a person.
  ///
  /// ```
  /// se = sd / √n
  /// ```
  ///
  /// By ``MeansBootstrap``'s draws; the order of the values does not matter.
  ///
  /// - Parameter values: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`, `noVariation` where all are equal.
  public func mean(of values: [Double]) throws(StatisticsError) -> StudentisedEstimate {
    let values = values.sorted()
    let moments = try Moments(of: values, "values")
    try bootstrap.requirePersonsAndDraws(values.count)
    if moments.isConstant(at: 0) { throw .noVariation(in: "values", count: values.count) }
    let mirrored = moments.lean(of: values) < 0
    let centred = (mirrored ? values.reversed() : values).map {
      $0 - moments.mean
    }
    let n = Double(values.count)
    let means = MeansBootstrap(bootstrap: bootstrap)
    let drawn = means.draws(
      of: try means.rows([[centred, centred.map { $0 * $0 }]]), width: 2
    ) { drawn, place in
      place[0] = moments.mean + drawn[0]
      place[1] = spread(drawn[0], drawn[1], n).map { ($0 / n).squareRoot() } ?? 0
    }
    return try estimate(
      EstimateAndError(
        estimate: moments.mean, standardError: moments.sd / n.squareRoot()), drawn, values.count)
  }

  /// The mean change of persons measured twice: later minus earlier.
  ///
  /// - Parameters:
  ///   - before: finite, one value a person, at least two.
  ///   - after: finite, in the same order.
  /// - Throws: `unequalLengths`, `tooFew`, `notFinite`, `outsideRange`, `noVariation`.
  public func meanChange(
    from before: [Double], to after: [Double]
  ) throws(StatisticsError) -> StudentisedEstimate {
    let pairs = try CentredPairs(before, after)
    try pairs.requireChange()
    return try mean(of: zip(before, after).map { $1 - $0 })
  }

  /// The mean of the group named first minus that of the other.
  ///
  /// ```
  /// se = √(s₁²/n₁ + s₂²/n₂)
  /// ```
  ///
  /// - Parameters:
  ///   - group: finite, at least two.
  ///   - other: finite, at least two.
  /// - Throws: `tooFew`, `notFinite`, `outsideRange`, `noVariation` where neither group varies.
  public func compareMeans(
    _ group: [Double], to other: [Double]
  ) throws(StatisticsError) -> StudentisedEstimate {
    let welch = try WelchTTest(confidence: bootstrap.confidence).compare(
      group.sorted(), to: other.sorted())
    let pair = try GroupPair(group, other)
    let means = MeansBootstrap(bootstrap: bootstrap)
    let (n1, n2) = (Double(pair.first.count), Double(pair.second.count))
    let (difference, sign) = (pair.difference, pair.sign)
    let samples = try means.rows(
      [pair.first, pair.second].map { [$0, $0.map { $0 * $0 }] })
    let drawn = means.draws(of: samples, width: 2) { drawn, place in
      place[0] = sign * (difference + drawn[0] - drawn[2])
      let first = spread(drawn[0], drawn[1], n1) ?? 0
      let second = spread(drawn[2], drawn[3], n2) ?? 0
      place[1] = (first / n1 + second / n2).squareRoot()
    }
    return try estimate(
      EstimateAndError(estimate: welch.difference, standardError: welch.test.standardError), drawn,
      group.count + other.count)
  }

  /// Takes apart what was drawn: an estimate and its standard error a draw, NaN where undefined.
  private func estimate(
    _ whole: EstimateAndError, _ drawn: [Double], _ count: Int
  ) throws(StatisticsError) -> StudentisedEstimate {
    var replicates: [EstimateAndError] = []
    replicates.reserveCapacity(bootstrap.draws)
    for draw in 0..<bootstrap.draws {
      let pair = EstimateAndError(estimate: drawn[2 * draw], standardError: drawn[2 * draw + 1])
      if pair.estimate.isFinite && pair.standardError > 0 && pair.standardError.isFinite {
        replicates.append(pair)
      }
    }
    if whole.standardError == 0 { throw .noVariation(in: "persons", count: count) }
    return try StudentisedEstimate(
      whole, replicates: replicates, undefined: bootstrap.draws - replicates.count,
      seed: bootstrap.seed, level: bootstrap.confidence)
  }
}
