import FurlongStudy

/// Those of a group with a score before and after, among those whose follow-up is due.
///
/// Sorted by value: sums of `Double`s depend on their order, and the order of people carries no meaning.
struct PairedScores {
  var before: [Double]
  var after: [Double]
  /// People of the group whose follow-up is due, with or without a first score.
  var eligible: Int

  var used: Int { before.count }
  var changes: [Double] { zip(before, after).map { $1 - $0 } }

  init(
    of members: [Int], baseline: ScoredCohort.Scores?, followUp: ScoredCohort.Scores?
  ) {
    var pairs: [(before: Double, after: Double)] = []
    eligible = 0
    for person in members where followUp?.due[person] ?? false {
      eligible += 1
      if let first = baseline?.values[person], let second = followUp?.values[person] {
        pairs.append((first, second))
      }
    }
    pairs.sort { ($0.before, $0.after) < ($1.before, $1.after) }
    before = pairs.map(\.before)
    after = pairs.map(\.after)
  }
}
