import Foundation
import FurlongStatistics
import FurlongTestSupport
import Testing

private func sites(_ data: ReferenceValue) -> [SiteEstimate] {
  zip(data["yi"].numbers, data["vi"].numbers).map { SiteEstimate(estimate: $0, variance: $1) }
}

private func limits(_ interval: ConfidenceInterval) -> [Double] { [interval.low, interval.high] }

private let published = [
  "bcg_RR", "bcg_OR", "normand_SMD", "normand_MD", "smoking_OR",
]

@Suite("Pooled estimates agree with metafor")
struct SitePoolingReferenceTests {
  private static func records() throws -> [ReferenceRecord] {
    try ReferenceRecords.all("pooling.json").filter { published.contains($0.id) }
  }

  /// metafor's names, and the choices that they stand for; what metafor iterates for agrees to 1e-7.
  private let choices: [(String, SitePooling, Double)] = [
    ("EE", SitePooling(variance: .none, interval: .normal), 1e-11),
    ("DL", SitePooling(variance: .derSimonianLaird, interval: .normal, prediction: .normal), 1e-11),
    ("REML", SitePooling(interval: .normal, prediction: .normal), 1e-7),
    ("ML", SitePooling(variance: .likelihood, interval: .normal, prediction: .normal), 1e-7),
    ("REML_HKSJ", SitePooling(), 1e-7),
    ("DL_HKSJ", SitePooling(variance: .derSimonianLaird), 1e-10),
    ("REML_t", SitePooling(interval: .studentT), 1e-7),
  ]

  /// metafor's root finder stops at 1.2e-4 of the unit of τ²; the exact τ² makes the scatter 1.
  @Test(
    "Paule and Mandel's", .tags(.reference), .agreement("pooling"), arguments: try records())
  func pauleMandel(record: ReferenceRecord) throws {
    let pooling = SitePooling(variance: .pauleMandel, interval: .normal, prediction: .normal)
    let pooled = try pooling.pool(sites(record.data))
    expectPooled(pooled, record.expected["PM"], 1e-4)
    #expect(abs(pooled.scatter - 1) < 1e-12)
  }

  private func expectPooled(
    _ pooled: PooledEstimate, _ e: ReferenceValue, _ tolerance: Double
  ) {
    let differ = pooled.heterogeneity
    expectClose(pooled.estimate, e["beta"], relative: tolerance)
    expectClose(pooled.standardError, e["se"], relative: tolerance)
    expectClose(pooled.statistic, e["stat"], relative: tolerance)
    expectClose(pooled.p, e["p"], relative: 100 * tolerance, strict: true)
    expectClose(limits(pooled.interval), e["ci"], relative: tolerance)
    if let prediction = pooled.prediction {
      expectClose(limits(prediction.interval), e["pi"], relative: tolerance)
    } else {
      #expect(e["pi"].isMissing)
    }
    expectClose(differ.variance, e["tau2"], relative: tolerance)
    if let error = differ.standardError {
      expectClose(error, e["se_tau2"], relative: tolerance)
    }
    expectClose(100 * differ.share, e["I2"], relative: tolerance)
    expectClose(differ.ratio, e["H2"], relative: tolerance)
    expectClose(differ.q, e["Q"], relative: 1e-12)
    expectClose(differ.p, e["Qp"], relative: 1e-10, strict: true)
    #expect(pooled.sites == Int(e["k"].number))
  }

  @Test(
    "the common effect, and DerSimonian and Laird's", .tags(.reference), .agreement("pooling"),
    arguments: try records())
  func closed(record: ReferenceRecord) throws {
    for (name, pooling, tolerance) in choices where tolerance < 1e-9 {
      expectPooled(try pooling.pool(sites(record.data)), record.expected[name], tolerance)
    }
  }

  @Test(
    "what metafor iterates for", .tags(.reference), .agreement("pooling"),
    arguments: try records())
  func iterated(record: ReferenceRecord) throws {
    for (name, pooling, tolerance) in choices where tolerance > 1e-9 {
      expectPooled(try pooling.pool(sites(record.data)), record.expected[name], tolerance)
    }
    let normal = SitePooling(interval: .normal)
    let pooled = try normal.pool(sites(record.data))
    expectClose(
      pooled.weights.map { 100 * $0 }, record.expected["weights_REML"], relative: 1e-7)
    expectClose(
      try normal.leavingOneOut(sites(record.data)).map(\.estimate),
      record.expected["leave1out_beta"], relative: 1e-5)
  }

  @Test(
    "the intervals of τ² and I² by the profile of Q", .tags(.reference), .agreement("pooling"),
    arguments: try records())
  func profile(record: ReferenceRecord) throws {
    let differ = try SitePooling().pool(sites(record.data)).heterogeneity
    // metafor's root finder stops at 1.2e-4 of the unit of τ².
    expectClose(limits(differ.interval), record.expected["tau2_QP_ci"], relative: 1.3e-4)
    expectClose(
      limits(differ.shareInterval).map { 100 * $0 }, record.expected["I2_QP_ci"], relative: 1e-4)
  }

  @Test(
    "tests of small sites", .tags(.reference), .agreement("pooling"), arguments: try records())
  func smallSites(record: ReferenceRecord) throws {
    let sites = sites(record.data)
    let egger = try SmallSiteEffects().egger(sites)
    expectClose(egger.t, record.expected["egger_lm_t"], relative: 1e-10)
    expectClose(egger.p, record.expected["egger_lm_p"], relative: 1e-10)
    let begg = try SmallSiteEffects().begg(sites)
    expectClose(begg.estimate, record.expected["begg_tau"], relative: 1e-12)
    expectClose(begg.p, record.expected["begg_p"], relative: 1e-10)
  }

  @Test(
    "correlations by Fisher's z", .tags(.reference), .agreement("pooling"),
    arguments: try ReferenceRecords.named("pooling.json", "zcor_reml_hksj"))
  func correlations(record: ReferenceRecord) throws {
    let sites = try zip(record.data["r"].numbers, record.data["n"].numbers).map {
      try SiteEstimate.correlation($0, pairs: Int($1))
    }
    expectClose(sites.map(\.estimate), record.expected["yi"], relative: 1e-14)
    expectClose(sites.map(\.variance), record.expected["vi"], relative: 1e-14)
    let pooled = try SitePooling().pool(sites).transformed(tanh)
    expectClose(pooled.estimate, record.expected["pooled"], relative: 1e-9)
    expectClose(limits(pooled.interval), record.expected["ci"], relative: 1e-9)
    expectClose(
      limits(try #require(pooled.prediction)), record.expected["pi"], relative: 1e-9)
  }

  @Test(
    "rates by their logarithms", .tags(.reference), .agreement("pooling"),
    arguments: try ReferenceRecords.named("pooling.json", "irln_dl"))
  func rates(record: ReferenceRecord) throws {
    let sites = try zip(record.data["x"].numbers, record.data["t"].numbers).map {
      try SiteEstimate.rate(Int($0), in: $1)
    }
    expectClose(sites.map(\.estimate), record.expected["yi"], relative: 1e-14)
    expectClose(sites.map(\.variance), record.expected["vi"], relative: 1e-14)
    let pooling = SitePooling(variance: .derSimonianLaird, interval: .normal)
    let pooled = try pooling.pool(sites).transformed(exp)
    expectClose(pooled.estimate, record.expected["pooled"], relative: 1e-13)
    expectClose(limits(pooled.interval), record.expected["ci"], relative: 1e-12)
  }

  @Test(
    "Hartung and Knapp with and without the guard", .tags(.reference), .agreement("pooling"),
    arguments: try ReferenceRecords.named("pooling.json", "knha_and_adhoc"))
  func guarded(record: ReferenceRecord) throws {
    for (name, interval) in [
      ("plain", SitePooling.Interval.hartungKnapp), ("guarded", .hartungKnappGuarded),
    ] {
      let e = record.expected[name]
      let pooled = try SitePooling(interval: interval).pool(sites(record.data))
      #expect(pooled.heterogeneity.variance == record.expected["tau2"].number)
      expectClose(pooled.estimate, e["beta"], relative: 1e-13)
      expectClose(pooled.standardError, e["se"], relative: 1e-12)
      expectClose(limits(pooled.interval), e["ci"], relative: 1e-12)
      expectClose(pooled.p, e["p"], relative: 1e-11)
    }
  }

  @Test(
    "the prediction interval with k − 2 df", .tags(.reference), .agreement("pooling"),
    arguments: try ReferenceRecords.named("pooling.json", "prediction_sites_less_two"))
  func prediction(record: ReferenceRecord) throws {
    let pooled = try SitePooling(prediction: .sitesLessTwo).pool(sites(record.data))
    let prediction = try #require(pooled.prediction)
    #expect(prediction.df == 3)
    expectClose(pooled.heterogeneity.variance, record.expected["tau2"], relative: 1e-10)
    expectClose(limits(prediction.interval), record.expected["pi"], relative: 1e-10)
  }
}

@Suite("Funnel limits agree with R")
struct FunnelLimitsReferenceTests {
  @Test(
    "of proportions and rates", .tags(.reference), .agreement("funnel-limits"),
    arguments: try ReferenceRecords.named("funnel.json", "funnel_binomial", "funnel_poisson"))
  func exact(record: ReferenceRecord) throws {
    let targets = record.data["target"].numbers
    let all =
      record.id == "funnel_binomial"
      ? try zip(record.data["n"].numbers, targets).map {
        try FunnelLimits(coverage: 0.998).proportion(target: $1, total: Int($0))
      }
      : try zip(record.data["time"].numbers, targets).map {
        try FunnelLimits(coverage: 0.95).rate(target: $1, time: $0)
      }
    expectClose(all.map(\.low), record.expected["low"], relative: 1e-11)
    expectClose(all.map(\.high), record.expected["high"], relative: 1e-11)
  }

  @Test(
    "of sites that scatter more than by chance", .tags(.reference), .agreement("funnel-limits"),
    arguments: try ReferenceRecords.named("funnel.json", "funnel_overdispersion"))
  func overdispersion(record: ReferenceRecord) throws {
    let phi = try FunnelLimits().overdispersion(of: record.data["z"].numbers)
    expectClose(phi, record.expected["phi"], relative: 1e-13)
  }
}
