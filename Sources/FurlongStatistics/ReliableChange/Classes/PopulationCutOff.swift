/// The mean and the spread of a population's scores, as a manual prints them.
public struct PopulationScores: Codable, Equatable, Sendable {
  /// The mean, in points.
  public let mean: Double
  /// The standard deviation, above 0, in points.
  public let sd: Double

  /// Takes the mean and the standard deviation.
  ///
  /// - Throws: `notFinite` for the mean, `outsideRange` for a standard deviation that is not above 0.
  public init(mean: Double, sd: Double) throws(StatisticsError) {
    try requireFinite([mean], "means of the population")
    if !(sd > 0 && sd.isFinite) {
      throw .outsideRange(what: "standard deviation", value: sd, expected: "above 0")
    }
    self.mean = mean
    self.sd = sd
  }
}

/// Where to part two populations: the criteria a, b and c of Jacobson & Truax.
///
/// 1991, doi:10.1037/0022-006X.59.1.12. Signs turn where lower is better.
public struct PopulationCutOff: Equatable, Sendable {
  /// Which scores are the better ones.
  public let better: BetterScores

  /// Chooses which scores are the better ones.
  public init(better: BetterScores) {
    self.better = better
  }

  /// Criterion a: two standard deviations better than the clinical mean.
  ///
  /// ```
  /// M_c ± 2 s_c
  /// ```
  ///
  /// For where nobody knows the scores of people without difficulty. The strictest where the populations
  /// overlap.
  public func outside(clinical: PopulationScores) -> ClinicalCutOff {
    ClinicalCutOff(clinical.mean + better.gain(2 * clinical.sd), better: better)
  }

  /// Criterion b: two standard deviations worse than the functional mean.
  ///
  /// ```
  /// M_f ∓ 2 s_f
  /// ```
  ///
  /// The standard deviation is that of the functional population, as in the paper.
  public func within(functional: PopulationScores) -> ClinicalCutOff {
    ClinicalCutOff(functional.mean - better.gain(2 * functional.sd), better: better)
  }

  /// Criterion c: as many standard deviations from one mean as from the other.
  ///
  /// ```
  /// (s_f M_c + s_c M_f) / (s_f + s_c)
  /// ```
  ///
  /// The one to choose where both populations are known and overlap.
  ///
  /// - Throws: `outsideRange` where the functional mean is not the better one: nothing then lies between.
  public func between(
    clinical: PopulationScores, functional: PopulationScores
  ) throws(StatisticsError) -> ClinicalCutOff {
    let apart = functional.mean - clinical.mean
    if !(better.gain(apart) > 0) {
      throw .outsideRange(
        what: "functional mean less the clinical mean", value: apart,
        expected: better == .higher ? "above 0" : "below 0")
    }
    // The weighted mean, written so that it lies between the two whatever the rounding.
    return ClinicalCutOff(
      clinical.mean + apart * (clinical.sd / (clinical.sd + functional.sd)), better: better)
  }
}
