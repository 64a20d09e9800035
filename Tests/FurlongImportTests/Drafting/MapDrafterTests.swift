import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Drafted mappings")
struct MapDrafterTests: DraftsMappings {
  @Test("Kinds of people that are no usual words are kept as they are")
  func kinds() throws {
    let kinds = ["Service user", "Peer worker", "Member of public"]
    let draft = try draft(
      ["StudentID,Student Type,Enrolment Date"]
        + (1...12).map { "S\($0),\(kinds[$0 % 3]),0\(1 + $0 % 9)/03/2024" })
    #expect(draft.kind == .people && draft.facts.types == ["student", "peer worker", "public"])
    #expect(draft.text.contains("\"Peer worker\": peer worker"))
    _ = try map(draft)
  }

  @Test(
    "What people registered as is their kind; other columns of a few words are said not to be read")
  func registeredAs() throws {
    let kinds = ["Service user", "Carer", "Staff"]
    let draft = try draft(
      ["StudentID,Registered as,How did you hear,Enrolment Date"]
        + (1...12).map {
          "S\($0),\(kinds[$0 % 3]),\($0 % 2 == 0 ? "poster" : "friend"),0\(1 + $0 % 9)/03/2024"
        })
    #expect(draft.facts.types == ["student", "carer", "staff"])
    #expect(draft.text.contains("column: \"Registered as\""))
    #expect(draft.checks.contains { $0.contains("'Registered as' was taken for what kind") })
    #expect(
      draft.checks.contains {
        $0.hasPrefix("'How did you hear' is not read.") && $0.contains("'about'")
      },
      "\(draft.checks)")
    _ = try map(draft)
  }

  @Test(
    "Totals of a family's parts are offered as comments, and answers in the words of DASS-21 are its items"
  )
  func dass() throws {
    let totals = try draft(
      ["Student ID,Date completed,DASS Depression,DASS Anxiety"]
        + (1...12).map { "S\($0),0\(1 + $0 % 9)/03/2024,\(2 * ($0 % 20)),\(2 * ($0 % 15))" })
    #expect(
      totals.text.contains("# - { scale: dass21.depression, total: \"DASS Depression\" }"),
      "\(totals.text)")
    #expect(totals.text.contains("# - { scale: dass21.anxiety, total: \"DASS Anxiety\" }"))
    let words = [
      "Did not apply to me at all", "Applied to me to some degree or some of the time",
      "Applied to me to a considerable degree or a good part of time",
      "Applied to me very much or most of the time",
    ]
    let heading = "Student ID,Date completed," + (1...21).map { "Q\($0)" }.joined(separator: ",")
    let rows = (1...24).map { row -> String in
      let answers = (1...21).map { words[(row * 7 + $0 * 3 + row / 5) % 4] }
      return (["S\(row)", "0\(1 + row % 9)/03/2024"] + answers).joined(separator: ",")
    }
    let items = try draft([heading] + rows)
    #expect(items.kind == .scores && items.facts.scales.keys.contains("dass21"), "\(items.text)")
  }

  @Test("Ids are written in full only where a register's spelling brings them into its form")
  func spelling() throws {
    let lines = ["Student number,Date,PHQ-9 total", "RC0001,03/09/2024,4", "rc2,13/09/2024,5"]
    #expect(try draft(lines).text.contains("prefix") == false)
    var others = OtherExports()
    others.spelling = IdentifierSpelling(prefix: "RC", digits: 4)
    #expect(
      try draft(lines, beside: others).text.contains("prefix: RC, digits: 4"))
    let right = ["Student number,Date,PHQ-9 total", "RC0001,03/09/2024,4", "RC0002,13/09/2024,5"]
    #expect(try draft(right, beside: others).text.contains("prefix") == false)
  }

  @Test("A dataset without identifiers has a person a row; its arms and 999 are kept as such")
  func anonymous() throws {
    let draft = try draft(
      ["group,phq9_pre,phq9_post"]
        + (1...12).map { "\($0 % 2 == 0 ? "care" : "usual"),\(5 + $0),\($0 == 3 ? 999 : $0)" })
    #expect(draft.kind == .scores && draft.decisions == 0)
    let map = try map(draft)
    #expect(map.isPersonEachRow && map.about.map(\.name) == ["group"])
    #expect(map.missing["999"] != nil)
    #expect(draft.facts.scales["phq9"] == ["start", "end"])
  }

  @Test("Free text is never taken for questions, and never stands in a draft", .tags(.edge))
  func freeText() throws {
    let remarks = ["The tutor was kind to me", "Zoë Thackray helped me", "I liked the room a lot"]
    let draft = try draft(
      ["Student ID,Date,Comments,Answer"]
        + (1...30).map { "RC\($0),03/09/2024,\(remarks[$0 % 3]),\($0 % 5)" })
    for remark in remarks { #expect(!draft.text.contains(remark)) }
    for column in draft.columns { #expect(!column.seems.contains("Zoë")) }
  }

  @Test("What cannot be told is said to be so, and nothing is drafted", .tags(.edge))
  func unknown() throws {
    let draft = try draft(["a,b", "x,1", "y,2"])
    #expect(draft.kind == nil && draft.checks.count == 1)
    #expect(draft.text.hasPrefix("# It could not be told"))
  }

  @Test("The same rows in another order give the same draft", .tags(.law))
  func order() throws {
    let head = "Student ID,Course,24/09/2024,01/10/2024,08/10/2024"
    let rows = ["RC1,Sleep,Y,DNA,", "RC2,Sleep,,Y,Y", "RC3,Moods,DNA,,Y", "RC4,Moods,Y,Y,Y"]
    let one = try draft([head] + rows)
    let other = try draft([head] + rows.reversed())
    #expect(one == other && one.kind == .attendance)
    #expect(one.decisions == 1, "what a blank means cannot be told where few are")
  }

  @Test("Numbers that change from form to form are scores of scales that a person must describe")
  func ownScores() throws {
    let draft = try draft(
      ["id,age,sex,time,bdi,das"]
        + (1...12).flatMap { person in
          (1...3).map {
            "\(person),\(30 + person),\(person % 2 == 0 ? "F" : "M"),\($0),\(person * 4 - $0 % 3),\(Double(70 + $0 * person) / 2)"
          }
        })
    #expect(draft.kind == .scores && draft.decisions == 0)
    #expect(draft.text.contains("    \"1\": start\n    \"2\": time-2\n    \"3\": time-3\n"))
    #expect(
      draft.facts.scales == [
        "bdi": ["start", "time-2", "time-3"], "das": ["start", "time-2", "time-3"],
      ])
    let scales = draft.facts.ownScales
    #expect(scales.map(\.id) == ["bdi", "das"] && scales.allSatisfy { $0.better == nil })
    #expect(scales.map(\.scores) == [2...48, 35...53] && scales.map(\.step) == [1, 0.5])
    #expect(draft.text.contains("ignore: [age]"), "what stays the same is no score")
    #expect(draft.checks.contains { $0.contains("If it is bdi2 of the catalogue") })
    _ = try map(draft)
  }

  @Test("A column that counts is an occasion only where each person has each at most once")
  func counted() throws {
    let visits = try draft(
      ["id,visit,dose"] + (1...12).flatMap { person in ["\(person),1,5", "\(person),1,7"] })
    #expect(visits.kind == nil)
  }

  @Test("The second of three occasions is not the end")
  func secondOfThree() throws {
    let draft = try draft(
      ["Participant ID,Wave,PHQ-9 total"]
        + (1...9).flatMap { person in (1...3).map { "P\(person),T\($0),\(person + $0)" } })
    #expect(draft.text.contains("T1: start") && draft.text.contains("T2: t2"))
    #expect(draft.facts.scales == ["phq9": ["start", "t2", "end"]])
  }

  @Test("Two exports that each count people may count different ones: a person must say")
  func numberings() throws {
    let lines =
      ["record_id,Date completed,PHQ-9 total"] + (1...20).map { "\($0),03/09/2024,\($0 % 27)" }
    #expect(try draft(lines).text.contains("system") == false)
    var others = OtherExports()
    others.counting = ["exports/students.csv": "Person ID"]
    let draft = try draft(lines, beside: others)
    #expect(draft.text.contains("kind: local_id, system: DECIDE") && draft.decisions == 1)
    #expect(throws: (any Error).self) { try map(draft) }
    let named = draft.text.replacing("system: DECIDE", with: "system: redcap")
    #expect(try ExportMap.read(named, file: "m").person.first?.system == "redcap")
    others.counting = ["exports/export.csv": "record_id", "exports/students.csv": "Record ID"]
    #expect(try self.draft(lines, beside: others).text.contains("system") == false)
  }

  @Test("Previews of a survey and deleted records are left out, and said so")
  func trials() throws {
    let survey = try draft(
      ["StartDate,Status,Student ID,PHQ-9 total"]
        + (1...12).map { "2024-09-\(10 + $0),\($0 < 3 ? "Survey Preview" : "IP Address"),S\($0),4" }
    )
    #expect(survey.text.contains("- { column: Status, is: [\"Survey Preview\"] }"))
    #expect(survey.text.contains("deleted: 2 rows"))
    #expect(try map(survey).leaveOut.first?.values == ["Survey Preview"])
    let register = try draft(
      ["Student ID,Registered,Deleted"]
        + (1...12).map { "S\($0),03/09/2024,\($0 == 4 ? "Y" : "N")" })
    #expect(register.text.contains("- { column: Deleted, is: [Y] }"))
  }

  @Test("Words that stand once or twice may be names or remarks: no draft shows them")
  func remarks() throws {
    let people = try draft(
      ["Student ID,Registered,Gender,Ethnicity,Student Type"]
        + (1...20).map {
          "S\($0),03/09/2024,\($0 == 4 ? "tell Ophelia first" : "F"),\($0 == 5 ? "SW1A 1AA" : $0 == 6 ? "Irish" : "White British"),\($0 == 7 ? "Carer of Thaddeus" : "Student")"
        })
    for word in ["Ophelia", "SW1A", "Thaddeus"] { #expect(!people.text.contains(word)) }
    #expect(
      people.text.contains("Irish: irish") && people.checks.count { $0.contains("not shown") } == 3)
    #expect(people.facts.types == ["student", "not recorded"])
    let map = try map(people)
    #expect(map.about.allSatisfy { $0.others == "not recorded" })
    let register = try draft(
      ["Student ID,Course,24/09/2024,01/10/2024,08/10/2024"]
        + (1...12).map { "S\($0),Sleep,P,\($0 == 3 ? "\"ill, rang Drusilla\"" : "A"),P" })
    #expect(!register.text.contains("Drusilla") && !register.checks.joined().contains("Drusilla"))
  }

  @Test("An occasion's cell that says more is not guessed and not shown")
  func saysMore() throws {
    let draft = try draft(
      ["Participant ID,Occasion,PHQ-9 total"]
        + (1...9).flatMap { ["P\($0),Start,9", "P\($0),End,7"] }
        + ["P10,Start but Peregrine says end,4"])
    #expect(!draft.text.contains("Peregrine") && draft.text.contains("Start: start"))
    #expect(draft.checks.contains { $0.contains("not shown") && !$0.contains("Peregrine") })
  }

  @Test("What people said of their health records is told, with how many said no")
  func recordsConsent() throws {
    let draft = try draft(
      ["Student ID,Registered,Consent to health records,Consent to photographs"]
        + (1...12).map {
          "S\($0),03/09/2024,\($0 < 4 ? "No - do not look" : $0 == 4 ? "" : "Yes - you may look"),Yes"
        })
    let check = draft.checks.first { $0.hasPrefix("'Consent to health records' says") }
    #expect(check?.contains("3 of 12 rows say no, and 1 is blank") == true)
    #expect(try map(draft).about.map(\.name) == ["linkage_consent"])
    #expect(draft.checks.contains { $0.hasPrefix("'Consent to photographs' is not read: 0 of 12") })
  }

  @Test("Who agreed that their records be linked is kept under a name of its own")
  func linkageConsent() throws {
    let draft = try draft(
      ["Student ID,Registered,OK for the evaluation?,OK to look at my health record?"]
        + (1...12).map { "S\($0),03/09/2024,Y,\($0 < 4 ? "N" : $0 == 4 ? "" : "Y")" })
    #expect(draft.facts.evaluationConsent == "evaluation_consent")
    #expect(draft.facts.linkageConsent == "linkage_consent")
    let check = draft.checks.first { $0.contains("'linkage' in study.yaml") }
    #expect(check?.contains("3 of 12 rows say no, and 1 is blank") == true)
    let about = try map(draft).about
    #expect(about.map(\.name) == ["evaluation_consent", "linkage_consent"])
    #expect(about.last?.column == "OK to look at my health record?")
    #expect(about.last?.values == .words(["Y": "yes", "N": "no"]))
  }

  @Test("One answer may say yes to the evaluation and no to the records")
  func yesWithoutRecords() throws {
    let answers = ["Yes", "Yes, but not my health record", "No"]
    let draft = try draft(
      ["Student ID,Registered,Consent to evaluation"]
        + (0..<12).map { "S\($0),03/09/2024,\"\(answers[$0 % 3])\"" })
    let about = try map(draft).about
    #expect(about.map(\.column) == ["Consent to evaluation", "Consent to evaluation"])
    #expect(
      about.map(\.values) == [
        .words(["Yes": "yes", "Yes, but not my health record": "yes", "No": "no"]),
        .words(["Yes": "yes", "Yes, but not my health record": "no", "No": "no"]),
      ])
  }

  @Test(
    "Numbered items beside an occasion are one form of an unknown scale, and no scores of their own"
  )
  func numberedItems() throws {
    let draft = try draft(
      ["Student ID,Form," + (1...15).map { "Q\($0)" }.joined(separator: ",")]
        + (1...9).flatMap { person in
          ["Start", "End"].map { form in
            "S\(person),\(form),"
              + (1...15).map { "\(($0 * person + form.count) % 5)" }.joined(separator: ",")
          }
        })
    #expect(draft.facts.ownScales.isEmpty && draft.decisions == 1, "\(draft.text)")
    #expect(draft.text.contains("which scale this is") && draft.text.contains("qpr15"))
  }
}
