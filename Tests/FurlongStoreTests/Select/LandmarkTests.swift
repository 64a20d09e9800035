import Foundation
import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Who had completed by a day")
struct LandmarkTests {
  /// A person registered on 1 March 2024 and their places; day 90 is 30 May.
  private func standing(
    _ places: [(course: String, on: String, status: AttendanceStatus)],
    _ completing: Landmark.Completing, left: String? = nil, dataTo: String = "2025-08-31"
  ) throws -> String? {
    let study = try StudyInHand()
    let rows = places.enumerated().map { number, place in
      row(number + 2, [student(1)]) {
        $0.places = [
          AttendanceRecord(course: place.course, day: day(place.on), status: place.status)
        ]
      }
    }
    // Somebody else comes too, so that there is attendance.
    let other = row(900, [student(2)]) {
      $0.places = [AttendanceRecord(course: "Sleep", day: day("2024-03-02"), status: .attended)]
    }
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2024-03-01", left: left, about: ["who": "she"]),
            registered(3, [student(2)], on: "2024-03-01"),
          ]),
        batch("a.csv", .attendance, rows + [other]),
      ], hasRegister: true)
    var plan = plan(dataTo: dataTo)
    plan.landmark = Landmark(day: TimeLength(90, .days), completing: completing)
    let about = try study.select(plan).about
    let she = try #require(about["who"]?.firstIndex(of: "she"))
    return try #require(about[Landmark.column])[she]
  }

  /// One person's standing, whose sessions are so long.
  private func standing(_ minutes: [Int?], hours: Int) throws -> String? {
    let study = try StudyInHand()
    let rows = minutes.enumerated().map { number, minutes in
      row(number + 2, [student(1)]) {
        $0.places = [
          AttendanceRecord(
            course: "Sleep", day: day("2024-03-05").adding(days: 7 * number), status: .attended,
            minutes: minutes)
        ]
      }
    }
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [student(1)], on: "2024-03-01")]),
        batch("a.csv", .attendance, rows),
      ], hasRegister: true)
    var plan = plan(dataTo: "2025-08-31")
    plan.landmark = Landmark(day: TimeLength(90, .days), completing: .hours(hours))
    return try #require(study.select(plan).about[Landmark.column])[0]
  }

  @Test("by hours at sessions, and says nothing of who came to one of unknown length")
  func hours() throws {
    #expect(try standing([120, 90, 150], hours: 6) == "completed")
    #expect(try standing([120, 90, 149], hours: 6) == "came")
    #expect(try standing([120, nil, 150], hours: 6) == nil)
    #expect(try standing([240, nil, 120], hours: 6) == "completed", "without it too")
    // The seventh session is after day 90: 5 March and 13 weeks.
    #expect(try standing([Int?](repeating: 30, count: 20), hours: 7) == "came")
  }

  private let sleep = ["2024-03-05", "2024-03-12", "2024-03-19", "2024-03-26"]

  private func came(_ times: Int, of days: [String], to course: String = "Sleep")
    -> [(course: String, on: String, status: AttendanceStatus)]
  {
    days.enumerated().map { (course, $1, $0 < times ? .attended : .missed) }
  }

  @Test(
    "by the share of a course's places", arguments: [(3, "completed"), (2, "came"), (0, "absent")])
  func share(times: Int, expected: String) throws {
    #expect(try standing(came(times, of: sleep), .course(percent: 75)) == expected)
  }

  @Test("of a course whose capitals differ from one register to the next")
  func capitals() throws {
    let split = came(2, of: sleep).enumerated().map {
      ($0 < 2 ? "Sleep" : "sleep", $1.on, $1.status)
    }
    #expect(try standing(split, .course(percent: 60)) == "came")
    // The same place in two registers is one.
    let twice = came(2, of: sleep) + came(1, of: [sleep[0]], to: "SLEEP")
    #expect(try standing(twice, .course(percent: 60)) == "came")
  }

  @Test("of each course by itself")
  func eachCourse() throws {
    let both = came(2, of: sleep) + came(1, of: Array(sleep.prefix(2)), to: "Writing")
    #expect(try standing(both, .course(percent: 75)) == "came")
    #expect(
      try standing(both + [("Cooking", "2024-04-02", .attended)], .course(percent: 75))
        == "completed")
  }

  @Test("places that the college cancelled are none, those that the student cancelled are missed")
  func cancelled() throws {
    let three = came(3, of: Array(sleep.prefix(3)))
    #expect(
      try standing(three + [("Sleep", "2024-03-26", .cancelledByCollege)], .course(percent: 100))
        == "completed")
    #expect(
      try standing(three + [("Sleep", "2024-03-26", .cancelledByStudent)], .course(percent: 100))
        == "came")
  }

  @Test(
    "a course that has places on the day or after it is not over",
    arguments: [("2024-05-29", "completed"), ("2024-05-30", "came"), ("2024-06-05", "came")])
  func isOver(last: String, expected: String) throws {
    let weekly = ["2024-05-08", "2024-05-15", "2024-05-22"]
    #expect(
      try standing(came(3, of: weekly) + [("Sleep", last, .attended)], .course(percent: 70))
        == expected)
  }

  @Test(
    "a course that begins anew after more than four weeks is over by itself",
    arguments: [
      ("2024-05-29", 4, "completed"), ("2024-07-01", 4, "completed"), ("2024-07-01", 2, "came"),
    ])
  func runs(again: String, times: Int, expected: String) throws {
    // The next run, weeks later, is booked and not attended, or still to come.
    #expect(
      try standing(came(times, of: sleep) + [("Sleep", again, .missed)], .course(percent: 90))
        == expected)
  }

  @Test("by a number of sessions, of whatever courses, before the day")
  func sessions() throws {
    let five =
      came(4, of: sleep) + [
        ("Writing", "2024-04-02", AttendanceStatus.attended),
        ("Writing", "2024-05-30", AttendanceStatus.attended),
      ]
    #expect(try standing(five, .sessions(5)) == "completed")
    #expect(try standing(five, .sessions(6)) == "came")
  }

  @Test(
    "who was gone before the day is in no group, nor is anybody whom the data do not follow to it")
  func gone() throws {
    let all = came(4, of: sleep)
    #expect(try standing(all, .sessions(4), left: "2024-05-29") == nil)
    #expect(try standing(all, .sessions(4), left: "2024-05-30") == "completed")
    #expect(try standing(all, .sessions(4), dataTo: "2024-05-28") == nil)
    #expect(try standing(all, .sessions(4), dataTo: "2024-05-29") == "completed")
  }

  @Test(
    "use is followed from the landmark for as long as the window after, and before day 0 as ever")
  func window() throws {
    let study = try StudyInHand()
    let days = ["2023-03-01", "2024-02-29", "2024-03-01", "2024-05-29", "2024-05-30", "2025-05-29"]
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [nhs(1)], on: "2024-03-01")]),
        batch(
          "e.csv", .events,
          (days + ["2025-05-30"]).enumerated().map { number, on in
            row(number + 2, [nhs(1)]) { $0.events = [.onDay(event: "x", day: day(on))] }
          }, coverage: coverage(["x"])),
      ], hasRegister: true)
    var plan = plan(events: ["x"], windows: [aYear])
    plan.landmark = Landmark(day: TimeLength(90, .days), completing: .sessions(1))
    let moved = try #require(
      try study.select(plan).serviceUse.first {
        $0.window == "12-months-from-90-days" && $0.rule == .wholeWindow
      })
    #expect(moved.eventsBefore == [2], "of 1 March 2023 and 29 February 2024")
    #expect(moved.eventsAfter == [2], "of 30 May 2024 and 29 May 2025")
    #expect(moved.daysBefore == [366])
    #expect(moved.daysAfter == [365])
  }

  /// Completing changes nothing in this college, and whoever is in hospital misses the session.
  @Test(
    "from day 0 completers seem to use less when nothing changed; from the landmark they do not",
    .tags(.law))
  func immortalTime() throws {
    var generator = SplitMix(state: 20_251_129)
    func uniform() -> Double { Double.random(in: 0..<1, using: &generator) }
    let start = day("2022-01-03")
    var people: [ImportRow] = []
    var stays: [ImportRow] = []
    var places: [ImportRow] = []
    for person in 1...3_000 {
      people.append(registered(person + 1, [student(person), nhs(person)], on: "2022-01-03"))
      var away: [Range<Int>] = []
      var when = -400
      while when < 500 {
        when += Int(-180 * log(1 - uniform())) + 1
        let nights = Int(-40 * log(1 - uniform())) + 1
        away.append(when..<when + nights)
        when += nights
      }
      for stay in away {
        stays.append(
          row(stays.count + 2, [nhs(person)]) {
            $0.events = [
              .nights(
                event: "bed-day", from: start.adding(days: stay.lowerBound),
                until: start.adding(days: stay.upperBound))
            ]
          })
      }
      for session in 0..<8 where uniform() < 0.9 {
        let on = 7 + 7 * session
        let isThere = !away.contains { $0.contains(on) }
        places.append(
          row(places.count + 2, [student(person)]) {
            $0.places = [
              AttendanceRecord(
                course: "Sleep", day: start.adding(days: on),
                status: isThere ? .attended : .missed)
            ]
          })
      }
    }
    let study = try StudyInHand()
    try study.keep(
      [
        batch("p.csv", .people, people), batch("a.csv", .attendance, places),
        batch("e.csv", .events, stays, coverage: coverage(["bed-day"])),
      ], hasRegister: true)
    var plan = plan(events: ["bed-day"], windows: [aYear])
    plan.landmark = Landmark(day: TimeLength(90, .days), completing: .course(percent: 90))
    let cohort = try study.select(plan)
    let standings = try #require(cohort.about[Landmark.column])
    func ratio(_ window: String) throws -> Double {
      let use = try #require(
        cohort.serviceUse.first { $0.window == window && $0.rule == .wholeWindow })
      func rate(_ events: [Int], _ days: [Int]) -> Double {
        let completers = standings.indices.filter {
          standings[$0] == Landmark.Standing.completed.rawValue
        }
        return Double(completers.map { events[$0] }.reduce(0, +))
          / Double(completers.map { days[$0] }.reduce(0, +))
      }
      return rate(use.eventsAfter, use.daysAfter) / rate(use.eventsBefore, use.daysBefore)
    }
    let fromDayZero = try ratio("12-months")
    let fromLandmark = try ratio("12-months-from-90-days")
    #expect(fromDayZero < 0.9, "\(fromDayZero)")
    #expect((0.93...1.07).contains(fromLandmark), "\(fromLandmark)")
  }
}
