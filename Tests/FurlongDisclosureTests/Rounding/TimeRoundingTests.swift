import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Shares by a time, and the time by which half had something")
struct TimeRoundingTests {
  private typealias Row = TimeToEventFinding<Unreleased>.Row
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  private func row(
    had: [(day: Int, people: Int)], lost: [(after: Int, people: Int)] = [], still: Int
  ) -> Row {
    InventedCollege.row(had: had, lost: lost, still: still)
  }

  private func release(
    _ row: Row, _ rule: RoundingRule? = nil
  ) -> TimeToEventFinding<Released>.Row {
    FindingsRelease(rule: rule ?? self.rule).release(InventedCollege.times(row)).outcomes[0].rows[0]
  }

  private func shares(_ row: TimeToEventFinding<Released>.Row) -> [Double?] {
    row.months.map { $0[.share].estimate?.value }
  }

  @Test("shares are a life table of the printed counts")
  func byHand() throws {
    // 58 people: 60. By 3 months 12 had it: 10; 44 still: 45. By 6 months 19: 20; 31 still: 30.
    // By a year 28: 30; 17 still: 15. Lost: 2, then 6, then 5.
    let found = release(
      row(
        had: [(20, 12), (100, 7), (200, 9)], lost: [(50, 2), (120, 6), (210, 5)], still: 17))
    #expect(found.people.number == 60)
    #expect(found.months.map(\.had.number) == [10, 20, 30])
    #expect(found.months.map(\.still.number) == [45, 30, 15])
    #expect(found.lost.number == 15)
    // 60 less half of 5 lost; 45 less half of 5; 30 less half of 5.
    let first = 1 - 10 / 57.5
    let second = first * (1 - 10 / 42.5)
    let third = second * (1 - 10 / 27.5)
    let expected = [first, second, third].map { ((1 - $0) * 100).rounded() / 100 }
    for (share, expected) in zip(shares(found), expected) {
      expectClose(try #require(share), expected)
    }
    for month in found.months {
      let estimate = try #require(month[.share].estimate)
      #expect(estimate.method == .lifeTable && estimate.decimals == 2)
      #expect(estimate.interval != nil && estimate.standardError == nil)
    }
  }

  @Test("shares tell no more than the printed counts: whoever has these can make them", .tags(.law))
  func ofPrint() {
    var seen = 0
    for seed in UInt64(1)...200 {
      let college = InventedCollege(seed: seed)
      let rows = college.times(seed: seed).outcomes[0].rows
      for row in rows {
        // Other truths behind the same print: other shares of the same counts, and other counts that round alike.
        var other = row
        for place in other.months.indices {
          let share = other.months[place].answers[.share]
          guard case .estimated(var estimate) = share else { continue }
          estimate.value = 0.123456
          estimate.interval = Interval(low: 0.1, high: 0.9, level: 0.95)
          for month in estimate.timed?.months.indices ?? 0..<0 {
            for path in [
              \Estimate.Timed.Month.had.count, \Estimate.Timed.Month.still.count,
            ] {
              let count = estimate.timed?.months[month][keyPath: path] ?? 0
              let range =
                rule.rounding.isFew(count)
                ? 0...4 : rule.rounding.range(of: rule.rounding.count(count))
              estimate.timed?.months[month][keyPath: path] = range.upperBound
            }
          }
          other.months[place].answers[.share] = .estimated(estimate)
        }
        let (one, same) = (release(row), release(other))
        #expect(shares(one) == shares(same))
        #expect(
          one.months.map { $0[.share].estimate?.interval }
            == same.months.map { $0[.share].estimate?.interval })
        seen += shares(one).compactMap { $0 }.count
      }
    }
    #expect(seen > 50)
  }

  @Test("a share needs five who had it, and about ten still watched who had not")
  func fewest() {
    func isShown(had: Int, still: Int) -> Bool {
      shares(release(row(had: [(20, had)], still: still)))[0] != nil
    }
    #expect(isShown(had: 5, still: 40) && !isShown(had: 4, still: 40))
    #expect(isShown(had: 40, still: 8) && !isShown(had: 40, still: 7))
  }

  @Test("a month whose counts are held back or few is not in the shares of later months")
  func heldBack() throws {
    let whole = row(had: [(20, 12), (100, 8), (200, 10)], still: 30)
    let key = CountKey.people(.byMonth(.had, event: "admission", month: 6, group: "all"))
    let held = release(
      whole, RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [key]))
    #expect(held.months[1].had.shown == .withheld(.wouldTell))
    #expect(held.months[1][.share].shown == .withheld(.wouldTell))
    // 60: 10 by 3 months and 50 still; then 30 by a year and 30 still.
    let without = (1 - 10 / 60.0) * (1 - 20 / 50.0)
    expectClose(try #require(shares(held)[2]), ((1 - without) * 100).rounded() / 100)
    let nobody = release(
      whole,
      RoundingRule(
        .nhsRound5, isForEverybody: false,
        heldBack: [.people(.watched(event: "admission", group: "all"))]))
    #expect(shares(nobody) == [nil, nil, nil] && nobody[.median].estimate == nil)
  }

  @Test("half had it by a whole week, where ten had it before and ten after")
  func median() throws {
    func found(_ before: Int, _ after: Int) -> ReleasedAnswer {
      // The one on day 100 is the median.
      release(
        row(had: [(20, before - 1), (100, 1), (200, after)], still: max(0, before - after)))[
          .median]
    }
    let shown = try #require(found(12, 10).estimate)
    #expect(shown.value == 14 && shown.decimals == 0)
    #expect(found(12, 9).estimate == nil && found(9, 9).estimate == nil)
    let reason = release(row(had: [(20, 12)], still: 40))[.median]
    #expect(reason.notEstimable == .halfNotReached)
    #expect(release(row(had: [(20, 3)], still: 5))[.median].shown == .withheld(.fewPeople))
  }

  @Test("limits outside of which few had it are not shown")
  func limits() throws {
    let whole = row(had: [(20, 11), (100, 1), (200, 12)], still: 0)
    guard case .estimated(var estimate) = whole[.median] else { throw NoMedian() }
    for (outside, isShown) in [(5, true), (4, false)] {
      estimate.timed?.outside = outside
      var other = whole
      other.answers[.median] = .estimated(estimate)
      let released = try #require(release(other)[.median].estimate)
      #expect((released.interval != nil) == isShown)
      #expect(released.caveats == (isShown ? [] : [.limitsOfFew]))
    }
  }

  private struct NoMedian: Error {}
}
