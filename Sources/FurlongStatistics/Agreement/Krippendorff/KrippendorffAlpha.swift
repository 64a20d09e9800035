/// How reliable the data of any number of coders are, with values of any kind and some missing.
public struct KrippendorffAlpha: Sendable {
  /// How far two values lie apart.
  public var difference: ValueDifference

  /// Chooses how far two values lie apart; without an order by default.
  public init(_ difference: ValueDifference = .nominal) {
    self.difference = difference
  }

  /// α of units with values.
  ///
  /// ```
  /// α = 1 − D_o / D_e      D_o = Σ o_ck δ²_ck / n      D_e = Σ n_c n_k δ²_ck / (n (n − 1))
  /// ```
  ///
  /// o is the ``CoincidenceMatrix``, n_c its margins. Coders need not be the same for each unit. O(values²).
  /// Krippendorff 2004, ch. 11; Hayes & Krippendorff 2007, doi:10.1080/19312450709336664. Agrees with
  /// krippendorff 0.9.0 (Python) and irr 0.84.1 to 1e-13.
  ///
  /// - Parameter units: a row a unit, a value a coder, nil where missing.
  /// - Returns: α, or none where nothing varies.
  /// - Throws: `unequalLengths`, `notFinite` (also for an own difference that is negative or no number),
  ///   `outsideRange` for values that the difference does not allow, `tooFew` where no unit has two values.
  public func agreement(of units: [[Double?]]) throws(StatisticsError) -> KrippendorffAgreement {
    try agreement(of: CoincidenceMatrix(of: units))
  }

  /// α of units with categories, whose numbers from 0 are the values.
  public func agreement(of counts: UnitCounts) throws(StatisticsError) -> KrippendorffAgreement {
    try agreement(of: CoincidenceMatrix(of: counts))
  }

  /// α of coincidences.
  public func agreement(
    of coincidences: CoincidenceMatrix
  ) throws(StatisticsError) -> KrippendorffAgreement {
    let margins = coincidences.margins
    let total = coincidences.total
    if total == 0 { throw .tooFew(of: "units with two values", count: 0, needed: 1) }
    let square = try difference.matrix(of: coincidences.values, used: margins)
    var observed = CompensatedSum()
    var expected = CompensatedSum()
    for c in margins.indices {
      for k in margins.indices where margins[c] > 0 && margins[k] > 0 {
        observed.add(coincidences.cells[c][k] * square[c][k])
        expected.add(margins[c] * margins[k] * square[c][k])
      }
    }
    let mean = observed.total / total
    let chance = expected.total / (total * (total - 1))
    if !mean.isFinite || !chance.isFinite { throw .overflow(in: "differences of values") }
    return KrippendorffAgreement(
      units: coincidences.units, values: Int(total.rounded()), observed: mean, expected: chance,
      alpha: chance > 0 ? 1 - mean / chance : nil,
      undefined: chance > 0 ? nil : .noVariation)
  }
}

/// Krippendorff's α.
public struct KrippendorffAgreement: Codable, Equatable, Sendable {
  /// How many units have two values or more.
  public let units: Int
  /// How many values these units have.
  public let values: Int
  /// The mean squared difference of values within units.
  public let observed: Double
  /// The mean squared difference of values whatever their unit.
  public let expected: Double
  /// 1 where coders always agree, 0 where units explain nothing; nil where nothing varies.
  public let alpha: Double?
  /// Why there is no α, or nil where there is one.
  public let undefined: AgreementDiagnostic?
}
