import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Terms of an academic year")
struct AcademicTermsTests {
  @Test(
    "know Easter Sunday", .tags(.reference),
    // dateutil.easter.easter(year) of python-dateutil 2.9, which agrees with the rule from 1583 to 3999.
    arguments: [
      (1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2008, "2008-03-23"),
      (2024, "2024-03-31"), (2025, "2025-04-20"), (2038, "2038-04-25"),
    ])
  func easter(year: Int, day: String) {
    #expect(CalendarDay.easterSunday(of: year)?.description == day)
  }

  @Test("fall on a Sunday, from 22 March to 25 April", .tags(.law))
  func sundays() throws {
    for year in 1583...2582 {
      let day = try #require(CalendarDay.easterSunday(of: year))
      // 1970-01-04 was a Sunday.
      #expect((day.number - 3) % 7 == 0)
      #expect((322...425).contains(100 * day.date.month + day.date.day))
    }
  }

  @Test("are September to December, January to the day before Good Friday, and the rest")
  func usual() throws {
    let year = try #require(AcademicTerms.usual.year(beginningIn: 2024))
    #expect(year.name == "2024/25")
    #expect(
      year.parts.map { "\($0.term.id) \($0.days.from) \($0.days.to)" } == [
        "autumn 2024-09-01 2024-12-31", "spring 2025-01-01 2025-04-17",
        "summer 2025-04-18 2025-08-31",
      ])
  }

  @Test("hold every day once", .tags(.law))
  func partition() throws {
    let days = DayRange(
      from: try #require(CalendarDay(iso: "2019-11-05")),
      to: try #require(CalendarDay(iso: "2026-02-03")))
    let own = AcademicTerms([
      .init(id: "a", label: "A", start: .date(month: 10, day: 15)),
      .init(id: "b", label: "B", start: .date(month: 12, day: 31)),
      .init(id: "c", label: "C", start: .goodFriday),
      .init(id: "d", label: "D", start: .date(month: 8, day: 2)),
    ])
    for terms in [AcademicTerms.usual, own] {
      let parts = terms.years(over: days).flatMap(\.parts)
      #expect((parts.first?.days.from ?? days.to) <= days.from)
      #expect((parts.last?.days.to ?? days.from) >= days.to)
      for (one, next) in zip(parts, parts.dropFirst()) {
        #expect(one.days.to.adding(days: 1) == next.days.from)
        #expect(one.days.from <= one.days.to)
      }
    }
  }

  @Test("of a calendar year bear its number")
  func calendarYear() {
    let terms = AcademicTerms([
      .init(id: "a", label: "A", start: .date(month: 1, day: 1)),
      .init(id: "b", label: "B", start: .date(month: 7, day: 1)),
    ])
    #expect(terms.year(beginningIn: 2024)?.name == "2024")
  }
}
