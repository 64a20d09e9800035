import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Attendance by month")
struct MonthlyTests {
  private func places(_ all: [(person: Int, on: String, status: AttendanceStatus)]) -> ImportBatch {
    batch(
      "a.csv", .attendance,
      all.enumerated().map { number, place in
        row(number + 2, [student(place.person)]) {
          $0.places = [
            AttendanceRecord(course: "Sleep", day: day(place.on), status: place.status)
          ]
        }
      })
  }

  @Test("counts all who meet the criteria, whenever they registered")
  func months() throws {
    let study = try StudyInHand()
    let user = ["type": "service user"]
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2024-02-01", about: user),
            registered(3, [student(2)], on: "2023-01-01", about: user),
            registered(4, [student(3)], on: "2024-02-01", about: ["type": "carer"]),
          ]),
        places(
          [
            (2, "2024-01-31", .attended), (1, "2024-02-01", .attended),
            (1, "2024-02-29", .attended), (2, "2024-02-29", .attended),
            (2, "2024-02-28", .missed), (1, "2024-02-27", .cancelledByStudent),
            (1, "2024-03-01", .cancelledByCollege), (3, "2024-04-01", .attended),
            (1, "2024-05-02", .missed), (1, "2025-09-01", .attended),
          ]),
      ], hasRegister: true)
    let period = DayRange(from: day("2024-01-01"), to: day("2024-12-31"))
    let cohort = try study.select(
      plan(registered: period, criteria: [.init(column: "type", values: ["service user"])]))
    #expect(cohort.size == 1)
    let monthly = try #require(cohort.attendance?.monthly)
    #expect(
      monthly.months == [
        .init(first: day("2024-01-01"), offered: 1, attended: 1, people: 1, ofTwo: 1),
        .init(first: day("2024-02-01"), offered: 5, attended: 3, people: 2, ofTwo: 3),
        .init(first: day("2024-05-01"), offered: 1, attended: 0, people: 0, ofTwo: 0),
      ])
    #expect(monthly.people == 2)
    #expect(monthly.firstDay == day("2024-01-31"))
    // The register ends in May, and the data reach on.
    #expect(monthly.lastDay == day("2024-05-31"))
  }

  @Test("places before day 0 are in no number but their own: not of a person, a month or a term")
  func beforeDayZero() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2024-02-10"),
            registered(3, [student(2)], on: "2023-02-10"),
          ]),
        places(
          [
            (1, "2024-02-09", .attended), (1, "2024-02-01", .missed),
            (1, "2024-02-02", .cancelledByCollege), (1, "2024-02-10", .attended),
            (2, "2023-02-09", .attended), (2, "2024-02-09", .attended),
          ]),
      ], hasRegister: true)
    let period = DayRange(from: day("2024-01-01"), to: day("2024-12-31"))
    let attendance = try #require(study.select(plan(registered: period)).attendance)
    #expect(attendance.attended == [1])
    #expect(attendance.missed == [0])
    #expect(attendance.beforeDayZero == [2])
    #expect(attendance.cancelledByCollege == [0])
    // Student 2 registered before the period: no member, but one of those whose sessions the college holds.
    #expect(
      attendance.monthly?.months == [
        .init(first: day("2024-02-01"), offered: 2, attended: 2, people: 2, ofTwo: 2)
      ])
    #expect(attendance.years.map(\.whole.attended) == [2])
  }

  @Test("says what the two came who came most, in a month, a term and in all")
  func ofTwo() throws {
    let study = try StudyInHand()
    let came = [(1, 3), (2, 5), (3, 4), (4, 1)]
    try study.keep(
      [
        batch(
          "p.csv", .people, came.map { registered($0.0 + 1, [student($0.0)], on: "2023-09-01") }),
        places(
          came.flatMap { student, times in
            (0..<times).map { (student, "2024-02-1\($0)", .attended) }
          }),
      ], hasRegister: true)
    let attendance = try #require(study.select(plan()).attendance)
    #expect(attendance.monthly?.ofTwo == 9)
    #expect(attendance.monthly?.months.map(\.ofTwo) == [9])
    #expect(attendance.years.map(\.whole.ofTwo) == [9])
  }

  @Test("by academic year and term counts each place once, and who came in two terms in both")
  func terms() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2023-09-01"),
            registered(3, [student(2)], on: "2023-09-01"),
          ]),
        places(
          [
            (1, "2023-09-15", .attended), (1, "2024-03-28", .attended),
            // Good Friday.
            (1, "2024-03-29", .attended), (2, "2024-08-31", .attended),
            (2, "2024-09-01", .attended), (2, "2024-09-02", .missed),
          ]),
      ], hasRegister: true)
    let years = try #require(study.select(plan()).attendance).years
    #expect(years.map(\.beginsIn) == [2023, 2024])
    #expect(
      years[0]
        == YearAttendance(
          beginsIn: 2023, whole: .init(attended: 4, people: 2, ofTwo: 4, isPart: false),
          terms: [
            "autumn": .init(attended: 1, people: 1, ofTwo: 1, isPart: false),
            "spring": .init(attended: 1, people: 1, ofTwo: 1, isPart: false),
            "summer": .init(attended: 2, people: 2, ofTwo: 2, isPart: false),
          ]))
    // The data reach on; the register ends in the second year's first term.
    #expect(years[1].whole == .init(attended: 1, people: 1, ofTwo: 1, isPart: true))
    #expect(years[1].terms == ["autumn": .init(attended: 1, people: 1, ofTwo: 1, isPart: false)])
  }

  @Test("is not there where nobody came", .tags(.edge))
  func nobody() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [student(1)], on: "2024-02-01")]),
        places([(1, "2024-03-01", .missed)]),
      ], hasRegister: true)
    let cohort = try study.select(plan())
    #expect(cohort.attendance?.missed == [1])
    #expect(cohort.attendance?.monthly == nil)
  }
}
