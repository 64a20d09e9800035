import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Registers with a column a session")
struct RegisterShapeTests {
  private func register(_ session: String, blank: String = "no place") -> String {
    """
    furlong_map: 1
    reads: exports/test.csv
    holds: attendance
    rows: one a student
    format: { dates: day month year, short_years_from: 1930 }
    person: [{ column: ID, kind: student_id }]
    session: { \(session) }
    status: { values: { Y: attended, DNA: missed }, blank_means: \(blank) }
    drop: [Name]
    """
  }

  private func place(_ on: String, _ status: AttendanceStatus) -> AttendanceRecord {
    AttendanceRecord(course: "Sleep", day: day(on), status: status)
  }

  @Test("A register with a column a session gives a row as many places as it has words")
  func wideRegister() throws {
    let batch = try TestExport(map: register("course_is: Sleep, columns: days")).batch(
      """
      ID,Name,24/09/2024,Tue 1 Oct 2024,8 Oct 24
      RC1,A B,Y,y,DNA
      RC2,C D,,,Y
      Total,,1,1,1

      """)
    #expect(
      batch.rows.map(\.places) == [
        [
          place("2024-09-24", .attended), place("2024-10-01", .attended),
          place("2024-10-08", .missed),
        ], [place("2024-10-08", .attended)],
      ])
    #expect(batch.rowsRead == 3 && batch.rowsSkipped == 1 && batch.addsUp, "\(batch.said)")
    #expect(batch.problems.map(\.code) == ["I015"], "the line of totals is passed over by name")
  }

  @Test("Sessions last as long as the mapping says; a length that cannot be costs no place")
  func hours() throws {
    func batch(_ hours: String, _ lines: String) throws -> ImportBatch {
      try TestExport(
        map: """
          furlong_map: 1
          reads: exports/test.csv
          holds: attendance
          rows: one a student and session
          format: { dates: day month year }
          person: [{ column: ID, kind: student_id }]
          session: { course: Course, date: Date, hours: \(hours) }
          status: { column: Status, values: { Y: attended, DNA: missed } }
          ignore: [Hours, Starts, Ends]
          """.replacing(
            "ignore: [Hours, Starts, Ends]",
            with: hours == "Hours"
              ? "ignore: [Starts, Ends]"
              : hours.contains("starts") ? "ignore: [Hours]" : "ignore: [Hours, Starts, Ends]")
      ).batch("ID,Course,Date,Status,Hours,Starts,Ends\n" + lines)
    }
    let lines = """
      RC1,Sleep,24/09/2024,Y,1.5,14:00,15:45
      RC2,Sleep,24/09/2024,DNA,,2pm,2.30 pm
      RC3,Sleep,24/09/2024,Y,25,15:00,14:00
      RC4,Sleep,24/09/2024,Y,0,25:00,26:00
      RC5,Sleep,24/09/2024,Y,2,,

      """
    let column = try batch("Hours", lines)
    #expect(column.rows.map { $0.places.map(\.minutes) } == [[90], [nil], [nil], [nil], [120]])
    #expect(column.problems.map(\.column) == ["Hours", "Hours"])
    #expect(
      column.problems.allSatisfy {
        $0.severity == .warning && $0.message.hasSuffix("the place is kept.")
      }, "\(column.said)")
    let missed = try batch("Hours", "RC1,Sleep,24/09/2024,DNA,0,,\nRC2,Sleep,24/09/2024,DNA,26,,\n")
    #expect(missed.rows.map { $0.places.map(\.status) } == [[.missed], [.missed]])
    #expect(missed.problems.isEmpty && missed.addsUp, "\(missed.said)")
    let times = try batch("{ starts: Starts, ends: Ends }", lines)
    #expect(times.rows.map { $0.places.map(\.minutes) } == [[105], [30], [nil], [nil], [nil]])
    #expect(times.problems.map(\.column) == ["Ends", "Starts"])
    let each = try batch("{ each: 2.5 }", lines)
    #expect(each.rows.map { $0.places.map(\.minutes) } == [[150], [150], [150], [150], [150]])
  }

  @Test("A register with a column a session has one length for all, or none")
  func hoursOfWideRegister() throws {
    let batch = try TestExport(
      map: register("course_is: Sleep, columns: days, hours: { each: 2 }")
    ).batch("ID,Name,24/09/2024,01/10/2024\nRC1,A B,Y,DNA\n")
    #expect(batch.rows.map { $0.places.map(\.minutes) } == [[120, 120]])
    for (hours, fix) in [
      ("Hours", "each: 2"), ("{ each: 0 }", "1.5"), ("{ each: 25 }", "1.5"),
      ("{ starts: A, ends: B }", "each: 2"),
    ] {
      #expect(throws: (any Error).self, "\(fix)") {
        try TestExport(map: register("course_is: Sleep, columns: days, hours: \(hours)"))
          .batch("ID,Name,24/09/2024\nRC1,A B,Y\n")
      }
    }
  }

  @Test("A time of day in a register says that the person came, where the mapping says so")
  func times() throws {
    let rows =
      "ID,Name,24/09/2024,01/10/2024,08/10/2024\nRC1,A B,10:17:00,Y,DNA\nRC2,C D,late 10:40,10.25,\n"
    let plain = register("course_is: Sleep, columns: days")
    let said = try TestExport(
      map: plain.replacing("{ Y: attended,", with: "{ a time of day: attended, Y: attended,")
    ).batch(rows)
    #expect(said.problems.isEmpty && said.addsUp, "\(said.said)")
    #expect(
      said.rows.map { $0.places.map(\.status) } == [
        [.attended, .attended, .missed], [.attended, .attended],
      ])
    // Unsaid it is no word, and no slip of one.
    let timed = plain.replacing("{ Y: attended,", with: "{ \"10:18:00\": attended, Y: attended,")
    let unsaid = try TestExport(map: timed).batch(rows)
    #expect(unsaid.rows.map(\.sourceRow) == [2] && unsaid.rowsSetAside == 1 && unsaid.addsUp)
    #expect(unsaid.rows[0].places.map(\.status) == [.attended, .missed])
    #expect(
      unsaid.problems.filter { $0.code == "I037" }.allSatisfy {
        $0.fix.contains("'a time of day: attended'")
      })
    #expect(
      !unsaid.problems.contains { ($0.message + $0.fix).contains("10:18:00") }, "\(unsaid.said)")
  }

  @Test("An unknown word in a register costs its own place, and the row where no place is left")
  func unknownMark() throws {
    let batch = try TestExport(map: register("course_is: Sleep, columns: days")).batch(
      "ID,Name,24/09/2024,01/10/2024\nRC1,A B,Y,gone\nRC2,C D,what,\nRC3,E F,Y,Y\n")
    #expect(batch.rows.map { $0.places.count } == [1, 2] && batch.addsUp, "\(batch.said)")
    #expect(batch.rowsSetAside == 1)
    let told = batch.problems.filter { $0.code == "I037" }
    #expect(
      told.map(\.severity) == [.setAside, .warning]
        || told.map(\.severity) == [.warning, .setAside])
    #expect(
      batch.problems.contains {
        $0.code == "I084" && $0.message.hasPrefix("1 place at a session is left out")
      })
  }

  @Test("A count of who came and a key below a register are passed over, each by its name")
  func footOfRegister() throws {
    let batch = try TestExport(map: register("course_is: Sleep, columns: days")).batch(
      """
      ID,Name,24/09/2024,01/10/2024
      RC1,A B,Y,DNA
      RC2,C D,Y,
      Present,,2,0
      "Y = present, DNA = absent",,,

      """)
    #expect(batch.rows.count == 2 && batch.rowsSkipped == 2 && batch.addsUp, "\(batch.said)")
    #expect(batch.problems.map(\.code) == ["I015", "I085"])
    // Beside a mark it is a row.
    let row = try TestExport(map: register("course_is: Sleep, columns: days")).batch(
      "ID,Name,24/09/2024\nRC1,A B,Y\n\"Y = present, DNA = absent\",,Y\n")
    #expect(row.problems.map(\.code) != ["I085"] && row.rowsSkipped == 0, "\(row.said)")
  }

  @Test("Courses that stand above the days are those of the columns below them, also on one day")
  func coursesAbove() throws {
    let map = register("courses: groups, columns: days").replacing(
      "format: {", with: "format: { group_row: 2, header_row: 3,")
    let text = """
      Autumn,,,,,
      ,,Sleep,,Moving On / Planning,
      ID,Name,24/09/2024,01/10/2024,24/09/2024,02/10/2024
      RC1,A B,Y,DNA,,Y
      RC2,C D,,,Y,

      """
    let batch = try TestExport(map: map).batch(text)
    let other = AttendanceRecord(
      course: "Moving On / Planning", day: day("2024-10-02"), status: .attended)
    #expect(
      batch.rows.first?.places == [
        place("2024-09-24", .attended), place("2024-10-01", .missed), other,
      ])
    #expect(batch.rows.last?.places.map(\.course) == ["Moving On / Planning"])
    #expect(batch.problems.isEmpty && batch.rows.count == 2, "\(batch.said)")
    // A day above which no course stands is of none, and nothing is read until that is said.
    let bare = try TestExport(map: map).batch(text.replacing(",,Sleep,", with: ",,,"))
    #expect(bare.stopped && bare.rows.isEmpty)
    #expect(bare.problems.first?.message.contains("column number 3 (C)") == true)
    #expect(throws: (any Error).self) {
      try TestExport(map: register("courses: groups, course_is: Sleep, columns: days")).batch(text)
    }
  }

  @Test("Headings without a year lie on the first such day from the mapping's day on")
  func daysWithoutYear() throws {
    let batch = try TestExport(
      map: register("course_is: Sleep, columns: days, first_day: 2024-09-01")
    ).batch("ID,Name,24/09,1 Oct,14/01\nRC1,A B,Y,Y,Y\n")
    #expect(
      batch.rows.flatMap(\.places).map(\.day)
        == [day("2024-09-24"), day("2024-10-01"), day("2025-01-14")])
  }

  @Test("Columns that are headed by words are given their days; blank may mean missed")
  func namedColumns() throws {
    let batch = try TestExport(
      map: register(
        "course: Course, columns: { Week 1: 2024-09-24, Week 2: 2024-10-01 }", blank: "missed")
    ).batch("ID,Name,Course,Week 1,Week 2\nRC1,A B,Sleep,Y,\n")
    #expect(
      batch.rows.flatMap(\.places) == [
        place("2024-09-24", .attended), place("2024-10-01", .missed),
      ]
    )
  }

  @Test(
    "A register without a session stops; a word that means nothing is told at its column",
    .tags(.edge)
  )
  func registerMistakes() throws {
    let none = try TestExport(map: register("course_is: Sleep, columns: days"))
      .batch("ID,Name,24/09\nRC1,A B,Y\n")
    #expect(none.stopped && none.problems.contains { $0.fix.contains("first_day") })
    let word = try TestExport(map: register("course_is: Sleep, columns: days"))
      .batch("ID,Name,24/09/2024,01/10/2024\nRC1,A B,Y,Q\nRC2,C D,Y,Y\n")
    #expect(word.rows.count == 2 && word.addsUp)
    #expect(word.problems.first { $0.code == "I037" }?.column == "01/10/2024")
  }
}
