import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("How far a share moved in the same people, under rounding")
struct ShareChangeTests {
  private func release(
    before: Int, after: Int, lost: Int, of used: Int, heldBack: SoughtPeople? = nil,
    rules: RoundingRules = .nhsRound5
  ) -> ReleasedAnswer {
    func set(_ people: SoughtPeople) -> PeopleSet {
      .sought(people, of: "work", occasion: "later", group: "all")
    }
    func parts(_ people: SoughtPeople, _ count: Int) -> Estimate.Parts {
      .init(count: Double(count), people: set(people), of: used)
    }
    let people = PeopleCount(used, .paired(scale: "work", occasion: "later", group: "all"))
    let change = Double(after - before) / Double(used)
    let answer = FoundAnswer.estimated(
      Estimate(
        change, used: people, eligible: people,
        interval: Interval(low: change - 0.01, high: change + 0.01, level: 0.95),
        parts: parts(.after, after), minus: parts(.before, before),
        exchange: .init(
          gained: parts(.gained, after - before + lost), lost: parts(.lost, lost))))
    let held = heldBack.map { Set([CountKey.people(set($0))]) } ?? []
    return RoundingRule(rules, isForEverybody: false, heldBack: held)
      .answer(answer, of: LifeMeasure.netMovement.declared, key: nil, closed: nil)
  }

  @Test("is the difference of the printed shares")
  func value() throws {
    let released = release(before: 48, after: 63, lost: 6, of: 131)
    #expect(try #require(released.estimate).value == 0.12)  // (65 − 50) / 130
  }

  @Test("tells nothing more than what is printed of the counts", .tags(.law))
  func print() throws {
    let first = release(before: 48, after: 63, lost: 6, of: 131)
    #expect(first.shown == release(before: 52, after: 67, lost: 7, of: 132).shown)
    #expect(first.shown == release(before: 49, after: 64, lost: 3 + 2, of: 128).shown)
    // Of a few who left it is not to be seen how many.
    let few = release(before: 48, after: 63, lost: 0, of: 131)
    for lost in 1...4 {
      #expect(few.shown == release(before: 48, after: 63, lost: lost, of: 131).shown)
    }
  }

  /// Newcombe's interval of the same people for 65 of 130 after 50, 5 of whom left, as
  /// `PairedProportionChange` is tested against R, less and more 4 of 130.
  @Test("has an interval of the printed counts, a step of rounding wider")
  func interval() throws {
    let printed = try #require(
      Interval.newcombePaired(before: 50, after: 65, lost: 5, of: 130, level: 0.95))
    let interval = try #require(release(before: 48, after: 63, lost: 6, of: 131).estimate?.interval)
    #expect(abs(interval.low - (printed.low - 4.0 / 130)) <= 0.005)
    #expect(abs(interval.high - (printed.high + 4.0 / 130)) <= 0.005)
    #expect(interval.high - interval.low > printed.high - printed.low + 0.04)
  }

  @Test("of a count that is held back no reason says of how many people it is", .tags(.edge))
  func reason() {
    for used in [9, 131] {
      for people in [SoughtPeople.before, .after] {
        #expect(
          release(before: 7, after: 8, lost: 0, of: used, heldBack: people).shown
            == .withheld(.wouldTell), "\(people) of \(used)")
      }
      let set = PeopleSet.sought(.unmoved, of: "work", occasion: "later", group: "all")
      let whole = PeopleCount(used, .paired(scale: "work", occasion: "later", group: "all"))
      let share = FoundAnswer.estimated(
        Estimate(
          7 / Double(used), used: whole, eligible: whole, interval: nil,
          parts: .init(count: 7, people: set, of: used)))
      #expect(
        RoundingRule(.nhsRound5, isForEverybody: false, heldBack: [.people(set)])
          .answer(share, of: LifeMeasure.unmoved.declared, key: nil, closed: nil).shown
          == .withheld(.wouldTell), "\(used)")
    }
    #expect(release(before: 7, after: 8, lost: 0, of: 9).shown == .withheld(.fewPeople))
  }

  @Test("is held back where a share or a count beside it is", .tags(.edge))
  func heldBack() {
    #expect(release(before: 3, after: 18, lost: 0, of: 131).estimate == nil)
    #expect(release(before: 128, after: 120, lost: 9, of: 131).estimate == nil)
    #expect(release(before: 5, after: 4, lost: 1, of: 9).estimate == nil)
    for people in [SoughtPeople.before, .after, .gained, .lost] {
      #expect(
        release(before: 48, after: 63, lost: 6, of: 131, heldBack: people).estimate == nil,
        "\(people)")
    }
  }
}
