/// How long segments of each value meet segments of the same value and others: what uα is made of.
struct UnitizingTable {
  /// ℓ_cc, the length over which a value meets itself.
  let agreed: [Double]
  /// ℓ_c, the length over which it meets anything.
  let margins: [Double]
  /// The sums of squared lengths of the segments of each value; of gaps their length.
  let own: [Double]
  /// ℓ.
  let total: Double
  private let divisor: Double

  init(agreed: [Double], margins: [Double], own: [Double]) {
    self.agreed = agreed
    self.margins = margins
    self.own = own
    total = margins.reduce(0, +)
    divisor = total - own.reduce(0, +) / total
  }

  /// The length over which others than the value itself meet it.
  func observedApart(_ value: Int) -> Double { margins[value] - agreed[value] }

  /// The length over which others would meet it by chance.
  func expectedApart(_ value: Int) -> Double {
    let others = total - margins[value]
    return divisor > 0 && others > 0 ? margins[value] * others / divisor : 0
  }

  /// The observed length of disagreement, and that expected by chance.
  ///
  /// Σ_{c≠k} of the expected lengths is ℓ − Σ ε_cc: the expected lengths add up to ℓ.
  var disagreement: Disagreement {
    var observed = CompensatedSum()
    var expected = CompensatedSum()
    for value in margins.indices {
      observed.add(observedApart(value))
      expected.add(expectedApart(value))
    }
    return Disagreement(observed: observed.total, expected: expected.total)
  }

  /// The same of one value against all others.
  func disagreement(of value: Int) -> Disagreement {
    Disagreement(observed: observedApart(value), expected: expectedApart(value))
  }

  /// The coefficient of one value, in shares of its own observed and expected length.
  func coefficient(of value: Int) -> Double? {
    let apart = expectedApart(value)
    if apart <= 0 { return nil }
    let expected = apart + (margins[value] * margins[value] - own[value]) / divisor
    return 1 - expected / margins[value] * observedApart(value) / apart
  }
}

/// A disagreement that was observed, and the one that chance would give, in the same unit.
struct Disagreement: Equatable, Sendable {
  var observed: Double
  var expected: Double

  /// 1 − observed / expected; nil where nothing varies.
  var coefficient: Double? { expected > 0 ? 1 - observed / expected : nil }

  /// That of several codes together: one that is expected to disagree more counts for more.
  static func + (left: Disagreement, right: Disagreement) -> Disagreement {
    Disagreement(
      observed: left.observed + right.observed, expected: left.expected + right.expected)
  }
}
