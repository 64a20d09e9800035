import FurlongNumerics
import FurlongStatistics

/// The intervals of agreement of three coders over four ordered categories, and what they should hold.
///
/// A list of 20,000 units, drawn from with replacement: coefficients of the list are the truth. Each coder sees
/// the unit's own category with errors of one step or, seldom, of more, and skips one unit in ten.
struct CoverageOfSeveralCoders {
  /// A sample's bootstraps, drawn once for all intervals; nil where there is none.
  struct Drawn: Sendable {
    var nominal: BootstrapEstimate?
    var ordinal: BootstrapEstimate?
    var interval: BootstrapEstimate?
  }

  private let list: [[Int?]]

  init() {
    var stream = RandomStream(seed: 20_261_122, stream: 1)
    list = (0..<20_000).map { _ in
      let own = stream.index(weights: [0.4, 0.3, 0.2, 0.1])
      return (0..<3).map { _ in
        if stream.bernoulli(0.1) { return nil }
        let errors = (0..<4).map { [0.75, 0.17, 0.06, 0.02][abs($0 - own)] }
        return stream.index(weights: errors)
      }
    }
  }

  static func designs() throws -> [CoverageDesign] {
    let coders = CoverageOfSeveralCoders()
    let name = "three coders, four categories, some missing"
    return [
      CoverageDesign(try coders.formulas(), of: name, seed: 170) {
        try CodedUnits(coders.units($0, &$1), categories: 4)
      },
      CoverageDesign(try coders.bootstraps(), of: name, seed: 171) {
        coders.sample($0, &$1)
      },
    ]
  }

  private func units(_ count: Int, _ stream: inout RandomStream) -> [[Int?]] {
    (0..<count).map { _ in list[stream.integer(below: list.count)] }
  }

  private static func values(_ units: [[Int?]]) -> [[Double?]] {
    units.map { $0.map { $0.map(Double.init) } }
  }

  private func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let values = Self.values(units(count, &stream))
    let bootstrap = AgreementBootstrap(.drawn(for: count, most: 599, from: &stream))
    func alpha(_ difference: ValueDifference) -> BootstrapEstimate? {
      try? bootstrap.estimate(of: values, KrippendorffAlpha(difference)).estimate
    }
    return Drawn(
      nominal: alpha(.nominal), ordinal: alpha(.ordinal), interval: alpha(.interval))
  }

  private func bootstraps() throws -> [CoveredInterval<Drawn>] {
    let values = Self.values(list)
    func alpha(_ difference: ValueDifference) throws -> Double {
      try KrippendorffAlpha(difference).agreement(of: values).alpha ?? .nan
    }
    return try CoveredInterval.bootstraps(
      "Krippendorff's α, nominal", truth: alpha(.nominal), { $0.nominal })
      + CoveredInterval.bootstraps(
        "Krippendorff's α, ordinal", truth: alpha(.ordinal), { $0.ordinal })
      + CoveredInterval.bootstraps(
        "Krippendorff's α, interval", truth: alpha(.interval), { $0.interval })
  }

  private func formulas() throws -> [CoveredInterval<CodedUnits>] {
    let whole = try CodedUnits(list, categories: 4)
    func several(
      _ name: String, _ agreement: @escaping @Sendable (CodedUnits) throws -> CodersAgreement
    ) throws -> CoveredInterval<CodedUnits> {
      CoveredInterval(
        name: name, truth: try agreement(whole).coefficient ?? .nan,
        make: { try agreement($0).interval })
    }
    return try [
      several("Fleiss' κ", { try FleissKappa().agreement(of: $0.counts) }),
      several(
        "Fleiss' κ, quadratic weights",
        { try FleissKappa(weights: .quadratic).agreement(of: $0.counts) }),
      several("Conger's κ", { try CongerKappa().agreement(of: $0) }),
      several(
        "Conger's κ, quadratic weights", { try CongerKappa(weights: .quadratic).agreement(of: $0) }),
      several("Gwet's AC1", { try GwetCoefficient().agreement(of: $0.counts) }),
      several(
        "Gwet's AC2, ordinal weights",
        { try GwetCoefficient(weights: .ordinal).agreement(of: $0.counts) }),
      several("Brennan and Prediger", { try BrennanPrediger().agreement(of: $0.counts) }),
    ]
  }
}
