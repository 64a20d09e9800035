import FurlongSimulation
import FurlongTestSupport
import Testing

@Suite("A calendar day")
struct CalendarDayTests {
  struct Cases: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable {
    struct Move: Decodable {
      let months: Int
      let number: Int
    }

    let year: Int
    let month: Int
    let day: Int
    let number: Int
    let text: String
    let moved: [Move]
  }

  @Test("has the number, the text and the neighbours that Python gives it", .tags(.reference))
  func agreesWithPython() throws {
    let cases: Cases = try reference("days.json")
    #expect(cases.cases.count == 9)
    for expected in cases.cases {
      let day = CalendarDay(expected.year, expected.month, expected.day)
      #expect(day.number == expected.number)
      #expect(day.dayMonthYear == expected.text)
      for move in expected.moved {
        #expect(day.adding(months: move.months).number == move.number, "\(expected.text) \(move)")
      }
    }
  }

  @Test("comes back from its parts", .tags(.law))
  func roundTrips() {
    for number in stride(from: -40_000, through: 60_000, by: 7) {
      let (year, month, day) = CalendarDay(number: number).parts
      #expect(CalendarDay(year, month, day).number == number)
    }
  }
}
