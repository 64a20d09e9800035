import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import Testing

@Suite("Who came, in words")
struct ReachWordingTests {
  private func report(
    under policy: DisclosurePolicy = .openData,
    _ change: (inout ReachFinding<Unreleased>) throws -> Void
  ) rethrows -> Document {
    var findings = CollegeExample.findings
    for index in findings.steps.indices {
      guard case .reach(var reach) = findings.steps[index].finding else { continue }
      try change(&reach)
      findings.steps[index].finding = .reach(reach)
    }
    return Reports.compose(findings, ReportPlan(), under: policy)
  }

  private func years(
    _ change: (inout [AttendanceYears<Unreleased>.Year]) -> Void
  ) throws -> String {
    try report { reach in
      var years = try #require(reach.attendance?.years)
      change(&years.years)
      reach.attendance?.years = years
    }.plainText
  }

  private func set(_ places: Double, _ period: inout AttendanceYears<Unreleased>.Period) {
    guard var estimate = period.attended.estimate else { return }
    estimate.value = places
    period.attended = .estimated(estimate)
  }

  @Test("attendance grew, fell, or went up and down, by more than a tenth, from whole years alone")
  func years() throws {
    let same =
      "Attendance stayed much the same: 1,427 places taken up in 2023/24, 1,480 in 2024/25"
    #expect(try years { _ in }.contains(same))
    let grew = try years { set(1_700, &$0[2].whole) }
    #expect(grew.contains("Attendance grew: 1,427 places taken up in 2023/24, 1,700 in 2024/25"))
    let fell = try years { set(900, &$0[2].whole) }
    #expect(fell.contains("Attendance fell: 1,427 places taken up in 2023/24, 900 in 2024/25"))
    let both = try years {
      $0[0].whole.isPart = false
      set(900, &$0[2].whole)
    }
    #expect(both.contains("Attendance went up and down: 1,148 places taken up in 2022/23, 900"))
    let each = try years { $0[0].whole.isPart = false }
    #expect(each.contains("Attendance grew each academic year: 1,148 places"))
    let one = try years { $0.removeLast() }
    #expect(one.contains("1,427 places were taken up in 2023/24"))
    let none = try years { $0 = [$0[0]] }
    #expect(none.contains("No academic year is covered whole: places taken up in each term"))
    #expect(none.contains("2022/23, Autumn (in part)"))
  }

  @Test("terms are said as the plan names them")
  func terms() throws {
    #expect(
      try years { _ in }.contains(
        "Terms: Autumn from 1 September, Spring from 1 January, Summer from Good Friday; each runs to the day before the next."
      ))
  }

  @Test("public: years, and no word of a term")
  func yearsOnly() throws {
    let document = report(under: .publicRelease()) { _ in }
    let text = document.plainText
    #expect(text.contains("about 1,430 places taken up in 2023/24, about 1,480 in 2024/25"))
    #expect(text.contains("An academic year begins on 1 September."))
    for word in ["Autumn", "Spring", "Summer", "Good Friday"] { #expect(!text.contains(word)) }
  }

  @Test("places before day 0 are said with their number; none are not said")
  func before() {
    let text = report { _ in }.plainText
    #expect(
      text.contains(
        "12 places at sessions are not counted here or elsewhere, because they are dated before the student’s first registration. Either people came before they were registered, or one of the two dates is wrong"
      ))
    let none = report { reach in
      reach.attendance?.answers[.beforeDayZero] = .estimated(
        Estimate(
          0, used: PeopleCount(452, .population(group: "all")),
          eligible: PeopleCount(452, .population(group: "all"))))
    }
    #expect(!none.plainText.contains("dated before"))
    #expect(!none.plainText.contains("Sessions before first registration"))
    let few = report(under: .nhsRound5()) { reach in
      reach.attendance?.answers[.beforeDayZero] = .estimated(
        Estimate(
          3, used: PeopleCount(452, .population(group: "all")),
          eligible: PeopleCount(452, .population(group: "all"))))
    }
    #expect(few.plainText.contains("Sessions before first registration are not counted."))
  }

  private func named(_ people: [(String, String?, Int)]) -> (inout ReachFinding<Unreleased>) -> Void
  {
    { reach in
      for flow in reach.flows.indices {
        for stage in reach.flows[flow].stages.indices {
          guard case .meets(let column, _) = reach.flows[flow].stages[stage].kind else { continue }
          reach.flows[flow].stages[stage].others = people.map { value, words, count in
            .init(
              value: value, words: words,
              people: PeopleCount(count, .leftOut(column: column, value: value)))
          }
        }
      }
    }
  }

  @Test("those left out are named as the plan calls them, else by what is kept of them")
  func others() {
    let change = named([("carer", "carers", 37), ("staff", nil, 12)])
    #expect(report(change).plainText.contains("37 carers, 12 “staff”"))
    let few = named([("carer", "carers", 37), ("staff", "staff", 2)])
    #expect(report(under: .nhsRound5(), few).plainText.contains("35 carers, [c] staff"))
  }

  @Test("without a population in the plan, who is not coming was not collected")
  func notCollected() {
    let text = report { _ in }.plainText
    #expect(!Reports.trial.plainText.contains("Who is not coming"), "trials recruit")
    #expect(text.contains("Who is not coming: not collected."))
    #expect(text.contains("under “population” in the plan, would show it."))
  }

  /// Casemix beside a population of so many men and women.
  private func beside(_ men: Int, _ women: Int) -> (inout ReachFinding<Unreleased>) -> Void {
    { reach in
      reach.population = .init(who: "people on the caseload", source: "Trust, 31 March 2025")
      for place in reach.casemix[0].values.indices {
        let value = reach.casemix[0].values[place]
        let theirs = value.value == "man" ? men : women
        guard value.value != "another" else { continue }
        let answers = Self.answers(value.people, theirs, of: men + women)
        reach.casemix[0].values[place].beside = .init(
          count: theirs, of: men + women, answers: answers)
      }
    }
  }

  private static func answers(
    _ people: PeopleCount, _ theirs: Int, of total: Int
  ) -> Answers<CasemixMeasure, Unreleased> {
    let all = PeopleCount(452, .population(group: "all"))
    let parts = Estimate.Parts(count: Double(people.count), people: people.people, of: 452)
    let stated = Estimate.Parts(count: Double(theirs), of: total, isStated: true)
    var share = Estimate(parts.count / 452, used: all, eligible: all, parts: parts)
    share.interval = Interval.wilson(parts.count, of: 452, level: 0.95)
    var difference = share
    let known = Double(theirs) / Double(total)
    difference.value -= known
    difference.interval?.low -= known
    difference.interval?.high -= known
    difference.minus = stated
    return Answers { .estimated($0 == .share ? share : difference) }
  }

  @Test("the value furthest below its share is named, with both shares and no reason")
  func population() {
    let text = report(under: .nhsRound5(), beside(500, 500)).plainText
    #expect(
      text.contains(
        "Furthest below its share is “man” (gender): 40% of the students and 50% of people on the caseload, 10 percentage points less. These numbers do not show why."
      ))
    #expect(text.contains("Those who could have come: Trust, 31 March 2025."))
    #expect(!text.contains("not collected"))
  }

  @Test("nobody is named where every interval reaches the stated share")
  func noneBelow() {
    let text = report(under: .nhsRound5(), beside(395, 605)).plainText
    #expect(
      text.contains(
        "No group that can be shown is clearly rarer among the students than among people on the caseload."
      ))
  }

  @Test("of many shares of those missing none is picked out, and why is said")
  func othersCompared() throws {
    let few = Reports.college.plainText
    #expect(few.contains("Whether they differ in gender is not shown, because it rests on few"))
    let many = try report { reach in
      let first = try #require(reach.missing.first)
      let one = try #require(
        first.variables.first { if case .value = $0.kind { true } else { false } })
      reach.missing[0].variables += ["a", "b", "c"].map {
        var other = one
        other.kind = .value(column: "gender", value: $0)
        return other
      }
    }.plainText
    #expect(
      many.contains(
        "The shares of 4 groups (by gender) were compared as well. Among so many, one or two differ by chance alone, so none is picked out here: all are in the table."
      ))
    #expect(
      report { _ in }.plainText.contains(
        "The share of one group (by gender) was compared as well, and is in the table."))
  }
}
