import FurlongNumerics

/// The agreement of two coders or more beyond chance, as one of the coefficients defines chance.
public struct CodersAgreement: Codable, Equatable, Sendable {
  /// How many units have at least one code.
  public let units: Int
  /// How many of them have two codes or more, so that they can agree or not.
  public let pairable: Int
  /// The mean share of pairs of codes of a unit that agree; with weights, their mean weight.
  public let observed: Double
  /// What chance alone would give.
  public let expected: Double
  /// (observed − expected) / (1 − expected), or nil where nothing varies.
  public let coefficient: Double?
  /// Its standard error over units, or nil without a coefficient or with one unit.
  public let standardError: Double?
  /// Its t interval with units − 1 degrees of freedom, cut at −1 and 1; nil as the standard error.
  public let interval: ConfidenceInterval?
  /// Why there is no coefficient, or nil where there is one.
  public let undefined: AgreementDiagnostic?
}

/// What the coefficients of chance-corrected agreement have in common (Gwet 2008,
/// doi:10.1348/000711006X126600; with missing codes, Gwet 2014): all but their idea of chance.
struct ChanceCorrection {
  let counts: UnitCounts
  let weights: [[Double]]
  let confidence: Double
  /// The mean over units of the share of a unit's codes in each category.
  let shares: [Double]

  init(
    _ counts: UnitCounts, weights: CategoryWeights, confidence: Double
  ) throws(StatisticsError) {
    try requireLevel(confidence)
    self.counts = counts
    self.weights = try weights.matrix(of: counts.categories)
    self.confidence = confidence
    if counts.pairable == 0 { throw .tooFew(of: "units with two codes", count: 0, needed: 1) }
    let units = Double(counts.units)
    shares = (0..<counts.categories).map { category in
      var sum = CompensatedSum()
      for pattern in counts.patterns {
        sum.add(Double(pattern.times * pattern.counts[category]) / Double(pattern.codes))
      }
      return sum.total / units
    }
  }

  /// The sum of all weights.
  var totalWeight: Double { weights.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The mean over a unit's codes of a number that each category has.
  func mean(of numbers: [Double], in pattern: UnitCounts.Pattern) -> Double {
    var sum = 0.0
    for (count, number) in zip(pattern.counts, numbers) { sum += Double(count) * number }
    return sum / Double(pattern.codes)
  }

  /// Units of the same codes.
  struct Case {
    let times: Int
    /// The mean weight of a unit's pairs of codes, or nil for a single code.
    let own: Double?
    /// A unit's share in the chance; the mean over units is the chance itself.
    let chance: Double
  }

  /// The units as cases, with their share in the chance.
  func cases(_ chance: (UnitCounts.Pattern) -> Double) -> [Case] {
    counts.patterns.map {
      Case(times: $0.times, own: ownAgreement($0), chance: chance($0))
    }
  }

  /// The agreement at a chance of which each unit has its share.
  ///
  /// ```
  /// x_i = (n/n₂)(a_i − p_e) / (1 − p_e) − 2 (1 − κ)(e_i − p_e) / (1 − p_e)
  /// var = Σ (x_i − κ)² / (n (n − 1))
  /// ```
  ///
  /// a_i is a unit's own agreement, e_i its share in the chance, n₂ the number of units with two codes or
  /// more; for the others the first term is 0.
  func agreement(expected: Double, _ cases: [Case]) throws(StatisticsError) -> CodersAgreement {
    var sum = CompensatedSum()
    for unit in cases {
      if let own = unit.own { sum.add(Double(unit.times) * own) }
    }
    let units = Double(counts.units)
    let pairable = Double(counts.pairable)
    let observed = sum.total / pairable
    if 1 - expected <= 1e-15 { return answer(observed, expected, nil, nil) }
    let coefficient = (observed - expected) / (1 - expected)
    if counts.units < 2 { return answer(observed, expected, coefficient, nil) }
    var squares = CompensatedSum()
    for unit in cases {
      let first = unit.own.map { units / pairable * ($0 - expected) / (1 - expected) } ?? 0
      let second = 2 * (1 - coefficient) * (unit.chance - expected) / (1 - expected)
      let distance = first - second - coefficient
      squares.add(Double(unit.times) * distance * distance)
    }
    let error = (squares.total / (units * (units - 1))).squareRoot()
    return try answer(observed, expected, coefficient, error, half: halfWidth(error))
  }

  private func halfWidth(_ error: Double) throws(StatisticsError) -> Double {
    let df = Double(counts.units - 1)
    let tail = (1 - confidence) / 2
    return try numerically { () throws(NumericsError) in
      try -StudentT(df: df).quantile(tail) * error
    }
  }

  private func answer(
    _ observed: Double, _ expected: Double, _ coefficient: Double?, _ error: Double?,
    half: Double = 0
  ) -> CodersAgreement {
    var interval: ConfidenceInterval?
    if let coefficient, error != nil {
      interval = ConfidenceInterval(around: coefficient, by: half, level: confidence)
    }
    return CodersAgreement(
      units: counts.units, pairable: counts.pairable, observed: observed, expected: expected,
      coefficient: coefficient, standardError: error, interval: interval,
      undefined: coefficient == nil ? .noVariation : nil)
  }

  /// The mean weight of a unit's pairs of codes, or nil for a single code.
  func ownAgreement(_ pattern: UnitCounts.Pattern) -> Double? {
    if pattern.codes < 2 { return nil }
    var sum = 0.0
    for (i, count) in pattern.counts.enumerated() where count > 0 {
      var weighted = -1.0
      for (j, other) in pattern.counts.enumerated() { weighted += weights[i][j] * Double(other) }
      sum += Double(count) * weighted
    }
    return sum / Double(pattern.codes * (pattern.codes - 1))
  }
}
