import Foundation
import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Records: Decodable {
  var records: [ReferenceRecord]
  var tiny2: ReferenceRecord?

  static func all(_ file: String) throws -> [ReferenceRecord] {
    try reference(file, as: Records.self).records
  }
}

/// The values of a record: written out, a column of a dataset (less another), digits or a rule.
private func values(_ data: ReferenceValue) throws -> [Double] {
  if case .text(let folder) = data["folder"], case .text(let file) = data["file"],
    case .text(let column) = data["column"]
  {
    let published = try PublishedData(folder, file)
    if case .text(let other) = data["minus"] {
      let pairs = published.pairs(other, column)
      return zip(pairs.before, pairs.after).map { $1 - $0 }
    }
    return published.numbers(column).compactMap { $0 }
  }
  if case .text(let column) = data["column"] {
    return try PublishedData("beat-the-blues", "BtheB.csv").numbers(column).compactMap { $0 }
  }
  if case .text(let digits) = data["digits"] { return digits.compactMap { Double(String($0)) } }
  if !data["times"].isMissing {
    let then = data["then"].numbers
    return [data["first"].number]
      + (0..<Int(data["times"].number)).flatMap { _ in then }
  }
  return data["x"].numbers
}

@Suite("Description agrees with R and e1071", .agreement("description"))
struct DescriptiveReferenceTests {
  @Test("every figure", .tags(.reference), arguments: try Records.all("descriptive.json"))
  func descriptive(record: ReferenceRecord) throws {
    let x = try values(record.data)
    let e = record.expected
    let description = try SampleDescription(of: x)
    #expect(Double(description.count) == e["n"].number)
    expectClose(description.mean, e["mean"], relative: 1e-14)
    expectClose(try #require(description.sd), e["sd"], relative: 1e-13)
    expectClose(description.median, e["median"], relative: 1e-14)
    expectClose(description.minimum, e["min"], relative: 0)
    expectClose(description.maximum, e["max"], relative: 0)
    expectClose(try MedianDeviation(scale: 1).deviation(of: x), e["mad_raw"])
    expectClose(try MedianDeviation().deviation(of: x), e["mad_1.4826"])
    for (type, name) in [(QuantileType.six, "q6"), (.seven, "q7"), (.eight, "q8")] {
      let quantiles = SampleQuantiles(type: type)
      for percent in [5, 10, 25, 50, 75, 90, 95] {
        let expected = e[name][percent < 10 ? "p0\(percent)" : "p\(percent)"]
        if expected.isMissing { continue }
        let value = try quantiles.values(of: x, at: [Double(percent) / 100])
        expectClose(value, expected, relative: 1e-14, "\(name) \(percent)")
      }
    }
    for (convention, skewness, kurtosis) in [
      (ShapeConvention.moments, "skew_g1", "kurt_g2"), (.adjusted, "skew_G1", "kurt_G2"),
      (.sampleVariance, "skew_b1", "kurt_b2"),
    ] {
      let shape = try SampleShape(of: x, convention: convention)
      expectClose(try #require(shape.skewness), e[skewness], relative: 1e-12, skewness)
      expectClose(try #require(shape.excessKurtosis), e[kurtosis], relative: 1e-12, kurtosis)
    }
    for (trim, name) in [(0.1, "trim10"), (0.2, "trim20")] {
      // Thousands of sorted values cost the mean its last figure.
      expectClose(try TrimmedMean(trim: trim).estimate(of: x).mean, e[name], relative: 2e-14)
    }
    for (level, name) in [(0.95, "ci95"), (0.9, "ci90")] {
      let interval = try OneSampleTTest(confidence: level).mean(of: x).test.interval
      expectClose([interval.low, interval.high], e[name], relative: 1e-12)
    }
  }

  @Test("desc_tiny2: two values", .tags(.reference))
  func two() throws {
    let record = try #require(try reference("descriptive.json", as: Records.self).tiny2)
    let x = try values(record.data)
    let e = record.expected
    expectClose(try SampleDescription(of: x).mean, e["mean"])
    expectClose(try SampleDescription(of: x).median, e["median"])
    expectClose(
      try SampleQuantiles().values(of: x, at: [0.05, 0.25, 0.75, 0.95]), e["q7"], relative: 1e-14)
    expectClose(try MedianDeviation(scale: 1).deviation(of: x), e["mad_raw"])
    let interval = try OneSampleTTest().mean(of: x).test.interval
    expectClose([interval.low, interval.high], e["ci95"], relative: 1e-12)
    #expect(try SampleShape(of: x).skewness == nil)
  }

  @Test(
    "trimmed and winsorised means", .tags(.reference), arguments: try Records.all("trimmed.json"))
  func trimmed(record: ReferenceRecord) throws {
    let e = record.expected
    let estimate = try TrimmedMean(trim: record.data["trim"].number).estimate(
      of: record.data["x"].numbers)
    expectClose(estimate.mean, e["mean"], relative: 1e-14)
    expectClose(Double(estimate.kept), e["kept"])
    expectClose(estimate.standardError, e["se"], relative: 1e-13)
    expectClose(estimate.winsorisedMean, e["winsorised_mean"], relative: 1e-14)
    expectClose(estimate.winsorisedSD, e["winsorised_sd"], relative: 1e-13)
  }

  @Test(
    "NIST StRD: all figures that the stored values have, less half of one", .tags(.reference),
    arguments: try Records.all("nist_univariate.json"))
  func nist(record: ReferenceRecord) throws {
    let x = try values(record.data)
    let e = record.expected
    func expectFigures(_ value: Double, _ name: String, _ what: String) {
      let bar = e["figures_in_the_stored_doubles"][name].number - 0.5
      // Certified values have 15 figures: an error below 5e-15 is none.
      let allowed = max(pow(10, -bar), 5e-15)
      expectClose(value, e[name], relative: allowed, strict: true, "\(what) \(name)")
    }
    let twoPass = try SampleDescription(of: x)
    expectFigures(twoPass.mean, "mean", "two passes")
    expectFigures(try #require(twoPass.sd), "sd", "two passes")
    var running = RunningMoments()
    for value in x { try running.add(value) }
    expectFigures(try #require(running.mean), "mean", "one pass")
    expectFigures(try #require(running.sd), "sd", "one pass")
    expectFigures(try SerialCorrelation().coefficient(of: x), "r1", "lag")
  }
}
