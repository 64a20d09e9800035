import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The ledger of releases")
struct ReleaseLedgerTests {
  func record(
    _ people: [String], on day: Int = 20_000, key: String = "k",
    policy: DisclosurePolicy = .nhsRound5()
  ) -> ReleaseRecord {
    var record = ReleaseRecord(
      on: CalendarDay(number: day), policy: policy, key: key, replaces: [],
      membership: Membership(groups: []), people: people.map { ["student_id:\($0)"] })
    record.groups = ["paired": Array(people.indices)]
    return record
  }

  func names(_ range: Range<Int>) -> [String] { range.map { "p\($0)" } }

  @Test("takes the same people, whatever their order, and as many others as an estimate needs")
  func passes() throws {
    let ledger = ReleaseLedger([record(names(0..<60))])
    try ledger.check(record(names(0..<60).reversed()))
    try ledger.check(record(names(0..<70)))
    #expect(ledger.repeats(record(names(0..<60).reversed(), on: 20_100)))
    #expect(!ledger.repeats(record(names(0..<70))))
    #expect(!ledger.repeats(record(names(0..<60), policy: .publicRelease())))
  }

  @Test("refuses one who came, one who left, and one for another", arguments: [1, 5, 9])
  func refuses(_ few: Int) {
    let ledger = ReleaseLedger([record(names(0..<60))])
    for people in [names(0..<(60 + few)), names(few..<60)] {
      #expect(
        throws: ReleaseConflict.fewDiffer(earlier: CalendarDay(number: 20_000), number: "paired")
      ) { try ledger.check(record(people, on: 20_100)) }
    }
    #expect(throws: ReleaseConflict.self) {
      try ledger.check(record(names(1..<61), on: 20_100))
    }
  }

  @Test("holds a release against all that stand, and none that were withdrawn")
  func all() throws {
    var withdrawn = record(names(0..<60), on: 19_000)
    withdrawn.withdrawnOn = CalendarDay(number: 19_500)
    let ledger = ReleaseLedger([withdrawn, record(names(0..<80), on: 19_800)])
    try ledger.check(record(names(0..<61), on: 20_100))
    let both = ReleaseLedger([record(names(0..<60), on: 19_000), record(names(0..<80), on: 19_800)])
    #expect(throws: ReleaseConflict.self) { try both.check(record(names(0..<61), on: 20_100)) }
  }

  @Test("knows a person again by any identifier")
  func identifiers() throws {
    var later = record(names(0..<60))
    for place in later.people.indices { later.people[place].append("nhs_number:n\(place)") }
    try ReleaseLedger([record(names(0..<60))]).check(later)
    #expect(ReleaseLedger([record(names(0..<60))]).repeats(later))
  }

  @Test("refuses what was made under another key")
  func keys() {
    #expect(throws: ReleaseConflict.otherKey(earlier: CalendarDay(number: 20_000))) {
      try ReleaseLedger([record(names(0..<60))]).check(record(names(0..<60), key: "other"))
    }
  }

  @Test("refuses what was rounded otherwise: two roundings leave fewer values than each")
  func roundings() throws {
    let earlier = record(names(0..<60))
    for policy in [
      DisclosurePolicy.publicRelease(), .nhsRound5(RoundingRules(base: 7, threshold: 7)),
      .internalUse,
    ] {
      #expect(throws: ReleaseConflict.otherRounding(earlier: CalendarDay(number: 20_000))) {
        try ReleaseLedger([earlier]).check(record(names(0..<60), on: 20_100, policy: policy))
      }
    }
  }
}
