import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Mid-p limits of a rate at little confidence", .agreement("standardised-rates"))
struct MidPReferenceTests {
  @Test(
    "limits that lie on one side of the estimate are found", .tags(.reference, .edge),
    arguments: try ReferenceRecords.all("mid_p_low_level.json"))
  func oneSided(record: ReferenceRecord) throws {
    let rate = try PoissonRate(tails: .midP, confidence: record.data["level"].number).rate(
      Int(record.data["events"].number), in: record.data["time"].number)
    expectClose(rate.interval.low, record.expected["low"], relative: 1e-10, strict: true)
    expectClose(rate.interval.high, record.expected["high"], relative: 1e-10, strict: true)
  }
}
