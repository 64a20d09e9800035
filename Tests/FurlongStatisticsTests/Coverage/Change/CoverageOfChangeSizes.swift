import Foundation
import FurlongNumerics
import FurlongStatistics

/// The intervals of a change in standard deviations, and what they should hold.
///
/// Each d with its g, whose limits should hold the same true size.
struct CoverageOfChangeSizes {
  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 10, { try CoverageOfChangeSizes(population: $0).intervals() }) {
      try $0.sample($1, &$2)
    }
  }

  private typealias Size = @Sendable (StandardisedMeanChange, PairedChange) throws -> EffectSize

  private struct Kind {
    var letters: String
    var method: String
    var sizes = StandardisedMeanChange()
    var normal = 0.5
    var d: Size
    var g: Size
  }

  private static let kinds: [Kind] =
    [
      Kind(
        letters: "z", method: "noncentral t", normal: 0.5 / 0.8.squareRoot(),
        d: { try $0.dz(of: $1) }, g: { try $0.gz(of: $1) }),
      Kind(
        letters: "z", method: "large sample",
        sizes: StandardisedMeanChange(changeInterval: .largeSample),
        normal: 0.5 / 0.8.squareRoot(), d: { try $0.dz(of: $1) }, g: { try $0.gz(of: $1) }),
      Kind(
        letters: "av", method: "Algina and Keselman", d: { try $0.dav(of: $1) },
        g: { try $0.gav(of: $1) }),
      Kind(
        letters: "av", method: "Bonett", sizes: StandardisedMeanChange(averageInterval: .bonett),
        d: { try $0.dav(of: $1) }, g: { try $0.gav(of: $1) }),
      Kind(
        letters: "rm", method: "Cooper", d: { try $0.drm(of: $1) }, g: { try $0.grm(of: $1) }),
    ]
    + BaselineSizeInterval.allCases.map { way in
      Kind(
        letters: "b", method: way.rawValue.capitalized,
        sizes: StandardisedMeanChange(baselineInterval: way), d: { try $0.db(of: $1) },
        g: { try $0.gb(of: $1) })
    }

  /// The intervals with the population's true values.
  func intervals() throws -> [CoveredInterval<PairedSample>] {
    let whole = try population.whole()
    return try Self.kinds.flatMap { kind in
      let (sizes, d, g) = (kind.sizes, kind.d, kind.g)
      let truth = try whole.map { try d(sizes, $0.change).estimate } ?? kind.normal
      return [
        CoveredInterval<PairedSample>(
          name: "d_\(kind.letters), \(kind.method)", truth: truth,
          make: { try d(sizes, $0.change).interval }),
        CoveredInterval<PairedSample>(
          name: "g_\(kind.letters), \(kind.method)", truth: truth,
          make: { try g(sizes, $0.change).interval }),
      ]
    }
  }
}
