import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("A share beside one that the plan states")
struct PopulationShareTests {
  private let everyone = PeopleCount(103, .population(group: "all"))

  private func released(
    _ count: Int, _ policy: DisclosurePolicy = .nhsRound5()
  ) -> Answers<CasemixMeasure, Released> {
    let set = PeopleSet.population(group: "gender=man")
    let parts = Estimate.Parts(count: Double(count), people: set, of: everyone.count)
    let share = Double(count) / Double(everyone.count)
    let interval = Interval.wilson(Double(count), of: everyone.count, level: 0.95)
    let found = Answers<CasemixMeasure, Unreleased> { measure in
      switch measure {
      case .share:
        .estimated(
          Estimate(share, used: everyone, eligible: everyone, interval: interval, parts: parts))
      case .difference:
        .estimated(
          Estimate(
            share - 1.0 / 3, used: everyone, eligible: everyone, interval: interval, parts: parts,
            minus: .init(count: 2, of: 6, isStated: true)))
      }
    }
    return policy.rounding.map { RoundingRule($0, isForEverybody: false).answers(found) }
      ?? OpenRule().answers(found)
  }

  @Test("is their difference as printed: of the rounded counts, less the stated share")
  func printed() throws {
    // 32 of 103 is printed as 30 of 105, 29%; a third as 33%.
    let answers = released(32)
    #expect(answers[.share].estimate?.value == 0.29)
    #expect(answers[.difference].estimate?.value == -0.04)
    let share = try #require(answers[.share].estimate?.interval)
    let difference = try #require(answers[.difference].estimate?.interval)
    expectClose(share.low - difference.low, 0.33, relative: 1e-12)
    expectClose(share.high - difference.high, 0.33, relative: 1e-12)
  }

  @Test("tells no more than the share: every count that rounds alike gives the same", .tags(.law))
  func alike() {
    for count in 28...32 { #expect(released(count) == released(30)) }
  }

  @Test("goes with the share where few have it, or few have not")
  func few() {
    for count in [0, 3, 100] {
      #expect(released(count)[.share].estimate == nil)
      #expect(released(count)[.difference].estimate == nil)
    }
  }

  @Test("is as found where nothing is hidden")
  func open() {
    #expect(released(3, .openData)[.difference].estimate?.value == 3.0 / 103 - 1.0 / 3)
  }
}
