import Foundation
import FurlongTestSupport
import Testing

/// How often intervals hold the truth.
///
/// With `FURLONG_COVERAGE=10000` (`make coverage`) the samples are so
/// many and the table in `docs/methods/coverage.md` is written; else they are 1,000.
@Suite(
  "Coverage of intervals", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
struct CoverageTests {
  private let wanted = ProcessInfo.processInfo.environment["FURLONG_COVERAGE"].flatMap { Int($0) }
  private var study: CoverageStudy { CoverageStudy(replications: wanted ?? 1_000) }

  /// Whether every size of a row has a verdict of those allowed.
  ///
  /// So many cells are looked at that one would leave bounds of 99 % by chance: these are of 99.99 %, but for
  /// the strict ones in the whole study.
  private func expect(
    _ rows: [CoverageRow], _ interval: String, of population: String? = nil,
    _ allowed: Set<Coverage.Verdict>, strictly: Bool = false
  ) throws {
    let tail = strictly && wanted != nil ? 0.005 : 0.000_05
    let chosen = rows.filter {
      $0.interval == interval && (population == nil || $0.population == population)
    }
    #expect(!chosen.isEmpty, "no row \(interval)")
    for row in chosen {
      for (size, coverage) in zip(CoverageStudy.sizes, row.coverage) {
        #expect(coverage.made == study.replications, "\(interval), n = \(size)")
        #expect(
          allowed.contains(try coverage.verdict(tail: tail)),
          "\(interval), \(row.population), n = \(size): \(coverage.share)")
      }
    }
  }

  @Test("exact ones hold the truth 95 times in 100; Clopper and Pearson's no less", .tags(.slow))
  func table() throws {
    var all: [CoverageRow] = []
    for (subject, designs) in try CoverageDesigns.all() {
      let begun = Date.now
      for design in designs { all += design.rows(study) }
      if wanted != nil {
        print(String(format: "%6.1f s", Date.now.timeIntervalSince(begun)), subject)
      }
    }
    #expect(Set(all.map { "\($0.interval) | \($0.population)" }).count == all.count)
    for row in all { #expect(row.coverage.contains { $0.made > 0 }, "\(row.interval)") }
    try expect(all, "mean change, t", of: "normal", [.within], strictly: true)
    try expect(all, "mean change, equivalence", of: "normal", [.within])
    try expect(all, "d_z, noncentral t", of: "normal", [.within], strictly: true)
    try expect(all, "d_s, noncentral t", of: "normal", [.within], strictly: true)
    try expect(all, "difference of means, Student", of: "normal", [.within], strictly: true)
    try expect(all, "difference of means, Welch", of: "normal", [.within], strictly: true)
    try expect(all, "lower limit of agreement, exact", of: "normal", [.within])
    try expect(
      all, "change net of the return to the mean, Mee and Chua",
      of: "normal, chosen for a first score below the mean", [.within])
    try expect(all, "later score by regression, of a new person", of: "normal", [.within])
    try expect(all, "all differences of three means, Tukey", of: "normal", [.within])
    try expect(all, "ω² of three groups, noncentral F", of: "normal", [.within])
    try expect(all, "proportion, Clopper and Pearson", [.within, .above], strictly: true)
    try expect(all, "Cronbach's α, Feldt", of: "five normal items", [.within])
    try expect(all, "ICC(3,1), or ICC(C,1)", of: "four raters, normal", [.within])
    try expect(all, "ICC(1,1), or ICC(1)", of: "four raters of one's own, normal", [.within])
    try expect(all, "Poisson rate, exact", [.within, .above])
    try expect(all, "funnel limits of a mean, 95 %", of: "normal", [.within])
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
