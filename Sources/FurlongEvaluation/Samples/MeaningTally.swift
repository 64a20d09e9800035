import FurlongStatistics

/// What became of the pairs, counted.
///
/// Counts that need what is not there stay 0.
struct MeaningTally {
  var improved = 0
  var unchanged = 0
  var deteriorated = 0
  var crossed = 0
  var recovered = 0
  var harmed = 0

  init(
    _ pairs: PairedScores, _ scale: JudgedScale, threshold: Double?, isReachedAtOnce: Bool,
    cutOff: Double? = nil
  ) {
    let judge = threshold.map {
      ChangeJudge($0, isReachedAtOnce: isReachedAtOnce, better: scale.better)
    }
    let cutOff = cutOff.map { ClinicalCutOff($0, better: scale.better) }
    for (before, after) in zip(pairs.before, pairs.after) {
      let crossing = cutOff?.crossing(from: before, to: after)
      if crossing == .intoHealthy { crossed += 1 }
      guard let judge else { continue }
      switch judge.judge(from: before, to: after) {
      case .improved:
        improved += 1
        if crossing == .intoHealthy { recovered += 1 }
      case .unchanged:
        unchanged += 1
      case .deteriorated:
        deteriorated += 1
        if crossing == .intoClinical { harmed += 1 }
      }
    }
  }
}
