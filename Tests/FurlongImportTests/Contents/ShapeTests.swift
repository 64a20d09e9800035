import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Shapes of exports")
struct ShapeTests {
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
