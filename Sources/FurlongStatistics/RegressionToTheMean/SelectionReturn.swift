import FurlongNumerics

/// Whom a selection by first score takes in.
public enum SelectedScores: String, Codable, CaseIterable, Sendable {
  /// Those above the cut-off.
  case above
  /// Those below it.
  case below
}

/// The return to the mean of people who were selected for a high or a low score.
///
/// Scores are normal: a person's own level, and a reading's deviation from it.
public struct SelectionReturn: Equatable, Sendable {
  /// The population's mean, in points.
  public let mean: Double
  /// The standard deviation of persons' own levels, in points.
  public let sdBetween: Double
  /// The standard deviation of a person's readings about the own level, in points.
  public let sdWithin: Double
  /// How many readings the score selected by is the mean of.
  public let readings: Int

  /// Takes the population's mean and both spreads.
  ///
  /// - Parameters:
  ///   - mean: in points.
  ///   - sdBetween: not negative.
  ///   - sdWithin: above 0.
  ///   - readings: at least 1.
  /// - Throws: `notFinite`, `outsideRange`, `tooFew`.
  public init(
    mean: Double, sdBetween: Double, sdWithin: Double, readings: Int = 1
  ) throws(StatisticsError) {
    try requireFinite([mean], "means of the population")
    if !(sdBetween >= 0 && sdBetween.isFinite) {
      throw .outsideRange(
        what: "standard deviation between persons", value: sdBetween, expected: "0 or more")
    }
    if !(sdWithin > 0 && sdWithin.isFinite) {
      throw .outsideRange(
        what: "standard deviation within persons", value: sdWithin, expected: "above 0")
    }
    if readings < 1 { throw .tooFew(of: "readings", count: readings, needed: 1) }
    self.mean = mean
    self.sdBetween = sdBetween
    self.sdWithin = sdWithin
    self.readings = readings
  }

  /// Takes the population's mean, and the spread and reliability of one reading.
  ///
  /// - Parameters:
  ///   - mean: in points.
  ///   - error: σ and ρ: σ_b = σ√ρ, σ_w = σ√(1 − ρ).
  ///   - readings: at least 1.
  /// - Throws: `notFinite`, `tooFew`.
  public init(
    mean: Double, error: ErrorOfMeasurement, readings: Int = 1
  ) throws(StatisticsError) {
    try self.init(
      mean: mean, sdBetween: error.sd * error.reliability.squareRoot(), sdWithin: error.points,
      readings: readings)
  }

  /// The change to expect of those selected, if nothing changes anybody.
  ///
  /// ```
  /// σ_m² = σ_b² + σ_w²/m      z = (c − μ)/σ_m      C(z) = φ(z)/(1 − Φ(z))
  /// change = −(σ_w²/m)/σ_m · C(z)          with one reading −σ(1 − ρ) C(z)
  /// ```
  ///
  /// Of those below the cut-off by symmetry. Davis 1976, doi:10.1093/oxfordjournals.aje.a112321; Barnett,
  /// van der Pols & Dobson 2005, doi:10.1093/ije/dyh299. Relative accuracy 1e-13 against mpmath.
  ///
  /// - Parameters:
  ///   - selected: above or below.
  ///   - cutOff: in points.
  /// - Returns: expectations; the change is later minus earlier: negative of those above.
  /// - Throws: `notFinite`, `overflow` where hardly one in 10³⁰⁰ is selected, `numerics`.
  public func expected(
    _ selected: SelectedScores, _ cutOff: Double
  ) throws(StatisticsError) -> ExpectedReturn {
    try requireFinite([cutOff], "cut-offs")
    let noise = sdWithin * sdWithin / Double(readings)
    let sd = (sdBetween * sdBetween + noise).squareRoot()
    let sign: Double = selected == .above ? 1 : -1
    let z = sign * (cutOff - mean) / sd
    let (share, density) = try numerically { () throws(NumericsError) in
      let normal = NormalDistribution()
      return (try normal.upperTail(z), try normal.density(z))
    }
    guard share >= Double.leastNormalMagnitude else { throw .overflow(in: "share selected") }
    let distance = density / share
    return ExpectedReturn(
      share: share, first: mean + sign * sd * distance,
      later: mean + sign * (sdBetween * sdBetween / sd) * distance,
      change: -sign * (noise / sd) * distance)
  }
}

/// What to expect of people selected for a first score, if nothing changes anybody.
public struct ExpectedReturn: Codable, Equatable, Sendable {
  /// The share of the population that is selected.
  public let share: Double
  /// The mean of the score they were selected by.
  public let first: Double
  /// The mean of a later reading.
  public let later: Double
  /// Later minus first: to be taken off an observed change before anything is made of it.
  public let change: Double
}
