import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Registers of sessions, drafted")
struct RegisterDraftTests: DraftsMappings {
  private struct Absent: Error {}

  @Test("Marks of a register under 'Mark' are attendance, marks of a test are not")
  func marks() throws {
    func kind(_ marks: [String]) throws -> ExportKind? {
      try draft(
        ["Student No,Course,Session date,Mark"]
          + marks.enumerated().map { "RC-010\($0),Sleep Well,0\($0 + 1)/10/2023,\($1)" }
      ).kind
    }
    #expect(try kind(["P", "A", "L", "P"]) == .attendance)
    #expect(try kind(["Merit", "Pass", "Merit", "Fail"]) != .attendance)
  }

  @Test("A booking a row is attendance; unknown words say DECIDE, and the import stops at them")
  func bookings() throws {
    let draft = try draft([
      "StudentID,CourseTitle,SessionDate,Status", "S1,Sleep,03/09/2024,Attended",
      "S2,Sleep,03/09/2024,Did Not Attend", "S1,Sleep,17/09/2024,Attended",
      "S2,Sleep,17/09/2024,Attended", "S3,Sleep,17/09/2024,Provisional",
      "S5,Sleep,17/09/2024,Provisional", "S6,Sleep,17/09/2024,Provisional",
      "S4,Sleep,17/09/2024,Waiting list",
      "S3,Sleep,24/09/2024,Attended",
    ])
    #expect(draft.kind == .attendance && draft.decisions == 1)
    #expect(draft.text.contains("\"Did Not Attend\": missed"))
    #expect(draft.text.contains("\"Waiting list\": no place"))
    #expect(throws: (any Error).self) { try map(draft) }
    let decided = draft.text.replacing("DECIDE", with: "cancelled by student")
    #expect(try ExportMap.read(decided, file: "m").kind == .attendance)
  }

  @Test(
    "A register's key is read however its pairs are parted; one that cannot be taken apart says nothing",
    arguments: [
      "P = present, A = absent, C = student cancelled, X = class cancelled by college",
      "P=present A=absent C=student cancelled X=college cancelled",
      "Key: P = present; A = absent; C = student cancelled; X = college cancelled",
    ])
  func keys(key: String) throws {
    let text = try register(key).text
    for line in [
      "P: attended", "A: missed", "C: cancelled by student", "X: cancelled by college",
    ] { #expect(text.contains("    \(line)\n"), "\(line)") }
    let odd = try register("Attendance = P when present, otherwise = A or something").text
    #expect(odd.contains("C: DECIDE") && odd.contains("X: DECIDE"))
  }

  @Test(
    "Days of two-digit years, and of months first, in the headings of a register are drafted and imported",
    arguments: [
      ["17/09/24", "24/09/24", "01/10/24"], ["Week 1 (17/09/24)", "24/09/24", "1.10.24"],
      ["9/17/2024", "9/24/2024", "10/1/2024"],
    ])
  func shortYears(days: [String]) throws {
    let lines =
      ["Ref,Name,\(days.joined(separator: ","))"]
      + (101...112).map { "HRC-00\($0),Somebody Else,\($0 % 2 == 0 ? "N,Y" : "Y,N"),Y" }
    let drafted = try draft(lines)
    let text = drafted.text.replacing("course_is: DECIDE", with: "course_is: Sleep Well")
      .replacing("blank_means: DECIDE", with: "blank_means: missed")
    let batch = try TestExport(map: text).batch(lines.joined(separator: "\n") + "\n")
    #expect(batch.rows.count == 12 && batch.problems.isEmpty, "\(batch.said)")
    #expect(
      batch.rows[0].places.map(\.day) == [day("2024-09-17"), day("2024-09-24"), day("2024-10-01")])
  }

  @Test("A register's key may stand below it, under a line that counts who came")
  func keyBelow() throws {
    let marks = ["P", "A", "X"]
    let rows = (0..<12).map { row in
      "S\(row),N," + (0..<3).map { marks[(row + $0) % 3] }.joined(separator: ",")
    }
    let lines =
      ["Student ID,Name,24/09/2024,01/10/2024,08/10/2024"] + rows
      + ["Present,,4,4,4", "\"P = present, A = absent, X = cancelled by college\",,,,"]
    let draft = try draft(lines)
    // The course, and what a blank means.
    #expect(draft.decisions == 2, "\(draft.text)")
    #expect(draft.text.contains("    X: cancelled by college\n") && !draft.text.contains("\"4\""))
  }

  @Test("Times in place of ticks are drafted in one line, however many there are")
  func times() throws {
    let lines =
      ["Student ID,Name,24/09/2024,01/10/2024,08/10/2024"]
      + (10...39).map {
        "S\($0),N,\($0 % 3 == 0 ? "10:\($0)" : "Y"),\($0 % 4 == 0 ? "10:\($0):00" : "N"),Y"
      }
    let draft = try draft(lines)
    #expect(
      draft.text.contains("    \"a time of day\": attended\n")
        || draft.text.contains("    a time of day: attended\n"), "\(draft.text)")
    #expect(
      !draft.text.contains("10:1")
        && draft.checks.contains { $0.hasPrefix("17 cells hold a time of day") }, "\(draft.checks)")
    let text = draft.text.replacing("course_is: DECIDE", with: "course_is: Sleep")
      .replacing("blank_means: DECIDE", with: "blank_means: missed")
    let batch = try TestExport(map: text).batch(lines.joined(separator: "\n") + "\n")
    #expect(batch.rows.count == 30 && batch.problems.isEmpty, "\(batch.said)")
    #expect(batch.rows.allSatisfy { $0.places.count == 3 })
  }

  @Test("A sheet that is the key says what a time and a word for cancelling mean")
  func keySheet() throws {
    var others = OtherExports()
    others.key = [["Y", "here"], ["time", "came late"], ["Canx", "student rang to cancel"]]
    let marks = ["Y", "Canx", "10:20", "Y"]
    let draft = try draft(
      ["Student ID,24/09/2024,01/10/2024,08/10/2024"]
        + (0..<12).map { row in
          "S\(row)," + (0..<3).map { marks[(row + $0) % 4] }.joined(separator: ",")
        },
      beside: others)
    #expect(draft.text.contains("    Canx: cancelled by student\n"), "\(draft.text)")
    #expect(
      draft.text.contains("a time of day") && !draft.checks.joined().contains("a time of day"))
  }

  @Test("Courses above the days of a register are its courses; terms are not")
  func coursesAboveDays() throws {
    let marks = ["P", "A", "", "", ""]
    func lines(_ groups: String) -> [String] {
      ["Register,,,,,", groups, "Student No,Name,24/09/2024,01/10/2024,24/09/2024,02/10/2024"]
        + (0..<12).map { row in
          "RC\(row),N \(row)," + (0..<4).map { marks[(row + $0) % 5] }.joined(separator: ",")
        }
    }
    let draft = try draft(lines(",,Sleep Well,,Hearing Voices,"))
    #expect(draft.text.contains("group_row: 2, header_row: 3"))
    #expect(draft.text.contains("# as the row above the days says: 2 here\n"))
    #expect(draft.checks.contains { $0.contains("'Sleep Well', 'Hearing Voices'") })
    guard case .attendance(let columns) = try map(draft).content else { throw Absent() }
    #expect(columns.course == .groups)
    let terms = try self.draft(lines(",,Autumn term,,Spring term,"))
    #expect(terms.text.contains("course_is: DECIDE") && !terms.text.contains("courses:"))
  }

  private func register(_ key: String) throws -> MapDraft {
    let marks = ["P", "A", "C", "X"]
    return try draft(
      ["\"\(key)\"", "Student ID,24/09/2024,01/10/2024,08/10/2024"]
        + (0..<12).map { row in
          "S\(row)," + (0..<3).map { marks[(row + $0) % 4] }.joined(separator: ",")
        })
  }

  @Test("A register with a column a student shows no heading, and says to turn it round")
  func turned() throws {
    let draft = try draft(
      ["Date,Course,Quentin Kettlebeck,Barnaby Nettlefold,Ursula Grubbleton"]
        + (1...6).map { "0\($0)/10/2024,Sleep,P,A,P" })
    #expect(draft.kind == nil && draft.checks.joined().contains("Turn it round"))
    #expect(!(draft.text + draft.columns.map(\.heading).joined()).contains("Nettlefold"))
  }

  @Test("A register in which no column says whose a row is says so, and what to do")
  func registerWithoutIDs() throws {
    let draft = try draft(
      ["Learner,Course,26/09/2022,03/10/2022,10/10/2022"]
        + (1...12).map { _ in "Una Somebody,Sleep,/,/,/" })
    #expect(draft.kind == nil)
    #expect(draft.checks.joined().contains("a register with a column a session (3 of them)"))
    #expect(draft.checks.joined().contains("Add a column with each student's id"))
  }

  @Test(
    "The foot of a register, which counts who came, gives no marks",
    arguments: [",Present in week,,4,0,12", "Number who came,,,4,0,12"])
  func foot(line: String) throws {
    let draft = try draft(
      ["Ref,Learner,Course,26/09/2022,03/10/2022,10/10/2022"]
        + (1...12).map { "L22-0\($0 + 10),Somebody,Sleep,\($0 % 3 == 0 ? "/" : ""),,/" }
        + [line])
    #expect(!draft.text.contains("\"12\"") && !draft.text.contains("DECIDE"), "\(draft.text)")
  }

  @Test("Beside O, A may be absent or an apology: without a key a person must say")
  func absentOrApology() throws {
    func text(_ key: [[String]]) throws -> String {
      var others = OtherExports()
      others.key = key
      return try draft(
        ["Ref,Learner,Course,26/09/2022,03/10/2022,10/10/2022"]
          + (1...12).map { "L22-0\($0 + 10),Somebody,Sleep,\($0 % 3 == 0 ? "A" : "/"),O,/" },
        beside: others
      ).text
    }
    let alone = try text([])
    #expect(alone.contains("    A: DECIDE") && alone.contains("    O: DECIDE"))
    let known = try text([
      ["Our registers"], ["/", "present"], ["O", "absent"], ["A", "apologies sent"],
      ["X", "class cancelled by us"], ["(blank)", "not yet on this course / left the course"],
    ])
    for line in ["A: cancelled by student", "O: missed", "X: cancelled by college"] {
      #expect(known.contains("    \(line)\n"), "\(known)")
    }
    #expect(known.contains("blank_means: no place"))
  }

  @Test("A session's number may stand before its day", .tags(.edge))
  func numberedDays() throws {
    let lines =
      ["#,Learner,Student ID,wk1 20/9/22,wk2 27/9/22,wk3 4/10/22,Tot"]
      + (101...112).map { "\($0 - 100),A Name,HRC-00\($0),P,\($0 % 2 == 0 ? "A,P" : "P,A"),2" }
    let drafted = try draft(lines)
    #expect(drafted.kind == .attendance, "\(drafted.text)")
    let text = drafted.text.replacing("course_is: DECIDE", with: "course_is: Sleep Well")
      .replacing("blank_means: DECIDE", with: "blank_means: missed").replacing(
        "A: DECIDE", with: "A: missed")
    let batch = try TestExport(map: text).batch(lines.joined(separator: "\n") + "\n")
    #expect(batch.rows.count == 12 && batch.problems.isEmpty, "\(batch.said) \(text)")
    #expect(
      batch.rows[0].places.map(\.day) == [day("2022-09-20"), day("2022-09-27"), day("2022-10-04")])
  }

  @Test("A heading that begins with a day is a session, but for one that was cancelled")
  func moreThanADay() throws {
    let lines =
      ["Student ID,14/1/25,21/1/25 cancelled - snow,28/1/25 (QZ covering),4/2/25 QZ,11/2/25"]
      + (101...112).map { "HRC-00\($0),P,,A,\($0 % 2 == 0 ? "A,P" : "P,A")" }
    let drafted = try draft(lines)
    #expect(
      drafted.checks.contains {
        $0.hasPrefix("The headings of columns D (2025-01-28), E (2025-02-04) say more than a day")
      }, "\(drafted.checks)")
    #expect(
      drafted.checks.contains {
        $0.hasPrefix("The heading of column C (2025-01-21) says that the session was cancelled")
      }, "\(drafted.checks)")
    #expect(!drafted.checks.joined().contains("QZ"))
    let text = drafted.text.replacing("course_is: DECIDE", with: "course_is: Sleep Well")
      .replacing("blank_means: DECIDE", with: "blank_means: missed")
    let batch = try TestExport(map: text).batch(lines.joined(separator: "\n") + "\n")
    #expect(batch.rows.count == 12 && batch.problems.isEmpty, "\(batch.said) \(text)")
    #expect(
      batch.rows[0].places.map(\.day) == [
        day("2025-01-14"), day("2025-01-28"), day("2025-02-04"), day("2025-02-11"),
      ])
  }
}
