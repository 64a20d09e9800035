/// How far several coders agree beyond what the frequencies of all codes together would give.
public struct FleissKappa: Equatable, Sendable {
  /// How much a disagreement counts; all alike by default.
  public var weights: CategoryWeights
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the weights of disagreements and the confidence of the interval.
  public init(weights: CategoryWeights = .identity, confidence: Double = 0.95) {
    self.weights = weights
    self.confidence = confidence
  }

  /// The agreement of coders who need not be the same for each unit.
  ///
  /// ```
  /// κ = (p_a − p_e) / (1 − p_e)      p_e = Σ w_kl π_k π_l      π_k = mean of r_ik / r_i
  /// ```
  ///
  /// r_ik coders put unit i into category k. p_a is over units with two codes or more, π over all with
  /// one. Standard error: Gwet 2008, doi:10.1348/000711006X126600. O(patterns × q²).
  /// Fleiss 1971, doi:10.1037/h0031619. Agrees with irrCAC 0.4.4 and statsmodels 0.15 to 1e-12.
  ///
  /// - Throws: `tooFew` where no unit has two codes; `outsideRange` for the confidence or weights.
  public func agreement(of counts: UnitCounts) throws(StatisticsError) -> CodersAgreement {
    let correction = try ChanceCorrection(counts, weights: weights, confidence: confidence)
    let shares = correction.shares
    let means = correction.weights.map { row in
      zip(row, shares).reduce(0.0) { $0 + $1.0 * $1.1 }
    }
    let expected = zip(shares, means).reduce(0.0) { $0 + $1.0 * $1.1 }
    return try correction.agreement(
      expected: expected, correction.cases { correction.mean(of: means, in: $0) })
  }

  /// κ of each category against all others, and tests of κ = 0; weights play no part.
  ///
  /// ```
  /// κ_k = 1 − Σ r_ik (m − r_ik) / (n m (m − 1) p_k q_k)        var₀ κ_k = 2 / (n m (m − 1))
  /// var₀ κ = 2 ((Σ p_k q_k)² − Σ p_k q_k (q_k − p_k)) / (n m (m − 1) (Σ p_k q_k)²)
  /// ```
  ///
  /// Fleiss, Nee & Landis 1979, doi:10.1037/0033-2909.86.5.974. Agrees with irr 0.84.1 `kappam.fleiss`.
  ///
  /// - Parameter counts: units that all have the same number m of codes.
  /// - Throws: `outsideRange` where units differ in their number of codes, `tooFew` for fewer than two
  ///   codes, `noVariation` where all codes are the same.
  public func categories(of counts: UnitCounts) throws(StatisticsError) -> FleissCategories {
    let codes = counts.patterns.first?.codes ?? 0
    for pattern in counts.patterns where pattern.codes != codes {
      throw .outsideRange(
        what: "number of codes of a unit", value: Double(pattern.codes),
        expected: "the same for all units, as \(codes) for the first")
    }
    if codes < 2 { throw .tooFew(of: "codes of a unit", count: codes, needed: 2) }
    let units = Double(counts.units)
    let m = Double(codes)
    let pairs = units * m * (m - 1)
    var categories: [FleissCategories.Category] = []
    var spread = 0.0
    var skew = 0.0
    for k in 0..<counts.categories {
      var used = 0
      var apart = 0
      for pattern in counts.patterns {
        used += pattern.times * pattern.counts[k]
        apart += pattern.times * pattern.counts[k] * (codes - pattern.counts[k])
      }
      let p = Double(used) / (units * m)
      let product = p * (1 - p)
      spread += product
      skew += product * (1 - 2 * p)
      let kappa = product > 0 ? 1 - Double(apart) / (pairs * product) : nil
      categories.append(
        FleissCategories.Category(
          share: p, kappa: kappa, z: kappa.map { $0 * (pairs / 2).squareRoot() }))
    }
    if spread == 0 { throw .noVariation(in: "codes", count: counts.units * codes) }
    let error = (2 * (spread * spread - skew) / (pairs * spread * spread)).squareRoot()
    let kappa = try agreementWithoutWeights(counts)
    return FleissCategories(
      units: counts.units, codesOfUnit: codes, kappa: kappa, standardErrorAtZero: error,
      z: kappa / error, categories: categories)
  }

  private func agreementWithoutWeights(_ counts: UnitCounts) throws(StatisticsError) -> Double {
    guard let kappa = try FleissKappa().agreement(of: counts).coefficient else {
      throw .noVariation(in: "codes", count: counts.units)
    }
    return kappa
  }
}

/// Fleiss' κ, whole and of each category.
public struct FleissCategories: Codable, Equatable, Sendable {
  /// One category against all others.
  public struct Category: Codable, Equatable, Sendable {
    /// The share of all codes that it has.
    public let share: Double
    /// κ of the category against all others, or nil where it was used never or always.
    public let kappa: Double?
    /// κ in the standard errors that it would have if it were 0.
    public let z: Double?
  }

  /// How many units there are.
  public let units: Int
  /// How many codes each of them has.
  public let codesOfUnit: Int
  /// Fleiss' κ.
  public let kappa: Double
  /// The standard error that κ would have if it were 0.
  public let standardErrorAtZero: Double
  /// κ in these standard errors.
  public let z: Double
  /// The categories in their order.
  public let categories: [Category]
}
