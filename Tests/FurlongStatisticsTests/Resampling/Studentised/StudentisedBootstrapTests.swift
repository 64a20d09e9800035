import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The bootstrap-t agrees with R's boot")
struct StudentisedBootstrapReferenceTests {
  @Test(
    "on boot's own replicates", .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named("studentised.json", "studentised_mean_boot"))
  func givenReplicates(_ record: ReferenceRecord) throws {
    let whole = EstimateAndError(
      estimate: record.expected["t0"].number, standardError: record.expected["se"].number)
    let replicates = zip(record.data["t"].numbers, record.data["v"].numbers).map {
      EstimateAndError(estimate: $0, standardError: $1.squareRoot())
    }
    #expect(replicates.count == 999)
    for (level, name) in [(0.95, "stud"), (0.9, "stud90")] {
      let answer = try StudentisedEstimate(whole, replicates: replicates, seed: 1, level: level)
      expectClose(answer.interval, record.expected[name].numbers, relative: 1e-12, name)
    }
    let ours = try StudentisedBootstrap(bootstrap: Bootstrap(draws: 99, seed: 1)).mean(
      of: record.data["x"].numbers)
    expectClose(ours.estimate, record.expected["t0"], relative: 1e-13)
    expectClose(ours.standardError, record.expected["se"], relative: 1e-13)
  }

  @Test(
    "on draws of our own, within the error of drawing", .tags(.reference),
    arguments: try ReferenceRecords.named("studentised.json", "studentised_mean_boot_many"))
  func mean(_ record: ReferenceRecord) throws {
    let bootstrap = Bootstrap(draws: 39_999, seed: 2, threads: 2)
    let answer = try StudentisedBootstrap(bootstrap: bootstrap).mean(of: record.data["x"].numbers)
    expectClose(answer.interval, record.expected["stud"].numbers, relative: 0.03)
  }

  @Test(
    "of two groups, within the error of drawing", .tags(.reference),
    arguments: try ReferenceRecords.named("studentised.json", "studentised_two_groups_boot"))
  func twoGroups(_ record: ReferenceRecord) throws {
    let bootstrap = Bootstrap(draws: 39_999, seed: 3, threads: 2)
    let answer = try StudentisedBootstrap(bootstrap: bootstrap).compareMeans(
      record.data["x"].numbers, to: record.data["y"].numbers)
    expectClose(answer.estimate, record.expected["t0"], relative: 1e-13)
    expectClose(answer.interval, record.expected["stud"].numbers, relative: 0.04)
  }
}

@Suite("The bootstrap-t")
struct StudentisedBootstrapTests {
  private let bootstrap = StudentisedBootstrap(bootstrap: Bootstrap(draws: 999, seed: 5))
  private let before = [30.0, 22, 41, 35, 28, 19, 33, 38, 25, 30, 44, 27]
  private let after = [24.0, 23, 30, 31, 20, 19, 25, 36, 18, 27, 33, 29]

  @Test("flips its signs where occasions or groups are swapped", .tags(.law))
  func swap() throws {
    let pairs = [
      (
        try bootstrap.meanChange(from: before, to: after),
        try bootstrap.meanChange(from: after, to: before)
      ),
      (
        try bootstrap.compareMeans(before, to: Array(after.dropLast())),
        try bootstrap.compareMeans(Array(after.dropLast()), to: before)
      ),
    ]
    for (one, other) in pairs {
      let interval = try #require(one.interval)
      #expect(other.estimate == -one.estimate)
      #expect(other.standardError == one.standardError)
      expectClose(other.interval, [-interval.high, -interval.low], relative: 1e-9)
    }
  }

  @Test("does not depend on the order of persons, nor on threads", .tags(.law))
  func order() throws {
    let one = try bootstrap.mean(of: before)
    #expect(try bootstrap.mean(of: before.reversed()) == one)
    var many = bootstrap
    many.bootstrap.threads = 3
    #expect(try many.mean(of: before) == one)
    let values = before
    @Sendable func statistic(_ persons: UnsafeBufferPointer<Int>) -> EstimateAndError? {
      let drawn = persons.map { values[$0] }
      let mean = drawn.reduce(0, +) / 12
      let squares = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return EstimateAndError(estimate: mean, standardError: (squares / 11 / 12).squareRoot())
    }
    let any = try bootstrap.estimate(of: 12) { statistic($0) }
    let shared = try many.estimate(of: 12) { statistic($0) }
    #expect(shared == any)
    // Other draws of the same statistic.
    expectClose(any.standardError, one.standardError)
    let (wide, tight) = (try #require(any.interval), try #require(one.interval))
    expectClose(wide.low / any.standardError, tight.low / any.standardError, relative: 0.5)
    expectClose(wide.high / any.standardError, tight.high / any.standardError, relative: 0.5)
  }

  @Test("moves with a shift and stretches with a scale", .tags(.law))
  func shiftAndScale() throws {
    let plain = try #require(try bootstrap.mean(of: before).interval)
    let moved = try bootstrap.mean(of: before.map { $0 * 4 + 16 })
    expectClose(moved.interval, [plain.low * 4 + 16, plain.high * 4 + 16], relative: 1e-12)
  }

  @Test("has no interval where a draw has no standard error, and says so", .tags(.edge))
  func constantDraws() throws {
    let answer = try bootstrap.mean(of: [1, 2, 9])
    guard case .undefinedDraws(let count) = answer.diagnostic else {
      Issue.record("every draw of three had a standard error")
      return
    }
    // Three times the same person: one in nine.
    #expect(count > 70 && count < 155)
    #expect(answer.interval == nil)
    #expect(answer.draws == 999)
  }

  @Test("says where all replicates stray alike", .tags(.edge))
  func noVariation() throws {
    let pair = EstimateAndError(estimate: 2, standardError: 1)
    let answer = try StudentisedEstimate(
      pair, replicates: [pair, pair, pair], seed: 1, level: 0.5)
    #expect(answer.diagnostic == .noVariation && answer.interval == nil)
  }

  @Test("refuses equal values, standard errors of 0 and too few draws", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.noVariation(in: "values", count: 3)) {
      try bootstrap.mean(of: [4, 4, 4])
    }
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 2)) {
      try bootstrap.meanChange(from: [1, 2], to: [3, 4])
    }
    #expect(throws: StatisticsError.self) {
      try StudentisedBootstrap(bootstrap: Bootstrap(draws: 30, seed: 1)).mean(of: [1, 2, 3])
    }
    #expect(throws: StatisticsError.noVariation(in: "persons", count: 4)) {
      try bootstrap.estimate(of: 4) { _ in EstimateAndError(estimate: 1, standardError: 0) }
    }
    #expect(throws: StatisticsError.notFinite(in: "statistics of the whole sample", count: 1)) {
      try bootstrap.estimate(of: 4) { _ in nil }
    }
    #expect(
      throws: StatisticsError.outsideRange(
        what: "standard error", value: 0, expected: "above 0")
    ) {
      try StudentisedEstimate(
        EstimateAndError(estimate: 1, standardError: 0), replicates: [], seed: 1, level: 0.9)
    }
  }
}
