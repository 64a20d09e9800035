import FurlongNumerics
import FurlongStatistics

/// The intervals of where changes of the same persons lie, and what they should hold.
struct CoverageOfChange {
  var population: PairedPopulation

  static func designs() throws -> [CoverageDesign] {
    try CoverageDesign.each(seed: 10, { try CoverageOfChange(population: $0).intervals() }) {
      try $0.sample($1, &$2)
    } + [
      CoverageDesign(
        [net(of: 0, truth: 0.5)], of: "normal, chosen for a first score below the mean", seed: 13
      ) { try PairedPopulation.normal.chosen($0, &$1) }
    ]
  }

  /// The change at the population's mean, the return to the mean taken out.
  private static func net(of mean: Double, truth: Double) -> CoveredInterval<PairedSample> {
    CoveredInterval(
      name: "change net of the return to the mean, Mee and Chua", truth: truth,
      make: {
        try MeeChuaTest(populationMean: mean).effect(from: $0.before, to: $0.after).test.interval
      })
  }

  /// The intervals with the population's true values.
  func intervals() throws -> [CoveredInterval<PairedSample>] {
    let whole = try population.whole()
    let mean = whole?.change.meanChange ?? 0.5
    let first = try whole.map { try SampleDescription(of: $0.before).mean } ?? 0
    return try middles(of: whole) + [
      CoveredInterval(name: "mean change, t", truth: mean, make: { $0.change.interval }),
      CoveredInterval(
        name: "mean change, equivalence", truth: mean, level: 0.9,
        make: {
          try EquivalenceTest(bounds: EquivalenceBounds(within: 1))
            .change(from: $0.before, to: $0.after).interval
        }),
      Self.net(of: first, truth: mean),
      CoveredInterval(
        name: "probability of going up, Wilson with halves",
        truth: try whole.map { try PairedSuperiority().estimate(of: $0.differences).estimate }
          ?? NormalDistribution().lowerTail(0.5 / 0.8.squareRoot()),
        make: { try PairedSuperiority().estimate(of: $0.differences).interval }),
    ]
  }

  /// Medians, Hodges and Lehmann's middles and the trimmed mean, which are 0.5 in normal changes.
  private func middles(of whole: PairedSample?) throws -> [CoveredInterval<PairedSample>] {
    func middle(
      _ name: String, _ truth: ([Double]) throws -> Double,
      _ make: @escaping @Sendable ([Double]) throws -> ConfidenceInterval?
    ) throws -> CoveredInterval<PairedSample> {
      CoveredInterval(
        name: name, truth: try whole.map { try truth($0.differences) } ?? 0.5,
        make: { try make($0.differences) })
    }
    let kept = { (changes: [Double]) in try HodgesLehmann().centre(of: changes).estimate }
    return [
      try middle(
        "median change, order statistics", { try MedianInterval().median(of: $0).median },
        { try MedianInterval().median(of: $0).interval }),
      try middle(
        "middle of changes, Hodges and Lehmann (exact up to 60)", kept,
        { try HodgesLehmann(exactLimit: 60).centre(of: $0).interval }),
      try middle(
        "middle of changes, Hodges and Lehmann, normal", kept,
        { try HodgesLehmann(exactLimit: 0).centre(of: $0).interval }),
      try middle(
        "middle of changes, Hodges and Lehmann, zeros dropped (exact up to 60)",
        { try HodgesLehmann(zeros: .drop).centre(of: $0).estimate },
        { try HodgesLehmann(zeros: .drop, exactLimit: 60).centre(of: $0).interval }),
      try middle(
        "20 % trimmed mean of changes, Tukey and McLaughlin",
        { try TrimmedMean(trim: 0.2).estimate(of: $0).mean },
        { try TrimmedMean(trim: 0.2).estimate(of: $0).interval }),
    ]
  }
}
