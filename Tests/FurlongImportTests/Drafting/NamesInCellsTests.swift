import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Names that people typed into other columns")
struct NamesInCellsTests: DraftsMappings {
  /// A hundred people, of whom some have another word in one column.
  private func people(_ heading: String, _ usual: String, _ words: [String]) throws -> MapDraft {
    try draft(
      ["Student ID,Forename,Surname,Registered,\(heading)"]
        + (1...100).map {
          "S\($0),Odalys,Brackenmoor,03/09/2024,\($0 <= words.count ? words[$0 - 1] : usual)"
        })
  }

  private func shown(_ draft: MapDraft) -> String { draft.text + draft.checks.joined() }

  @Test(
    "are in no draft, however often they stand there",
    arguments: [
      ("Ethnicity", "White British", "Thessaly Gorrick"),
      ("Gender", "Female", "ask Thessaly Gorrick"), ("Gender", "Female", "with Thessaly"),
      ("Contact type", "Student", "c/o thessaly gorrick"),
      ("Contact type", "Student", "Carer of Thessaly Gorrick"),
    ])
  func typed(heading: String, usual: String, word: String) throws {
    let draft = try people(heading, usual, Array(repeating: word, count: 9))
    #expect(!shown(draft).lowercased().contains("thessaly"), "\(draft.text)")
    #expect(draft.text.contains("others: not recorded"))
    #expect(draft.checks.contains { $0.contains("(rows 2, 3, 4, 5, 6, 7, 8, 9 and 1 more)") })
  }

  @Test("nor a name of a column of names of this export or of another, unless it is a plain word")
  func listed() throws {
    let own = try people("Ethnicity", "White British", Array(repeating: "Brackenmoor", count: 20))
    #expect(!own.text.contains("Brackenmoor: "), "\(own.text)")
    var others = OtherExports()
    others.names = ["sorrelby", "black"]
    let lines =
      ["Student ID,Registered,Ethnicity"]
      + (1...40).map {
        "S\($0),03/09/2024,\($0 < 12 ? "Sorrelby" : $0 < 22 ? "Black Caribbean" : "White British")"
      }
    let draft = try draft(lines, beside: others)
    #expect(!shown(draft).contains("Sorrelby") && draft.text.contains("\"Black Caribbean\":"))
    #expect(try self.draft(lines).text.contains("Sorrelby: sorrelby"))
    #expect(own.facts.names == ["odalys", "brackenmoor"])
  }

  @Test("and a word that is not known stands there only for five people and 2 in 100")
  func few() throws {
    for (number, isShown) in [(4, false), (5, true)] {
      let draft = try people(
        "Ethnicity", "White British", Array(repeating: "Cornish", count: number))
      #expect(draft.text.contains("Cornish: cornish") == isShown)
    }
    // One person in six rows is one person.
    let one = try draft(
      ["Student ID,Registered,Ethnicity"]
        + (1...100).map {
          "S\($0 < 7 ? 1 : $0),0\($0 % 9 + 1)/09/2024,\($0 < 7 ? "Cornish" : "White British")"
        })
    #expect(!one.text.contains("Cornish"), "\(one.text)")
  }

  @Test("nor as marks of a register, in a team to leave out, or among answers")
  func elsewhere() throws {
    let register = try draft(
      ["Student ID,Course,24/09/2024,01/10/2024,08/10/2024"]
        + (1...12).map {
          "S\($0),Sleep,P,\($0 < 8 ? "Thessaly" : "A"),\($0 < 7 ? "with Thessaly" : $0 < 9 ? "Attended late" : "P")"
        })
    #expect(!shown(register).contains("Thessaly") && register.text.contains("Attended late"))
    #expect(register.checks.contains { $0.contains("2 texts in place of marks") })
    let contacts = try draft(
      ["Local Patient ID,CareContDate,Team,AttendStatus"]
        + (1...30).map {
          "70\($0),2024-05-\($0 + 0 > 9 ? "" : "0")\($0),\($0 < 9 ? "Recovery College (Thessaly Gorrick)" : "North CMHT"),5"
        }, name: "contacts.csv")
    #expect(!shown(contacts).contains("Thessaly"), "\(contacts.text)")
    #expect(contacts.text.contains("is: [DECIDE]"), "\(contacts.text)")
    let items = (1...9).map { "PHQ9_\($0)" }.joined(separator: ",")
    let forms = try draft(
      ["Student ID,Date,\(items)"]
        + (1...20).map { row in
          "S\(row),03/09/2024,"
            + (1...9).map {
              row < 5 && $0 == 3
                ? "Not at all (Thessaly helped)"
                : row < 5 && $0 == 4 ? "Often Thessaly" : "Not at all"
            }.joined(separator: ",")
        })
    #expect(forms.kind == .scores && !shown(forms).contains("Thessaly"), "\(forms.text)")
  }
}
