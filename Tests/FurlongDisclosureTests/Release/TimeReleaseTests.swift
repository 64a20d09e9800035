import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Time to an event, released")
struct TimeReleaseTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  @Test("of a group of fewer than ten no counts by month are shown")
  func smallGroup() {
    var small = 0
    for seed in UInt64(1)...60 {
      let times = InventedCollege(seed: seed).times(seed: seed)
      let shown = FindingsRelease(rule: rule).release(times)
      for (row, printed) in zip(times.outcomes[0].rows, shown.outcomes[0].rows)
      where row.group != .everyone && row.people.count < 10 {
        small += 1
        for count in printed.months.flatMap({ [$0.had, $0.still] }) + [printed.lost] {
          #expect(count.shown == .withheld(.fewPeople))
        }
        #expect(printed.months.allSatisfy { $0[.share].estimate == nil })
      }
    }
    #expect(small > 5)
  }

  @Test("nothing is hidden where the policy hides nothing")
  func open() throws {
    let whole = InventedCollege.row(had: [(20, 2), (100, 1)], still: 1)
    let shown = FindingsRelease(rule: OpenRule()).release(InventedCollege.times(whole))
      .outcomes[0].rows[0]
    #expect(shown.months.map(\.had.number) == [2, 3, 3])
    #expect(shown.months.allSatisfy { $0[.share].estimate != nil })
    #expect(shown[.median].estimate?.value == 20 / 7.0)
  }
}
