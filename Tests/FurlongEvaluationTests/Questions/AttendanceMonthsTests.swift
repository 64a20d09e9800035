import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Attendance month by month")
struct AttendanceMonthsTests {
  private static let attended = [
    112, 118, 96, 7, 121, 133, 125, 109, 114, 98, 140, 131, 128, 62, 137, 149, 151, 146, 158, 171,
    166, 153,
  ]

  private func month(_ number: Int) -> CalendarDay {
    CalendarDay(number: 0).adding(months: 12 * 53 + number)
  }

  /// A college whose register begins on a day and goes on for so many months.
  private func draft(_ attended: [Int], from first: CalendarDay, to last: CalendarDay) -> StudyDraft
  {
    var draft = StudyDraft(size: 20)
    let months = attended.enumerated().map { place, count in
      MonthlyAttendance.Month(
        first: month(place), offered: count + 3, attended: count, people: min(count, 9))
    }
    draft.scored.cohort.attendance = AttendanceColumns(
      attended: Array(repeating: 2, count: 20), missed: Array(repeating: 0, count: 20),
      cancelledByStudent: Array(repeating: 0, count: 20),
      cancelledByCollege: Array(repeating: 0, count: 20),
      monthly: MonthlyAttendance(people: 31, firstDay: first, lastDay: last, months: months))
    return draft
  }

  private func series(_ attended: [Int]) throws -> AttendanceSeries<Unreleased>? {
    let last = month(attended.count).adding(days: -1)
    return try draft(attended, from: month(0), to: last).reach().attendance?.series
  }

  @Test("no two have most of the places where each came often")
  func often() throws {
    // Three hundred who came twelve times each: two of them have 24 of 3,600 places, not all but those of the others' first time.
    #expect(Estimate.Contributors(people: 300, of: 3_600, ofTwo: 24).mostOfTwo == 24.0 / 3_600)
    #expect(Estimate.Contributors(people: 300, of: 3_600, ofTwo: nil).mostOfTwo == 3_302.0 / 3_600)
    var draft = draft(Self.attended, from: month(0), to: month(22).adding(days: -1))
    let months = draft.scored.cohort.attendance?.monthly?.months ?? []
    for place in months.indices {
      draft.scored.cohort.attendance?.monthly?.months[place].ofTwo = months[place].attended / 4
    }
    draft.scored.cohort.attendance?.monthly?.ofTwo = 50
    let series = try #require(draft.reach().attendance?.series)
    for month in series.months {
      let most = try #require(month.attended.estimate?.contributors.first?.mostOfTwo)
      #expect(most <= 0.25)
    }
    let centre = try #require(series.lines[.centre].estimate?.contributors.first?.mostOfTwo)
    #expect(centre < 0.02)
  }

  // The limits are R's: x̄ ± 2.66 mR̄, two moving ranges of 3.267 mR̄ or more left out.
  @Test("from 13 months on has limits, and names what stands out")
  func limits() throws {
    let series = try #require(try series(Self.attended))
    #expect(series.kind == .controlChart)
    #expect(series.rules == "nhs-making-data-count/1")
    expectClose(try #require(series.lines[.centre].estimate).value, 123.86363636363636)
    expectClose(try #require(series.lines[.low].estimate).value, 75.98363636363635)
    expectClose(try #require(series.lines[.high].estimate).value, 171.74363636363637)
    #expect(series.leftOutOfLimits == 2)
    #expect(series.months.map(\.people.count).min() == 7)
    #expect(series.months[0].attended.estimate?.used.count == 31)
    #expect(
      series.signals == [
        .init(kind: .beyondLimit, isUp: false, months: [month(3)]),
        .init(kind: .beyondLimit, isUp: false, months: [month(13)]),
        .init(kind: .shift, isUp: true, months: (14...21).map(month)),
        .init(kind: .nearLimit, isUp: true, months: (18...20).map(month)),
      ])
  }

  @Test("has a median only while months are fewer, and nothing while they are very few")
  func few() throws {
    let series = try #require(try series([5, 4, 6, 5, 4, 6, 12, 14, 12, 13, 15, 12]))
    #expect(series.kind == .runChart)
    #expect(series.rules == "anhoej/1")
    #expect(series.lines[.centre].estimate?.value == 9)
    #expect(series.lines[.high].estimate == nil)
    #expect(series.signals == [.init(kind: .fewCrossings, isUp: nil, months: [])])
    #expect(try self.series([5, 4, 6, 5, 4]) == nil)
  }

  @Test("leaves out months that the register covers in part")
  func partial() throws {
    let draft = draft(
      Array(Self.attended.prefix(9)), from: month(0).adding(days: 1),
      to: month(9).adding(days: -2))
    let series = try #require(try draft.reach().attendance?.series)
    #expect(series.months.map(\.first) == (1...7).map(month))
    #expect(series.partial == [month(0), month(8)])
  }

  @Test(
    "ends with the plan's period of registration: later months would fall for want of new people")
  func afterThePeriod() throws {
    let tail = Array(repeating: 9, count: 8)
    let last = month(Self.attended.count + tail.count).adding(days: -1)
    var college = draft(Self.attended + tail, from: month(0), to: last)
    let whole = try #require(try college.reach().attendance?.series)
    #expect(
      whole.months.count == 30 && whole.signals.contains { $0.kind == .shift && $0.isUp == false })
    // The month in which the period ends counts whole.
    college.cohortPlan.registered = DayRange(from: month(0), to: month(21).adding(days: 9))
    let within = try #require(try college.reach().attendance?.series)
    #expect(within == (try series(Self.attended)))
  }

  @Test("draws no lower limit below 0, and no limits where nothing varies", .tags(.edge))
  func edges() throws {
    let wild = try #require(try series([1, 90, 2, 80, 3, 70, 4, 90, 2, 80, 3, 70, 4]))
    #expect(wild.lines[.low].estimate == nil && wild.lines[.high].estimate != nil)
    let same = try #require(try series(Array(repeating: 12, count: 14)))
    #expect(same.lines[.centre].estimate == nil && same.signals.isEmpty)
    #expect(same.months.count == 14)
  }

  @Test("writes a row a month, a line and a signal")
  func rows() throws {
    var draft = draft(Self.attended, from: month(0), to: month(22).adding(days: -1))
    draft.plan.steps = [StudyDraft.step("who", .reach)]
    let rows = ResultsTable(try draft.findings()).rows.filter { $0.measure.hasPrefix("monthly_") }
    #expect(rows.count == 22 * 2 + 3 + 4)
    let first = try #require(rows.first)
    #expect(first.occasion == "2023-01" && first.estimate == 112 && first.unit == "events")
    let shift = try #require(rows.first { $0.estimator.hasSuffix("shift up") })
    #expect(shift.occasion == "2024-03 to 2024-10")
    #expect(shift.estimator == "xmr, nhs-making-data-count/1, shift up")
    #expect(rows.last?.estimator == "xmr, nhs-making-data-count/1, near limit up")
    #expect(shift.estimate == 8)
    let keys = rows.map { "\($0.occasion)|\($0.measure)|\($0.estimator)" }
    #expect(Set(keys).count == keys.count)
  }
}
