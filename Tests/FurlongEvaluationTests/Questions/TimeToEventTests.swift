import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Time to an event")
struct TimeToEventTests {
  /// Twelve people who all began on 1 January 2024, so that 3, 6 and 12 months are over on days 91, 182 and 366.
  private static let twelve: [FirstEvents.End?] = [
    .had(day: 10), .had(day: 30), .lost(after: 40), .had(day: 90), .had(day: 91),
    .lost(after: 100), .had(day: 150), .had(day: 200), .lost(after: 250), .had(day: 300),
    .lost(after: 400), .lost(after: 365),
  ]

  private func draft(_ ends: [FirstEvents.End?] = twelve, from: String = "2024-01-01") -> StudyDraft
  {
    var draft = StudyDraft(size: ends.count)
    draft.cohortPlan.events = [StudyDraft.admission]
    draft.cohortPlan.timedEvents = ["admission"]
    draft.scored.cohort.dayZero = ends.map { _ in CalendarDay(iso: from) }
    draft.scored.cohort.firstEvents = [
      FirstEvents(
        event: "admission", ends: ends, notLinkable: 0, notKnown: 0, notWatched: 0,
        running: ends.count { $0 == nil })
    ]
    return draft
  }

  private func outcome(
    _ draft: StudyDraft, months: [Int] = [3, 6, 12], groups: [String] = []
  ) throws -> TimeToEventFinding<Unreleased>.Outcome {
    guard
      case .timeToEvent(let found)? = try draft.finding(
        .timeToEvent(events: ["admission"], months: months), groups: groups)
    else { throw StudyDraft.WrongFinding() }
    return try #require(found.outcomes.first)
  }

  @Test("of twelve people, worked out by hand")
  func byHand() throws {
    let row = try #require(try outcome(draft()).rows.first)
    #expect(row.people.count == 12 && row.eligible.count == 12 && row.lost.count == 3)
    #expect(row.months.map(\.month) == [3, 6, 12])
    #expect(row.months.map(\.had.count) == [3, 5, 7])
    #expect(row.months.map(\.still.count) == [8, 5, 2])
    // 11/12 · 10/11 · 8/9; then · 7/8 · 5/6; then · 4/5 · 2/3.
    let without = [20 / 27.0, 20 / 27.0 * 35 / 48, 20 / 27.0 * 35 / 48 * 8 / 15]
    for (month, without) in zip(row.months, without) {
      let share = try #require(month[.share].estimate)
      expectClose(share.value, 1 - without)
      #expect(share.interval != nil && share.standardError != nil)
      #expect(share.timed?.months.count == row.months.firstIndex(of: month).map { $0 + 1 })
    }
    let median = try #require(row[.median].estimate)
    expectClose(median.value, 200 / 7.0)
    #expect(median.timed?.before == 6 && median.timed?.after == 1)
    #expect(median.interval == nil && median.caveats == [.noUpperLimit])
  }

  @Test("takes months as the calendar has them, each from its own day 0", .tags(.law))
  func months() throws {
    // A month from 31 January is over on 28 or 29 February, one from 1 July on 1 August.
    for (from, days) in [("2023-01-31", 28), ("2024-01-31", 29), ("2024-07-01", 31)] {
      for (end, had, still) in [
        (FirstEvents.End.had(day: days - 1), 1, 0), (.had(day: days), 0, 1),
        (.lost(after: days - 1), 0, 1), (.lost(after: days - 2), 0, 0),
      ] {
        let row = try #require(try outcome(draft([end], from: from), months: [1]).rows.first)
        #expect(row.months[0].had.count == had && row.months[0].still.count == still)
        #expect(row.lost.count == 1 - had - still)
        let share = row.months[0][.share]
        if had + still == 0 {
          guard case .notEstimable(.nobodyWatchedSoLong, _, _) = share else {
            Issue.record("\(share)")
            continue
          }
        } else {
          #expect(share.estimate?.value == Double(had))
          #expect(share.estimate?.caveats == [.allAlike])
        }
      }
    }
  }

  @Test("is the plain share where nobody is lost from view", .tags(.law))
  func plain() throws {
    let ends = (0..<40).map { FirstEvents.End.had(day: $0 * 17) }
    let row = try #require(try outcome(draft(ends)).rows.first)
    for month in row.months {
      expectClose(
        try #require(month[.share].estimate?.value), Double(month.had.count) / 40)
    }
    #expect(row.lost.count == 0)
    // The twentieth of forty; those after a year are watched no longer than it.
    expectClose(try #require(row[.median].estimate?.value), 19 * 17 / 7.0)
  }

  @Test("does not look beyond the last of the months")
  func horizon() throws {
    let ends: [FirstEvents.End?] = [.had(day: 10), .had(day: 100), .had(day: 120), .had(day: 500)]
    let row = try #require(try outcome(draft(ends), months: [3]).rows.first)
    guard case .notEstimable(.halfNotReached, _, _) = row[.median] else {
      Issue.record("half had it by day 100, which lies after 3 months")
      return
    }
    #expect(row.months.map(\.had.count) == [1] && row.months.map(\.still.count) == [3])
  }

  @Test("tells groups apart, and who was not watched")
  func groups() throws {
    var draft = draft(Self.twelve + [nil, nil])
    draft.plan.groups = [
      GroupPlan(
        column: "team", label: "team",
        values: ["north", "south"].map { .init(value: $0, label: $0) })
    ]
    draft.scored.cohort.about = ["team": (0..<14).map { $0 % 2 == 0 ? "north" : "south" }]
    let found = try outcome(draft, groups: ["team"])
    #expect(found.hadBefore.count == 2)
    #expect(found.rows.map(\.people.count) == [12, 6, 6])
    #expect(found.rows.map(\.eligible.count) == [14, 7, 7])
    for month in 0..<3 {
      let had = found.rows.map { $0.months[month].had.count }
      #expect(had[0] == had[1] + had[2])
    }
  }

  @Test(
    "gives shares by 3, 6, 12 and 18 months where the plan names none, in order whatever it names")
  func usual() throws {
    #expect(try outcome(draft(), months: []).rows[0].months.map(\.month) == [3, 6, 12, 18])
    #expect(try outcome(draft(), months: [12, 6]).rows[0].months.map(\.month) == [6, 12])
    let last = try outcome(draft(), months: []).rows[0].months[3][.share]
    guard case .notEstimable(.nobodyWatchedSoLong, _, _) = last else {
      Issue.record("\(last)")
      return
    }
  }

  @Test("says why where no export speaks of the event, or has no dates", .tags(.edge))
  func none() throws {
    var without = draft()
    without.scored.cohort.firstEvents = []
    var undated = draft()
    undated.scored.cohort.firstEvents[0].notPossible = .noDates
    for (draft, reason) in [(without, NotEstimable.noData), (undated, .notCountable(.noDates))] {
      let found = try outcome(draft)
      let row = try #require(found.rows.first)
      #expect(row.people.isGiven && row.months.allSatisfy { $0.had.isGiven && $0.still.isGiven })
      for answer in row.months.map({ $0[.share] }) + [row[.median]] {
        guard case .notEstimable(reason, _, _) = answer else {
          Issue.record("\(answer)")
          continue
        }
      }
    }
    let nobody = try #require(try outcome(draft([nil, nil])).rows.first)
    guard case .notEstimable(.tooFew, _, _) = nobody[.median] else {
      Issue.record("nobody was watched")
      return
    }
  }

  @Test("has rows for programs")
  func rows() throws {
    var draft = draft()
    draft.plan.steps = [
      StudyDraft.step("times", .timeToEvent(events: ["admission"], months: [3, 12]))
    ]
    let rows = ResultsTable(try draft.findings()).rows
    #expect(rows.allSatisfy { $0.question == "time_to_event" && $0.direction.isEmpty })
    let shares = rows.filter { $0.measure == "share_by_month" }
    #expect(shares.map(\.occasion) == ["3 months", "12 months"])
    #expect(
      shares.allSatisfy { $0.estimator == "kaplan-meier" && $0.interval == "greenwood, log-log" })
    let lost = try #require(rows.first { $0.measure == "lost_from_view" })
    #expect(lost.estimate == 3 && lost.nUsed == 12 && lost.occasion == "12 months")
    #expect(Set(rows.map { [$0.measure, $0.occasion] }).count == rows.count)
  }
}
