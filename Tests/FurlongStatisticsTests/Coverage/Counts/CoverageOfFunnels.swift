import FurlongNumerics
import FurlongStatistics

/// The limits between which a site lies by chance; n is the number of its persons.
///
/// What they should hold is the site's own figure, when it is no different from the whole.
enum CoverageOfFunnels {
  static func designs() throws -> [CoverageDesign] {
    let means = try PairedPopulation.all.enumerated().map { index, population in
      CoverageDesign(try mean(of: population), of: population.name, seed: 143 + UInt64(index)) {
        count, stream in
        let values = (0..<count).map { _ in population.person(&stream).x }
        return (values.reduce(0, +) / Double(count), count)
      }
    }
    return [
      CoverageDesign(
        limits("proportion") { try $0.proportion(target: 0.3, total: $1) }, of: "30 % are a yes",
        seed: 140
      ) { count, stream in
        (Double((0..<count).count { _ in stream.bernoulli(0.3) }) / Double(count), count)
      },
      CoverageDesign(
        limits("rate") { try $0.rate(target: 0.3, time: Double($1)) },
        of: "0.3 events a unit of time", seed: 141
      ) { count, stream in
        (Double(stream.poisson(mean: 0.3 * Double(count))) / Double(count), count)
      },
    ] + means
  }

  private static func mean(of population: PairedPopulation) throws -> [CoveredInterval<Site>] {
    let whole = try population.persons.map { try SampleDescription(of: $0.map(\.x)) }
    let (target, sd) = (whole?.mean ?? 0, whole?.sd ?? 1)
    return limits("mean") { try $0.mean(target: target, sd: sd, total: $1) }
  }

  /// A site's figure and how many persons it has.
  private typealias Site = (Double, Int)

  private static func limits(
    _ name: String,
    _ make: @escaping @Sendable (FunnelLimits, Int) throws -> ConfidenceInterval
  ) -> [CoveredInterval<Site>] {
    [("95 %", 0.95), ("99.8 %", 0.998)].map { word, coverage in
      .prediction("funnel limits of a \(name), \(word)", level: coverage) {
        (try make(FunnelLimits(coverage: coverage), $0.1), $0.0)
      }
    }
  }
}
