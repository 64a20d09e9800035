import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct ReachTests {
  private func draft() -> StudyDraft {
    var draft = StudyDraft(size: 6)
    draft.scored.cohort.steps = [
      Cohort.Step(condition: .registered, people: 10),
      Cohort.Step(condition: .registeredInPeriod, people: 8),
      Cohort.Step(
        condition: .criterion(.init(column: "type", values: ["service user"])), people: 6),
    ]
    draft.cohortPlan.criteria = [.init(column: "type", values: ["service user"])]
    draft.score(
      "qpr15", before: [20, 30, nil, 25, 40, 28], after: [22, nil, 31, 29, 41, nil],
      due: [true, true, true, true, false, true])
    draft.scored.cohort.attendance = AttendanceColumns(
      attended: [4, 1, 2, 6, 0, 3], missed: [1, 0, 0, 0, 2, 0],
      cancelledByStudent: [0, 1, 0, 0, 0, 0], cancelledByCollege: [2, 0, 0, 0, 0, 1])
    draft.scored.cohort.about = [
      "type": Array(repeating: "service user", count: 6),
      "gender": ["woman", "man", "woman", nil, "man", "man"],
    ]
    return draft
  }

  @Test func `both forms before the follow-up is due are counted as left out`() throws {
    let unused = try draft().reach().unusedForms
    // The fifth has 40 and 41, and is not due.
    #expect(unused.first { $0.occasion.id == "after" }?.notDue.count == 1)
    #expect(unused.first { $0.occasion.id == "before" }?.notDue.count == 0)
  }

  @Test func `the flow counts each stage by its own words`() throws {
    let flow = try #require(draft().reach().flows.first)
    #expect(
      flow.stages.map(\.kind) == [
        .registered, .registeredInPeriod, .meets(column: "type", values: ["service user"]),
        .attendedAny, .withBaseline, .dueFollowUp(occasion: "after"),
        .withFollowUp(occasion: "after"), .analysed(occasion: "after"),
      ])
    #expect(flow.stages.map(\.people.count) == [10, 8, 6, 5, 5, 5, 3, 2])
  }

  @Test func `what was lost is given only within the stage before`() throws {
    let lost = try #require(draft().reach().flows.first).stages.map(\.lost?.count)
    // A person with a first form never came; one who is due has no first form.
    #expect(
      lost == [nil, 2, 2, 1, nil, nil, 2, 1])
  }

  @Test func `due is the number eligible, analysed the number used`() throws {
    let draft = draft()
    let stages = try #require(draft.reach().flows.first).stages
    let row = try #require(draft.change().first)
    #expect(stages[5].people == row.eligible)
    #expect(stages[7].people == row.used)
  }

  @Test func `offered is attended, missed and cancelled by the student`() throws {
    let attendance = try #require(draft().reach().attendance)
    #expect(attendance[.attended].estimate?.value == 16)
    #expect(attendance[.offered].estimate?.value == 20)
    #expect(attendance[.cancelledByCollege].estimate?.value == 3)
    #expect(attendance.attendedAny.count == 5)
    #expect(attendance[.medianAttended].estimate?.value == 3)
  }

  @Test func `hours are of those for whom each session that they came to has a length`() throws {
    var draft = draft()
    #expect(try draft.reach().attendance?.hours == nil)
    draft.scored.cohort.attendance?.hours = HoursAttended(
      minutes: [480, 90, nil, 600, nil, 270], longest: 120)
    let hours = try #require(draft.reach().attendance?.hours)
    #expect(hours.people == PeopleCount(4, .withHours))
    #expect(hours[.total].estimate?.value == 24)
    #expect(hours[.total].estimate?.longest == 2)
    #expect(hours[.total].estimate?.contributors == [.init(to: [90, 270, 480, 600])])
    // By numpy 2.4.6: quantile([1.5, 4.5, 8, 10], [0.25, 0.5, 0.75]).
    #expect(hours[.lowerQuarter].estimate?.value == 3.75)
    #expect(hours[.median].estimate?.value == 6.25)
    #expect(hours[.upperQuarter].estimate?.value == 8.5)
  }

  @Test func `completers by hours need hours`() throws {
    var draft = draft()
    draft.count(before: [1, 1, 1, 1, 1, 1], after: [1, 1, 1, 1, 1, 1])
    draft.cohortPlan.landmark = Landmark(day: TimeLength(90, .days), completing: .hours(12))
    draft.plan.steps = [
      StudyDraft.step("use", .serviceUse(events: []), groups: [Landmark.column])
    ]
    #expect(throws: EvaluationError.hoursNotKept) { try draft.findings() }
  }

  @Test func `those missing are compared with those present, missing minus present`() throws {
    let comparison = try #require(draft().reach().missing.first)
    #expect(comparison.present.count == 3)
    #expect(comparison.missing.count == 2)
    let first = try #require(comparison.variables.first)
    #expect(first.kind == .firstScore)
    #expect(first[.present].estimate?.value == 22.5)
    #expect(first[.missing].estimate?.value == 29)
    // Pooled variance (12.5 + 2) / 2.
    expectClose(
      try #require(first[.difference].estimate?.value), 6.5 / 7.25.squareRoot(),
      relative: 1e-14)
    let sessions = comparison.variables[1]
    #expect(sessions.kind == .sessionsAttended)
    #expect(sessions[.missing].estimate?.value == 2)
    let men = try #require(
      comparison.variables.first { $0.kind == .value(column: "gender", value: "man") })
    #expect(men[.missing].estimate?.value == 1)
    #expect(men[.present].estimate?.value == 0)
    // Each group is all yes or all no: nothing to divide by.
    #expect(men[.difference].none == NoNumber(.noVariation, used: 5, eligible: 5))
  }

  @Test func `a criterion's column with one value is no casemix; blanks are counted`() throws {
    let casemix = try draft().reach().casemix
    #expect(casemix.map(\.column) == ["gender"])
    #expect(casemix[0].values.map(\.value) == ["man", "woman", "not recorded"])
    #expect(casemix[0].values.map(\.people.count) == [3, 2, 1])
  }

  @Test func `a column of more than twelve values is no casemix`() throws {
    var draft = StudyDraft(size: 13)
    draft.scored.cohort.about = ["age": (0..<13).map { "\($0 + 20)" }]
    #expect(try draft.reach().casemix.isEmpty)
  }

  @Test(.tags(.edge)) func `without attendance and scales there is one short flow`() throws {
    let reach = try StudyDraft(size: 3).reach()
    #expect(reach.flows.count == 1)
    #expect(reach.flows[0].stages.map(\.kind) == [.registered])
    #expect(reach.attendance == nil)
    #expect(reach.missing.isEmpty)
  }

  @Test func `those left out at a line of who have what they are, and the plan's word for it`()
    throws
  {
    var draft = draft()
    draft.cohortPlan.criteria[0].others = ["carer": "carers"]
    draft.scored.cohort.steps[2] = Cohort.Step(
      condition: .criterion(draft.cohortPlan.criteria[0]), people: 6,
      others: ["not recorded": 1, "carer": 1])
    let stage = try #require(draft.reach().flows.first).stages[2]
    #expect(stage.others.map(\.value) == ["carer", "not recorded"])
    #expect(stage.others.map(\.words) == ["carers", nil])
    #expect(stage.others.map(\.people.count) == [1, 1])
    #expect(stage.others.reduce(0) { $0 + $1.people.count } == stage.lost?.count)
  }

  @Test(.tags(.edge)) func `too many kinds of those left out are not named`() throws {
    var draft = draft()
    draft.scored.cohort.steps[2].others = Dictionary(
      uniqueKeysWithValues: (0..<13).map { ("kind \($0)", 1) })
    #expect(try #require(draft.reach().flows.first).stages[2].others.isEmpty)
  }

  private func beside(_ columns: [PopulationPlan.Column]) -> StudyDraft {
    var draft = draft()
    draft.plan.population = PopulationPlan(
      source: .init(who: "a caseload", source: "a count"), columns: columns)
    return draft
  }

  @Test func `the casemix stands beside the plan's population, with values that only it has`()
    throws
  {
    let draft = beside([
      .init(
        column: "gender",
        values: [
          .init(value: "woman", count: 60), .init(value: "man", count: 30),
          .init(value: "non-binary", count: 10),
        ])
    ])
    let values = try #require(draft.reach().casemix.first).values
    #expect(values.map(\.value) == ["man", "woman", "not recorded", "non-binary"])
    #expect(values[2].beside == nil, "the population says nothing of those not recorded")
    #expect(values[3].people.count == 0)
    let man = try #require(values[0].beside)
    #expect(man[.share].estimate?.value == 0.5)
    expectClose(try #require(man[.difference].estimate?.value), 0.2, relative: 1e-14)
    let share = try #require(man[.share].estimate?.interval)
    let difference = try #require(man[.difference].estimate?.interval)
    expectClose(share.low - difference.low, 0.3, relative: 1e-14)
    expectClose(share.high - difference.high, 0.3, relative: 1e-14)
  }

  @Test func `a population by a column that is not counted is refused`() throws {
    let draft = beside([.init(column: "ethnicity", values: [.init(value: "a", count: 1)])])
    #expect(throws: EvaluationError.populationNotKept("ethnicity", kept: ["gender"])) {
      try draft.reach()
    }
  }

  @Test func `terms stand in the plan's order, under their years`() throws {
    var draft = draft()
    let term = YearAttendance.Period(attended: 6, people: 3, isPart: false)
    draft.scored.cohort.attendance?.monthly = MonthlyAttendance(
      people: 5, firstDay: CalendarDay(number: 19_600), lastDay: CalendarDay(number: 19_900),
      months: [])
    draft.scored.cohort.attendance?.years = [
      YearAttendance(
        beginsIn: 2023, whole: .init(attended: 12, people: 4, isPart: true),
        terms: ["spring": term, "autumn": term])
    ]
    let years = try #require(draft.reach().attendance?.years)
    #expect(years.years.map(\.name) == ["2023/24"])
    #expect(years.years[0].terms.map(\.id) == ["autumn", "spring"])
    #expect(years.years[0].whole.isPart)
    #expect(years.years[0].whole.attended.estimate?.value == 12)
    #expect(
      years.years[0].terms[1].period.people.people == .attendedDuring(year: 2023, term: "spring"))
  }

  @Test func `flows begin with the primary scale`() throws {
    var draft = StudyDraft(size: 1)
    draft.score("swemwbs", role: .secondary, before: [20], after: [21])
    draft.score("qpr15", role: .primary, before: [20], after: [21])
    #expect(try draft.reach().flows.map(\.scale?.id) == ["qpr15", "swemwbs"])
  }
}
