import FurlongNumerics
import FurlongStatistics

/// The intervals that draw persons within groups, and what they should hold.
struct CoverageOfGroupBootstraps {
  /// A sample's bootstraps, drawn once for all intervals; nil where there is none.
  struct Drawn: Sendable {
    var means: BootstrapEstimate?
    var studentised: StudentisedEstimate?
    var contrast: BootstrapEstimate?
  }

  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(
      seed: 120, { try CoverageOfGroupBootstraps(population: $0).intervals() }
    ) { CoverageOfGroupBootstraps(population: $0).sample($1, &$2) }
  }

  func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let groups = population.threeGroups(count, &stream)
    let bootstrap = Bootstrap.drawn(for: count, from: &stream)
    let values = groups.flatMap { $0 }
    return Drawn(
      means: try? GroupBootstrap(bootstrap: bootstrap).compareMeans(groups[0], to: groups[1]),
      studentised: try? StudentisedBootstrap(bootstrap: bootstrap).compareMeans(
        groups[0], to: groups[1]),
      contrast: try? GroupBootstrap(bootstrap: bootstrap).estimate(of: groups.map(\.count)) {
        persons in
        // The first group's mean less that of all persons of the other two.
        var (first, others, size) = (0.0, 0.0, 0)
        for person in persons {
          if person < count {
            first += values[person]
            size += 1
          } else {
            others += values[person]
          }
        }
        return first / Double(size) - others / Double(persons.count - size)
      })
  }

  func intervals() throws -> [CoveredInterval<Drawn>] {
    let truth =
      try population.wholeGroups.map {
        try WelchTTest().compare($0.group, to: $0.other).difference
      } ?? 0.5
    return CoveredInterval.bootstraps("difference of means", truth: truth, { $0.means })
      + [
        CoveredInterval(
          name: "difference of means, bootstrap, studentised", truth: truth,
          make: { $0.studentised?.interval })
      ]
      + CoveredInterval.bootstraps(
        "mean of one group less that of two others", truth: truth, { $0.contrast })
  }
}
