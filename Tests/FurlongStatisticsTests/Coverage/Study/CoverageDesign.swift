import FurlongNumerics
import FurlongStatistics

/// A population and the intervals that its samples are made into: some rows of the table.
struct CoverageDesign: Sendable {
  /// The rows, an interval each, with counts at every size.
  let rows: @Sendable (CoverageStudy) -> [CoverageRow]

  /// Takes the intervals and the way to draw a sample of a size.
  init<Sample>(
    _ intervals: [CoveredInterval<Sample>], of population: String, seed: UInt64,
    draw: @escaping @Sendable (Int, inout RandomStream) throws -> Sample
  ) {
    rows = { study in
      let counts = CoverageStudy.sizes.map { size in
        study.count(intervals, seed: seed &* 1_000 &+ UInt64(size)) { try draw(size, &$0) }
      }
      return intervals.indices.map { index in
        CoverageRow(
          interval: intervals[index].name, population: population,
          coverage: counts.map { $0[index] })
      }
    }
  }

  /// A design for each of the three populations of scores.
  static func each<Sample>(
    seed: UInt64, _ intervals: (PairedPopulation) throws -> [CoveredInterval<Sample>],
    draw: @escaping @Sendable (PairedPopulation, Int, inout RandomStream) throws -> Sample
  ) rethrows -> [CoverageDesign] {
    try PairedPopulation.all.enumerated().map { index, population in
      CoverageDesign(
        try intervals(population), of: population.name, seed: seed + UInt64(index)
      ) { try draw(population, $0, &$1) }
    }
  }
}
