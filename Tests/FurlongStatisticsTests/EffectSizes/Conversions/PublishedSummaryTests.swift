import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Readings of a paper's summary")
struct PublishedSummaryTests {
  private let before = [12.0, 19, 24, 8, 30, 17, 22, 15]
  private let after = [10.0, 21, 15, 8, 22, 11, 20, 16]

  private func change() throws -> PairedChange {
    try PairedTTest().change(from: before, to: after)
  }

  /// What a paper might print of the change, with these figures left out.
  private func summary(without missing: Set<String>) throws -> PublishedSummary {
    let change = try change()
    func said(_ name: String, _ value: Double?) -> Double? { missing.contains(name) ? nil : value }
    return PublishedSummary(
      count: change.count, meanBefore: said("means", change.meanBefore),
      sdBefore: said("sdBefore", change.sdBefore), meanAfter: said("means", change.meanAfter),
      sdAfter: said("sdAfter", change.sdAfter), meanChange: said("meanChange", change.meanChange),
      sdChange: said("sdChange", change.sdChange), correlation: said("r", change.correlation),
      t: said("t", change.t))
  }

  private func reading(_ name: EffectSizeName, _ readings: [EffectReading]) throws -> EffectReading
  {
    try #require(readings.first { $0.name == name })
  }

  private let all: [EffectSizeName] = [.dz, .gz, .dav, .gav, .drm, .grm, .db, .gb]

  @Test(
    "are those of the values, whichever of r, t and the spread of changes is said", .tags(.law),
    arguments: [[], ["t", "sdChange"], ["r", "sdChange"], ["r", "t"], ["means"], ["meanChange"]])
  func complete(missing: [String]) throws {
    let change = try change()
    let sizes = StandardisedMeanChange()
    let readings = try summary(without: Set(missing)).readings()
    #expect(readings.map(\.name) == all)
    let whole = try [
      sizes.dz(of: change), sizes.gz(of: change), sizes.dav(of: change), sizes.gav(of: change),
      sizes.drm(of: change), sizes.grm(of: change), sizes.db(of: change), sizes.gb(of: change),
    ]
    for (read, size) in zip(readings, whole) {
      expectClose(read.estimate, size.estimate, relative: 1e-12)
      let interval = try #require(read.interval)
      expectClose(interval.low, size.interval.low, relative: 1e-10)
      expectClose(interval.high, size.interval.high, relative: 1e-10)
      #expect(read.method == size.method)
    }
  }

  @Test("say what was worked out", .tags(.law))
  func notes() throws {
    func notes(_ missing: Set<String>) throws -> [EffectReadingNote] {
      try summary(without: missing).readings()[0].notes
    }
    #expect(try notes([]) == [])
    #expect(try notes(["t", "sdChange"]) == [.sdChangeFromCorrelation])
    #expect(try notes(["r", "t"]) == [.correlationFromSdChange])
    #expect(
      try notes(["r", "sdChange"]) == [.pairedT, .sdChangeFromT, .correlationFromSdChange])
  }

  @Test("of t and n alone are d_z and g_z, exactly", .tags(.law))
  func tAlone() throws {
    let change = try change()
    let readings = try PublishedSummary(count: change.count, t: change.t).readings()
    #expect(readings.map(\.name) == [.dz, .gz])
    let dz = try StandardisedMeanChange().dz(of: change)
    expectClose(readings[0].estimate, dz.estimate, relative: 1e-14)
    expectClose(try #require(readings[0].interval).low, dz.interval.low, relative: 1e-12)
    #expect(readings[0].notes == [.pairedT])
  }

  @Test("of t, n and r are d_rm too, as of the values", .tags(.law))
  func tAndCorrelation() throws {
    let change = try change()
    let said = PublishedSummary(count: change.count, correlation: change.correlation, t: change.t)
    let readings = try said.readings()
    #expect(readings.map(\.name) == [.dz, .gz, .drm, .grm])
    let sizes = StandardisedMeanChange()
    for (name, size) in [
      (EffectSizeName.drm, try sizes.drm(of: change)), (.grm, try sizes.grm(of: change)),
    ] {
      let read = try reading(name, readings)
      expectClose(read.estimate, size.estimate, relative: 1e-13)
      expectClose(try #require(read.interval).low, size.interval.low, relative: 1e-12)
      #expect(read.method == .cooper && read.notes == [.pairedT])
    }
    #expect(
      try PublishedSummary(count: 2, correlation: 0.5, t: 1).readings().map(\.name) == [.dz, .drm])
  }

  @Test("of means and spreads alone have no interval", .tags(.law))
  func occasionsAlone() throws {
    let change = try change()
    let readings = try summary(without: ["sdChange", "r", "t"]).readings()
    #expect(readings.map(\.name) == [.dav, .gav, .db, .gb])
    for reading in readings {
      #expect(reading.interval == nil && reading.method == nil)
      #expect(reading.notes == [.correlationUnknown])
    }
    let sizes = StandardisedMeanChange()
    try expectClose(
      reading(.gav, readings).estimate, sizes.gav(of: change).estimate, relative: 1e-13)
    try expectClose(
      reading(.gb, readings).estimate, sizes.gb(of: change).estimate, relative: 1e-13)
  }

  @Test("without the later spread still have d_b with its interval", .tags(.law))
  func laterSpreadUnsaid() throws {
    let change = try change()
    let readings = try summary(without: ["sdAfter", "r"]).readings()
    #expect(readings.map(\.name) == [.dz, .gz, .db, .gb])
    let db = try StandardisedMeanChange().db(of: change)
    let read = try reading(.db, readings)
    expectClose(read.estimate, db.estimate, relative: 1e-14)
    expectClose(try #require(read.interval).high, db.interval.high, relative: 1e-13)
  }

  @Test("take a t that is printed without its sign with that of the change", .tags(.law))
  func signOfT() throws {
    var said = try summary(without: ["r", "sdChange"])
    let right = try said.readings()
    said.t = said.t.map { -$0 }
    let turned = try said.readings()
    #expect(turned.map(\.estimate) == right.map(\.estimate))
    #expect(turned[0].notes.contains(.signOfMeanChange))
  }

  @Test("of figures that contradict each other are errors, of too few none", .tags(.edge))
  func edges() throws {
    #expect(throws: StatisticsError.self) {
      try PublishedSummary(
        count: 20, meanBefore: 10, sdBefore: 2, meanAfter: 12, sdAfter: 2, sdChange: 9
      ).readings()
    }
    #expect(throws: StatisticsError.self) {
      try PublishedSummary(count: 20, correlation: 1.2).readings()
    }
    #expect(throws: StatisticsError.self) { try PublishedSummary(count: 1, t: 2).readings() }
    #expect(throws: StatisticsError.self) { try PublishedSummary(count: 9, t: .nan).readings() }
    #expect(try PublishedSummary(count: 9).readings().isEmpty)
    #expect(try PublishedSummary(count: 9, meanChange: 2).readings().isEmpty)
    #expect(try PublishedSummary(count: 2, t: 2).readings().map(\.name) == [.dz])
  }
}

@Suite("Readings of a summary agree with published ones")
struct PublishedSummaryReferenceTests {
  /// Student's sleep: what effectsize computes of the values, read of figures that a paper would print.
  @Test("d_z of Student's t", .tags(.reference))
  func sleep() throws {
    // t, n and limits: R 4.2.2 t.test and uniroot on pt; effectsize 0.8.3.
    let readings = try PublishedSummary(count: 10, t: 4.062127683382037).readings()
    expectClose(readings[0].estimate, 1.2845575625910546, relative: 1e-13)
    let interval = try #require(readings[0].interval)
    expectClose(interval.low, 0.41462775638, relative: 1e-9)
    expectClose(interval.high, 2.11801651398, relative: 1e-9)
    expectClose(readings[1].estimate, 1.173924903514205, relative: 1e-12)
  }

  @Test(
    "d_rm of t, n and r", .tags(.reference), .agreement("conversions"),
    arguments: try ReferenceRecords.named("conversions.json", "drm_of_t_and_r"))
  func drm(record: ReferenceRecord) throws {
    let readings = try PublishedSummary(
      count: Int(record.data["n"].number), correlation: record.data["r"].number,
      t: record.data["t"].number
    ).readings()
    for (name, prefix) in [(EffectSizeName.drm, "d"), (.grm, "g")] {
      let read = try #require(readings.first { $0.name == name })
      expectClose(read.estimate, record.expected[prefix + "_rm"], relative: 1e-13)
      let interval = try #require(read.interval)
      expectClose(
        [interval.low, interval.high], record.expected[prefix + "_limits"], relative: 1e-12)
    }
  }
}
