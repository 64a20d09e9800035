/// How often each coder says yes of units, and how often two of them do: all that agreement on a yes or no needs.
///
/// Of several texts together the numbers are the sums of each one's. The coefficients are those of ``CongerKappa`` (of
/// two coders ``CohenKappa``), ``KrippendorffAlpha`` and ``GwetCoefficient`` for two categories where every coder
/// coded every unit.
struct YesNoSums: Equatable, Sendable {
  /// How many units there are, all of them coded by all.
  let units: Double
  /// Of how many of them each coder says yes.
  let yes: [Double]
  /// Of how many each pair of coders does, over all pairs.
  let pairs: Double

  /// How many coders there are.
  var coders: Double { Double(yes.count) }
  /// How often yes was said.
  var all: Double { yes.reduce(0, +) }

  /// Of how many units each pair of coders does not say the same, over all pairs.
  var apart: Double { (coders - 1) * all - 2 * pairs }
  /// In how many ways a unit and a pair of coders can be chosen.
  private var chances: Double { units * coders * (coders - 1) / 2 }

  /// The mean share of pairs of coders who say the same.
  var observed: Double { (chances - apart) / chances }

  /// Observed agreement and the chance of Conger's κ.
  ///
  /// ```
  /// p_e = Σ_{g≠h} (y_g y_h + (n − y_g)(n − y_h)) / (m (m − 1) n²)
  /// ```
  var kappa: ChanceAgreement {
    var same = 0.0
    for (place, first) in yes.enumerated() {
      for second in yes[(place + 1)...] {
        same += first * second + (units - first) * (units - second)
      }
    }
    return ChanceAgreement(
      observed: observed, expected: 2 * same / (coders * (coders - 1) * units * units))
  }

  /// Observed agreement and the chance of Gwet's AC1, which two categories leave at 2π(1 − π).
  var gwet: ChanceAgreement {
    let share = all / (units * coders)
    return ChanceAgreement(observed: observed, expected: 2 * share * (1 - share))
  }

  /// Observed and expected disagreement of Krippendorff's α.
  ///
  /// ```
  /// D_o = 2 apart / ((m − 1) m n)      D_e = 2 Y (mn − Y) / (mn (mn − 1))
  /// ```
  var krippendorff: Disagreement {
    let values = units * coders
    return Disagreement(
      observed: 2 * apart / ((coders - 1) * values),
      expected: 2 * all * (values - all) / (values * (values - 1)))
  }
}

/// An observed share of agreement, and the one that chance would give.
struct ChanceAgreement: Equatable, Sendable {
  var observed: Double
  var expected: Double

  /// (observed − expected) / (1 − expected); nil where nothing varies.
  var coefficient: Double? {
    1 - expected <= 1e-15 ? nil : (observed - expected) / (1 - expected)
  }

  /// The means over several codes; nil of none.
  static func mean(_ codes: [ChanceAgreement]) -> ChanceAgreement? {
    if codes.isEmpty { return nil }
    let count = Double(codes.count)
    return ChanceAgreement(
      observed: codes.reduce(0) { $0 + $1.observed } / count,
      expected: codes.reduce(0) { $0 + $1.expected } / count)
  }
}
