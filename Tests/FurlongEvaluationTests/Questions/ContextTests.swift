import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

/// A published series over the days of three people, worked out by hand.
@Suite("What others publish of an event, beside it")
struct ContextTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

  private func series(from: String, _ values: [Double]) throws -> ContextSeries {
    ContextSeries(
      id: "national", event: "admission", what: "admissions for each 1,000 people, nation",
      source: "a table of 2025", from: try #require(ContextSeries.Month(from)), values: values)
  }

  private func draft(
    from: String = "2023-12", _ values: [Double] = [10, 20, 30, 40]
  ) throws -> StudyDraft {
    var draft = StudyDraft(size: 4)
    // The fourth is not counted, and nobody's days.
    draft.count(
      before: [1, 0, 2, 0], after: [0, 1, 0, 0], daysBefore: [31, 10, 15, 0],
      daysAfter: [29, 20, 10, 0], counted: [true, true, true, false])
    for place in draft.scored.cohort.serviceUse.indices {
      draft.scored.cohort.serviceUse[place].isUnbroken = true
    }
    draft.scored.cohort.dayZero = [
      try day("2024-02-01"), try day("2024-01-11"), try day("2024-02-16"), try day("2020-01-01"),
    ]
    draft.plan.context = [try series(from: from, values)]
    return draft
  }

  private func reason(_ answer: FoundAnswer) -> NotEstimable? {
    if case .notEstimable(let reason, _, _) = answer { reason } else { nil }
  }

  @Test("is the mean over the days on which each person was watched", .tags(.reference))
  func byHand() throws {
    let context = try #require(try draft().serviceUse().context.first)
    // Before: 1 to 31 January, 1 to 10 January, 1 to 15 February.
    let before = (41.0 * 20 + 15 * 30) / 56
    // After: 1 to 29 February, 11 to 30 January, 16 to 25 February.
    let after = (20.0 * 20 + 39 * 30) / 59
    expectClose(try #require(context[.before].estimate?.value), before, relative: 1e-14)
    expectClose(try #require(context[.after].estimate?.value), after, relative: 1e-14)
    expectClose(try #require(context[.ratio].estimate?.value), after / before, relative: 1e-14)
    #expect(context[.before].used.count == 3)
    #expect(context.what == "admissions for each 1,000 people, nation")
  }

  @Test("changes nothing of what is found here: nothing is subtracted", .tags(.law))
  func subtractsNothing() throws {
    var without = try draft()
    without.plan.context = []
    #expect(try draft().serviceUse().rows == without.serviceUse().rows)
    #expect(try without.serviceUse().context.isEmpty)
  }

  @Test("is the series itself where it never changes, whoever is watched when", .tags(.law))
  func constant() throws {
    let context = try #require(try draft([7, 7, 7, 7]).serviceUse().context.first)
    expectClose(try #require(context[.before].estimate?.value), 7, relative: 1e-14)
    expectClose(try #require(context[.ratio].estimate?.value), 1, relative: 1e-14)
  }

  @Test("does not hang on the order of people", .tags(.law))
  func order() throws {
    var turned = try draft()
    turned.scored.cohort.dayZero.reverse()
    for place in turned.scored.cohort.serviceUse.indices {
      var use = turned.scored.cohort.serviceUse[place]
      use.counted.reverse()
      use.eventsBefore.reverse()
      use.eventsAfter.reverse()
      use.daysBefore.reverse()
      use.daysAfter.reverse()
      turned.scored.cohort.serviceUse[place] = use
    }
    #expect(try turned.serviceUse().context == draft().serviceUse().context)
  }

  @Test("says that the series is too short, or the days not known", .tags(.edge))
  func lacks() throws {
    let late = try #require(try draft(from: "2024-01", [20, 30, 40]).serviceUse().context.first)
    #expect(late[.before].estimate != nil)
    let short = try #require(try draft(from: "2023-12", [10, 20]).serviceUse().context.first)
    #expect(ContextMeasure.allCases.allSatisfy { reason(short[$0]) == .seriesTooShort })
    var broken = try draft()
    for place in broken.scored.cohort.serviceUse.indices {
      broken.scored.cohort.serviceUse[place].isUnbroken = false
    }
    let context = try #require(try broken.serviceUse().context.first)
    #expect(ContextMeasure.allCases.allSatisfy { reason(context[$0]) == .daysNotKnown })
    let none = try #require(try draft([0, 0, 0, 4]).serviceUse().context.first)
    #expect(reason(none[.ratio]) == .nothingHappened)
  }

  @Test("stands in the results table beside the window's name")
  func rows() throws {
    var draft = try draft()
    draft.plan.steps = [StudyDraft.step("only", .serviceUse(events: []))]
    let rows = ResultsTable(try draft.findings()).rows.filter { $0.measure.hasPrefix("context_") }
    #expect(rows.map(\.measure) == ["context_before", "context_after", "context_ratio"])
    #expect(rows.allSatisfy { $0.occasion == "year: national" && $0.nUsed == 3 })
    #expect(rows.map(\.unit) == ["as_published", "as_published", "ratio"])
  }

  @Test("reads months as they are written, and no others", .tags(.edge))
  func months() throws {
    let month = try #require(ContextSeries.Month("2024-12"))
    #expect(month.description == "2024-12" && month.next.description == "2025-01")
    #expect(month.firstDay == CalendarDay(iso: "2024-12-01"))
    #expect(ContextSeries.Month(of: try day("2024-12-31")) == month)
    for text in ["2024-13", "2024-1", "24-01", "2024-01-01", "1899-12", "Apr-24"] {
      #expect(ContextSeries.Month(text) == nil)
    }
  }

  /// Two wards, of which it began on one in March and on the other in the middle of April 2024; one month of the second has
  /// no bed days.
  private func wards(from: String, _ values: [Double]) throws
    -> UnitRatesFinding<Unreleased>.Outcome
  {
    var draft = StudyDraft(size: 0)
    draft.cohortPlan.units = UnitsPlan(
      one: "ward", many: "wards", what: "it",
      began: ["Ash": try day("2024-03-01"), "Birch": try day("2024-04-15")], months: 2,
      counts: [
        .init(
          id: "restraint", one: "restraint", many: "restraints", role: .primary, over: "bed days",
          per: 1_000)
      ])
    let first = try day("2024-01-01")
    draft.scored.cohort.units = ["Ash", "Birch"].map { unit in
      UnitMonths(
        count: "restraint", unit: unit,
        months: (0..<7).map {
          .init(
            first: first.adding(months: $0), count: 5 + $0,
            over: unit == "Birch" && $0 == 2 ? 0 : 400)
        })
    }
    draft.plan.context = [
      ContextSeries(
        id: "national", event: "restraint", what: "restraints, nation", source: "a table",
        from: try #require(ContextSeries.Month(from)), values: values)
    ]
    guard case .unitRates(let found)? = try draft.finding(.unitRates(counts: [])) else {
      throw StudyDraft.WrongFinding()
    }
    return found.outcomes[0]
  }

  @Test("is of units the mean over the months that are counted on each", .tags(.reference))
  func units() throws {
    let context = try #require(
      wards(from: "2024-01", [10, 20, 30, 40, 50, 60]).context.first)
    // Ash: January and February before, March and April after. Birch: February (March has no bed days), May and June.
    let before: Double = (310 + 580 + 580) / 89
    let after: Double = (930 + 1_200 + 1_550 + 1_800) / 122
    expectClose(try #require(context[.before].estimate?.value), before, relative: 1e-14)
    expectClose(try #require(context[.after].estimate?.value), after, relative: 1e-14)
    expectClose(try #require(context[.ratio].estimate?.value), after / before, relative: 1e-14)
    #expect(context[.before].used.isGiven)
  }

  @Test("of units says where it does not reach, and changes nothing of what is found", .tags(.edge))
  func unitsTooShort() throws {
    let late = try #require(wards(from: "2024-02", [20, 30, 40, 50, 60]).context.first)
    #expect(reason(late[.before]) == .seriesTooShort)
    let early = try #require(wards(from: "2024-01", [10, 20, 30, 40, 50]).context.first)
    #expect(reason(early[.ratio]) == .seriesTooShort)
    let none = try #require(wards(from: "2024-01", [0, 0, 0, 0, 0, 1]).context.first)
    #expect(reason(none[.ratio]) == .nothingHappened)
    #expect(
      try wards(from: "2024-01", [10, 20, 30, 40, 50, 60]).rows
        == wards(from: "2030-01", [1, 2]).rows)
  }
}
