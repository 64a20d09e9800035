import Foundation
import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// How often intervals of 95 % hold the truth.
///
/// With `FURLONG_COVERAGE=10000` (`make coverage`) the samples are so
/// many and the table in `docs/methods/coverage.md` is written; else they are 1,000.
@Suite(
  "Coverage of intervals", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
struct CoverageTests {
  private let wanted = ProcessInfo.processInfo.environment["FURLONG_COVERAGE"].flatMap { Int($0) }
  private var study: CoverageStudy { CoverageStudy(replications: wanted ?? 1_000) }

  /// A row an interval: counts at every size.
  private func rows<Sample>(
    _ intervals: [CoveredInterval<Sample>], of population: String, seed: UInt64,
    sizes: [Int] = CoverageStudy.sizes,
    draw: @escaping @Sendable (Int, inout RandomStream) throws -> Sample
  ) -> [CoverageRow] {
    let counts = sizes.map { size in
      study.count(intervals, seed: seed &* 1_000 &+ UInt64(size)) { try draw(size, &$0) }
    }
    return intervals.indices.map { index in
      CoverageRow(
        interval: intervals[index].name, population: population, sizes: sizes,
        coverage: counts.map { $0[index] })
    }
  }

  private func change() throws -> [CoverageRow] {
    var all: [CoverageRow] = []
    for (index, population) in PairedPopulation.all.enumerated() {
      all += rows(
        try CoverageOfChange(population: population).intervals(), of: population.name,
        seed: 10 + UInt64(index)
      ) { try population.sample($0, &$1) }
    }
    return all
  }

  private func groups() throws -> [CoverageRow] {
    var all: [CoverageRow] = []
    for (index, population) in PairedPopulation.all.enumerated() {
      all += rows(
        try CoverageOfGroups(population: population).intervals(), of: population.name,
        seed: 20 + UInt64(index)
      ) { population.groups($0, &$1) }
    }
    return all
  }

  private func severalGroups() throws -> [CoverageRow] {
    var all: [CoverageRow] = []
    for (index, population) in PairedPopulation.all.enumerated() {
      let groups = try CoverageOfSeveralGroups(population: population)
      all += rows(
        CoverageOfSeveralGroups.intervals, of: population.name, seed: 25 + UInt64(index)
      ) { groups.sample($0, &$1) }
    }
    return all
      + rows(CoverageOfSeveralGroups.intervals, of: "normal, spreads 1, 2 and 3", seed: 28) {
        CoverageOfSeveralGroups.unequalSpreads($0, &$1)
      }
  }

  private func counts() -> [CoverageRow] {
    var all: [CoverageRow] = []
    for (index, truth) in [0.1, 0.3, 0.5].enumerated() {
      all += rows(
        CoverageOfCounts.proportion(truth), of: "\(Int(100 * truth)) % are a yes",
        seed: 30 + UInt64(index)
      ) { size, stream in ((0..<size).count { _ in stream.bernoulli(truth) }, size) }
    }
    all += rows(CoverageOfCounts.groups, of: "50 % and 30 %", seed: 40) { size, stream in
      (
        (0..<size).count { _ in stream.bernoulli(0.5) },
        (0..<size).count { _ in stream.bernoulli(0.3) }, size
      )
    }
    all += rows(CoverageOfCounts.otherGroups, of: "50 % and 30 %", seed: 40) { size, stream in
      (
        (0..<size).count { _ in stream.bernoulli(0.5) },
        (0..<size).count { _ in stream.bernoulli(0.3) }, size
      )
    }
    all += rows(CoverageOfCounts.strata, of: "three strata, 0.1 to 0.6 a unit of time", seed: 43) {
      size, stream in
      [0.1, 0.3, 0.6].map { rate in
        let time = Double(size) / 3
        return RateStratum(events: stream.poisson(mean: rate * time), time: time)
      }
    }
    all += rows(CoverageOfCounts.paired, of: "30 % both, 25 % gained, 10 % lost", seed: 41) {
      size, stream in
      var counts = SIMD4(0, 0, 0, 0)
      for _ in 0..<size { counts[stream.index(weights: [0.3, 0.25, 0.1, 0.35])] += 1 }
      return counts
    }
    all += rows(CoverageOfCounts.rates, of: "0.3 and 0.6 events a unit of time", seed: 42) {
      size, stream in
      (
        stream.poisson(mean: 0.3 * Double(size)), stream.poisson(mean: 0.6 * Double(size)),
        Double(size)
      )
    }
    return all
  }

  private func persons() -> [CoverageRow] {
    let people = "persons with rates from a gamma distribution"
    let rates = rows(CoverageOfCounts.personRates, of: people, seed: 51) { size, stream in
      let rates = (0..<size).map { _ in stream.gamma(shape: 1.2, scale: 2.5) }
      let time = [Double](repeating: 1, count: size)
      let before = rates.map { Double(stream.poisson(mean: $0)) }
      return (
        PersonEvents(events: before, time: time),
        PersonEvents(events: rates.map { Double(stream.poisson(mean: 0.7 * $0)) }, time: time)
      )
    }
    return rates
      + rows(CoverageOfCounts.persons, of: people, seed: 50) {
        size, stream in
        let rates = (0..<size).map { _ in stream.gamma(shape: 1.2, scale: 2.5) }
        let time = [Double](repeating: 1, count: size)
        return try PersonRateRatio(bootstrap: Bootstrap(draws: 399, seed: 5)).compare(
          before: PersonEvents(events: rates.map { Double(stream.poisson(mean: $0)) }, time: time),
          after: PersonEvents(
            events: rates.map { Double(stream.poisson(mean: 0.7 * $0)) }, time: time))
      }
  }

  private func reliability() throws -> [CoverageRow] {
    rows(CoverageOfReliability.alpha, of: "five normal items", seed: 60) {
      try CoverageOfReliability.items($0, &$1)
    }
      + rows(CoverageOfReliability.raters, of: "four raters, normal", seed: 61) {
        try CoverageOfReliability.ratings($0, &$1)
      }
      + rows(try CoverageOfAgreement.intervals(), of: "two coders, three categories", seed: 62) {
        CoverageOfAgreement.table($0, &$1)
      }
  }

  private func bootstraps() throws -> [CoverageRow] {
    var all: [CoverageRow] = []
    for (index, population) in PairedPopulation.all.enumerated() {
      let bootstraps = CoverageOfBootstraps(population: population)
      all += rows(try bootstraps.intervals(), of: population.name, seed: 70 + UInt64(index)) {
        try bootstraps.sample($0, &$1)
      }
    }
    return all
  }

  /// Whether every size of a row has a verdict of those allowed.
  private func expect(
    _ rows: [CoverageRow], _ interval: String, of population: String? = nil,
    _ allowed: Set<Coverage.Verdict>
  ) throws {
    let chosen = rows.filter {
      $0.interval == interval && (population == nil || $0.population == population)
    }
    #expect(!chosen.isEmpty, "no row \(interval)")
    for row in chosen {
      for (size, coverage) in zip(row.sizes, row.coverage) {
        #expect(coverage.made == study.replications, "\(interval), n = \(size)")
        #expect(
          allowed.contains(try coverage.verdict()),
          "\(interval), \(row.population), n = \(size): \(coverage.share)")
      }
    }
  }

  @Test("exact ones hold the truth 95 times in 100; Clopper and Pearson's no less", .tags(.slow))
  func table() throws {
    let all =
      try change() + bootstraps() + groups() + severalGroups() + counts() + persons()
      + reliability()
      + rows(CoverageOfSites.intervals, of: "sites that differ", seed: 80) {
        CoverageOfSites.sample($0, &$1)
      }
    try expect(all, "mean change, t", of: "normal", [.within])
    try expect(all, "d_z, noncentral t", of: "normal", [.within])
    try expect(all, "d_s, noncentral t", of: "normal", [.within])
    try expect(all, "difference of means, Student", of: "normal", [.within])
    try expect(all, "difference of means, Welch", of: "normal", [.within])
    try expect(all, "all differences of three means, Tukey", of: "normal", [.within])
    try expect(all, "proportion, Clopper and Pearson", [.within, .above])
    try expect(all, "Cronbach's α, Feldt", [.within])
    try expect(all, "consistency of one of four raters, ICC(C,1)", [.within])
    try expect(all, "Poisson rate, exact", [.within, .above])
    guard let wanted else { return }
    let page = projectFolder().appendingPathComponent("docs/methods/coverage.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- coverage -->"))
    let end = try #require(text.range(of: "<!-- end of coverage -->"))
    let table = try CoverageTable(rows: all, replications: wanted).markdown()
    let new = text[..<start.upperBound] + "\n" + table + "\n" + text[end.lowerBound...]
    try String(new).write(to: page, atomically: true, encoding: .utf8)
  }
}
