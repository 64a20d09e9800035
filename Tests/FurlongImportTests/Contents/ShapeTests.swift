import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Shapes of exports")
struct ShapeTests {
  // MARK: registers

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

  @Test("Sessions last as long as the mapping says, and a row of no such length is set aside")
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
    #expect(column.rows.map { $0.places.map(\.minutes) } == [[90], [nil], [120]])
    #expect(column.problems.map(\.column) == ["Hours", "Hours"])
    let times = try batch("{ starts: Starts, ends: Ends }", lines)
    #expect(times.rows.map { $0.places.map(\.minutes) } == [[105], [30], [nil]])
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

  // MARK: long exports

  private let items = """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one an item
    format: { dates: day month year }
    person: [{ column: ID, kind: student_id }]
    date: Date
    item: Question
    answer: Answer
    others: skip
    scores:
      - { scale: phq2, items: [PHQ_1, PHQ_2] }
    """.replacing("phq2, items: [PHQ_1, PHQ_2]", with: "brs, items: [B1, B2, B3, B4, B5, B6]")

  @Test("Rows that are items of one person and day are one form, whatever their order")
  func longItems() throws {
    let rows = [
      "RC1,29 Sep 2024 14:53:28,B1,1", "RC1,29 Sep 2024 14:53:29,B2,2", "rc1,29/09/2024,B3,3",
      "RC1,29/09/2024,B4,4", "RC2,29/09/2024,B1,5", "RC1,29/09/2024,B6,5", "RC1,29/09/2024,B5,1",
      "RC1,29/09/2024,Other,7", "RC1,01/12/2024,B1,2",
    ]
    let batch = try TestExport(map: items).batch(
      "ID,Date,Question,Answer\n" + rows.joined(separator: "\n"))
    #expect(
      batch.rows.flatMap(\.forms).map(\.answers) == [
        .items([1, 2, 3, 4, 1, 5]), .items([5, nil, nil, nil, nil, nil]),
        .items([2, nil, nil, nil, nil, nil]),
      ])
    #expect(batch.rowsRead == 9 && batch.rowsSkipped == 1 && batch.rowsSetAside == 0)
    #expect(batch.problems.map(\.code) == ["I063"])
  }

  @Test("A wrong answer is told at its own row, and sets its form aside", .tags(.edge))
  func longFault() throws {
    let batch = try TestExport(map: items).batch(
      "ID,Date,Question,Answer\nRC1,01/02/2024,B1,1\nRC1,01/02/2024,B2,8\nRC2,01/02/2024,B1,2\n")
    #expect(batch.rows.count == 1 && batch.rowsSetAside == 2)
    let fault = try #require(batch.problems.first)
    #expect(fault.row == 3 && fault.code == "I033" && fault.column == "B2")
  }

  @Test("Two answers to one question set the form aside; the same twice is one", .tags(.edge))
  func longContradiction() throws {
    let batch = try TestExport(map: items).batch(
      "ID,Date,Question,Answer\nRC1,01/02/2024,B1,1\nRC1,01/02/2024,B1,2\nRC2,01/02/2024,B1,2\nRC2,01/02/2024,B1,2\n"
    )
    #expect(batch.rows.count == 1 && batch.rowsSetAside == 2)
    let aside = batch.problems.filter { $0.severity == .setAside }
    #expect(aside.map(\.row) == [2, 3] && aside.allSatisfy { $0.code == "I039" })
    #expect(
      batch.problems.filter { $0.code == "I038" }.map(\.message) == [
        "1 row gives the same answer as another row of the same person and day; each is counted once."
      ])
  }

  @Test("A row a score: one column names the scale, one holds the score")
  func longScores() throws {
    let batch = try TestExport(
      map: """
        furlong_map: 1
        reads: exports/test.csv
        holds: scores
        rows: one a score
        format: { dates: day month year, short_years_from: 1930 }
        person: [{ column: ID, kind: student_id }]
        date: Date
        measure: Measure
        score: Total
        scores:
          - { scale: phq9, total: PHQ-9 }
          - { scale: gad7, total: GAD-7 }
        """
    ).batch(
      "ID,Measure,Date,Total\nRC1,PHQ-9,03/09/24,12\nRC1,gad-7,03/09/24,9\nRC1,WSAS,03/09/24,9\n")
    #expect(
      batch.rows.flatMap(\.forms).map(\.scale) == ["phq9", "gad7"]
        && batch.rows.flatMap(\.forms).allSatisfy { $0.moment == .day(day("2024-09-03")) })
    #expect(
      batch.rowsSetAside == 1 && batch.problems.map(\.code) == ["I026", "I037"],
      "nobody said to skip")
  }

  // MARK: occasions

  @Test("A column says at which occasion a form was filled in, or each form has a day of its own")
  func occasions() throws {
    var plan = TestExport.plan(dataTo: nil, dayZero: .none)
    plan.occasions = ["start", "end"].map {
      Occasion(id: $0, label: $0, role: .baseline, window: nil)
    }
    let byWord = try TestExport(
      map: """
        furlong_map: 1
        reads: exports/test.csv
        holds: scores
        rows: one a form
        format: {}
        person: [{ column: ID, kind: student_id }]
        occasion: { column: Which, values: { Start of course: start, End: end } }
        scores: [{ scale: gad7, total: GAD }]
        """, plan: plan
    ).batch("ID,Which,GAD\nRC1,start of course,5\nRC1,End,3\nRC2,,3\n")
    #expect(
      byWord.rows.flatMap(\.forms).map(\.moment) == [.occasion("start"), .occasion("end")])
    #expect(byWord.problems.map(\.code) == ["I042"], "a form without occasion is nowhere")
    let byDay = try TestExport(
      map: """
        furlong_map: 1
        reads: exports/test.csv
        holds: scores
        rows: one a person
        format: { dates: day month year }
        person: [{ column: ID, kind: student_id }]
        scores:
          - { scale: gad7, date: Start day, total: GAD start }
          - { scale: gad7, date: End day, total: GAD end }
        """
    ).batch(
      "ID,Start day,GAD start,End day,GAD end\nRC1,01/02/2024,5,01/06/2024,3\nRC2,,,,\nRC3,,4,,\n")
    #expect(
      byDay.rows.flatMap(\.forms).map(\.moment)
        == [.day(day("2024-02-01")), .day(day("2024-06-01"))])
    #expect(byDay.rows.count == 2 && byDay.problems.map(\.code) == ["I042"])
  }

  @Test("Rows that the mapping leaves out are skipped, counted and said; no other rule sees them")
  func leftOut() throws {
    let map = """
      furlong_map: 1
      reads: exports/forms.csv
      holds: scores
      rows: one a form
      format: { dates: day month year }
      person: [{ column: ID, kind: student_id }]
      date: Date
      leave_out: [{ column: Status, is: [survey preview, Spam] }]
      scores: [{ scale: phq9, total: PHQ9 }]
      """
    let batch = try TestExport(map: map).batch(
      "ID,Date,Status,PHQ9\nRC0001,03/09/2024,IP Address,4\ntest,not a day,Survey  Preview,lots\n,,SPAM,\nRC0002,03/09/2024,,5"
    )
    #expect(batch.rows.count == 2 && batch.rowsRead == 4 && batch.rowsSkipped == 2)
    #expect(batch.rowsSetAside == 0 && batch.problems.map(\.code) == ["I075"])
    #expect(batch.problems[0].message.hasPrefix("2 rows are left out"))
    #expect(batch.skips.filter { $0.value > 0 } == [.leftOut: 2])
  }

  @Test("Other words of a person are kept as the mapping says, and are in no message")
  func others() throws {
    let map = """
      furlong_map: 1
      reads: exports/people.csv
      holds: people
      rows: one a registration
      format: { dates: day month year }
      person: [{ column: ID, kind: student_id }]
      registered_on: Registered
      about: { gender: { column: Gender, values: { F: woman }, others: not recorded } }
      """
    let batch = try TestExport(map: map).batch(
      "ID,Registered,Gender\nRC0001,03/09/2024,F\nRC0002,03/09/2024,tell Ophelia\nRC0003,03/09/2024,"
    )
    #expect(batch.rows.map { $0.about["gender"] ?? nil } == ["woman", "not recorded", nil])
    #expect(batch.problems.isEmpty)
  }
}
