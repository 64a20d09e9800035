import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A calendar day")
struct CalendarDayTests {
  @Test("knows its number from 1970-01-01", .tags(.reference))
  func numbers() {
    // date -u -d DATE +%s divided by 86400
    #expect(CalendarDay(iso: "1970-01-01")?.number == 0)
    #expect(CalendarDay(iso: "2000-02-29")?.number == 11_016)
    #expect(CalendarDay(iso: "2025-08-31")?.number == 20_331)
    #expect(CalendarDay(iso: "1899-12-30")?.number == -25_569)
  }

  private struct Cases: Decodable {
    struct Case: Decodable {
      struct Move: Decodable {
        let months: Int
        let number: Int
      }

      let year: Int
      let month: Int
      let day: Int
      let number: Int
      let moved: [Move]
    }

    let cases: [Case]
  }

  @Test("has the number and the neighbours that Python gives it", .tags(.reference))
  func agreesWithPython() throws {
    let cases = try reference("days.json", as: Cases.self).cases
    #expect(cases.count == 9)
    for expected in cases {
      let day = try #require(
        CalendarDay(year: expected.year, month: expected.month, day: expected.day))
      #expect(day.number == expected.number)
      for move in expected.moved {
        #expect(day.adding(months: move.months).number == move.number, "\(day) \(move)")
      }
    }
  }

  @Test("writes what it read, for every day of 400 years", .tags(.law))
  func roundTrip() throws {
    for number in -60_000...90_000 {
      let day = CalendarDay(number: number)
      let read = try #require(CalendarDay(iso: day.description))
      #expect(read == day)
    }
  }

  @Test(
    "refuses dates that no calendar has", .tags(.edge),
    arguments: [
      "2023-02-29", "2024-06-31", "2024-13-01", "2024-00-10", "2024-1-1", "31/06/2024", "",
    ])
  func impossible(text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test("adds calendar months, ending on the month's last day", .tags(.edge))
  func months() {
    func later(_ text: String, _ months: Int) -> String? {
      CalendarDay(iso: text)?.adding(months: months).description
    }
    #expect(later("2024-01-31", 1) == "2024-02-29")
    #expect(later("2023-01-31", 1) == "2023-02-28")
    #expect(later("2024-03-31", -1) == "2024-02-29")
    #expect(later("2024-01-15", -12) == "2023-01-15")
    #expect(later("2024-11-15", 14) == "2026-01-15")
  }

  @Test("counts whole years as an age", .tags(.edge))
  func ages() throws {
    let born = try #require(CalendarDay(iso: "2000-02-29"))
    let before = try #require(CalendarDay(iso: "2025-02-28"))
    let after = try #require(CalendarDay(iso: "2025-03-01"))
    #expect(born.years(to: before) == 24)
    #expect(born.years(to: after) == 25)
  }

  @Test("reads lengths of time as a plan writes them", .tags(.edge))
  func lengths() {
    #expect(TimeLength("8 weeks") == TimeLength(8, .weeks))
    #expect(TimeLength("1 month") == TimeLength(1, .months))
    #expect(TimeLength("-8 weeks")?.days == -56)
    #expect(TimeLength("soon") == nil)
    #expect(TimeLength("240 months") != nil && TimeLength("241 months") == nil)
    #expect(TimeLength("-7305 days") != nil && TimeLength("-1044 weeks") == nil)
    for amount in ["9223372036854775807", "-9223372036854775808", "9223372036854775808"] {
      #expect(TimeLength("\(amount) weeks") == nil)
    }
    #expect(TimeLength(1, .months).description == "1 month")
  }
}
