import FurlongStatistics

/// Says of one person's change whether it counts.
///
/// A published threshold counts who reaches it; the error of measurement who goes beyond it.
struct ChangeJudge {
  private var threshold: Double
  private var better: BetterScores

  init(_ threshold: Double, isReachedAtOnce: Bool, better: BetterScores) {
    // A mean of others in the place of a blank item may miss a whole number by its last digit.
    self.threshold = isReachedAtOnce ? threshold * (1 - 1e-9) : threshold
    self.better = better
  }

  func judge(from before: Double, to after: Double) -> ReliableChange {
    ReliableChange(change: after - before, threshold: threshold, better: better)
  }
}
