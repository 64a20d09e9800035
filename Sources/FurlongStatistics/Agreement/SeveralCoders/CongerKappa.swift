/// How far several coders agree beyond what the frequencies of each pair of them would give.
public struct CongerKappa: Equatable, Sendable {
  /// How much a disagreement counts; all alike by default.
  public var weights: CategoryWeights
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the weights of disagreements and the confidence of the interval.
  public init(weights: CategoryWeights = .identity, confidence: Double = 0.95) {
    self.weights = weights
    self.confidence = confidence
  }

  /// The agreement of the same coders on all units, or on most.
  ///
  /// ```
  /// κ = (p_a − p_e) / (1 − p_e)      p_e = mean over pairs of coders g ≠ h of Σ w_kl p_gk p_hl
  /// ```
  ///
  /// It is Cohen's κ for more than two coders. p_gk is the share of category k among the codes of coder g; a
  /// coder without any code is left out. O(patterns × coders × q²). Conger 1980,
  /// doi:10.1037/0033-2909.88.2.322; standard error with missing codes: Gwet 2014. Agrees with irrCAC 0.4.4
  /// and irr 0.84.1 to 1e-12.
  ///
  /// - Throws: `tooFew` where no unit has two codes; `outsideRange` for the confidence or weights.
  public func agreement(of units: CodedUnits) throws(StatisticsError) -> CodersAgreement {
    let correction = try ChanceCorrection(units.counts, weights: weights, confidence: confidence)
    let chance = PairChance(units, correction.weights)
    // Units with equal counts may differ in who gave which code, and so in their share of the chance.
    let cases = units.patterns.map { pattern in
      ChanceCorrection.Case(
        times: pattern.times, own: correction.ownAgreement(units.counted(pattern)),
        chance: chance.share(of: pattern.codes))
    }
    return try correction.agreement(expected: chance.expected, cases)
  }
}

/// The chance agreement of all pairs of coders, and the share of each unit in it.
private struct PairChance {
  let expected: Double
  private let weights: [[Double]]
  /// The coders with codes.
  private let active: [Int]
  /// The share of each coder's codes in each category.
  private let shares: [[Double]]
  /// The share of units that each coder coded.
  private let coverage: [Double]
  /// The sum over coders of their shares.
  private let sums: [Double]

  init(_ units: CodedUnits, _ weights: [[Double]]) {
    self.weights = weights
    let categories = units.categories
    var used = [[Int]](
      repeating: [Int](repeating: 0, count: categories), count: units.coders)
    for pattern in units.patterns {
      for (coder, code) in pattern.codes.enumerated() where code >= 0 {
        used[coder][code] += pattern.times
      }
    }
    let totals = used.map { $0.reduce(0, +) }
    let active = totals.indices.filter { totals[$0] > 0 }
    self.active = active
    let shares = active.map { coder in
      used[coder].map { Double($0) / Double(totals[coder]) }
    }
    self.shares = shares
    coverage = active.map { Double(totals[$0]) / Double(units.units) }
    let sums = (0..<categories).map { category in shares.reduce(0) { $0 + $1[category] } }
    self.sums = sums
    var all = CompensatedSum()
    for k in 0..<categories {
      for l in 0..<categories where weights[k][l] > 0 {
        var own = 0.0
        for share in shares { own += share[k] * share[l] }
        all.add(weights[k][l] * (sums[k] * sums[l] - own))
      }
    }
    expected = all.total / Double(active.count * (active.count - 1))
  }

  /// A unit's share: what the chance would be if the unit's codes had all the weight of its coders.
  func share(of codes: [Int]) -> Double {
    var sum = 0.0
    for (place, coder) in active.enumerated() {
      let code = codes[coder]
      let present = code >= 0 ? 1.0 : 0.0
      for k in sums.indices {
        var mean = 0.0
        for l in sums.indices {
          let here = code == l ? 1.0 : 0.0
          mean += weights[k][l] * (here - (present - coverage[place]) * shares[place][l])
        }
        sum += mean / coverage[place] * (sums[k] - shares[place][k])
      }
    }
    return sum / Double(active.count * (active.count - 1))
  }
}
