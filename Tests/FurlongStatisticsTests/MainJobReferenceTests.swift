import FurlongStatistics
import FurlongTestSupport
import Testing

private struct ChangeRecord: Decodable {
  var id: String
  var column: String
  var n_used: Int
  var mean_before: Double
  var sd_before: Double
  var mean_after: Double
  var sd_after: Double
  var mean_change: Double
  var sd_change: Double
  var change_conf: [Double]
  var t: Double
  var df: Double
  var p: Double
  var correlation: Double
  var d_z: Double
  var d_z_conf: [Double]
  var d_av: Double
  var d_av_conf: [Double]
  var g_av: Double
  var g_av_conf: [Double]
  var wilcoxon_exact_p: Double
  var wilcoxon_w_plus: Double
}

private struct RateRecord: Decodable {
  var n: Int
  var events_before: Double
  var events_after: Double
  var person_years_each: Double
  var rate_before: Double
  var rate_after: Double
  var rate_ratio: Double
  var log_rr_se_person_delta: Double
  var rate_ratio_conf_delta: [Double]
  var wilcoxon_exact_p: Double
  var wilcoxon_w_plus: Double
  var person_bca: [Double]
  var person_percentile: [Double]
}

private struct Records: Decodable {
  var change: [ChangeRecord]
  var rates: [RateRecord]
}

/// Expects an interval's limits within a tolerance of another program's.
func expectClose(
  _ interval: ConfidenceInterval?, _ limits: [Double], relative tolerance: Double = 1e-10,
  _ what: String = "interval",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let interval else {
    Issue.record("\(what) is missing", sourceLocation: sourceLocation)
    return
  }
  expectClose(
    interval.low, limits[0], relative: tolerance, "\(what), low", sourceLocation: sourceLocation)
  expectClose(
    interval.high, limits[1], relative: tolerance, "\(what), high", sourceLocation: sourceLocation)
}

@Suite(
  "Whole questions on published data agree with R", .agreement("paired-change", with: "R 4.2.2"))
struct MainJobReferenceTests {
  private let records: Records

  init() throws {
    records = try reference("main_job.json")
  }

  @Test("paired change", .tags(.reference))
  func pairedChange() throws {
    #expect(records.change.count == 4)
    for r in records.change {
      let data = try PublishedData.depression(r.column)
      let change = try PairedTTest(confidence: 0.95).change(from: data.before, to: data.after)
      #expect(change.count == r.n_used)
      #expect(change.df == r.df)
      expectClose(change.meanBefore, r.mean_before, relative: 1e-12, r.id)
      expectClose(change.sdBefore, r.sd_before, relative: 1e-12, r.id)
      expectClose(change.meanAfter, r.mean_after, relative: 1e-12, r.id)
      expectClose(change.sdAfter, r.sd_after, relative: 1e-12, r.id)
      expectClose(change.meanChange, r.mean_change, relative: 1e-12, r.id)
      expectClose(change.sdChange, r.sd_change, relative: 1e-12, r.id)
      expectClose(change.interval, r.change_conf, relative: 1e-12, r.id)
      expectClose(change.t, r.t, relative: 1e-12, r.id)
      expectClose(change.p, r.p, relative: 1e-11, strict: true, r.id)
      expectClose(change.correlation ?? .infinity, r.correlation, relative: 1e-12, r.id)
    }
  }

  @Test(
    "effect sizes and their exact intervals", .tags(.reference),
    .agreement("paired-effect-sizes", with: "R 4.2.2"))
  func effectSizes() throws {
    for r in records.change {
      let data = try PublishedData.depression(r.column)
      let change = try PairedTTest().change(from: data.before, to: data.after)
      let sizes = StandardisedMeanChange(confidence: 0.95)
      let dz = try sizes.dz(of: change)
      expectClose(dz.estimate, r.d_z, relative: 1e-12, r.id)
      expectClose(dz.interval, r.d_z_conf, relative: 1e-9, "\(r.id) d_z")
      let dav = try sizes.dav(of: change)
      expectClose(dav.estimate, r.d_av, relative: 1e-12, r.id)
      expectClose(dav.interval, r.d_av_conf, relative: 1e-9, "\(r.id) d_av")
      let gav = try sizes.gav(of: change)
      expectClose(gav.estimate, r.g_av, relative: 1e-11, r.id)
      expectClose(gav.interval, r.g_av_conf, relative: 1e-9, "\(r.id) g_av")
    }
  }

  @Test(
    "signed ranks, exact with ties", .tags(.reference), .agreement("signed-ranks", with: "R 4.2.2"))
  func signedRanks() throws {
    for r in records.change {
      let data = try PublishedData.depression(r.column)
      let ranks = try WilcoxonSignedRank().test(zip(data.before, data.after).map { $1 - $0 })
      #expect(ranks.wPlus == r.wilcoxon_w_plus)
      #expect(ranks.method == .exact)
      #expect(ranks.count + ranks.zeros == r.n_used)
      expectClose(ranks.p, r.wilcoxon_exact_p, relative: 1e-9, strict: true, r.id)
    }
    let data = try PublishedData.seizures()
    let ranks = try WilcoxonSignedRank().test(zip(data.before, data.after).map { $1 - $0 })
    #expect(ranks.wPlus == records.rates[0].wilcoxon_w_plus)
    expectClose(ranks.p, records.rates[0].wilcoxon_exact_p, relative: 1e-9, strict: true)
  }

  @Test("rates before and after", .tags(.reference), .agreement("rate-ratio", with: "R 4.2.2"))
  func rates() throws {
    let r = records.rates[0]
    let data = try PublishedData.seizures()
    let ratio = try PersonRateRatio(bootstrap: Bootstrap(seed: 20_250_401)).compare(
      before: PersonEvents(events: data.before, time: data.years),
      after: PersonEvents(events: data.after, time: data.years))
    #expect(ratio.persons == r.n)
    #expect(ratio.eventsBefore == r.events_before)
    #expect(ratio.eventsAfter == r.events_after)
    expectClose(ratio.timeBefore, r.person_years_each, relative: 1e-12)
    expectClose(ratio.timeAfter, r.person_years_each, relative: 1e-12)
    expectClose(ratio.rateBefore, r.rate_before, relative: 1e-12)
    expectClose(ratio.rateAfter, r.rate_after, relative: 1e-12)
    expectClose(ratio.ratio, r.rate_ratio, relative: 1e-12)
    expectClose(ratio.logStandardError, r.log_rr_se_person_delta, relative: 1e-12)
    expectClose(ratio.interval, r.rate_ratio_conf_delta, relative: 1e-12, "delta")
    #expect(ratio.bootstrap.estimate == ratio.ratio)
    #expect(ratio.bootstrap.draws == 9_999)
    expectClose(ratio.bootstrap.bca, r.person_bca, relative: 0.02, "BCa")
    expectClose(ratio.bootstrap.percentile, r.person_percentile, relative: 0.02, "percentile")
  }
}
