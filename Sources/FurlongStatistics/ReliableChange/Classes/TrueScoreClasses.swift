import FurlongNumerics

extension HagemanArrindell {
  /// The true score between a clinical and a functional population.
  ///
  /// ```
  /// (s₁√r₁ M_f + s_f√r_f M₁) / (s₁√r₁ + s_f√r_f)        r_f = (s_f² − S_E²) / s_f²
  /// ```
  ///
  /// - Parameters:
  ///   - reference: the clinical group, before.
  ///   - functional: the population without difficulty.
  ///   - better: which scores are the better ones.
  /// - Throws: `noVariation`, `outsideRange` where the functional population varies no more than errors
  ///   would or is not on the better side.
  public func cutOff(
    clinical reference: ReferenceScores, functional: PopulationScores, better: BetterScores
  ) throws(StatisticsError) -> ClinicalCutOff {
    let error = try reference.error(reliability: reliability)
    let square = error.points * error.points
    let variance = functional.sd * functional.sd - square
    if !(variance > 0) {
      throw .outsideRange(
        what: "reliability in the functional population",
        value: variance / (functional.sd * functional.sd), expected: "above 0")
    }
    return try PopulationCutOff(better: better).between(
      clinical: PopulationScores(
        mean: reference.meanBefore,
        sd: (reference.sdBefore * reference.sdBefore - square).squareRoot()),
      functional: PopulationScores(mean: functional.mean, sd: variance.squareRoot()))
  }

  /// What became of each person, by true scores.
  ///
  /// ```
  /// CS = (M_k + (x_k − M_k) r_k − cut-off) / (√r_k S_E)
  /// ```
  ///
  /// Recovered: reliably better, the true score before estimated on the clinical side, and that after
  /// beyond the cut-off by more than ``z`` of its errors. Harmed: the mirror image.
  ///
  /// - Parameters:
  ///   - before: finite, one score a person.
  ///   - after: finite, in the same order.
  ///   - reference: the group, on both occasions, with its correlation.
  ///   - cutOff: of true scores, such as that of ``cutOff(clinical:functional:better:)``.
  /// - Throws: as ``judge(from:to:reference:better:)``.
  public func statuses(
    from before: [Double], to after: [Double], reference: ReferenceScores, cutOff: ClinicalCutOff
  ) throws(StatisticsError) -> [ClinicalStatus] {
    let judged = try judge(from: before, to: after, reference: reference, better: cutOff.better)
    let r = try reliabilities(in: reference)
    func beyond(_ score: Double, mean: Double, reliability: Double) -> Double {
      let distance = mean + (score - mean) * reliability - cutOff.score
      return cutOff.better.gain(distance) / (reliability.squareRoot() * r.errorOfMeasurement)
    }
    return judged.classes.indices.map { person in
      let first = beyond(before[person], mean: reference.meanBefore, reliability: r.before)
      let second = beyond(after[person], mean: reference.meanAfter, reliability: r.after)
      return switch judged.classes[person] {
      case .improved: first <= 0 && second > z ? .recovered : .improved
      case .deteriorated: first > 0 && second < -z ? .harmed : .deteriorated
      case .unchanged: .unchanged
      }
    }
  }

  /// The shares of the group whose true scores changed for the better, and lie on the functional side.
  ///
  /// ```
  /// Φ(gain / (s_D √r_dd))        Φ(distance of M₂ beyond the cut-off / (s₂ √r₂))
  /// ```
  ///
  /// For normal scores; of the group, with no word on who.
  ///
  /// - Parameters:
  ///   - reference: the group, on both occasions, with its correlation.
  ///   - cutOff: of true scores.
  /// - Throws: as ``reliabilities(in:)``, and `numerics`.
  public func group(
    _ reference: ReferenceScores, cutOff: ClinicalCutOff
  ) throws(StatisticsError) -> TrueScoreShares {
    let r = try reliabilities(in: reference)
    // The spread of true change is that of change less two errors: s_D² r_dd.
    let spread = (2 * r.change / (1 - r.change)).squareRoot() * r.errorOfMeasurement
    let gain = cutOff.better.gain(reference.meanChange) / spread
    let beyond =
      cutOff.better.gain(reference.meanAfter - cutOff.score)
      / (reference.sdAfter * r.after.squareRoot())
    return try numerically { () throws(NumericsError) in
      let normal = NormalDistribution()
      return TrueScoreShares(
        changed: try normal.lowerTail(gain), functional: try normal.lowerTail(beyond))
    }
  }
}

/// What share of a group's true scores changed and what share is functional.
public struct TrueScoreShares: Codable, Equatable, Sendable {
  /// The share whose true score changed for the better, by however little.
  public let changed: Double
  /// The share whose true score after lies on the functional side of the cut-off.
  public let functional: Double
}
