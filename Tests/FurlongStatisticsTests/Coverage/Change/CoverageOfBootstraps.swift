import FurlongNumerics
import FurlongStatistics

/// The intervals of a change that draw persons, and what they should hold.
struct CoverageOfBootstraps {
  /// A sample's bootstraps, drawn once for all intervals; nil where there is none.
  struct Drawn: Sendable {
    var mean: BootstrapEstimate?
    var studentised: StudentisedEstimate?
    var dz: BootstrapEstimate?
    var dav: BootstrapEstimate?
    var biserial: BootstrapEstimate?
    var halfDeviation: SmallestImportantChange?
  }

  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 70, { try CoverageOfBootstraps(population: $0).intervals() }) {
      CoverageOfBootstraps(population: $0).sample($1, &$2)
    }
  }

  func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let persons = (0..<count).map { _ in population.person(&stream) }
    let bootstrap = Bootstrap.drawn(for: count, from: &stream)
    let (before, after) = (persons.map(\.x), persons.map(\.y))
    let paired = PairedBootstrap(bootstrap: bootstrap)
    return Drawn(
      mean: try? paired.meanChange(from: before, to: after),
      studentised: try? StudentisedBootstrap(bootstrap: bootstrap).meanChange(
        from: before, to: after),
      dz: try? paired.dz(from: before, to: after), dav: try? paired.dav(from: before, to: after),
      biserial: try? MatchedRankBiserial().estimate(
        of: zip(before, after).map { $1 - $0 }, bootstrap: bootstrap),
      halfDeviation: try? DistributionChange(bootstrap: bootstrap).estimate(
        from: before, better: .higher))
  }

  func intervals() throws -> [CoveredInterval<Drawn>] {
    let whole = try population.whole()
    let mean = whole?.change.meanChange ?? 0.5
    let sizes = StandardisedMeanChange()
    // The share of the means of two changes that lie above 0, less those below.
    let biserial =
      try whole.map { try MatchedRankBiserial().coefficient(of: $0.differences) }
      ?? 2 * NormalDistribution().lowerTail(0.5 / 0.4.squareRoot()) - 1
    return CoveredInterval.bootstraps("mean change", truth: mean, { $0.mean })
      + [
        CoveredInterval(
          name: "mean change, bootstrap, basic", truth: mean, make: { $0.mean?.basic }),
        CoveredInterval(
          name: "mean change, bootstrap, normal", truth: mean, make: { $0.mean?.normal }),
        CoveredInterval(
          name: "mean change, bootstrap, studentised", truth: mean,
          make: { $0.studentised?.interval }),
      ]
      + CoveredInterval.bootstraps(
        "d_z",
        truth: try whole.map { try sizes.dz(of: $0.change).estimate }
          ?? 0.5 / 0.8.squareRoot(), { $0.dz })
      + CoveredInterval.bootstraps(
        "d_av", truth: try whole.map { try sizes.dav(of: $0.change).estimate } ?? 0.5, { $0.dav })
      + CoveredInterval.bootstraps(
        "matched rank-biserial correlation", truth: biserial, { $0.biserial })
      + CoveredInterval.bootstraps(
        "½ standard deviation before", truth: (whole?.change.sdBefore ?? 1) / 2,
        { $0.halfDeviation?.bootstrap })
  }
}
