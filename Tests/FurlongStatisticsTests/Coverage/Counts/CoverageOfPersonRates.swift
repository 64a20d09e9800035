import FurlongNumerics
import FurlongStatistics

/// The intervals of rates over persons, whose events hang together, and what they should hold.
enum CoverageOfPersonRates {
  /// A sample's estimates, drawn once for all intervals; nil where there is none.
  struct Drawn: Sendable {
    var rate: BootstrapEstimate?
    var difference: BootstrapEstimate?
    var ratio: RateRatio?
  }

  static func designs() -> [CoverageDesign] {
    [
      CoverageDesign(
        intervals, of: "persons with rates from a gamma distribution", seed: 50
      ) { sample($0, &$1) },
      CoverageDesign(
        ofArms, of: "two arms of persons with rates from a gamma distribution", seed: 51
      ) { count, stream in
        let treated = arm(count, times: 0.7, &stream)
        let control = arm(count, times: 1, &stream)
        let bootstrap = Bootstrap.drawn(for: count, from: &stream)
        return try ArmRateRatio(bootstrap: bootstrap).compare(treated: treated, control: control)
      },
    ]
  }

  /// Persons with 3 events a unit of time before in the mean, and so many times as many after.
  private static func arm(
    _ count: Int, times factor: Double, _ stream: inout RandomStream
  ) -> ArmEvents {
    let rates = (0..<count).map { _ in stream.gamma(shape: 1.2, scale: 2.5) }
    let time = [Double](repeating: 1, count: count)
    return ArmEvents(
      before: PersonEvents(events: rates.map { Double(stream.poisson(mean: $0)) }, time: time),
      after: PersonEvents(
        events: rates.map { Double(stream.poisson(mean: factor * $0)) }, time: time))
  }

  /// Persons with 3 events a unit of time before in the mean, and 0.7 times as many after.
  private static func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let persons = arm(count, times: 0.7, &stream)
    let (before, after) = (persons.before, persons.after)
    let bootstrap = Bootstrap.drawn(for: count, from: &stream)
    return Drawn(
      rate: try? PersonRate(bootstrap: bootstrap).rate(of: before).rate,
      difference: try? PersonRateDifference(bootstrap: bootstrap).compare(
        before: before, after: after),
      ratio: try? PersonRateRatio(bootstrap: bootstrap).compare(before: before, after: after))
  }

  private static let ofArms: [CoveredInterval<RatioOfRateRatios>] =
    [
      CoveredInterval(
        name: "ratio of two arms' ratios of rates, delta method", truth: 0.7,
        make: { $0.interval })
    ]
    + CoveredInterval.bootstraps("ratio of two arms' ratios of rates", truth: 0.7, { $0.bootstrap })

  private static let intervals: [CoveredInterval<Drawn>] =
    CoveredInterval.bootstraps("rate over persons", truth: 3, { $0.rate })
    + CoveredInterval.bootstraps("difference of rates over persons", truth: -0.9, { $0.difference })
    + [
      CoveredInterval(
        name: "ratio of rates over persons, delta method", truth: 0.7,
        make: { $0.ratio?.interval })
    ]
    + CoveredInterval.bootstraps("ratio of rates over persons", truth: 0.7, { $0.ratio?.bootstrap })
    + [
      .reported("ratio of rates over persons", truth: 0.7, { $0.ratio?.bootstrap })
    ]
}
