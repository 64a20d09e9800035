import Foundation
import FurlongSimulation
import FurlongTestSupport
import Testing

@Suite("The truths of the saltmarsh example")
struct SaltmarshTruthTests {
  private let published = SaltmarshTruths.published

  private func truth(_ outcome: String, _ occasion: String, _ measure: String, _ part: String = "")
    throws -> KnownTruth
  {
    try #require(
      published.truth(outcome: outcome, occasion: occasion, measure: measure, part: part))
  }

  @Test("look like published colleges: baselines, spread, change, loss")
  func isCalibrated() throws {
    let wellbeing = try truth("swemwbs", "four-months", "mean_before")
    #expect(wellbeing.did > 18 && wellbeing.did < 19)
    let spread = try truth("swemwbs", "four-months", "sd_before").did
    #expect(spread > 3.7 && spread < 4.1)
    let recovery = try truth("qpr15", "four-months", "mean_before").did
    #expect(recovery > 27 && recovery < 29)
    let recoverySpread = try truth("qpr15", "four-months", "sd_before").did
    #expect(recoverySpread > 10.5 && recoverySpread < 11.5)
    for share in published.returned.values { #expect(share > 0.35 && share < 0.55) }
    #expect(published.returned.count == 4)
    let worse = try truth("swemwbs", "four-months", "deteriorated_reliably")
    #expect(worse.estimated > 0.03 && worse.did < 0.06)
  }

  @Test("differ as the limits announce: those who return changed more, the peak flatters")
  func differs() throws {
    for (scale, gap) in [("swemwbs", 0.4), ("qpr15", 0.8)] {
      for occasion in ["four-months", "a-year"] {
        let change = try truth(scale, occasion, "mean_change")
        #expect(change.estimated > change.did + gap && change.did > 1)
      }
    }
    let admissions = try truth("admission", "12-months", "rate_ratio")
    #expect(admissions.estimated < 0.70 && admissions.did > 0.85 && admissions.did < 0.95)
    let without = try truth(
      "admission", "12-months", "rate_ratio", "leaving out 3 months before day 0")
    #expect(abs(without.estimated - without.did) < 0.03, "the peak is longer than three months")
    for event in ["bed-day", "detention", "contact"] {
      let ratio = try truth(event, "12-months", "rate_ratio")
      #expect(ratio.estimated < ratio.did - 0.05 && ratio.did < 1)
    }
  }

  @Test("over 18 months the college did about what it did in a year, and less of it is the run-up")
  func yearAndHalf() throws {
    for event in ["admission", "detention", "contact"] {
      let (year, longer) = (
        try truth(event, "12-months", "rate_ratio"), try truth(event, "18-months", "rate_ratio")
      )
      // The same run-up among more months.
      #expect(longer.estimated > year.estimated && longer.estimated < longer.did)
      #expect(abs(longer.did - year.did) < 0.05)
    }
    func pounds(_ window: String) throws -> KnownTruth {
      try #require(SaltmarshCosts.truths.first { $0.occasion == window && $0.part.isEmpty })
    }
    #expect(try pounds("18-months").estimated > pounds("12-months").estimated)
    #expect(try pounds("18-months").did < 0)
  }

  @Test("come out nearly the same from fewer students of another seed")
  func comesOutAgain() throws {
    let fewer = SaltmarshTruths.compute(students: 4000, seed: 99)
    #expect(fewer.truths.count == published.truths.count)
    for (scale, tolerance) in [("swemwbs", 0.35), ("qpr15", 0.9)] {
      let one = try #require(
        fewer.truth(outcome: scale, occasion: "four-months", measure: "mean_change"))
      let other = try truth(scale, "four-months", "mean_change")
      #expect(abs(one.estimated - other.estimated) < tolerance)
      #expect(abs(one.did - other.did) < tolerance)
    }
    let contacts = try #require(
      fewer.truth(outcome: "contact", occasion: "12-months", measure: "rate_ratio"))
    #expect(
      abs(contacts.estimated - (try truth("contact", "12-months", "rate_ratio")).estimated) < 0.08)
  }

  /// With FURLONG_GOLDEN=all as well, the embedded file is written again.
  @Test(
    "are those that the model gives", .tags(.slow, .golden),
    .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
  func isComputed() throws {
    let computed = SaltmarshTruths.compute(students: published.students, seed: published.seed)
    if ProcessInfo.processInfo.environment["FURLONG_GOLDEN"] == "all" {
      let file = projectFolder().appendingPathComponent(
        "Sources/FurlongSimulation/Saltmarsh/Texts/truths.json")
      try Data(computed.json.utf8).write(to: file)
      return
    }
    #expect(published.students == 1_000_000)
    #expect(computed.truths.count == published.truths.count)
    for (one, other) in zip(computed.truths, published.truths) {
      #expect(one.measure == other.measure && one.part == other.part)
      expectClose(one.estimated, other.estimated, relative: 1e-9, other.measure)
      expectClose(one.did, other.did, relative: 1e-9, other.measure)
    }
  }

  @Test("read back from their own text", .tags(.law))
  func roundTrips() throws {
    let again = try JSONDecoder().decode(KnownTruths.self, from: Data(published.json.utf8))
    #expect(again.truths == published.truths && again.returned == published.returned)
  }
}
