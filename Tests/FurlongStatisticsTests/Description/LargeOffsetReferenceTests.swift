import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Values far from 0 that lie close together")
struct LargeOffsetReferenceTests {
  @Test(
    "shape, serial correlation and correlation keep their figures", .tags(.reference, .edge),
    .agreement("description"),
    arguments: try ReferenceRecords.named("large_offsets.json", "moments_close_together"))
  func moments(record: ReferenceRecord) throws {
    let x = record.data["x"].numbers
    let shape = try SampleShape(of: x, convention: .moments)
    expectClose(
      try #require(shape.skewness), record.expected["skewness"], relative: 1e-12, strict: true)
    expectClose(
      try #require(shape.excessKurtosis), record.expected["excess_kurtosis"], relative: 1e-12,
      strict: true)
    expectClose(
      try SerialCorrelation().coefficient(of: x), record.expected["serial"], relative: 1e-12,
      strict: true)
    expectClose(
      try #require(
        try PearsonCorrelation().coefficient(between: x, and: record.data["y"].numbers)),
      record.expected["pearson"], relative: 1e-12, strict: true)
  }

  @Test(
    "exchanging labels is exact, however large a constant is in all values",
    .tags(.reference, .edge), .agreement("permutation"),
    arguments: try ReferenceRecords.named("large_offsets.json", "labels_far_from_zero"))
  func labels(record: ReferenceRecord) throws {
    let found = try LabelPermutationTest(seed: 1).compare(
      record.data["group"].numbers, to: record.data["other"].numbers)
    #expect(found.method == .exact)
    expectClose(found.p, record.expected["p"], relative: 1e-14, strict: true)
    expectClose(found.pLower, record.expected["p_lower"], relative: 1e-14, strict: true)
    expectClose(found.pHigher, record.expected["p_higher"], relative: 1e-14, strict: true)
  }
}
