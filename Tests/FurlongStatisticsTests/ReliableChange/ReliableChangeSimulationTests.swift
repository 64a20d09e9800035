import Foundation
import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite(
  "Simulated people whom nothing changed",
  .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
struct ReliableChangeSimulationTests {
  /// Two scores with errors of measurement about one true score: mean 0, spread 1.
  private func scores(
    _ reliability: Double, _ stream: inout RandomStream
  ) -> (before: Double, after: Double) {
    let own = stream.normal(sd: reliability.squareRoot())
    let error = (1 - reliability).squareRoot()
    return (own + stream.normal(sd: error), own + stream.normal(sd: error))
  }

  @Test(
    "5 in 100 are judged changed; of those chosen for bad scores more improved, but for the return",
    .tags(.slow))
  func errorRate() throws {
    let r = 0.7
    let people = 60_000
    var stream = RandomStream(seed: 31, stream: 0)
    var before: [Double] = []
    var after: [Double] = []
    for _ in 0..<people {
      let score = scores(r, &stream)
      before.append(score.before)
      after.append(score.after)
    }
    let population = try ReferenceScores(
      count: people, meanBefore: 0, sdBefore: 1, meanAfter: 0, sdAfter: 1, correlation: r)
    let truax = try JacobsonTruax(reliability: r, sd: 1).judge(
      from: before, to: after, better: .lower)
    let kelley = try GulliksenLordNovick(reliability: r).judge(
      from: before, to: after, reference: population, better: .lower)
    // Three standard errors of 0.05 in 60,000 people are 0.0027.
    for judged in [truax, kelley] {
      let changed = Double(people - judged.count(of: .unchanged)) / Double(people)
      #expect(abs(changed - 0.05) < 0.0027, "\(judged.method) \(changed)")
    }
    let chosen = before.indices.filter { before[$0] > 1.5 }
    func improved(_ judged: JudgedChanges) -> Double {
      Double(chosen.count { judged.classes[$0] == .improved }) / Double(chosen.count)
    }
    #expect(improved(truax) > 0.06)
    #expect(abs(improved(kelley) - 0.025) < 0.0085, "\(improved(kelley))")
  }

  @Test(
    "a small control group holds 5 in 100 by the error of a new person, not by residuals",
    .tags(.slow))
  func smallControls() throws {
    let samples = 12_000
    var changed = [0, 0]
    for sample in 0..<samples {
      var stream = RandomStream(seed: 32, stream: UInt64(sample))
      var controls: (before: [Double], after: [Double]) = ([], [])
      for _ in 0..<10 {
        let score = scores(0.8, &stream)
        controls.before.append(score.before)
        controls.after.append(score.after)
      }
      let person = scores(0.8, &stream)
      let reference = try ReferenceScores(before: controls.before, after: controls.after)
      for (place, spread) in PredictionSpread.allCases.enumerated() {
        let judged = try RegressionBasedChange(spread: spread).judge(
          from: [person.before], to: [person.after], reference: reference, better: .higher)
        if judged.classes[0] != .unchanged { changed[place] += 1 }
      }
    }
    let shares = changed.map { Double($0) / Double(samples) }
    #expect(PredictionSpread.allCases == [.newPerson, .residual])
    // Three standard errors are 0.006.
    #expect(abs(shares[0] - 0.05) < 0.006, "\(shares[0])")
    #expect(shares[1] > 0.08, "\(shares[1])")
  }

  @Test("the interval of Mee and Chua holds a true effect in people selected", .tags(.slow))
  func meeChua() throws {
    let samples = 4000
    var held = 0
    for sample in 0..<samples {
      var stream = RandomStream(seed: 33, stream: UInt64(sample))
      var before: [Double] = []
      var after: [Double] = []
      while before.count < 25 {
        let score = scores(0.6, &stream)
        if score.before > 0.8 {
          before.append(score.before)
          after.append(score.after - 0.4)
        }
      }
      let net = try MeeChuaTest(populationMean: 0).effect(from: before, to: after)
      if net.test.interval.contains(-0.4) { held += 1 }
    }
    #expect(abs(Double(held) / Double(samples) - 0.95) < 0.0103, "\(held)")
  }
}
