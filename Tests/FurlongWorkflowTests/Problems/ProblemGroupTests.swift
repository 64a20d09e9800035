import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Problems in groups")
struct ProblemGroupTests {
  private func problem(
    _ severity: Problem.Severity = .setAside, code: ProblemCode = .scoreRange,
    file: String = "exports/forms.csv", row: Int? = nil, column: String? = "S3",
    _ message: String, fix: String = "Correct it."
  ) -> Problem {
    Problem(
      severity: severity, code: code, file: file, row: row, column: column, message: message,
      fix: fix)
  }

  @Test("problems that differ in row and shown value are one group, with its rows and values")
  func together() throws {
    let groups = ProblemGroup.groups(of: [
      problem(row: 12, "'55' is not an answer of SWEMWBS; allowed are 1 to 5."),
      problem(row: 4, "'66' is not an answer of SWEMWBS; allowed are 1 to 5."),
      problem(row: 9, "'55' is not an answer of SWEMWBS; allowed are 1 to 5."),
    ])
    let group = try #require(groups.first)
    #expect(groups.count == 1)
    #expect(group.count == 3)
    #expect(group.rows == [4, 9, 12])
    #expect(group.first.row == 4)
    #expect(group.values.map(\.value) == ["'55'", "'66'"])
    #expect(group.values.map(\.count) == [2, 1])
  }

  @Test("rows named in a message do not part a group; everything else does")
  func apart() {
    let alike = ProblemGroup.groups(of: [
      problem(row: 2, "Rows 2 and 7 disagree for the same person and day (gad7)."),
      problem(row: 3, "Rows 3, 4, 5, 6, 8 and 2 more disagree for the same person and day (gad7)."),
      problem(
        row: 9, "Rows a-1.csv:9 and b.csv:12 disagree for the same person and day (gad7)."),
    ])
    #expect(alike.count == 1)
    let different = ProblemGroup.groups(of: [
      problem(row: 2, "Rows 2 and 7 disagree for the same person and day (gad7)."),
      problem(row: 2, "Rows 2 and 7 disagree for the same person and day (phq9)."),
      problem(row: 2, column: "S4", "Rows 2 and 7 disagree for the same person and day (phq9)."),
      problem(
        file: "exports/b.csv", row: 2, "Rows 2 and 7 disagree for the same person and day (phq9)."),
      problem(.stop, row: nil, column: nil, "Column number 5 is not in the mapping."),
      problem(.stop, row: nil, column: nil, "Column number 6 is not in the mapping."),
      problem(row: 2, "'9' is no answer.", fix: "Add 9 to 'missing'."),
      problem(row: 3, "'55' is no answer.", fix: "Correct it."),
    ])
    #expect(different.count == 8)
  }

  @Test("stops come first, then rows set aside, warnings and notes; in each the largest group")
  func order() {
    let groups = ProblemGroup.groups(of: [
      problem(.note, "a"), problem(.note, "b"), problem(.note, "b"), problem(.warning, "c"),
      problem(.setAside, "d"), problem(.setAside, "e"), problem(.setAside, "e"),
      problem(.stop, "f"),
    ])
    #expect(groups.map(\.first.message) == ["f", "e", "d", "c", "b", "a"])
  }

  @Test("no problem is lost or counted twice, and nothing gives nothing", .tags(.edge, .law))
  func total() {
    let problems = (0..<500).map { place in
      problem(
        Problem.Severity.allCases[place % 4], row: place % 7 == 0 ? nil : place,
        "'\(place % 3)' is wrong in row \(place).")
    }
    let groups = ProblemGroup.groups(of: problems)
    #expect(groups.map(\.count).reduce(0, +) == problems.count)
    #expect(groups.count == 4)
    #expect(ProblemGroup.groups(of: []).isEmpty)
  }

  @Test("the table has a line a problem and no formula for a spreadsheet", .tags(.edge))
  func table() {
    let text = ProblemsTable.csv([
      problem(row: 4, column: "=1+1", "'5,5' is not a number."),
      problem(.stop, code: .missingExport, column: nil, "The export is missing."),
    ])
    #expect(
      text == """
        severity,code,file,row,column,message,fix,mark,correction
        set-aside,I033,exports/forms.csv,4,'=1+1,"'5,5' is not a number.",Correct it.,,
        stop,I049,exports/forms.csv,,,The export is missing.,Correct it.,,

        """)
  }
}
