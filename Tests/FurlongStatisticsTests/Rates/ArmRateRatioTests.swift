import Foundation
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("A ratio of two arms' ratios of rates")
struct ArmRateRatioTests {
  private let treated = ArmEvents(
    before: PersonEvents(
      events: [4, 0, 7, 2, 11, 1, 3, 0, 5], time: [1, 1, 0.5, 1, 1, 0.8, 1, 1, 0.9]),
    after: PersonEvents(
      events: [2, 1, 3, 0, 9, 0, 3, 0, 2], time: [1, 0.7, 1, 1, 1, 1, 0.2, 1, 1]))
  private let control = ArmEvents(
    before: PersonEvents(events: [3, 2, 8, 0, 1, 5, 4], time: [1, 1, 1, 0.6, 1, 0.9, 1]),
    after: PersonEvents(events: [4, 1, 6, 2, 1, 3, 5], time: [1, 1, 1, 1, 0.4, 1, 1]))
  private let method = ArmRateRatio(bootstrap: Bootstrap(draws: 999, seed: 42))

  @Test("is treated over control, and its inverse the other way", .tags(.law))
  func swap() throws {
    let there = try method.compare(treated: treated, control: control)
    let back = try method.compare(treated: control, control: treated)
    #expect(there.ratio < 1)
    expectClose(there.ratio * back.ratio, 1, relative: 1e-14)
    expectClose(back.logStandardError, there.logStandardError, relative: 1e-14)
    expectClose(there.interval.low * back.interval.high, 1, relative: 1e-13)
    let interval = try #require(there.bootstrap.bca)
    #expect(interval.contains(there.ratio) && there.bootstrap.diagnostic == nil)
  }

  @Test("is the difference of two log ratios whose variances add", .tags(.law))
  func sum() throws {
    let single = PersonRateRatio(bootstrap: method.bootstrap)
    let one = try single.compare(before: treated.before, after: treated.after)
    let other = try single.compare(before: control.before, after: control.after)
    let found = try method.compare(treated: treated, control: control)
    #expect(found.treated == one && found.control == other)
    expectClose(log(found.ratio), log(one.ratio) - log(other.ratio), relative: 1e-13)
    expectClose(
      found.logStandardError * found.logStandardError,
      one.logStandardError * one.logStandardError + other.logStandardError * other.logStandardError,
      relative: 1e-13)
  }

  @Test("of arms that are alike it is 1", .tags(.law))
  func alike() throws {
    let same = try method.compare(treated: treated, control: treated)
    expectClose(same.ratio, 1, relative: 1e-15)
    expectClose(
      same.logStandardError, 2.0.squareRoot() * same.treated.logStandardError, relative: 1e-14)
    expectClose(same.interval.low * same.interval.high, 1, relative: 1e-13)
  }

  @Test("does not depend on the order of persons, to the last bit", .tags(.law))
  func permutation() throws {
    func reversed(_ arm: ArmEvents) -> ArmEvents {
      func turned(_ period: PersonEvents) -> PersonEvents {
        PersonEvents(events: period.events.reversed(), time: period.time.reversed())
      }
      return ArmEvents(before: turned(arm.before), after: turned(arm.after))
    }
    let plain = try method.compare(treated: treated, control: control)
    let other = try method.compare(treated: reversed(treated), control: reversed(control))
    #expect(plain == other)
  }

  @Test("what changes in both arms alike cancels", .tags(.law))
  func cancels() throws {
    func halved(_ arm: ArmEvents) -> ArmEvents {
      ArmEvents(
        before: arm.before,
        after: PersonEvents(events: arm.after.events.map { $0 / 2 }, time: arm.after.time))
    }
    let plain = try method.compare(treated: treated, control: control)
    let other = try method.compare(treated: halved(treated), control: halved(control))
    expectClose(other.ratio, plain.ratio, relative: 1e-14)
    expectClose(other.treated.ratio, plain.treated.ratio / 2, relative: 1e-14)
    expectClose(other.logStandardError, plain.logStandardError, relative: 1e-13)
  }

  @Test("says so where one person holds all events of a period", .tags(.edge))
  func oneHolder() throws {
    let alone = ArmEvents(
      before: PersonEvents(events: [0, 6.3, 0, 0], time: [1, 0.7, 1, 1]),
      after: PersonEvents(events: [1, 3, 0, 0], time: [1, 1, 1, 1]))
    let found = try method.compare(treated: alone, control: control)
    #expect(found.bootstrap.bca == nil && found.bootstrap.percentile == nil)
    guard case .undefinedDraws(let count) = found.bootstrap.diagnostic else {
      Issue.record("the diagnostic is \(String(describing: found.bootstrap.diagnostic))")
      return
    }
    // (3/4)⁴ of the draws leave that person out.
    #expect(abs(Double(count) / 999 - 0.316) < 0.05)
  }

  @Test("is an error where an arm has no events in a period, or too few persons", .tags(.edge))
  func errors() {
    let none = ArmEvents(
      before: PersonEvents(events: [0, 0], time: [1, 1]),
      after: PersonEvents(events: [0, 2], time: [1, 1]))
    #expect(throws: StatisticsError.noEvents(in: "before", persons: 2)) {
      try method.compare(treated: none, control: control)
    }
    #expect(throws: StatisticsError.noEvents(in: "before", persons: 2)) {
      try method.compare(treated: treated, control: none)
    }
    let one = ArmEvents(
      before: PersonEvents(events: [3], time: [1]), after: PersonEvents(events: [1], time: [1]))
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try method.compare(treated: treated, control: one)
    }
  }
}
