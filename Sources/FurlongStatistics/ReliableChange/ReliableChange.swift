/// Which scores of a scale are the better ones.
public enum BetterScores: String, Codable, Sendable {
  /// More points are better.
  case higher
  /// Fewer points are better.
  case lower
}

/// What a change must do to a threshold to count.
public enum ThresholdRule: String, Codable, CaseIterable, Sendable {
  /// Be larger than it: the rule of reliable change, as all its papers have it.
  case exceeds
  /// Be as large or larger: the rule of a smallest change that is worth having.
  case reaches
}

/// What one person's change is, once the error of measurement is allowed for.
public enum ReliableChange: String, Codable, CaseIterable, Sendable {
  /// Changed for the better by more than the threshold.
  case improved
  /// Changed by no more than the threshold.
  case unchanged
  /// Changed for the worse by more than the threshold.
  case deteriorated

  /// Classifies one change against a threshold, which it must exceed unless the rule says otherwise.
  ///
  /// - Parameters:
  ///   - change: later minus earlier, in points or in standard errors.
  ///   - threshold: in the same unit, not negative.
  ///   - better: which scores are the better ones.
  ///   - rule: whether a change equal to the threshold is unchanged, as it is by default.
  public init(
    change: Double, threshold: Double, better: BetterScores, rule: ThresholdRule = .exceeds
  ) {
    let gain = better.gain(change)
    let counts: (Double) -> Bool =
      rule == .exceeds ? { $0 > threshold } : { $0 >= threshold && $0 != 0 }
    self = counts(gain) ? .improved : counts(-gain) ? .deteriorated : .unchanged
  }
}

extension BetterScores {
  /// A change turned so that more is better, or a gain turned back.
  func gain(_ change: Double) -> Double { self == .higher ? change : -change }
}
