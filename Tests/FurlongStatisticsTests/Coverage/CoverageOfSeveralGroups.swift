import FurlongNumerics
import FurlongStatistics

/// The intervals of all differences of three groups together, and what they should hold.
struct CoverageOfSeveralGroups {
  /// Three groups, with how far each pair's means lie apart in the population: 0–1, 0–2, 1–2.
  struct Drawn: Sendable {
    var groups: [[Double]]
    var apart: [Double]
  }

  private let population: PairedPopulation
  private let change: Double

  init(population: PairedPopulation) throws {
    self.population = population
    change = try population.whole()?.change.meanChange ?? 0.5
  }

  /// The later scores of some persons, the earlier of others, the earlier of yet others.
  func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let later = (0..<count).map { _ in population.person(&stream).y }
    let earlier = (0..<2).map { _ in (0..<count).map { _ in population.person(&stream).x } }
    return Drawn(groups: [later] + earlier, apart: [change, change, 0])
  }

  /// Normal scores of spreads 1, 2 and 3 about the same mean.
  static func unequalSpreads(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let groups = [1.0, 2, 3].map { sd in (0..<count).map { _ in stream.normal(sd: sd) } }
    return Drawn(groups: groups, apart: [0, 0, 0])
  }

  static let intervals: [CoveredInterval<Drawn>] = [
    CoveredInterval(
      name: "all differences of three means, Tukey", truth: 0,
      make: { try shared(by: TukeyTest().compare($0.groups), $0.apart) }),
    CoveredInterval(
      name: "all differences of three means, Games and Howell", truth: 0,
      make: { try shared(by: GamesHowellTest().compare($0.groups), $0.apart) }),
  ]

  /// The errors that all pairs' intervals allow: 0 is among them where every interval holds its truth.
  private static func shared(
    by pairs: [PairwiseDifference], _ apart: [Double]
  ) -> ConfidenceInterval? {
    let errors = zip(pairs, apart).map { ($0.interval.low - $1, $0.interval.high - $1) }
    guard let low = errors.map(\.0).max(), let high = errors.map(\.1).min() else { return nil }
    return ConfidenceInterval(low: low, high: high, level: 0.95)
  }
}
