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

  @Test func `flows begin with the primary scale`() throws {
    var draft = StudyDraft(size: 1)
    draft.score("swemwbs", role: .secondary, before: [20], after: [21])
    draft.score("qpr15", role: .primary, before: [20], after: [21])
    #expect(try draft.reach().flows.map(\.scale?.id) == ["qpr15", "swemwbs"])
  }
}
