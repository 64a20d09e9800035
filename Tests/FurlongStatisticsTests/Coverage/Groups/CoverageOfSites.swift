import FurlongNumerics
import FurlongStatistics

/// The intervals of pooled sites, and what they should hold; n is the number of sites.
struct CoverageOfSites {
  /// Sites whose true values scatter about 1, with the true value of one site more.
  struct Drawn: Sendable {
    var sites: [SiteEstimate]
    var another: Double
  }

  /// How far the sites' true values scatter.
  var scatter: Double

  static func designs() -> [CoverageDesign] {
    [
      CoverageDesign(
        CoverageOfSites(scatter: 0.3).intervals(), of: "sites that differ", seed: 80
      ) { CoverageOfSites(scatter: 0.3).sample($0, &$1) },
      CoverageDesign(always, of: "sites that are alike", seed: 81) {
        CoverageOfSites(scatter: 0).sample($0, &$1)
      },
    ]
  }

  func sample(_ count: Int, _ stream: inout RandomStream) -> Drawn {
    let sites = (0..<count).map { _ in
      let variance = stream.uniform(from: 0.02, to: 0.2)
      let value = stream.normal(mean: 1, sd: scatter)
      return SiteEstimate(
        estimate: stream.normal(mean: value, sd: variance.squareRoot()), variance: variance)
    }
    return Drawn(sites: sites, another: stream.normal(mean: 1, sd: scatter))
  }

  /// The intervals of the mean of the sites' true values.
  private static func pooled(
    _ way: String, _ variance: BetweenSiteVariance,
    _ intervals: [SitePooling.Interval] = SitePooling.Interval.allCases
  ) -> [CoveredInterval<Drawn>] {
    intervals.map { interval in
      let word =
        switch interval {
        case .hartungKnapp: "Hartung and Knapp"
        case .hartungKnappGuarded: "Hartung and Knapp, guarded"
        case .studentT: "t"
        case .normal: "normal"
        }
      return CoveredInterval(
        name: "pooled mean, \(way), \(word)", truth: 1,
        make: { try SitePooling(variance: variance, interval: interval).pool($0.sites).interval })
    }
  }

  /// The intervals of both designs.
  private static let always =
    pooled("REML", .restrictedLikelihood) + pooled("one common value", .none)

  func intervals() -> [CoveredInterval<Drawn>] {
    let words: [(String, SitePooling.Prediction)] = [
      ("k − 1 df", .sitesLessOne), ("k − 2 df", .sitesLessTwo), ("normal", .normal),
    ]
    return Self.always
      + Self.pooled("ML", .likelihood, [.hartungKnapp, .normal])
      + Self.pooled("DerSimonian and Laird", .derSimonianLaird, [.hartungKnapp, .normal])
      + Self.pooled("Paule and Mandel", .pauleMandel, [.hartungKnapp, .normal])
      + [
        CoveredInterval(
          name: "τ² between sites, profile of Q", truth: scatter * scatter,
          make: { try SitePooling().pool($0.sites).heterogeneity.interval })
      ]
      + words.map { word, prediction in
        .prediction("prediction of one site more, \(word)") { drawn in
          try SitePooling(prediction: prediction).pool(drawn.sites).prediction.map {
            ($0.interval, drawn.another)
          }
        }
      }
  }
}
