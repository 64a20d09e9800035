import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Bootstraps by design agree with R and scipy")
struct DesignReferenceTests {
  private func paired(_ record: ReferenceRecord, draws: Int) throws -> BootstrapEstimate {
    let bootstrap = PairedBootstrap(bootstrap: Bootstrap(draws: draws, seed: 2, threads: 2))
    let (before, after) = (record.data["x"].numbers, record.data["y"].numbers)
    switch record.id {
    case "paired_mean_change": return try bootstrap.meanChange(from: before, to: after)
    case "paired_dz": return try bootstrap.dz(from: before, to: after)
    case "paired_db": return try bootstrap.db(from: before, to: after)
    case "paired_drm": return try bootstrap.drm(from: before, to: after)
    default: return try bootstrap.dav(from: before, to: after)
    }
  }

  @Test(
    "in estimate and acceleration of a paired change", .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.all("designs.json", "paired_"))
  func pairedAcceleration(_ record: ReferenceRecord) throws {
    let answer = try paired(record, draws: 999)
    expectClose(answer.estimate, record.expected["t0"], relative: 1e-13, "estimate")
    expectClose(
      answer.correction?.acceleration ?? 0, record.expected["a"], relative: 1e-10, strict: true)
  }

  @Test(
    "in the limits of a paired change, within the error of drawing", .tags(.reference),
    arguments: try ReferenceRecords.all("designs.json", "paired_"))
  func pairedLimits(_ record: ReferenceRecord) throws {
    let answer = try paired(record, draws: 39_999)
    let error = record.expected["se"].number
    expectClose((answer.standardError ?? 0) / error, 1, relative: 0.02, "standard error")
    let limits = record.expected["bca"].numbers
    expectClose((answer.bca?.low ?? 0) / error, limits[0] / error, relative: 0.05, "low")
    expectClose((answer.bca?.high ?? 0) / error, limits[1] / error, relative: 0.05, "high")
  }

  @Test(
    "where dabestr's paired interval is that of strangers: ours keeps pairs together",
    .tags(.reference),
    arguments: try ReferenceRecords.named("designs.json", "paired_mean_change"))
  func pairedIsNotUnpaired(_ record: ReferenceRecord) throws {
    let (before, after) = (record.data["x"].numbers, record.data["y"].numbers)
    let bootstrap = Bootstrap(draws: 9_999, seed: 6)
    let strangers = try #require(
      try GroupBootstrap(bootstrap: bootstrap).compareMeans(after, to: before).bca)
    let apart = record.expected["unpaired_bca"].numbers
    expectClose(strangers.low, apart[0], relative: 0.05, "unpaired, low")
    expectClose(strangers.high, apart[1], relative: 0.08, "unpaired, high")
    let pairs = try #require(
      try PairedBootstrap(bootstrap: bootstrap).meanChange(from: before, to: after).bca)
    #expect(pairs.high - pairs.low < 0.65 * (apart[1] - apart[0]))
  }

  @Test(
    "in the acceleration of two groups and the limits on scipy's replicates", .tags(.reference),
    .agreement("bootstrap"),
    arguments: try ReferenceRecords.named("designs.json", "two_sample_bca_scipy"))
  func twoGroups(_ record: ReferenceRecord) throws {
    let (x, y) = (record.data["x"].numbers, record.data["y"].numbers)
    let bootstrap = GroupBootstrap(bootstrap: Bootstrap(draws: 999, seed: 1))
    let ours = try bootstrap.compareMeans(x, to: y)
    expectClose(ours.estimate, record.expected["t0"], relative: 1e-13, "estimate")
    expectClose(
      ours.correction?.acceleration ?? 0, record.expected["a"], relative: 1e-11, strict: true)
    let values = x + y
    let any = try bootstrap.estimate(of: [x.count, y.count]) { persons in
      let first = persons.filter { $0 < x.count }.map { values[$0] }
      let second = persons.filter { $0 >= x.count }.map { values[$0] }
      return first.reduce(0, +) / Double(first.count) - second.reduce(0, +) / Double(second.count)
    }
    expectClose(
      any.correction?.acceleration ?? 0, record.expected["a"], relative: 1e-11, strict: true)
    // scipy counts as ties what is stored alike, ours also what rounding alone parts.
    let replicates = record.data["reps"].numbers.map { replicate in
      let distance = replicate - record.expected["t0"].number
      return distance != 0 && abs(distance) < 1e-12
        ? replicate + (distance < 0 ? -1e-9 : 1e-9) : replicate
    }
    let given = try BootstrapEstimate(
      estimate: record.expected["t0"].number, replicates: replicates, seed: 1, level: 0.95,
      acceleration: ours.correction?.acceleration, quantiles: .type(.seven))
    expectClose(
      [given.correction?.lower ?? 0, given.correction?.upper ?? 0], record.expected["alpha"],
      relative: 1e-12)
    expectClose(given.bca, record.expected["bca"].numbers, relative: 1e-12, "BCa")
    expectClose(given.standardError ?? 0, record.expected["se"], relative: 1e-12, "se")
  }

  @Test(
    "in the limits of two groups, within the error of drawing", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "designs.json", "two_sample_bca_scipy_many"))
  func twoGroupLimits(_ record: ReferenceRecord) throws {
    let (x, y) = (record.data["x"].numbers, record.data["y"].numbers)
    let bootstrap = GroupBootstrap(bootstrap: Bootstrap(draws: 39_999, seed: 3, threads: 2))
    let answer = try bootstrap.compareMeans(x, to: y)
    let limits = record.expected["bca"].numbers
    expectClose(answer.bca?.low ?? 0, limits[0], relative: 0.05, "low")
    expectClose(answer.bca?.high ?? 0, limits[1], relative: 0.03, "high")
    expectClose(answer.standardError ?? 0, record.expected["se"], relative: 0.02, "se")
  }

  @Test(
    "in the acceleration of sites", .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named("designs.json", "clusters_two_stage"))
  func siteAcceleration(_ record: ReferenceRecord) throws {
    let answer = try sites(record, .sites, draws: 999)
    expectClose(answer.estimate, record.expected["t0"], relative: 1e-13, "estimate")
    expectClose(
      answer.correction?.acceleration ?? 0, record.expected["a"], relative: 1e-11, strict: true)
  }

  @Test(
    "in the limits of sites, within the error of drawing", .tags(.reference),
    arguments: try ReferenceRecords.named("designs.json", "clusters_two_stage"))
  func siteLimits(_ record: ReferenceRecord) throws {
    for (stages, suffix) in [(ClusterStages.sites, "_sites"), (.sitesAndPersons, "")] {
      let answer = try sites(record, stages, draws: 19_999)
      expectClose(
        answer.standardError ?? 0, record.expected["se" + suffix], relative: 0.025, strict: true)
      expectClose(
        answer.percentile, record.expected["percentile" + suffix].numbers, relative: 0.02)
    }
  }

  private func sites(
    _ record: ReferenceRecord, _ stages: ClusterStages, draws: Int
  ) throws -> BootstrapEstimate {
    let values = record.data["x"].numbers
    let bootstrap = Bootstrap(draws: draws, seed: 4, threads: 2)
    return try ClusterBootstrap(bootstrap: bootstrap, stages: stages).estimate(
      of: record.data["sizes"].numbers.map { Int($0) }
    ) { persons in
      var sum = 0.0
      for person in persons { sum += values[person] }
      return sum / Double(persons.count)
    }
  }
}

@Suite("The bootstrap of a paired change")
struct PairedBootstrapTests {
  private let bootstrap = PairedBootstrap(bootstrap: Bootstrap(draws: 999, seed: 5))
  private let before = [30.0, 22, 41, 35, 28, 19, 33, 38, 25, 30, 44, 27]
  private let after = [24.0, 23, 30, 31, 20, 19, 25, 36, 18, 27, 33, 29]

  private func all(
    _ before: [Double], _ after: [Double]
  ) throws -> [BootstrapEstimate] {
    [
      try bootstrap.meanChange(from: before, to: after), try bootstrap.dz(from: before, to: after),
      try bootstrap.dav(from: before, to: after), try bootstrap.drm(from: before, to: after),
    ]
  }

  @Test("flips its signs where the occasions are swapped", .tags(.law))
  func swap() throws {
    for (one, other) in zip(try all(before, after), try all(after, before)) {
      let bca = try #require(one.bca)
      expectClose(other.estimate, -one.estimate, relative: 1e-13)
      expectClose(other.bca, [-bca.high, -bca.low], relative: 1e-9)
    }
  }

  @Test("does not depend on the order of persons", .tags(.law))
  func order() throws {
    let same = try all(before, after)
    #expect(try all(before.reversed(), after.reversed()) == same)
  }

  @Test("moves with a shift of one occasion; d does not change with the scale", .tags(.law))
  func shiftAndScale() throws {
    let plain = try all(before, after)
    let moved = try bootstrap.meanChange(from: before, to: after.map { $0 + 8 })
    let bca = try #require(plain[0].bca)
    expectClose(moved.bca, [bca.low + 8, bca.high + 8])
    let scaled = try all(before.map { $0 * 4 + 7 }, after.map { $0 * 4 + 7 })
    expectClose(scaled[0].bca, [bca.low * 4, bca.high * 4])
    for index in 1...3 {
      expectClose(scaled[index].bca, plain[index].bca.map { [$0.low, $0.high] } ?? [])
    }
    let db = try bootstrap.db(from: before, to: after)
    let other = try bootstrap.db(from: before.map { $0 * 4 + 7 }, to: after.map { $0 * 4 + 7 })
    expectClose(other.bca, db.bca.map { [$0.low, $0.high] } ?? [])
  }

  @Test("estimates what the paired t test and the named sizes say", .tags(.law))
  func estimates() throws {
    let change = try PairedTTest().change(from: before, to: after)
    let answers = try all(before, after)
    expectClose(answers[0].estimate, change.meanChange, relative: 1e-13)
    expectClose(answers[1].estimate, try StandardisedMeanChange().dz(of: change).estimate)
    expectClose(answers[2].estimate, try StandardisedMeanChange().dav(of: change).estimate)
    expectClose(answers[3].estimate, try StandardisedMeanChange().drm(of: change).estimate)
    let db = try bootstrap.db(from: before, to: after)
    expectClose(db.estimate, try StandardisedMeanChange().db(of: change).estimate)
    // Not the same size when the occasions swap: it is measured by those before.
    #expect(try bootstrap.db(from: after, to: before).estimate + db.estimate != 0)
  }

  @Test("narrows as the correlation of the occasions grows", .tags(.law))
  func correlation() throws {
    var widths: [Double] = []
    for weight in [0.0, 0.5, 0.8, 0.95] {
      var stream = RandomStream(seed: 2, stream: 1)
      var first: [Double] = []
      var second: [Double] = []
      for _ in 0..<60 {
        let (a, b) = (stream.normal(), stream.normal())
        first.append(a)
        second.append(weight * a + (1 - weight * weight).squareRoot() * b)
      }
      let bca = try #require(try bootstrap.meanChange(from: first, to: second).bca)
      widths.append(bca.high - bca.low)
    }
    for (looser, tighter) in zip(widths, widths.dropFirst()) { #expect(tighter < 0.9 * looser) }
  }

  @Test("of persons who all changed alike has a diagnostic, or no d at all", .tags(.edge))
  func constant() throws {
    let later = before.map { $0 + 3 }
    let answer = try bootstrap.meanChange(from: before, to: later)
    #expect(answer.diagnostic == .noVariation && answer.bca == nil)
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 12)) {
      try bootstrap.dz(from: before, to: later)
    }
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 12)) {
      try bootstrap.dav(from: before, to: later)
    }
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 12)) {
      try bootstrap.db(from: before, to: later)
    }
    #expect(throws: StatisticsError.noVariation(in: "values of one occasion", count: 3)) {
      try bootstrap.db(from: [4, 4, 4], to: [1, 2, 5])
    }
    #expect(throws: StatisticsError.noVariation(in: "values of one occasion", count: 3)) {
      try bootstrap.drm(from: [1, 2, 5], to: [4, 4, 4])
    }
  }

  @Test("counts draws of equal changes, which have no d_z", .tags(.edge))
  func fewPairs() throws {
    let answer = try bootstrap.dz(from: [1, 2, 4], to: [2, 5, 5])
    guard case .undefinedDraws(let count) = answer.diagnostic else {
      Issue.record("every draw of three pairs had a d_z")
      return
    }
    // All three the same, or the two equal changes only: (1³ + 2³)/27 of the draws.
    #expect(count > 270 && count < 400)
    #expect(answer.bca == nil)
  }

  @Test("refuses broken pairs and missing values", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try bootstrap.meanChange(from: [1, 2], to: [1, 2, 3])
    }
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 1, needed: 2)) {
      try bootstrap.dz(from: [1], to: [2])
    }
    #expect(throws: StatisticsError.notFinite(in: "values after", count: 1)) {
      try bootstrap.dav(from: [1, 2], to: [.nan, 2])
    }
  }
}
