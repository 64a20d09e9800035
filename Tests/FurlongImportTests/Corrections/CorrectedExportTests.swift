import FurlongImport
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("An export as people corrected it")
struct CorrectedExportTests {
  private let marks: RowMark
  private let table: SourceTable

  init() throws {
    marks = RowMark(try Pseudonymiser(key: TestExport.key, studyID: "s"))
    table = SourceTable(
      name: "t.csv", header: ["A", "B"], rows: [["1", "2"], ["3", "4"], ["3", "4"], ["", "5"]],
      sourceRows: [2, 3, 4, 7], faults: [], skipped: 2, notes: [])
  }

  private func row(_ number: Int, like other: Int? = nil) throws -> ExportCorrections.Row {
    let place = try #require((0..<4).first { table.sourceRow($0) == other ?? number })
    return ExportCorrections.Row(row: number, mark: marks.mark(of: place, in: table))
  }

  private func cell(_ row: ExportCorrections.Row, _ column: String, _ value: String)
    -> ExportCorrections.Cell
  {
    ExportCorrections.Cell(row: row, column: column, value: value)
  }

  /// What became of the table, which is in one piece.
  private struct Applied {
    var table: SourceTable
    var problems: [Problem]
    var strangers: [Int: String]
  }

  private func applied(_ fill: (inout ExportCorrections) throws -> Void) throws -> Applied {
    var corrections = ExportCorrections()
    try fill(&corrections)
    let found = try corrections.applied(
      to: TableWalk(table), marks: marks, file: "exports/t.csv", book: "fixes/d.json")
    var pieces: [SourceTable] = []
    try found.table.each { pieces.append($0) }
    return Applied(
      table: try #require(pieces.first), problems: found.problems, strangers: found.strangers)
  }

  private func texts(_ table: SourceTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      [table.text(row: row, column: 0), table.text(row: row, column: 1)]
    }
  }

  @Test("has the new cells, and not the rows that were left out, which count as skipped")
  func corrected() throws {
    let found = try applied {
      $0.cells = [
        cell(try row(2), "B", "9"), cell(try row(2), "B", "8"), cell(try row(7), "A", ""),
      ]
      $0.leftOut = [try row(4)]
    }
    #expect(texts(found.table) == [["1", "8"], ["3", "4"], ["", "5"]])
    #expect(found.table.recordCount == table.recordCount && found.table.skipped == 3)
    #expect(found.problems.map(\.code) == ["I081"])
    #expect(found.problems[0].message.contains("2 cells, 1 row left out"))
  }

  @Test("nothing decided leaves it as it is", .tags(.law))
  func nothing() throws {
    let found = try applied { _ in }
    #expect(found.table == table && found.problems.isEmpty && found.strangers.isEmpty)
  }

  @Test("a row that moved is found by its mark; one that changed is told")
  func found() throws {
    let moved = try applied { $0.cells = [cell(try row(5, like: 2), "B", "9")] }
    #expect(texts(moved.table)[0] == ["1", "9"])
    let other = try applied {
      $0.leftOut = [ExportCorrections.Row(row: 2, mark: "m" + String(repeating: "0", count: 32))]
    }
    #expect(other.table == table && other.problems.map(\.code) == ["I082"])
    #expect(other.problems[0].row == 2)
  }

  @Test(
    "of rows that say the same as many are corrected as were, those with the numbers first",
    .tags(.edge))
  func copies() throws {
    let second = try applied { $0.cells = [cell(try row(4), "B", "9")] }
    #expect(texts(second.table)[1...2] == [["3", "4"], ["3", "9"]])
    let moved = try applied { $0.cells = [cell(try row(5, like: 3), "B", "9")] }
    #expect(texts(moved.table)[1...2] == [["3", "9"], ["3", "4"]])
    let three = try applied {
      $0.cells = [
        cell(try row(4), "B", "7"), cell(try row(5, like: 3), "B", "8"),
        cell(try row(6, like: 3), "B", "9"),
      ]
    }
    #expect(texts(three.table)[1...2] == [["3", "8"], ["3", "7"]])
    #expect(three.problems.filter { $0.code == "I082" }.map(\.row) == [6])
  }

  @Test("marks differ with any cell, heading, key and study, and are no numbers", .tags(.law))
  func differ() throws {
    let one = marks.mark(of: 0, in: table)
    #expect(RowMark.isMark(one) && !RowMark.isMark("12e45"))
    #expect(marks.mark(of: 1, in: table) == marks.mark(of: 2, in: table))
    let others = [
      SourceTable(
        name: "t", header: ["A", "B"], rows: [["1", "3"]], sourceRows: [2], faults: [], skipped: 0,
        notes: []),
      SourceTable(
        name: "t", header: ["A", "C"], rows: [["1", "2"]], sourceRows: [2], faults: [], skipped: 0,
        notes: []),
      SourceTable(
        name: "t", header: ["A", "B"], rows: [["", "12"]], sourceRows: [2], faults: [], skipped: 0,
        notes: []),
    ]
    for other in others { #expect(marks.mark(of: 0, in: other) != one) }
    for (key, study) in [([UInt8](repeating: 1, count: 32), "s"), (TestExport.key, "t")] {
      let other = RowMark(try Pseudonymiser(key: key, studyID: study))
      #expect(other.mark(of: 0, in: table) != one)
    }
  }

  @Test("rows of another person get a pseudonym of their own, the same for all of one decision")
  func strangers() throws {
    let csv = "Student,Day,Score\nRC1,01/10/2024,3\nRC1,02/10/2024,4\nRC1,03/10/2024,5\n"
    let map = """
      furlong_map: 1
      reads: exports/test.csv
      holds: scores
      rows: one a form
      format: { dates: day month year }
      person: [{ column: Student, kind: student_id }]
      date: Day
      missing: { "": blank }
      scores: [{ scale: gad7, total: Score }]
      """
    var reader = try TestExport(map: map).reader()
    reader.strangers = [3: "m1", 4: "m1"]
    let rows = reader.map(
      try CSVReader().read(Array(csv.utf8), name: "t"), file: "f", mapFile: "m", contentDigest: "",
      ruleDigest: ""
    ).rows
    #expect(rows.count == 3)
    #expect(
      rows[1].identifiers == rows[2].identifiers && rows[0].identifiers != rows[1].identifiers)
    #expect(rows[1].identifiers.map(\.kind) == [.studentID])
  }

  @Test("rows of a long export that are another person's are forms of their own")
  func long() throws {
    let map = """
      furlong_map: 1
      reads: exports/test.csv
      holds: scores
      rows: one a score
      format: { dates: day month year }
      person: [{ column: Student, kind: student_id }]
      date: Day
      measure: Measure
      score: Score
      missing: { "": blank }
      scores: [{ scale: gad7, total: GAD-7 }]
      """
    let csv = "Student,Day,Measure,Score\nRC1,01/10/2024,GAD-7,3\nRC1,01/10/2024,GAD-7,4\n"
    var reader = try TestExport(map: map).reader()
    func batch() throws -> ImportBatch {
      reader.map(
        try CSVReader().read(Array(csv.utf8), name: "t"), file: "f", mapFile: "m",
        contentDigest: "", ruleDigest: "")
    }
    #expect(try batch().rows.isEmpty, "two answers of one person and day contradict one another")
    reader.strangers = [3: "m1"]
    #expect(try batch().rows.count == 2)
  }
}
