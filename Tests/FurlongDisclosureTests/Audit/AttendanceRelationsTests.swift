import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("What the audit knows of terms")
struct AttendanceRelationsTests {
  let rule = RoundingRule(.nhsRound5, isForEverybody: false)

  private func day(_ year: Int, _ month: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: 1))
  }

  private let ever = PeopleCount(60, .everAttended)

  private func sum(_ places: Int) -> FoundAnswer {
    var estimate = Estimate(Double(places), used: ever, eligible: ever)
    estimate.contributors = [Estimate.Contributors(people: min(places, 20), of: places, ofTwo: nil)]
    return .estimated(estimate)
  }

  private func period(
    _ places: Int, _ term: String?
  ) -> AttendanceYears<Unreleased>.Period {
    .init(
      attended: sum(places),
      people: PeopleCount(min(places, 20), .attendedDuring(year: 2023, term: term)), isPart: false)
  }

  /// 2023/24 by the usual terms: Good Friday is 29 March 2024, so that spring and summer share March.
  private func attendance(
    months: [(Int, Int, Int)], partial: [CalendarDay] = [], terms: [Int]
  ) throws -> ReachFinding<Unreleased>.Attendance {
    let series = AttendanceSeries<Unreleased>(
      kind: .runChart, rules: "",
      months: try months.map { year, month, places in
        let first = try day(year, month)
        return .init(
          first: first, attended: sum(places),
          people: PeopleCount(min(places, 20), .attendedIn(month: first)))
      }, partial: partial, lines: Answers { _ in sum(40) }, leftOutOfLimits: 0, signals: [])
    return .init(
      answers: Answers { _ in sum(terms.reduce(0, +)) }, attendedAny: PeopleCount(60, .attended),
      years: AttendanceYears(
        calendar: .usual,
        years: [
          .init(
            beginsIn: 2023, name: "2023/24", whole: period(terms.reduce(0, +), nil),
            terms: zip(AcademicTerms.usual.terms, terms).map { term, places in
              .init(id: term.id, label: term.label, period: period(places, term.id))
            })
        ]), series: series)
  }

  private func relations(
    _ attendance: ReachFinding<Unreleased>.Attendance, _ rule: RoundingRule
  ) -> Set<Set<CountKey>> {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(attendance, rule)
    return Set(
      system.relations.filter { $0.range == 0...0 }.map { relation in
        Set(relation.terms.map { system.counts[$0.count].key })
      })
  }

  private func term(_ id: String?) -> CountKey { .placesDuring(year: 2023, term: id) }

  @Test("a year is its terms; terms are their months, or with their neighbours")
  func sums() throws {
    let months = [
      (2023, 9, 20), (2023, 10, 30), (2024, 1, 40), (2024, 3, 50), (2024, 4, 60), (2024, 6, 10),
    ]
    let attendance = try attendance(months: months, terms: [50, 88, 72])
    let known = relations(attendance, rule)
    let month = try months.map { CountKey.placesIn(month: try day($0.0, $0.1)) }
    #expect(known.contains([term(nil), term("autumn"), term("spring"), term("summer")]))
    #expect(known.contains([term("autumn"), month[0], month[1]]))
    #expect(
      known.contains([
        term("spring"), term("summer"), month[2], month[3], month[4], month[5],
      ]))
    #expect(
      known.contains([term("spring"), month[2], .placesBeside(year: 2023, term: "spring")]))
    #expect(known.contains([.places(.attended), term(nil)]), "all whom months count are these")
  }

  @Test("a term's few places in no printed month are hidden, and the audit keeps them so")
  func rest() throws {
    let partial = [try day(2023, 9)]
    let attendance = try attendance(
      months: [(2023, 10, 30), (2024, 1, 40), (2024, 4, 60)], partial: partial,
      terms: [32, 40, 60])
    var system = CountSystem(rounding: rule.rounding)
    system.enter(attendance, rule)
    let rest = try #require(system.place(of: .placesBeside(year: 2023, term: "autumn")))
    #expect(system.counts[rest].truth == 2)
    #expect(system.counts[rest].isHidden)
    var audit = CountAudit(system)
    audit.run()
    #expect(audit.open.isEmpty)
    let values = audit.found[rest] ?? []
    #expect(values.count >= CountAudit.others)
  }

  @Test("where dates are years there are no terms and months to hold them against")
  func yearsOnly() throws {
    let attendance = try attendance(
      months: [(2023, 9, 20), (2024, 1, 40)], terms: [20, 40, 0])
    let strict = RoundingRule(.publicRelease, isForEverybody: true)
    #expect(!relations(attendance, strict).contains { $0.contains(term("autumn")) })
    let released = FindingsRelease(rule: strict).release(
      ReachFinding(
        flows: [], attendance: attendance, casemix: [], population: nil, missing: [],
        unusedForms: []))
    let years = try #require(released.attendance?.years)
    #expect(years.years.map(\.name) == ["2023/24"])
    #expect(years.years.map(\.terms.count) == [0])
    #expect(years.years[0].whole.attended.estimate?.value == 60)
    #expect(released.attendance?.series == nil)
  }
}
