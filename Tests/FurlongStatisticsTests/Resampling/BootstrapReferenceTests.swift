import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Sample: Decodable {
  var x: [Double]
  var bca: [Double]
  var percentile: [Double]
}

private struct Means: Decodable {
  var x: [Double]
  var bca: [Double]
  var percentile: [Double]
  var aircondit: Sample
}

@Suite("Bootstrap intervals agree with R and scipy")
struct BootstrapReferenceTests {
  /// The intervals of the replicates that a record gives.
  private func estimate(
    _ record: ReferenceRecord, _ quantiles: ReplicateQuantiles, _ ties: ReplicateTies
  ) throws -> BootstrapEstimate {
    try BootstrapEstimate(
      estimate: record.expected["t0"].number, replicates: asStored(record), seed: 1, level: 0.95,
      acceleration: record.expected["a"].number, quantiles: quantiles, ties: ties)
  }

  /// The replicates, those that rounding alone parts from the estimate being moved clear of it: sums of the
  /// same persons in another order count as ties here, R counts numbers as they are stored.
  private func asStored(_ record: ReferenceRecord) -> [Double] {
    let estimate = record.expected["t0"].number
    return record.data["reps"].numbers.map {
      abs($0 - estimate) < 1e-12 ? estimate + ($0 - estimate).signum * 1e-9 : $0
    }
  }

  @Test(
    "on given replicates, in every field", .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named(
      "bootstrap.json", "mean_anorexia_FT", "mean_inline", "d_z_anorexia_FT", "median_inline"))
  func givenReplicates(_ record: ReferenceRecord) throws {
    let expected = record.expected
    #expect(record.data["reps"].numbers.count == Int(expected["R"].number))
    let seven = try estimate(record, .type(.seven), .below)
    expectClose(seven.correction?.bias ?? 0, expected["z0"], relative: 1e-11, "z0")
    expectClose(
      [seven.correction?.lower ?? 0, seven.correction?.upper ?? 0], expected["alpha_adj"],
      relative: 1e-11, "moved tails")
    expectClose(seven.bca, expected["bca_type7"].numbers, relative: 1e-11, "BCa, type 7")
    expectClose(
      seven.percentile, expected["percentile_type7"].numbers, relative: 1e-11, "percentile")
    expectClose(seven.basic, expected["basic_type7"].numbers, relative: 1e-11, "basic")
    expectClose(seven.normal, expected["normal_ci"].numbers, relative: 1e-11, "normal")
    expectClose(seven.standardError ?? 0, expected["boot_se"], relative: 1e-11, "standard error")
    expectClose(seven.bias ?? 0, expected["boot_bias"], relative: 1e-11, "bias")
    let half = try estimate(record, .type(.seven), .half)
    expectClose(half.correction?.bias ?? 0, expected["z0_midties"], relative: 1e-11, "z0, half")
    expectClose(
      [half.correction?.lower ?? 0, half.correction?.upper ?? 0], expected["alpha_adj_midties"],
      relative: 1e-11, "moved tails, half")
    expectClose(
      half.bca, expected["bca_type7_midties"].numbers, relative: 1e-11, "BCa, type 7, half")
    let six = try estimate(record, .type(.six), .below)
    expectClose(six.bca, expected["bca_type6"].numbers, relative: 1e-11, "BCa, type 6")
  }

  @Test(
    "in the acceleration of a sample", .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named(
      "bootstrap.json", "mean_anorexia_FT", "mean_inline", "d_z_anorexia_FT"))
  func acceleration(_ record: ReferenceRecord) throws {
    let x = record.data["x"].numbers
    let mean = record.expected["t0"].number
    #expect(x.count == Int(record.expected["n"].number))
    let bootstrap = Bootstrap(draws: 99, seed: 1, confidence: 0.8)
    let answer: BootstrapEstimate
    if record.id.hasPrefix("d_z") {
      answer = try PairedBootstrap(bootstrap: bootstrap).dz(
        from: [Double](repeating: 0, count: x.count), to: x)
    } else {
      answer = try PersonMean(bootstrap: bootstrap).mean(of: x)
      let fast = try MeansBootstrap(bootstrap: bootstrap).estimate(of: [x]) { $0[0] }
      expectClose(
        fast.correction?.acceleration ?? 0, record.expected["a"], relative: 1e-12, strict: true)
    }
    expectClose(answer.estimate, mean, relative: 1e-14)
    expectClose(
      answer.correction?.acceleration ?? 0, record.expected["a"], relative: 1e-11, strict: true)
  }

  @Test(
    "on the replicates of boot", .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named("bootstrap.json", "boot_package_bca_anorexia"))
  func bootPackage(_ record: ReferenceRecord) throws {
    let expected = record.expected
    let influences = expected["L"].numbers
    let squares = influences.reduce(0) { $0 + $1 * $1 }
    let cubes = influences.reduce(0) { $0 + $1 * $1 * $1 }
    let answer = try BootstrapEstimate(
      estimate: expected["t0"].number, replicates: expected["reps"].numbers, seed: 1, level: 0.95,
      acceleration: cubes / (6 * squares * squares.squareRoot()), ties: .below)
    expectClose(answer.percentile, expected["perc"].numbers, relative: 1e-12, "percentile")
    expectClose(answer.bca, expected["bca"].numbers, relative: 1e-12, "BCa")
    expectClose(answer.basic, expected["basic"].numbers, relative: 1e-12, "basic")
    expectClose(answer.normal, expected["norm"].numbers, relative: 1e-12, "normal")
    // Our acceleration of the same sample is theirs.
    let ours = try MeansBootstrap(bootstrap: Bootstrap(draws: 99, seed: 1, confidence: 0.8))
      .estimate(of: [record.data["x"].numbers]) { $0[0] }
    expectClose(
      ours.correction?.acceleration ?? 0, answer.correction?.acceleration ?? 1, relative: 1e-12,
      "acceleration")
  }

  @Test("on draws of our own, within the error of drawing", .tags(.reference))
  func means() throws {
    let r = try reference("mean_bca.json", as: Means.self)
    let bootstrap = Bootstrap(draws: 9_999, seed: 7)
    let mean = PersonMean(bootstrap: bootstrap)
    let scipy = try mean.mean(of: r.x)
    expectClose(scipy.bca, r.bca, relative: 0.06, "scipy, BCa")
    expectClose(scipy.percentile, r.percentile, relative: 0.06, "scipy, percentile")
    let boot = try mean.mean(of: r.aircondit.x)
    expectClose(boot.bca, r.aircondit.bca, relative: 0.03, "boot, BCa")
    expectClose(boot.percentile, r.aircondit.percentile, relative: 0.03, "boot, percentile")
    let fast = try MeansBootstrap(bootstrap: bootstrap).estimate(of: [r.aircondit.x]) { $0[0] }
    expectClose(fast.bca, r.aircondit.bca, relative: 0.03, "boot, BCa, means")
  }

  @Test(
    "on draws of scipy, within the error of drawing", .tags(.reference),
    arguments: try ReferenceRecords.named("bootstrap.json", "scipy_bca_mean"))
  func scipyMean(_ record: ReferenceRecord) throws {
    let answer = try PersonMean(bootstrap: Bootstrap(draws: 9_999, seed: 5)).mean(
      of: record.data["x"].numbers)
    expectClose(answer.bca, record.expected["bca"].numbers, relative: 0.06, "BCa")
    expectClose(answer.percentile, record.expected["percentile"].numbers, relative: 0.06)
    expectClose(answer.standardError ?? 0, record.expected["se"], relative: 0.02, "se")
  }

  @Test(
    "where scipy's BCa interval is NaN: ours says why there is none", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "peer_defects.json", "scipy_bca_nan_constant", "scipy_bca_nan_median"))
  func scipyNaN(_ record: ReferenceRecord) throws {
    #expect(record.expected["ci"].numbers.count == 2)
    #expect(record.expected["ci"].numbers.allSatisfy { $0.isNaN })
    let x = record.data["x"].numbers.sorted()
    let answer = try Bootstrap(draws: 999, seed: 1).estimate(of: x.count) { persons in
      let drawn = persons.map { x[$0] }.sorted()
      let middle = drawn.count / 2
      return drawn.count.isMultiple(of: 2) ? (drawn[middle - 1] + drawn[middle]) / 2 : drawn[middle]
    }
    #expect(answer.bca == nil)
    #expect(answer.diagnostic == .noVariation)
    let limits = [answer.percentile?.low, answer.percentile?.high].compactMap { $0 }
    #expect(limits.count == 2 && limits.allSatisfy { $0.isFinite })
  }

  @Test(
    "where DABEST counts ties of a coarse scale on one side: half of them count here",
    .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named("peer_defects.json", "dabest_z0_likert"))
  func dabestTies(_ record: ReferenceRecord) throws {
    func bias(_ ties: ReplicateTies) throws -> Double {
      let answer = try BootstrapEstimate(
        estimate: record.data["t0"].number, replicates: record.data["reps"].numbers, seed: 1,
        level: 0.5, acceleration: 0, ties: ties)
      return try #require(answer.correction).bias
    }
    // DABEST sees a large bias where medians lie evenly about the estimate.
    expectClose(try bias(.below), record.expected["z0"], relative: 1e-12)
    expectClose(try bias(.half), record.expected["z0_half"], relative: 1e-12)
    #expect(abs(record.expected["z0"].number) > 0.9)
    let ours = try bias(.half)
    #expect(abs(ours) < 0.02)
  }

  @Test(
    "where DABEST pools the jackknives of unequal groups: each counts by its size here",
    .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named("peer_defects.json", "dabest_acceleration"))
  func dabestAcceleration(_ record: ReferenceRecord) throws {
    let answer = try GroupBootstrap(bootstrap: Bootstrap(draws: 199, seed: 1, confidence: 0.9))
      .compareMeans(record.data["y"].numbers, to: record.data["x"].numbers)
    let ours = try #require(answer.correction).acceleration
    expectClose(ours, record.expected["right"], relative: 1e-11, strict: true)
    #expect(record.expected["peer"].number > 1.2 * ours)
  }

  @Test(
    "where DABEST cuts the places of limits to whole numbers: they lie between draws here",
    .tags(.reference), .agreement("bootstrap"),
    arguments: try ReferenceRecords.named("peer_defects.json", "dabest_limits_cut"))
  func dabestLimits(_ record: ReferenceRecord) throws {
    let replicates = (0..<Int(record.data["draws"].number)).map(Double.init)
    let answer = try BootstrapEstimate(
      estimate: 49.5, replicates: replicates, seed: 1, level: 0.95, acceleration: 0)
    let limits = try #require(answer.percentile)
    expectClose([limits.low, limits.high], record.expected["right"], relative: 1e-13)
    // The peer's are nearer to each other at both ends.
    let peer = record.expected["peer"].numbers
    #expect(limits.low < peer[0] - 0.4 && limits.high > peer[1] + 0.4)
  }
}

extension Double {
  /// −1, 0 or 1.
  fileprivate var signum: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
