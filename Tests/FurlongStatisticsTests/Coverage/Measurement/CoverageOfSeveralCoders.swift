import FurlongNumerics
import FurlongStatistics

/// The intervals of agreement of three coders over four ordered categories, and what they should hold.
///
/// A list of 20,000 units, drawn from with replacement: coefficients of the list are the truth. Each coder sees
/// the unit's own category with errors of one step or, seldom, of more, and skips one unit in ten.
struct CoverageOfSeveralCoders {
  /// A sample's bootstraps, drawn once for all intervals, and its units.
  struct Drawn: Sendable {
    var units: CodedUnits
    var nominal: BootstrapEstimate?
    var ordinal: BootstrapEstimate?
    var interval: BootstrapEstimate?
    var fleiss: BootstrapEstimate?
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
    return [
      CoverageDesign(
        try coders.intervals(), of: "three coders, four categories, some missing", seed: 170,
        slow: [200]
      ) { try coders.sample($0, &$1) }
    ]
  }

  private func sample(_ count: Int, _ stream: inout RandomStream) throws -> Drawn {
    let rows = (0..<count).map { _ in list[stream.integer(below: list.count)] }
    let bootstrap = AgreementBootstrap(Bootstrap(draws: 199, seed: stream.word()))
    let units = try CodedUnits(rows, categories: 4)
    let values = rows.map { $0.map { $0.map(Double.init) } }
    func alpha(_ difference: ValueDifference) -> BootstrapEstimate? {
      try? bootstrap.estimate(of: values, KrippendorffAlpha(difference)).estimate
    }
    return Drawn(
      units: units, nominal: alpha(.nominal), ordinal: alpha(.ordinal), interval: alpha(.interval),
      fleiss: try? bootstrap.estimate(of: units.counts) {
        (drawn: UnitCounts) throws(StatisticsError) -> Double? in
        try FleissKappa().agreement(of: drawn).coefficient
      }.estimate)
  }

  private func intervals() throws -> [CoveredInterval<Drawn>] {
    let whole = try CodedUnits(list, categories: 4)
    func several(
      _ name: String, _ agreement: @escaping @Sendable (CodedUnits) throws -> CodersAgreement
    ) throws -> CoveredInterval<Drawn> {
      CoveredInterval(
        name: name, truth: try agreement(whole).coefficient ?? .nan,
        make: { try agreement($0.units).interval })
    }
    let values = list.map { $0.map { $0.map(Double.init) } }
    func alpha(_ difference: ValueDifference) throws -> Double {
      try KrippendorffAlpha(difference).agreement(of: values).alpha ?? .nan
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
      + CoveredInterval.bootstraps(
        "Fleiss' κ", truth: FleissKappa().agreement(of: whole.counts).coefficient ?? .nan,
        { $0.fleiss })
      + CoveredInterval.bootstraps(
        "Krippendorff's α, nominal", truth: alpha(.nominal), { $0.nominal })
      + CoveredInterval.bootstraps(
        "Krippendorff's α, ordinal", truth: alpha(.ordinal), { $0.ordinal })
      + CoveredInterval.bootstraps(
        "Krippendorff's α, interval", truth: alpha(.interval), { $0.interval })
  }
}
