import FurlongNumerics
import FurlongStatistics

/// The intervals of pooled sites, and what they should hold; n is the number of sites.
enum CoverageOfSites {
  /// Sites whose true values scatter by 0.3 about 1, with the true value of one site more.
  struct Drawn: Sendable {
    var sites: [SiteEstimate]
    var another: Double
  }

  static func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let sites = (0..<count).map { _ in
      let variance = stream.uniform(from: 0.02, to: 0.2)
      let value = stream.normal(mean: 1, sd: 0.3)
      return SiteEstimate(
        estimate: stream.normal(mean: value, sd: variance.squareRoot()), variance: variance)
    }
    return Drawn(sites: sites, another: stream.normal(mean: 1, sd: 0.3))
  }

  static let intervals: [CoveredInterval<Drawn>] =
    [
      ("Hartung and Knapp", SitePooling.Interval.hartungKnapp),
      ("Hartung and Knapp, guarded", .hartungKnappGuarded), ("t", .studentT), ("normal", .normal),
    ].map { name, interval in
      CoveredInterval(
        name: "pooled mean, REML, \(name)", truth: 1,
        make: { try SitePooling(interval: interval).pool($0.sites).interval })
    } + [
      CoveredInterval(
        name: "pooled mean, DerSimonian and Laird, normal", truth: 1,
        make: {
          try SitePooling(variance: .derSimonianLaird, interval: .normal).pool($0.sites).interval
        }),
      CoveredInterval(
        name: "τ² between sites, profile of Q", truth: 0.09,
        make: { try SitePooling().pool($0.sites).heterogeneity.interval }),
    ]
    + [("k − 1 df", SitePooling.Prediction.sitesLessOne), ("k − 2 df", .sitesLessTwo)].map {
      name, prediction in
      CoveredInterval(
        name: "prediction of one site more, \(name)", truth: 0,
        // The value to be held differs from sample to sample: it is taken from the limits instead.
        make: { drawn in
          try SitePooling(prediction: prediction).pool(drawn.sites).prediction.map {
            ConfidenceInterval(
              low: $0.interval.low - drawn.another, high: $0.interval.high - drawn.another,
              level: 0.95)
          }
        })
    }
}
