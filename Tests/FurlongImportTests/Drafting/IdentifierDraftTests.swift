import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Drafted columns of ids")
struct IdentifierDraftTests: DraftsMappings {
  private let questions = (1...7).map { "SWEMWBS \($0)" }.joined(separator: ",")
  private let answers = "3,3,4,3,2,3,4"

  @Test(
    "A reference is an id by its heading and its cells",
    arguments: [
      ("Ref", IdentifierKind.studentID), ("Reference", .studentID), ("Learner ref", .studentID),
      ("Learner reference", .studentID), ("Your reference", .studentID),
      ("Student ref", .studentID), ("Your learner reference (on your card)", .studentID),
      ("Reference number", .studentID), ("Client ref", .localID),
      ("Service user ref", .localID), ("SU ref", .localID), ("Card", .studentID),
      ("Card no", .studentID),
    ])
  func references(heading: String, kind: IdentifierKind) throws {
    let rows = (1...12).map { "L22-00\($0 % 9),1\($0 % 9)/03/2024,\(answers)" }
    let draft = try draft(["\(heading),Date,\(questions)"] + rows)
    #expect(draft.kind == .scores)
    let person = try map(draft).person
    #expect(person.map(\.column) == [heading] && person.map(\.kind) == [kind])
  }

  @Test("Words for no identifier are drafted as missing, and the column as one that may be blank")
  func noIdentifier() throws {
    let rows = (10...29).map {
      "RC00\($0),\($0 % 4 == 0 ? "n/k" : "C\($0)00"),11/03/2024,\(answers)"
    }
    let draft = try draft(["Student ID,Client ref,Date,\(questions)"] + rows)
    #expect(
      draft.text.contains("\"n/k\": \"not recorded\"")
        || draft.text.contains("\"n/k\": not recorded"), "\(draft.text)")
    #expect(try map(draft).person.map(\.mayBeBlank) == [false, true])
  }

  @Test("A reference whose cells are no codes is none")
  func noCodes() throws {
    let rows = (1...12).map { "\($0 % 2 == 0 ? "north" : "south"),1\($0 % 9)/03/2024,\(answers)" }
    #expect(try draft(["Ref,Date,\(questions)"] + rows).text.contains("- { column: DECIDE"))
  }

  @Test("The number that Microsoft Forms gives each form is nobody's")
  func microsoftForms() throws {
    let headings = "ID,Start time,Completion time,Email,Name"
    func rows(_ more: (Int) -> String) -> [String] {
      (1...12).map {
        "\($0),1\($0 % 9)/03/2024 10:00,1\($0 % 9)/03/2024 10:05,anonymous,,\(more($0))\(answers)"
      }
    }
    let without = try draft(["\(headings),\(questions)"] + rows { _ in "" })
    #expect(without.text.contains("- { column: DECIDE") && without.decisions == 1)
    #expect(without.facts.ownScales.isEmpty, "row numbers are no score")
    let learner = try draft(
      ["\(headings),Your learner reference,\(questions)"] + rows { "L22-00\($0 % 9)," })
    #expect(try map(learner).person.map(\.column) == ["Your learner reference"])
    let occasions = try draft(
      ["\(headings),Your learner reference,When is this?,\(questions)"]
        + rows { "L22-00\($0 % 6),\($0 < 7 ? "Start" : "End")," })
    #expect(
      occasions.facts.ownScales.isEmpty && occasions.facts.scales.keys.sorted() == ["swemwbs"])
  }

  @Test(
    "Numbers in the order of the rows are the rows'; the same numbers out of order are people's")
  func rowNumbers() throws {
    func lines(_ order: [Int]) -> [String] {
      ["No,Date,\(questions)"] + order.map { "\($0),1\($0 % 9)/03/2024,\(answers)" }
    }
    #expect(try draft(lines(Array(1...12))).text.contains("- { column: DECIDE"))
    #expect(
      try map(try draft(lines([3, 1, 2, 4, 6, 5, 9, 7, 8, 12, 11, 10]))).person.map(\.column)
        == ["No"])
  }

  @Test(
    "A number that is another in every row, while ids of people repeat, is the row's",
    arguments: ["Enrolment ID", "Respondent ID", "Record ID", "Attendee no."])
  func numbersOfRows(heading: String) throws {
    let rows = (101...120).map { number in
      "\(number),HRC-00\(100 + number / 2),1\(number % 9)/02/1980,1\(number % 9)/03/2024"
    }
    let draft = try draft(["\(heading),Student Ref,DOB,Enrolled On"] + rows)
    #expect(draft.kind == .people)
    let map = try map(draft)
    #expect(map.person.map(\.column) == ["Student Ref"] && map.ignore == [heading])
    #expect(draft.facts.spelling == IdentifierSpelling(prefix: "HRC-", digits: 5))
    #expect(
      draft.checks.contains {
        $0.hasPrefix("'\(heading)' is another in every row, and 'Student Ref' stands in several")
      })
  }

  @Test(
    "Two ids of people stay, where each has one row, one was typed twice, or both name people",
    .tags(.edge))
  func twoIDs() throws {
    let heads = "DOB,Enrolled On"
    func rows(_ id: (Int) -> Int) -> [String] {
      (101...120).map { number in
        "\(number),HRC-00\(id(number)),1\(number % 9)/02/1980,1\(number % 9)/03/2024"
      }
    }
    let once = try draft(["Enrolment ID,Student Ref,\(heads)"] + rows { $0 })
    #expect(try map(once).person.map(\.column) == ["Enrolment ID", "Student Ref"])
    let slip = try draft(["Enrolment ID,Student Ref,\(heads)"] + rows { $0 == 110 ? 111 : $0 })
    #expect(try map(slip).person.map(\.column) == ["Enrolment ID", "Student Ref"])
    let both = try draft(["Student ID,RiO ID,\(heads)"] + rows { 100 + $0 / 2 })
    #expect(try map(both).person.map(\.column) == ["Student ID", "RiO ID"])
  }

  @Test("A register with a column a session and a reference is drafted")
  func register() throws {
    let draft = try draft(
      ["Ref,Learner,Course,26/09/2022,03/10/2022,10/10/2022"]
        + (1...12).map { "L22-0\($0 + 10),Somebody,Sleep,\($0 % 3 == 0 ? "/" : ""),,/" })
    #expect(draft.kind == .attendance && draft.text.contains("drop: [Learner]"))
    #expect(try map(draft).person.map(\.column) == ["Ref"])
  }

  @Test("Stories in people's own words are drafted, with the day on which consent was signed")
  func stories() throws {
    let story = String(repeating: "I came to the college and it did me good. ", count: 3)
    let draft = try draft(
      ["No.,Learner ref,Told on,In your own words,May we use your words?,Consent form signed on"]
        + (1...6).map {
          "ST0\($0),L24-02\($0),0\($0)/01/2025,\(story),\($0 % 2 == 0 ? "Yes" : "No"),0\($0)/01/2025"
        })
    #expect(draft.kind == .stories)
    #expect(draft.text.contains("story: { id: \"No.\", date: \"Told on\""))
    #expect(draft.text.contains("given_on: \"Consent form signed on\""))
    #expect(draft.text.contains("- { column: \"Learner ref\", kind: student_id }"))
  }

  @Test("A register's ids may have a word of the college's own; numbers of orders are none")
  func ownWord() throws {
    func register(_ heading: String) throws -> MapDraft {
      try self.draft(
        ["\(heading),First name,Surname,NHS number,Date of birth,Enrolled"]
          + (10...30).map {
            "WF/22/0\($0),Ash,Invented,99900010\($0),01/02/19\($0 + 50),\($0 % 28 + 1)/09/2023"
          })
    }
    let draft = try register("Wayfinder No.")
    #expect(draft.text.contains("{ column: \"Wayfinder No.\", kind: student_id"), "\(draft.text)")
    #expect(draft.facts.spelling != nil)
    #expect(!(try register("Order No.")).text.contains("kind: student_id"))
  }

  @Test("Who is a student and a carer is for a person to decide")
  func twoKinds() throws {
    let kinds = ["Student", "Carer / supporter", "Student; Carer / supporter", "Staff"]
    let draft = try draft(
      ["Student ID,Role(s),Enrolled"]
        + (10...33).map { "RC-0\($0),\(kinds[$0 % 4]),\($0 % 28 + 1)/09/2023" })
    #expect(draft.decisions == 1, "\(draft.text)")
    #expect(draft.text.contains("\"Student; Carer / supporter\": DECIDE"), "\(draft.text)")
  }

  @Test(
    "A register in which some ids were typed otherwise reads all by the rule that other exports have"
  )
  func registersOwnSpelling() throws {
    let ids = (101...130).map { "TH-0\($0)" } + ["TH-45", "46"]
    let draft = try draft(
      ["Learner ref,DOB,Enrolled On"] + ids.map { "\($0),11/02/1980,12/03/2024" })
    #expect(draft.facts.spelling == IdentifierSpelling(prefix: "TH-", digits: 4))
    #expect(
      try map(draft).person.map(\.spelling) == [IdentifierSpelling(prefix: "TH-", digits: 4)],
      "\(draft.text)")
    #expect(draft.checks.contains { $0.hasPrefix("2 ids in 'Learner ref' are written otherwise") })
    let same = try self.draft(
      ["Learner ref,DOB,Enrolled On"]
        + ids.dropLast(2).map { "\($0),11/02/1980,12/03/2024" })
    #expect(!same.text.contains("prefix:"))
  }
}
