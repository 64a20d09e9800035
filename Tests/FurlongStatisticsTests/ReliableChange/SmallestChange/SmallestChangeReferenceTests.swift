import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Smallest important changes agree with R")
struct SmallestChangeReferenceTests {
  @Test(
    "by what people say", .tags(.reference), .agreement("smallest-important-change"),
    arguments: try ReferenceRecords.all("smallest_change.json", "anchored"))
  func anchored(record: ReferenceRecord) throws {
    let e = record.expected
    let anchored = try AnchoredChanges(
      changes: record.data["changes"].numbers,
      ratings: record.data["ratings"].numbers.map { Int($0) },
      better: .higher)
    expectClose(anchored.correlation, e["spearman"], relative: 1e-12)
    let mean = try AnchorMeanChange().estimate(anchored)
    expectClose(mean.change, e["anchor_mean"], relative: 1e-13)
    expectClose(Double(mean.count), e["anchor_n"])
    let interval = try #require(mean.interval)
    expectClose([interval.low], e["anchor_low"], relative: 1e-12)
    expectClose([interval.high], e["anchor_high"], relative: 1e-12)
    let youden = try YoudenChange().estimate(anchored)
    expectClose(youden.change, e["youden"], relative: 1e-14)
    let parts = try #require(youden.discrimination)
    expectClose(parts.sensitivity, e["sensitivity"], relative: 1e-14)
    expectClose(parts.specificity, e["specificity"], relative: 1e-14)
    expectClose(parts.area, e["area"], relative: 1e-13)
    #expect(Double(youden.count) == e["n"].number)
  }

  @Test(
    "by logistic regression, plain and corrected", .tags(.reference),
    .agreement("smallest-important-change"),
    arguments: try ReferenceRecords.all("smallest_change.json", "anchored"))
  func predictive(record: ReferenceRecord) throws {
    let e = record.expected
    let anchored = try AnchoredChanges(
      changes: record.data["changes"].numbers,
      ratings: record.data["ratings"].numbers.map { Int($0) },
      better: .higher)
    for (adjustment, field) in [
      (ImprovedShareAdjustment.none, "predictive"), (.share, "share"),
      (.shareAndReliability(record.data["rel"].number), "share_and_reliability"),
    ] {
      let ours = try PredictiveChange(adjustment: adjustment).estimate(anchored)
      expectClose(ours.change, e[field], relative: 1e-11, strict: true, field)
    }
  }

  @Test(
    "by spread alone", .tags(.reference), .agreement("smallest-important-change"),
    arguments: try ReferenceRecords.named("smallest_change.json", "distribution_BtheB"))
  func distribution(record: ReferenceRecord) throws {
    let before = try PublishedData("beat-the-blues", "BtheB.csv").numbers("bdi.pre")
      .compactMap { $0 }
    let half = try DistributionChange().estimate(from: before, better: .higher)
    expectClose(half.change, record.expected["half_sd"], relative: 1e-13)
    expectClose(2 * half.change, record.expected["sd"], relative: 1e-13)
    let error = try DistributionChange(
      unit: .errors(1, reliability: record.data["rel"].number)
    ).estimate(from: before, better: .lower)
    expectClose(-error.change, record.expected["one_sem"], relative: 1e-13)
  }

  @Test(
    "judged by half the score before, and by points", .tags(.reference),
    .agreement("smallest-important-change"),
    arguments: try ReferenceRecords.named("smallest_change.json", "percentage_BtheB_2m"))
  func percentage(record: ReferenceRecord) throws {
    let e = record.expected
    let (before, after) = try PublishedData.depression("bdi.2m")
    let judged = try PercentageChange(share: 0.5).judge(from: before, to: after, better: .lower)
    expectClose(Double(judged.count), e["n"])
    expectClose(judged.indices, e["share"], relative: 1e-14)
    expectClose(
      try SampleDescription(of: judged.indices).mean, e["mean_share"], relative: 1e-12)
    expectClose(Double(judged.count(of: .improved)), e["improved"])
    expectClose(Double(judged.count(of: .deteriorated)), e["deteriorated"])
    let points = try PointChange(points: 5).judge(from: before, to: after, better: .lower)
    expectClose(Double(points.count(of: .improved)), e["mid5_improved"])
    expectClose(Double(points.count(of: .deteriorated)), e["mid5_deteriorated"])
  }
}
