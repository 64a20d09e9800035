import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Paper: Decodable {
  var sd: Double
  var reliability: Double
  var before: Double
  var after: Double
  var error_of_measurement: Double
  var standard_difference: Double
  var index: Double
}

private struct Trial: Decodable {
  var column: String
  var reliability: Double
  var z: Double
  var sd: Double
  var sem: Double
  var threshold: Double
  var cut_off: Double
  var recovered: Int
  var improved: Int
  var unchanged: Int
  var deteriorated: Int
  var clinical_before: Int
  var healthy_after: Int
}

private struct Records: Decodable {
  var paper: Paper
  var btheb: Trial
}

@Suite(
  "Reliable change agrees with the paper and with R",
  .agreement("reliable-change", with: "the paper; R 4.2.2"))
struct ReliableChangeReferenceTests {
  private let records: Records

  init() throws {
    records = try reference("jacobson_truax.json")
  }

  @Test("the worked example of Jacobson and Truax", .tags(.reference))
  func paper() throws {
    let r = records.paper
    let method = try JacobsonTruax(reliability: r.reliability, sd: r.sd)
    expectClose(method.errorOfMeasurement, r.error_of_measurement, relative: 2e-5)
    expectClose(method.threshold, 1.96 * r.standard_difference, relative: 2e-5)
    expectClose((r.after - r.before) / (method.threshold / 1.96), r.index, relative: 2e-5)
    #expect(method.classify(r.after - r.before, better: .higher) == .improved)
  }

  @Test("the classes of Beat the Blues after two months", .tags(.reference))
  func trial() throws {
    let r = records.btheb
    let method = try JacobsonTruax(reliability: r.reliability, sd: r.sd, z: r.z)
    expectClose(method.errorOfMeasurement, r.sem, relative: 1e-12)
    expectClose(method.threshold, r.threshold, relative: 1e-12)
    let cutOff = ClinicalCutOff(r.cut_off, better: .lower)
    let data = try PublishedData.depression(r.column)
    var counts: [ClinicalStatus: Int] = [:]
    for (before, after) in zip(data.before, data.after) {
      counts[cutOff.status(from: before, to: after, threshold: method.threshold), default: 0] += 1
    }
    #expect(counts[.recovered] == r.recovered)
    #expect(counts[.improved] == r.improved)
    #expect(counts[.unchanged] == r.unchanged)
    #expect(counts[.deteriorated, default: 0] + counts[.harmed, default: 0] == r.deteriorated)
    #expect(data.before.count { cutOff.isClinical($0) } == r.clinical_before)
    #expect(data.after.count { !cutOff.isClinical($0) } == r.healthy_after)
  }
}

@Suite("Reliable change")
struct ReliableChangeTests {
  @Test("must exceed the threshold, not reach it", .tags(.edge))
  func strict() {
    func change(_ points: Double, _ better: BetterScores) -> ReliableChange {
      ReliableChange(change: points, threshold: 9, better: better)
    }
    #expect(change(9, .higher) == .unchanged)
    #expect(change(9.001, .higher) == .improved)
    #expect(change(-9, .higher) == .unchanged)
    #expect(change(-9.001, .higher) == .deteriorated)
    #expect(change(-9.001, .lower) == .improved)
    #expect(change(9.001, .lower) == .deteriorated)
    #expect(change(0, .lower) == .unchanged)
  }

  @Test("turns round with the direction of the scale", .tags(.law))
  func mirror() {
    for points in stride(from: -12.0, through: 12, by: 0.5) {
      #expect(
        ReliableChange(change: points, threshold: 4, better: .higher)
          == ReliableChange(change: -points, threshold: 4, better: .lower))
    }
  }

  @Test("needs less of a more reliable scale", .tags(.law))
  func reliability() throws {
    let rough = try JacobsonTruax(reliability: 0.7, sd: 10).threshold
    let fine = try JacobsonTruax(reliability: 0.9, sd: 10).threshold
    #expect(fine < rough)
    try expectClose(JacobsonTruax(reliability: 0.7, sd: 20).threshold, 2 * rough)
  }

  @Test("takes 1.96 as published unless told otherwise", .tags(.law))
  func published() throws {
    try expectClose(JacobsonTruax(reliability: 0.5, sd: 1).threshold, 1.96, relative: 1e-15)
    try expectClose(JacobsonTruax(reliability: 0.5, sd: 3, z: 1.645).threshold, 4.935)
  }

  @Test("refuses a reliability or a spread that cannot be", .tags(.edge))
  func refusals() {
    for reliability in [0, 1, 1.2, -0.3, Double.nan] {
      #expect(throws: StatisticsError.self) { try JacobsonTruax(reliability: reliability, sd: 5) }
    }
    for sd in [0, -1, Double.infinity] {
      #expect(throws: StatisticsError.self) { try JacobsonTruax(reliability: 0.8, sd: sd) }
    }
    #expect(throws: StatisticsError.self) { try JacobsonTruax(reliability: 0.8, sd: 5, z: 0) }
  }
}

@Suite("A clinical cut-off")
struct ClinicalCutOffTests {
  private let depression = ClinicalCutOff(14, better: .lower)

  @Test("is itself clinical, whichever way the scale runs", .tags(.edge))
  func boundary() {
    #expect(depression.isClinical(14))
    #expect(!depression.isClinical(13.9))
    let wellbeing = ClinicalCutOff(20, better: .higher)
    #expect(wellbeing.isClinical(20))
    #expect(!wellbeing.isClinical(20.1))
  }

  @Test("is crossed one way, the other, or not", .tags(.law))
  func crossing() {
    #expect(depression.crossing(from: 20, to: 10) == .intoHealthy)
    #expect(depression.crossing(from: 10, to: 20) == .intoClinical)
    #expect(depression.crossing(from: 20, to: 14) == .none)
    #expect(depression.crossing(from: 5, to: 13) == .none)
  }

  @Test("with reliable change says what became of a person", .tags(.law))
  func statuses() {
    func status(_ before: Double, _ after: Double) -> ClinicalStatus {
      depression.status(from: before, to: after, threshold: 8)
    }
    #expect(status(30, 10) == .recovered)
    #expect(status(40, 20) == .improved)
    #expect(status(12, 2) == .improved)
    #expect(status(17, 10) == .unchanged)
    #expect(status(20, 30) == .deteriorated)
    #expect(status(2, 11) == .deteriorated)
    #expect(status(5, 25) == .harmed)
    #expect(status(10, 16) == .unchanged)
  }
}
