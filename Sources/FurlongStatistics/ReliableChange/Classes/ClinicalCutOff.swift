/// The score that parts the people in clinical difficulty from those who are not.
///
/// A score at the cut-off counts as clinical, as in "10 or more": both for scales where more is worse and
/// for those where less is.
public struct ClinicalCutOff: Equatable, Sendable {
  /// The score at which the clinical range begins.
  public let score: Double
  /// Which scores of the scale are the better ones.
  public let better: BetterScores

  /// Chooses the score at which the clinical range begins, and which scores are the better ones.
  public init(_ score: Double, better: BetterScores) {
    self.score = score
    self.better = better
  }

  /// Whether a score lies in the clinical range, the cut-off included.
  public func isClinical(_ value: Double) -> Bool {
    better == .higher ? value <= score : value >= score
  }

  /// Whether a person crossed the cut-off, and which way.
  public func crossing(from before: Double, to after: Double) -> CutOffCrossing {
    switch (isClinical(before), isClinical(after)) {
    case (true, false): .intoHealthy
    case (false, true): .intoClinical
    default: .none
    }
  }

  /// What became of one person, by reliable change and cut-off together.
  ///
  /// - Parameters:
  ///   - before: the earlier score.
  ///   - after: the later score.
  ///   - threshold: the reliable change of the scale, in points.
  public func status(
    from before: Double, to after: Double, threshold: Double
  ) -> ClinicalStatus {
    let change = ReliableChange(change: after - before, threshold: threshold, better: better)
    switch (change, crossing(from: before, to: after)) {
    case (.improved, .intoHealthy): return .recovered
    case (.improved, _): return .improved
    case (.deteriorated, .intoClinical): return .harmed
    case (.deteriorated, _): return .deteriorated
    case (.unchanged, _): return .unchanged
    }
  }
}

/// Whether a person's score crossed the cut-off.
public enum CutOffCrossing: String, Codable, CaseIterable, Sendable {
  /// Was clinical, is not any more.
  case intoHealthy
  /// Was not clinical, is now.
  case intoClinical
  /// Stayed on the same side.
  case none
}

/// What became of one person, by reliable change and cut-off together.
///
/// Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12.
public enum ClinicalStatus: String, Codable, CaseIterable, Sendable {
  /// Reliably better and out of the clinical range.
  case recovered
  /// Reliably better, on the same side of the cut-off.
  case improved
  /// No reliable change, whether or not the cut-off was crossed.
  case unchanged
  /// Reliably worse, on the same side of the cut-off.
  case deteriorated
  /// Reliably worse and into the clinical range.
  case harmed
}
