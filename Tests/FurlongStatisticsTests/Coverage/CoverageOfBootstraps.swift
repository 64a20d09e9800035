import FurlongNumerics
import FurlongStatistics

/// The bootstrap intervals of a mean change, of 999 draws, and what they should hold.
struct CoverageOfBootstraps {
  /// A sample's bootstraps, drawn once for all intervals.
  struct Drawn: Sendable {
    var mean: BootstrapEstimate
    var studentised: StudentisedEstimate
  }

  var population: PairedPopulation

  func sample(_ count: Int, _ stream: inout RandomStream) throws -> Drawn {
    let persons = (0..<count).map { _ in population.person(&stream) }
    let bootstrap = Bootstrap(draws: 999, seed: stream.word())
    let (before, after) = (persons.map(\.x), persons.map(\.y))
    return Drawn(
      mean: try PairedBootstrap(bootstrap: bootstrap).meanChange(from: before, to: after),
      studentised: try StudentisedBootstrap(bootstrap: bootstrap).meanChange(
        from: before, to: after))
  }

  func intervals() throws -> [CoveredInterval<Drawn>] {
    let truth = try population.whole()?.change.meanChange ?? 0.5
    func interval(
      _ name: String, _ make: @escaping @Sendable (Drawn) -> ConfidenceInterval?
    ) -> CoveredInterval<Drawn> {
      CoveredInterval(name: "mean change, bootstrap, \(name)", truth: truth, make: make)
    }
    return [
      interval("percentiles", { $0.mean.percentile }), interval("basic", { $0.mean.basic }),
      interval("BCa", { $0.mean.bca }), interval("studentised", { $0.studentised.interval }),
    ]
  }
}
