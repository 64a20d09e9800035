import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Column: Decodable {
  var column: String?
  var x: [Double]?
  var n: Int
  var mean: Double
  var sd: Double
  var median: Double
  var min: Double
  var max: Double
}

private struct TwoGroups: Decodable {
  var n1: Int
  var n2: Int
  var d_pooled: Double
}

private struct Records: Decodable {
  var records: [Column]
  var offset: Column
  var two_groups: TwoGroups
}

@Suite("Descriptions agree with R", .agreement("description", with: "R 4.2.2"))
struct DescriptionReferenceTests {
  private let records: Records

  init() throws {
    records = try reference("description.json")
  }

  private func expectDescribed(_ values: [Double], as r: Column) throws {
    let sample = try SampleDescription(of: values)
    #expect(sample.count == r.n)
    expectClose(sample.mean, r.mean, relative: 1e-14, strict: true)
    expectClose(sample.sd ?? .infinity, r.sd, relative: 1e-13, strict: true)
    #expect(sample.median == r.median)
    #expect(sample.minimum == r.min)
    #expect(sample.maximum == r.max)
  }

  @Test("mean, spread, median and range", .tags(.reference))
  func samples() throws {
    let data = try PublishedData("beat-the-blues", "BtheB.csv")
    for r in records.records {
      try expectDescribed(data.numbers(r.column ?? "").compactMap { $0 }, as: r)
    }
  }

  @Test("a large offset does not disturb the spread", .tags(.reference))
  func offset() throws {
    try expectDescribed(records.offset.x ?? [], as: records.offset)
  }

  @Test(
    "the difference of two groups in pooled standard deviations", .tags(.reference),
    .agreement("standardised-difference", with: "effectsize 0.8.3"))
  func groups() throws {
    let data = try PublishedData("beat-the-blues", "BtheB.csv")
    let rows = zip(data.text("treatment"), data.numbers("bdi.2m"))
    let course = rows.compactMap { $0.0 == "BtheB" ? $0.1 : nil }
    let usual = rows.compactMap { $0.0 == "TAU" ? $0.1 : nil }
    let difference = try StandardisedMeanDifference().continuous(course, comparedWith: usual)
    #expect(difference.count == records.two_groups.n1)
    #expect(difference.otherCount == records.two_groups.n2)
    expectClose(difference.standardised, records.two_groups.d_pooled, relative: 1e-12)
  }
}
