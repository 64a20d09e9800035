import FurlongNumerics
import FurlongStatistics

/// The interval of how much further one group travelled than another, and what it should hold.
struct CoverageOfGroupChanges {
  /// A group that changed, and one whose mean stayed where it was.
  typealias Groups = (change: PairedChange, other: PairedChange)

  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try PairedPopulation.all.enumerated().map { index, population in
      let shift = try population.whole()?.change.meanChange ?? 0.5
      return CoverageDesign(
        [try CoverageOfGroupChanges(population: population).interval()], of: population.name,
        seed: 100 + UInt64(index)
      ) { count, stream in
        let changed = try population.sample(count, &stream)
        let stayed = try PairedSample(
          (0..<count).map { _ in population.person(&stream) - SIMD2(0, shift) })
        return (changed.change, stayed.change)
      }
    }
  }

  /// The mean change of the population is the whole of the difference.
  func interval() throws -> CoveredInterval<Groups> {
    let whole = try population.whole()
    return CoveredInterval(
      name: "d_ppc2, Morris", truth: whole.map { $0.change.meanChange / $0.change.sdBefore } ?? 0.5,
      make: { try PrePostControl().dppc2(of: $0.change, comparedWith: $0.other).interval })
  }
}
