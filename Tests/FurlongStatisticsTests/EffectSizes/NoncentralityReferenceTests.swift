import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Noncentrality limits agree with mpmath", .agreement("paired-effect-sizes"))
struct NoncentralityReferenceTests {
  @Test(
    "noncentrality limits of an observed t", .tags(.reference),
    arguments: try ReferenceRecords.named("noncentrality.json", "nct_ncp_ci95_mpmath"))
  func limits(record: ReferenceRecord) throws {
    let limits = try zip(record.data["t"].numbers, record.data["df"].numbers).map {
      try NoncentralityInterval(confidence: 0.95).limits(t: $0, df: $1)
    }
    expectClose(limits.map(\.low), record.expected["ncp_low"], relative: 1e-11)
    expectClose(limits.map(\.high), record.expected["ncp_high"], relative: 1e-11)
  }
}
