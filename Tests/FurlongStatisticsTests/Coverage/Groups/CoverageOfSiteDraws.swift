import FurlongNumerics
import FurlongStatistics

/// The intervals that draw whole sites, and what they should hold; n is the number of sites.
struct CoverageOfSiteDraws {
  /// A sample's bootstraps, one by stages; nil where there is none.
  struct Drawn: Sendable {
    var sites: BootstrapEstimate?
    var sitesAndPersons: BootstrapEstimate?
  }

  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try PairedPopulation.all.enumerated().map { index, population in
      let sites = CoverageOfSiteDraws(population: population)
      return CoverageDesign(
        try sites.intervals(), of: population.name, seed: 130 + UInt64(index)
      ) { sites.sample($0, &$1) }
    }
  }

  /// Sites of two to four persons, each with a step up or down for all of its persons.
  ///
  /// The step is a quarter of the difference of two persons: with a mean of 0 and an eighth of a
  /// person's variance, whatever the population.
  func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    var sizes: [Int] = []
    var values: [Double] = []
    for _ in 0..<count {
      let size = 2 + stream.integer(below: 3)
      let step = (population.person(&stream).y - population.person(&stream).y) / 4
      sizes.append(size)
      for _ in 0..<size { values.append(population.person(&stream).y + step) }
    }
    let bootstrap = Bootstrap.drawn(for: count, from: &stream)
    let persons = values
    func estimate(_ stages: ClusterStages) -> BootstrapEstimate? {
      try? ClusterBootstrap(bootstrap: bootstrap, stages: stages).estimate(of: sizes) { drawn in
        var sum = 0.0
        for person in drawn { sum += persons[person] }
        return sum / Double(drawn.count)
      }
    }
    return Drawn(sites: estimate(.sites), sitesAndPersons: estimate(.sitesAndPersons))
  }

  func intervals() throws -> [CoveredInterval<Drawn>] {
    let truth =
      try population.wholeGroups.map { try SampleDescription(of: $0.group).mean } ?? 0.5
    return CoveredInterval.bootstraps("mean of persons in sites, sites", truth: truth, { $0.sites })
      + CoveredInterval.bootstraps(
        "mean of persons in sites, sites and persons", truth: truth, { $0.sitesAndPersons })
  }
}
