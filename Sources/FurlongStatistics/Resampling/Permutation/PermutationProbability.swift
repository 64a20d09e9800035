/// How far a sample lies from what it would be if signs or labels were a matter of chance.
public struct PermutationProbability: Codable, Equatable, Sendable {
  /// The mean change, or the mean of the group named first minus the other's.
  public let estimate: Double
  /// How many ways there are to place the signs or the labels; infinite past some 1,000 persons.
  public let assignments: Double
  /// The share of ways whose statistic is as far from 0, or farther, on either side.
  public let p: Double
  /// The share of ways whose statistic is as low or lower.
  public let pLower: Double
  /// The share of ways whose statistic is as high or higher.
  public let pHigher: Double
  /// Whether all ways were counted, or some drawn.
  public let method: PermutationMethod
}

/// How the ways to place signs or labels were looked at.
public enum PermutationMethod: Codable, Equatable, Sendable {
  /// All of them.
  case exact
  /// So many drawn from a seed, and the way observed counted with them: (b + 1)/(m + 1).
  case drawn(draws: Int, seed: UInt64)
}

extension PermutationProbability {
  /// Makes shares of how many of some draws were as far out.
  init(
    estimate: Double, assignments: Double, drawn tails: TailCounts, draws: Int, seed: UInt64
  ) {
    let all = Double(draws + 1)
    self.init(
      estimate: estimate, assignments: assignments, p: Double(tails.both + 1) / all,
      pLower: Double(tails.lower + 1) / all, pHigher: Double(tails.higher + 1) / all,
      method: .drawn(draws: draws, seed: seed))
  }

  /// Makes shares of how many of all ways are as far out.
  init(estimate: Double, assignments: Double, exact tails: TailCounts, of all: Int) {
    let all = Double(all)
    self.init(
      estimate: estimate, assignments: assignments, p: Double(tails.both) / all,
      pLower: Double(tails.lower) / all, pHigher: Double(tails.higher) / all, method: .exact)
  }
}

/// How many sums are as far out as the one observed.
///
/// Sums that differ by rounding count as equal: within 1e-12 of the sum of all sizes.
struct TailCounts: Equatable {
  var lower = 0
  var higher = 0
  var both = 0

  init(lower: Int = 0, higher: Int = 0, both: Int = 0) {
    self.lower = lower
    self.higher = higher
    self.both = both
  }

  /// Counts drawn sums against the observed one.
  init(of sums: [Double], observed: Double, slack: Double) {
    for sum in sums {
      if sum <= observed + slack { lower += 1 }
      if sum >= observed - slack { higher += 1 }
      if abs(sum) >= abs(observed) - slack { both += 1 }
    }
  }
}
