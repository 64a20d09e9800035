import Foundation
import FurlongSimulation
import FurlongTestSupport
import Testing

@Suite("The truths of the greyfell example")
struct GreyfellTruthTests {
  private let published = GreyfellTruths.published

  private func truth(
    _ outcome: String, _ measure: String, _ occasion: String = "end"
  ) throws -> KnownTruth {
    try #require(published.truth(outcome: outcome, occasion: occasion, measure: measure))
  }

  @Test("are those of a small college: a little better, some worse, 45 % lost")
  func isCalibrated() throws {
    for (scale, change) in [
      ("phq9", -2.0), ("gad7", -1.0), ("confidence", 1.1), ("connection", 0.6), ("hope", 0.9),
    ] {
      let did = try truth(scale, "mean_change").did
      #expect(abs(did - change) < 0.05, "\(scale) changes by \(did)")
      let share = try #require(published.returned["\(scale) end"])
      #expect(abs(share - 0.55) < 0.02)
    }
    for scale in ["phq9", "gad7"] {
      #expect(try truth(scale, "improved_reliably").did > truth(scale, "deteriorated_reliably").did)
      #expect(try truth(scale, "deteriorated_reliably").did > 0.05)
    }
    #expect(published.truth(outcome: "hope", occasion: "end", measure: "unchanged") == nil)
    let work = try truth("work", "net_movement").did
    #expect(work > 0.08 && work < 0.10)
    #expect(try truth("work", "lost").did > 0.04)
    #expect(abs(try truth("housing", "net_movement").did) < 0.002)
    let recommend = try truth("recommend", "reached_score", "").did
    #expect(recommend > 0.75 && recommend < 0.85)
  }

  @Test("differ as the limits announce: who is lost was worse off and fared worse")
  func differs() throws {
    let before = try truth("phq9", "mean_before")
    #expect(before.estimated < before.did - 0.5)
    for scale in ["phq9", "gad7"] {
      let change = try truth(scale, "mean_change")
      #expect(change.estimated < change.did - 0.2)
    }
    for ladder in ["confidence", "connection", "hope"] {
      let change = try truth(ladder, "mean_change")
      #expect(change.estimated > change.did + 0.1)
    }
    let recommend = try truth("recommend", "reached_score", "")
    #expect(recommend.estimated > recommend.did + 0.02)
  }

  @Test("hold together: gained less lost is the change of the share", .tags(.law))
  func addsUp() throws {
    for outcome in ["work", "housing"] {
      for side in [\KnownTruth.estimated, \KnownTruth.did] {
        func value(_ measure: String) throws -> Double {
          try truth(outcome, measure)[keyPath: side]
        }
        let change = try value("net_movement")
        expectClose(
          try value("sought_after") - value("sought_before"), change, relative: 1e-12, outcome)
        expectClose(try value("gained") - value("lost"), change, relative: 1e-12, outcome)
      }
    }
  }

  @Test("come out nearly the same from fewer students of another seed")
  func comesOutAgain() throws {
    let fewer = GreyfellTruths.compute(students: 6000, seed: 99)
    #expect(fewer.truths.count == published.truths.count)
    for (outcome, measure, tolerance) in [
      ("phq9", "mean_change", 0.35), ("hope", "mean_change", 0.15), ("work", "gained", 0.025),
    ] {
      let one = try #require(fewer.truth(outcome: outcome, occasion: "end", measure: measure))
      let other = try truth(outcome, measure)
      #expect(abs(one.estimated - other.estimated) < tolerance, "\(outcome) \(measure)")
      #expect(abs(one.did - other.did) < tolerance, "\(outcome) \(measure)")
    }
  }

  /// With FURLONG_GOLDEN=all as well, the embedded file is written again.
  @Test(
    "are those that the model gives", .tags(.slow, .golden),
    .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
  func isComputed() throws {
    let isRecording = ProcessInfo.processInfo.environment["FURLONG_GOLDEN"] == "all"
    let computed = GreyfellTruths.compute(
      students: isRecording ? 400_000 : published.students, seed: 1)
    if isRecording {
      let file = projectFolder().appendingPathComponent(
        "Sources/FurlongSimulation/Greyfell/Texts/greyfell.truths.json")
      try Data(computed.json.utf8).write(to: file)
      return
    }
    #expect(published.students == 400_000 && published.seed == 1)
    #expect(computed.truths.count == published.truths.count)
    for (one, other) in zip(computed.truths, published.truths) {
      #expect(one.outcome == other.outcome && one.measure == other.measure)
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
