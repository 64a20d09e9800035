import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Values that strayed into another column are not shown")
struct StrayValueTests {
  private static let strays = [
    "Jane Zzkwson", "Ian", "Rose", "ZX9 9ZX", "14/03/1961", "14/03/61", "1961-03-14", "22354",
    "14.03.1961", "19610314", "zq@example.org", "9990000018", "999 000 0018", "07700 900123",
    "12 Larch Row Saltmarsh", "She said that Zzkw hurt her", "QQ123456C",
  ]

  /// A day is a day where days are meant, and a short number a number: those are kept.
  private static let readable = ["1961-03-14", "22354"]

  /// A mapping, its export's columns, a sound row, and the columns of which the text is kept as it is.
  private struct Layout {
    var export: TestExport
    var row: [(column: String, value: String)]
    var kept: Set<String> = []
    /// Headings that are days by what the mapping says.
    var days: Set<String> = []
  }

  private static let events = """
    furlong_map: 1
    reads: exports/test.csv
    holds: events
    person: [{ column: NHS, kind: nhs_number }]
    format: { dates: day month year }

    """

  private static var layouts: [Layout] {
    var states = TestExport.plan()
    states.lifeOutcomes = [
      LifeOutcome(
        id: "work", label: "work", states: ["working", "not working"], sought: ["working"],
        soughtLabel: "in work")
    ]
    let person = ("NHS", "9990000018")
    return [
      Layout(
        export: TestExport(map: peopleMap),
        row: Array(
          zip(
            peopleHeader.split(separator: ",").map(String.init),
            ["SC1", "9990000018", "01/09/2023", "", "", "01/01/1990", "F", "33", "To", "Su", "No"])),
        kept: ["Town"]),
      Layout(
        export: TestExport(
          map: formsMap.replacing("ignore:", with: "drop: [Name]\nignore:")
            .replacing("S7] }", with: "S7], answers: { never: 1, always: 5 } }")),
        row: Array(
          zip(
            (formsHeader + ",Name").split(separator: ",").map(String.init),
            ["SC1", "01/02/2024", "3", "never", "3", "3", "3", "3", "3", "fine", "Su"]))),
      Layout(
        export: TestExport(
          map: formsMap.replacing(
            "swemwbs, items: [S1, S2, S3, S4, S5, S6, S7]", with: "bdi2, total: T"
          ) + "\nstates: [{ life_outcome: work, column: W, values: { Employed: working } }]",
          plan: states),
        row: [("ID", "SC1"), ("Date", "01/02/2024"), ("T", "20"), ("W", "Employed")]),
      Layout(
        export: TestExport(
          map: """
            furlong_map: 1
            reads: exports/test.csv
            holds: attendance
            rows: one a student and session
            format: { dates: day month year }
            person: [{ column: ID, kind: student_id }]
            session: { course: Course, date: Date }
            status: { column: Status, values: { Present: attended, Absent: missed } }
            """),
        row: [("ID", "SC1"), ("Course", "Art"), ("Date", "01/02/2024"), ("Status", "Present")],
        kept: ["Course"]),
      Layout(
        export: TestExport(
          map: events + """
            rows: one a spell
            no_rows_means: none happened
            covers: { from: 2021-09-01, to: 2025-08-31 }
            start: In
            end: { column: Out, blank_means: still there }
            events:
              - { event: admission, count: starts }
              - { event: detention, count: starts, where: { column: Law, is: [Section 2] } }
            """),
        row: [person, ("In", "01/02/2024"), ("Out", "03/02/2024"), ("Law", "Section 2")]),
      Layout(
        export: TestExport(
          map: events + """
            rows: one a person and period
            events:
              - event: contact
                count: N
                period: P
                periods: { before: { from: -8 weeks, to: 0 weeks } }
            """),
        row: [person, ("N", "4"), ("P", "before")]),
      Layout(
        export: TestExport(
          map: """
            furlong_map: 1
            reads: exports/test.csv
            holds: attendance
            rows: one a student
            format: { dates: day month year }
            person: [{ column: ID, kind: student_id }]
            session: { course_is: Sleep, columns: days }
            status: { values: { Yes: attended, No: missed }, blank_means: no place }
            drop: [Name]
            """),
        row: [("ID", "SC1"), ("Name", "Su"), ("24/09/2024", "Yes"), ("01/10/2024", "No")],
        days: ["14/03/1961", "1961-03-14", "14.03.1961"]),
      Layout(
        export: TestExport(
          map: """
            furlong_map: 1
            reads: exports/test.csv
            holds: scores
            rows: one an item
            format: { dates: day month year }
            person: [{ column: ID, kind: student_id }]
            date: Date
            item: Question
            answer: Answer
            scores:
              - { scale: brs, items: [B1, B2, B3, B4, B5, B6] }
            """),
        row: [("ID", "SC1"), ("Date", "01/02/2024"), ("Question", "B1"), ("Answer", "3")]),
      Layout(
        export: TestExport(
          map: """
            furlong_map: 1
            reads: exports/test.csv
            holds: caseload
            rows: one a person
            format: { dates: day month year }
            person: [{ column: NHS, kind: nhs_number }]
            known_to_trust_from: Known
            left_on: Left
            """),
        row: [person, ("Known", "01/02/2020"), ("Left", "01/02/2024")]),
      Layout(
        export: TestExport(map: storyMap),
        row: [
          ("ID", "ST1"), ("Who", "SC1"), ("Text", "I came back."), ("Level", "4"),
          ("Given", "01/02/2024"), ("By", "KL"), ("On", "05/02/2024"),
        ], kept: ["ID", "Text"]),
      Layout(
        export: TestExport(map: codingMap, codes: ["hope", "identity"]),
        row: [("Story", "ST1"), ("Coder", "A"), ("Code", "hope")], kept: ["Story", "Coder"]),
    ]
  }

  private func said(_ batch: ImportBatch) -> String {
    batch.problems.map { "\($0.message) \($0.fix) \($0.column ?? "") \($0.place)" }.joined()
  }

  @Test("in any column of any kind of export, neither in a problem nor in a row")
  func cells() throws {
    for layout in Self.layouts {
      let header = layout.row.map(\.column).joined(separator: ",")
      func batch(_ row: [String]) throws -> ImportBatch {
        try layout.export.batch(header + "\n" + row.joined(separator: ",") + "\n")
      }
      let sound = layout.row.map(\.value)
      let whole = try batch(sound)
      #expect(whole.rows.count == 1 && whole.problems.isEmpty, "\(header): \(whole.said)")
      for (place, column) in layout.row.map(\.column).enumerated() {
        for stray in Self.strays {
          var row = sound
          row[place] = stray
          let batch = try batch(row)
          #expect(!said(batch).contains(stray), "\(column): \(batch.said)")
          if !layout.kept.contains(column), !Self.readable.contains(stray) {
            #expect(!"\(batch.rows)".contains(stray), "\(column) keeps it")
          }
        }
      }
    }
  }

  @Test("as headings: one beside the others, and one in the place of another")
  func headings() throws {
    for layout in Self.layouts {
      let strays = Self.strays.filter { !layout.days.contains($0) }
      let columns = layout.row.map(\.column)
      let row = layout.row.map(\.value).joined(separator: ",")
      for stray in strays {
        let beside = try layout.export.batch(
          (columns + [stray]).joined(separator: ",") + "\n\(row),x\n")
        #expect(beside.stopped && !said(beside).contains(stray), "\(beside.said)")
        for place in columns.indices {
          var headings = columns
          headings[place] = stray
          let instead = try layout.export.batch(
            headings.joined(separator: ",") + "\n\(row)\n")
          #expect(instead.stopped && !said(instead).contains(stray), "\(instead.said)")
        }
      }
    }
  }

  @Test("while slips of words, short numbers and days are shown and helped")
  func slips() throws {
    let people = try TestExport(map: peopleMap.replacing("F: woman", with: "Female: woman")).batch(
      peopleHeader
        + "\nSC1,,02/09/2023,,,,Femael,,,,\nSC2,,02/09/2023,,,,X,,,,\nSC3,,31/06/2024,,,,M,,,,\n"
        + "SC4,,02/09/2023,,,,M,3.5,,,\nSC5,,02/09/2023,,,,M,,,,\n")
    #expect(
      people.problems.map(\.message) == [
        "'Femael' is not among the mapping's values.", "'X' is not among the mapping's values.",
        "'31/06/2024' is not a date.", "'3.5' is not a whole number.",
      ])
    #expect(people.problems[0].fix.hasPrefix("Did you mean 'Female'?"))
    let coding = try TestExport(map: codingMap, codes: ["identity"]).batch(
      "Story,Coder,Code\nST1,A,identiy\n")
    #expect(coding.problems[0].message == "'identiy' is not a code of the codebook.")
  }
}
