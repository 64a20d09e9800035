import FurlongEvaluation
import FurlongStudy
import Testing

@testable import FurlongDisclosure

@Suite("What a reader knows where exports count by period")
struct PeriodRelationsTests {
  private let rule = RoundingRule(.nhsRound5, isForEverybody: false)
  /// A year before day 0 and two halves of one after it: of 67 who are counted four are not known of in either half.
  private let known: [Int: (days: Int, people: Int)] = [
    -364: (364, 67), 0: (182, 63), 182: (182, 63),
  ]

  /// Two events of the same people, of whose two periods after day 0 only some are known.
  private func use() throws -> ServiceUseFinding<Unreleased> {
    var college = InventedCollege(seed: 1, size: 67)
    for place in college.people.indices {
      college.people[place].isLinked = true
      college.people[place].isKnown = true
    }
    var use = college.serviceUse()
    var outcome = use.outcomes[0]
    outcome.rows = [try #require(outcome.rows.first { $0.group == .everyone })]
    let people = outcome.rows[0].people
    try #require(people.count == 67)
    func years(_ isAfter: Bool) -> FoundAnswer {
      let periods = known.filter { ($0.key >= 0) == isAfter }.values
      let days = periods.map { $0.days * $0.people }.reduce(0, +)
      return .estimated(Estimate(Double(days) / 365.25, used: people, eligible: people))
    }
    let row = outcome.rows[0]
    outcome.rows[0].answers = Answers { measure in
      switch measure {
      case .timeBefore: years(false)
      case .timeAfter: years(true)
      default: row[measure]
      }
    }
    outcome.timelineUnit = .periods
    func periods(_ event: String) -> [ServiceUseFinding<Unreleased>.Bin] {
      known.keys.sorted().map { from in
        let (days, count) = known[from] ?? (0, 0)
        let used = PeopleCount(
          count, .atRisk(event: event, window: outcome.window.id, from: from))
        let answer = FoundAnswer.estimated(Estimate(30, used: used, eligible: people))
        return .init(
          from: from, to: from + days,
          withAny: PeopleCount(
            20, .withAnyIn(event: event, window: outcome.window.id, from: from)),
          answers: Answers { _ in answer })
      }
    }
    outcome.timeline = periods("admission")
    var other = outcome
    other.event = EventKind(id: "contact", one: "contact", many: "contacts", role: .secondary)
    other.timeline = periods("contact")
    use.outcomes = [outcome, other]
    return use
  }

  private func system() throws -> CountSystem {
    let use = try use()
    var system = CountSystem(rounding: rule.rounding)
    system.measureWindows(use)
    system.enter(use, rule)
    return system
  }

  private func atRisk(_ event: String, _ from: Int) -> CountKey {
    .people(.atRisk(event: event, window: InventedCollege.year.id, from: from))
  }

  private func relation(_ system: CountSystem, of keys: Set<CountKey>) -> CountSystem.Relation? {
    system.relations.first { Set($0.terms.map { system.counts[$0.count].key }) == keys }
  }

  @Test("the periods of a side are its time: who is known of in one is watched for all of it")
  func days() throws {
    let system = try system()
    let days = try #require(
      relation(system, of: [atRisk("admission", 0), atRisk("admission", 182)]))
    #expect(days.terms.allSatisfy { abs($0.factor - 182 / 365.25) < 1e-12 })
    #expect(days.range.lowerBound == days.range.upperBound && days.needs.isEmpty)
  }

  @Test("who is counted and not known of in a period is not to be worked out")
  func rest() throws {
    let system = try system()
    let row = try use().outcomes[0].rows[0]
    let rest = CountKey.difference(.people(row.people.people), atRisk("admission", 0))
    let place = try #require(system.place(of: rest))
    #expect(system.counts[place].truth == 4 && system.counts[place].isHidden)
  }

  @Test("who is known of in a period is so for every event")
  func alike() throws {
    let system = try system()
    for from in known.keys {
      let same = try #require(
        relation(system, of: [atRisk("admission", from), atRisk("contact", from)]))
      #expect(same.range == 0...0)
    }
  }

  @Test("so that the four who are missing are not told by 63 of 67")
  func closed() throws {
    var audit = CountAudit(try system())
    audit.run()
    #expect(audit.open.isEmpty)
    let row = try use().outcomes[0].rows[0]
    for from in [0, 182] {
      let rest = CountKey.difference(.people(row.people.people), atRisk("admission", from))
      let place = try #require(audit.system.place(of: rest))
      #expect(audit.found[place, default: []].count >= CountAudit.others)
    }
  }
}
