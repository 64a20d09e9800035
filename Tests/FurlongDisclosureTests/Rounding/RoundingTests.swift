import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Rounding")
struct RoundingTests {
  @Test("takes counts to the nearest multiple, halves up")
  func counts() {
    let five = Rounding(rules: .nhsRound5)
    #expect([5, 7, 8, 12, 13, 97, 98].map { five.count($0) } == [5, 5, 10, 10, 15, 95, 100])
    let ten = Rounding(rules: .publicRelease)
    #expect([10, 14, 15, 24, 25].map { ten.count($0) } == [10, 10, 20, 20, 30])
    #expect(five.count(92.5) == 95)
  }

  @Test("leaves each printed count exactly the counts that are printed so", .tags(.law))
  func ranges() {
    for rules in [
      RoundingRules.nhsRound5, .publicRelease, RoundingRules(base: 7, threshold: 9),
    ] {
      let rounding = Rounding(rules: rules)
      for number in rules.threshold...200 {
        let printed = rounding.count(number)
        #expect(rounding.range(of: printed).contains(number))
        let alike = (rules.threshold...400).filter { rounding.count($0) == printed }
        #expect(alike == Array(rounding.range(of: printed)))
      }
    }
  }

  @Test("leaves the shortest text no more decimals than are printed", .tags(.law))
  func decimals() {
    for (number, decimals, text) in [
      (2.113478260869565, 1, "2.1"), (-0.04, 1, "0.0"), (0.6792984137123365, 2, "0.68"),
      (1_234.5, -2, "1200.0"), (0.0, 2, "0.0"), (204.0, -1, "200.0"),
    ] {
      #expect(Rounding.decimals(number, decimals).description == text)
    }
    #expect(
      [204.0, 20.4, 2.04, 0.204, 0.0204, 0].map { Rounding.decimalsForTwoFigures(of: $0) }
        == [-1, 0, 1, 2, 3, 1])
  }
}

@Suite("The rule of each kind of number")
struct RoundingRuleTests {
  let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  func people(_ count: Int) -> PeopleCount {
    PeopleCount(count, .paired(scale: "s", occasion: "o", group: "all"))
  }

  func release(_ estimate: Estimate, _ measure: Measure) -> ReleasedAnswer {
    rule.answer(.estimated(estimate), of: measure)
  }

  func withheld(_ answer: ReleasedAnswer) -> Withheld? {
    if case .withheld(let reason) = answer.shown { reason } else { nil }
  }

  @Test("counts of people: 0 to 4 fewer than 5, a given 0 as it is, from 5 on rounded")
  func counts() {
    #expect([0, 1, 4].allSatisfy { rule.count(people($0)).shown == .fewerThan(5) })
    #expect(rule.count(people(5)).shown == .about(5))
    #expect(rule.count(people(53)).shown == .about(55))
    #expect(rule.count(PeopleCount(0, .registered, isGiven: true)).shown == .exactly(0))
  }

  @Test("means to 0.1 on at least 10 people, and nothing behind them")
  func means() throws {
    func mean(_ people: PeopleCount) -> Estimate {
      Estimate(
        2.113478, used: people, eligible: people, standardError: 0.2, degreesOfFreedom: 9,
        interval: Interval(low: 1.6465, high: 2.5804, level: 0.95), pValue: 0.01)
    }
    let measure = ChangeMeasure.meanChange.declared
    #expect(withheld(release(mean(people(9)), measure)) == .fewPeople)
    let shown = try #require(release(mean(people(10)), measure).estimate)
    #expect(shown.value == 2.1)
    #expect(shown.interval == Interval(low: 1.6, high: 2.6, level: 0.95))
    #expect(shown.standardError == nil && shown.degreesOfFreedom == nil && shown.pValue == nil)
  }

  @Test("medians on at least 20 people; the level that an interval attains to two decimals")
  func medians() throws {
    func median(_ people: PeopleCount) -> Estimate {
      Estimate(
        2, used: people, eligible: people, interval: Interval(low: 1, high: 3, level: 0.9577))
    }
    let measure = ChangeMeasure.medianChange.declared
    #expect(withheld(release(median(people(19)), measure)) == .fewPeople)
    #expect(release(median(people(20)), measure).estimate?.interval?.level == 0.96)
  }

  @Test("shares of the rounded counts, where count and rest are at least 5 and all at least 10")
  func shares() throws {
    func share(_ count: Int, of all: Int) -> ReleasedAnswer {
      release(
        Estimate(
          Double(count) / Double(all), used: people(all), eligible: people(all),
          interval: Interval(low: 0, high: 1, level: 0.95),
          parts: .init(
            count: Double(count),
            people: .judged(.improved, scale: "s", occasion: "o", group: "all"), of: all)),
        MeaningMeasure.improved.declared)
    }
    #expect(withheld(share(4, of: 60)) == .fewPeople)
    #expect(withheld(share(56, of: 60)) == .fewPeople)
    #expect(withheld(share(5, of: 9)) == .fewPeople)
    let shown = share(23, of: 66)
    #expect(shown.estimate?.value == 0.38)  // 25 of 65
    #expect(shown.parts?.count?.shown == .about(25))
    #expect(shown.parts?.of.shown == .about(65))
    let wilson = try #require(Interval.wilson(25, of: 65, level: 0.95))
    #expect(
      shown.estimate?.interval
        == Interval(
          low: Rounding.decimals(wilson.low, 2), high: Rounding.decimals(wilson.high, 2),
          level: 0.95))
    // Two colleges that are printed the same have the same share.
    #expect(share(24, of: 67).estimate == shown.estimate)
  }

  @Test("sums, rates and ratios of at least 5 people with any on each side, no two with 90 %")
  func sums() {
    func sum(_ values: [Int]...) -> Estimate {
      var estimate = Estimate(
        Double(values[0].reduce(0, +)), used: people(40), eligible: people(40))
      estimate.contributors = values.map { .init(to: $0) }
      return estimate
    }
    let events = ServiceUseMeasure.eventsBefore.declared
    #expect(release(sum([3, 3, 3, 3, 3, 3]), events).estimate?.value == 20)
    #expect(withheld(release(sum([3, 3, 3, 3]), events)) == .fewPeople)
    #expect(release(sum([1, 1, 1, 1]), events).shown == .fewerThan(5))
    #expect(withheld(release(sum([60, 40, 1, 1, 1]), events)) == .twoPeople)
    let ratio = ServiceUseMeasure.ratio.declared
    #expect(withheld(release(sum([3, 3, 3, 3, 3], [1, 1, 1, 1]), ratio)) == .fewPeople)
    #expect(release(sum([3, 3, 3, 3, 3], [1, 1, 1, 1, 1]), ratio).estimate != nil)
    // Where nobody said whose events they are, nothing is shown.
    let unsaid = Estimate(20, used: people(40), eligible: people(40))
    #expect(withheld(release(unsaid, events)) == .fewPeople)
  }

  @Test("money by the rule of sums, to two figures")
  func money() {
    let measure = Measure("saved", .money, .points)
    var saved = Estimate(123_456, used: people(40), eligible: people(40))
    #expect(withheld(release(saved, measure)) == .fewPeople)
    saved.contributors = [.init(to: Array(repeating: 3_000, count: 40))]
    #expect(release(saved, measure).estimate?.value == 120_000)
    saved.contributors = [.init(to: [60_000, 60_000] + Array(repeating: 1, count: 20))]
    #expect(withheld(release(saved, measure)) == .twoPeople)
  }

  @Test("statistics never: they tell how many there are", arguments: Measure.all)
  func statistics(_ measure: Measure) {
    let estimate = Estimate(
      3.21, used: people(60), eligible: people(60),
      parts: .init(count: 30, of: 60), contributors: [.init(to: Array(repeating: 2, count: 60))])
    let answer = release(estimate, measure)
    #expect((withheld(answer) == .tellsNumbers) == (measure.kind == .statistic))
  }

  @Test("reasons that tell of people are held back with them; others may always be said")
  func reasons() {
    func released(_ reason: NotEstimable, _ count: Int) -> ReleasedAnswer {
      rule.answer(
        .notEstimable(reason, used: people(count), eligible: people(count)),
        of: ChangeMeasure.meanChange.declared)
    }
    #expect(withheld(released(.tooFew(needed: 2, found: 1), 1)) == .fewPeople)
    #expect(withheld(released(.noVariation, 9)) == .fewPeople)
    #expect(released(.noVariation, 10).notEstimable == .noVariation)
    #expect(released(.noCutOffPublished, 1).notEstimable == .noCutOffPublished)
  }

  @Test("caveats tell no count of draws and follow the rounded number of people")
  func caveats() throws {
    func ratio(_ count: Int, _ caveats: [Caveat]) throws -> [Caveat] {
      let some = Array(repeating: 2, count: 9)
      let estimate = Estimate(
        0.5, used: people(count), eligible: people(count), caveats: caveats,
        contributors: [.init(to: some), .init(to: some)])
      return try #require(release(estimate, ServiceUseMeasure.ratio.declared).estimate).caveats
    }
    #expect(
      try ratio(60, [.percentilesOnly(.undefined(67, of: 9_999))])
        == [.percentilesOnly(.undefined(nil, of: 9_999))])
    #expect(try ratio(49, [.tooSure]) == [])
    #expect(try ratio(47, [.tooSure]) == [.tooSure])
  }

  @Test("estimates of groups go where everyone's and the others' would give a small group's away")
  func complements() {
    func rows(_ counts: [(String, Int)]) -> [(group: GroupName, people: PeopleCount)] {
      counts.map {
        ($0.0 == "all" ? .everyone : GroupName(id: $0.0, label: ""), people($0.1))
      }
    }
    #expect(rule.closedRows(rows([("all", 60), ("g=a", 40), ("g=b", 20)])) == [])
    #expect(rule.closedRows(rows([("all", 60), ("g=a", 40), ("g=b", 14), ("g=c", 6)])) == [2, 3])
    // Three people are in no group at all.
    #expect(rule.closedRows(rows([("all", 60), ("g=a", 40), ("g=b", 17)])) == [2])
  }
}
