import Foundation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

/// What is lost without any row being at fault, told after an import and in the report.
@Suite("Nothing is lost unsaid")
struct LossTests {
  private let study: LossStudy

  init() throws { study = try LossStudy() }

  private func told(_ code: String) throws -> [Problem] {
    try study.report().problems.filter { $0.code == code }
  }

  @Test("A study that has what its plan asks for has nothing to tell")
  func complete() throws {
    let report = try study.report()
    #expect(report.stopped.isEmpty)
    #expect(report.problems.isEmpty, "\(report.problems.map(\.message))")
    #expect(report.gaps.isEmpty)
    let links = try #require(report.links)
    #expect(links.register == 3)
    #expect(links.exports == [.init(holds: .scores, people: 3, strangers: 0)])
  }

  @Test("Where half of an export's rows are set aside, the report says so; of few rows it does not")
  func setAside() throws {
    func forms(_ strangers: Int) throws -> [DataGap] {
      let known = [
        "L-1,02/01/2024", "L-2,03/01/2024", "L-3,04/01/2024", "L-1,08/05/2024", "L-2,09/05/2024",
        "L-3,10/05/2024",
      ]
      try study.folder.write(
        "Student ID,Completed on,PHQ,S1,S2,S3,S4,S5,S6,S7\n"
          + (known + (0..<strangers).map { "X-\($0),02/01/2024" }).map {
            "\($0),,2,2,2,2,2,2,2\n"
          }.joined(), to: "exports/forms.csv")
      return try study.report().gaps
    }
    #expect(try forms(6) == [.setAside(.scores)])
    #expect(try forms(5) == [])
    #expect(try forms(3) == [])
  }

  @Test(
    "A scale with too few answers in every form says how many it needs and what the fullest has")
  func tooFew() throws {
    try study.change("exports/forms.csv", ",2,2,2,2,2,2,2\n", to: ",2,2,2,,,,\n")
    let problem = try #require(try told("I065").first)
    #expect(problem.severity == .warning && problem.file == "exports/forms.csv")
    #expect(problem.message.contains("6 forms of SWEMWBS"))
    #expect(problem.message.contains("the fullest has 3"))
    #expect(try study.report().gaps == [.neverScored("SWEMWBS")])
  }

  @Test("Completers are in no mapping: the plan itself tells them apart")
  func completers() throws {
    try study.change(
      "study.yaml", "steps:\n", to: "completers: { by: 60 days, completed: 6 sessions }\nsteps:\n")
    #expect(try told("I069").isEmpty)
  }

  @Test("A word of the plan that no mapping keeps is told with the nearest that is kept")
  func unknownWords() throws {
    try study.change("study.yaml", "is: [service user]", to: "is: [service user, carrer]")
    try study.change(
      "study.yaml", "steps:\n",
      to: """
        groups:
          - { column: tpye, label: kind, values: { carer: carers, service user: users } }
        steps:

        """)
    let told = try told("I069")
    #expect(
      told.map(\.message) == [
        "The plan's 'who' name the 'type' 'carrer', which no mapping keeps: nobody can be one.",
        "The plan's 'groups' go by 'tpye', which no mapping keeps under 'about': nobody is in any of them.",
      ], "\(told)")
    #expect(told.last?.fix.hasPrefix("Did you mean 'type'? ") == true, "\(told)")
    #expect(
      told.first?.fix
        == "Did you mean 'carer'? The mapping keeps, on the right-hand side of 'values': carer, service user."
    )
  }

  @Test(
    "A scale that nobody has at a follow-up of which there are forms says so, and what to write")
  func notAskedAt() throws {
    try study.change("maps/forms.map.yaml", "ignore: [PHQ]", to: "")
    try study.change("maps/forms.map.yaml", "S7] }", to: "S7] }\n  - { scale: phq9, total: PHQ }")
    try study.change(
      "study.yaml", "implied-by-sem }",
      to: "implied-by-sem }\n  - { scale: phq9, role: secondary, reliability: none }"
    )
    for day in ["02", "03", "04"] {
      try study.change("exports/forms.csv", "\(day)/01/2024,", to: "\(day)/01/2024,9")
    }
    let problem = try #require(try told("I066").first)
    #expect(
      problem.message
        == "No form of PHQ-9 belongs to the occasion 'later' (four months later), and forms of other scales do."
    )
    #expect(
      problem.severity == .warning
        && problem.fix.contains("move 'phq9' from 'outcomes' to 'feedback'"))
    #expect(try study.report().gaps == [.noFormsOf("PHQ-9", "four months later")])
    #expect(
      try study.markdown().contains(
        "PHQ-9 four months later: no form was found, though there are forms of that time."))
    // With a later follow-up at which it was asked.
    try study.change(
      "study.yaml", "nearest_to: 120 }",
      to:
        "nearest_to: 120 }\n  - { id: last, label: a year later, is: follow-up, from: 300, to: 400, nearest_to: 365 }"
    )
    try study.change(
      "exports/forms.csv", "L-3,10/05/2024,", to: "L-3,05/01/2025,7,2,2,2,2,2,2,2\nL-3,10/05/2024,")
    #expect(try told("I066").first?.fix.contains("'asked_at: [last]' beside 'phq9'") == true)
    try study.change(
      "study.yaml", "phq9, role: secondary,", to: "phq9, role: secondary, asked_at: [last],")
    #expect(try told("I066").isEmpty)
    // Asked at fewer follow-ups than there are forms of.
    #expect(try told("I068").isEmpty)
    try study.change(
      "study.yaml", "reliability: implied-by-sem }",
      to: "reliability: implied-by-sem, asked_at: [last] }")
    let beside = try #require(try told("I068").first)
    #expect(
      beside.message
        == "Forms of SWEMWBS of 'later' were read, and the plan asks it only at 'last': they are in no number."
    )
    #expect(beside.fix.contains("'asked_at: [last, later]' beside 'swemwbs'"))
  }

  @Test("A scale whose column is blank in every row says so; where rows were set aside, why")
  func blank() throws {
    try study.change("maps/forms.map.yaml", "ignore: [PHQ]", to: "")
    try study.change("maps/forms.map.yaml", "S7] }", to: "S7] }\n  - { scale: phq9, total: PHQ }")
    let blank = try #require(try told("I065").first)
    #expect(blank.message.contains("its columns in exports/forms.csv are blank in every row"))
    // No outcome of the plan: nothing for the report.
    #expect(try study.report().gaps.isEmpty)
    try study.change("exports/forms.csv", "L-3,10/05/2024,,", to: "L-3,10/05/2024,99999,")
    let lost = try #require(try told("I065").first)
    #expect(lost.message.contains("it was left out, most for 'number out of range' (I033)"))
  }

  @Test("An occasion without forms says where the plan looks and where the forms lie")
  func noForms() throws {
    try study.change("exports/forms.csv", "05/2024", to: "02/2024")
    let problem = try #require(try told("I066").first)
    #expect(
      problem.message
        == "No form belongs to the occasion 'later' (four months later): your plan looks for it 60 to 180 days after first "
        + "registration; the forms lie 1 to 40 days after first registration.")
    #expect(try study.report().gaps.contains(.noForms("four months later")))
    // Three of six lie between the windows.
    let between = try #require(try told("I067").first)
    #expect(between.severity == .warning)
    #expect(between.message.contains("3 of 6 forms belong to no occasion"))
    #expect(between.message.contains("38 to 40 days after first registration"))
  }

  @Test(
    "Of a scale most of whose forms lie in no window it is said where, and which line would take them"
  )
  func windows() throws {
    try study.change("exports/forms.csv", "L-1,08/05/2024", to: "L-1,08/05/2023")
    try study.change("exports/forms.csv", "L-2,09/05/2024", to: "L-2,09/03/2023")
    try study.change("exports/forms.csv", "L-3,10/05/2024", to: "L-3,10/02/2024")
    try study.change("exports/forms.csv", "L-1,02/01/2024", to: "L-1,02/11/2024")
    #expect(try told("I067").map(\.message).first?.hasPrefix("4 of 6 forms belong") == true)
    try study.change("exports/forms.csv", "L-2,03/01/2024", to: "L-2,03/11/2024")
    let problem = try #require(try told("I067").first)
    #expect(try told("I067").count == 1)
    #expect(problem.severity == .warning && problem.file == "exports/forms.csv")
    #expect(
      problem.message
        == "5 of 6 dated forms of SWEMWBS lie in no window of the plan and are in no number: 2 before 'baseline' (238 to 298 days before first registration); 1 between 'baseline' and 'later' (40 days after first registration); 2 after 'later' (306 to 307 days after first registration)."
    )
    #expect(
      problem.fix.contains(
        "'from: -298' at 'baseline' would take the 2 before 'baseline'; 'from: 40' at 'later' or 'to: 40' at 'baseline' would take the one between 'baseline' and 'later'; 'to: 307' at 'later' would take the 2 after 'later'"
      ), "\(problem.fix)")
    #expect(try study.report().gaps.contains(.outsideWindows("SWEMWBS")))
    #expect(try study.markdown().contains("half or more of its forms were filled in at times"))
    // What it says is so.
    try study.change("study.yaml", "from: -28", to: "from: -298")
    try study.change("study.yaml", "to: 180", to: "to: 307")
    #expect(try told("I067").map(\.message).first?.hasPrefix("1 of 6 forms belongs") == true)
  }

  @Test(
    "Who agreed to the evaluation and not to the linking of records keeps forms and no service use")
  func linkage() throws {
    try study.addContacts()
    try study.folder.write(
      "Student ID,Registered,Type,Records\nL-1,01/01/2024,SU,No\nL-2,01/01/2024,SU,Yes\nL-3,01/01/2024,SU,Yes\n",
      to: "exports/students.csv")
    try study.change(
      "maps/people.map.yaml", "about:\n",
      to: "about:\n  linkage_consent: { column: Records, values: { Yes: yes, No: no } }\n")
    #expect(try told("I070").first?.message.contains("1 has a row here; 2 could be linked") == true)
    try study.change(
      "study.yaml", "day_0:", to: "linkage: { column: linkage_consent, is: [yes] }\nday_0:")
    let told = try told("I070")
    let problem = try #require(told.first { $0.file == "exports/contacts.csv" })
    #expect(
      problem.message.contains("0 have a row here; 2 could be linked and have none")
        && problem.message.contains(
          "1 did not agree that their records be linked, or left it blank: they are in no number of it, though it has rows of 1 of them"
        ), "\(problem.message)")
    #expect(problem.fix.contains("Ask the trust to leave out who did not agree"))
    #expect(told.contains { $0.file == "study.yaml" && $0.message.hasPrefix("1 of 3 people") })
    #expect(try study.report().gaps.contains(.notLinked))
    #expect(try study.report().links?.exports.first { $0.holds == .scores }?.people == 3)
    // A word that no mapping keeps counts nobody's, and is told.
    try study.change("study.yaml", "column: linkage_consent", to: "column: linkage")
    #expect(
      try self.told("I069").first?.message.contains(
        "'linkage' goes by 'linkage', which no mapping keeps")
        == true)
  }

  @Test("Two first forms long apart and no later one may have the wrong box: told of three people")
  func onlyBaselines() throws {
    try study.change(
      "maps/forms.map.yaml", "ignore: [PHQ]",
      to: "occasion: { column: PHQ, values: { First: baseline, Last: later } }")
    try study.change("exports/forms.csv", ",,2,2", to: ",First,2,2")
    let problem = try #require(try told("I086").first)
    #expect(problem.severity == .warning && problem.file == "exports/forms.csv")
    #expect(
      problem.message
        == "3 people have two forms that say 'baseline', 60 days or more apart, and none of 'later': the box on the later form may be wrong."
    )
    try study.change("exports/forms.csv", "L-3,10/05/2024", to: "L-3,03/03/2024")
    #expect(try told("I086").isEmpty, "59 days apart")
    try study.change("exports/forms.csv", "L-3,03/03/2024", to: "L-3,04/03/2024")
    #expect(try told("I086").count == 1)
    try study.change("exports/forms.csv", "L-2,09/05/2024,First", to: "L-2,09/05/2024,Last")
    #expect(try told("I086").isEmpty, "two people are not several")
  }

  @Test("An occasion that nobody has reached lacks nothing")
  func notDue() throws {
    try study.change("exports/forms.csv", "05/2024", to: "02/2024")
    try study.change("study.yaml", "data_to: 2025-08-31", to: "data_to: 2024-03-31")
    #expect(try told("I066").isEmpty)
  }

  @Test("An outcome that no mapping reads, and a scale that the plan does not ask for")
  func notRead() throws {
    try study.change(
      "study.yaml", "  - { scale: swemwbs, role: primary, reliability: implied-by-sem }",
      to: "  - { scale: qpr15, role: primary, reliability: test-retest }")
    let problems = try told("I068")
    #expect(problems.map(\.severity) == [.warning, .note])
    #expect(problems[0].message == "The plan asks for QPR-15, and no mapping reads it.")
    #expect(problems[1].message.contains("6 forms of exports/forms.csv are in no number"))
    #expect(try study.report().gaps == [.notRead("QPR-15")])
  }

  @Test("A plan that asks for no scale at all is warned of, with what it lacks")
  func asksNothing() throws {
    try study.change(
      "study.yaml",
      """
      outcomes:
        - { scale: swemwbs, role: primary, reliability: implied-by-sem }

      """, to: "")
    for line in [
      "occasions:\n",
      "  - { id: baseline, label: at the start, is: baseline, from: -28, to: 28, nearest_to: 0 }\n",
      "  - { id: later, label: four months later, is: follow-up, from: 60, to: 180, nearest_to: 120 }\n",
    ] {
      try study.change("study.yaml", line, to: "")
    }
    let problem = try #require(try told("I068").first)
    #expect(problem.severity == .warning)
    #expect(
      problem.fix
        == "Add 'swemwbs' to 'outcomes' in study.yaml, and when forms are expected to 'occasions'.")
  }

  @Test("A line of who that nobody meets names what the mapping keeps; no cell of anybody is shown")
  func nobody() throws {
    try study.change("study.yaml", "is: [service user]", to: "is: [student]")
    let unmet = try #require(try told("I069").first)
    #expect(unmet.message.contains("None of 3 people meet"))
    #expect(!unmet.message.contains("SU") && !unmet.fix.contains("SU"))
    #expect(
      unmet.fix.hasSuffix("right-hand side of 'values': carer, service user."), "\(unmet.fix)")
    try study.change("study.yaml", "column: type", to: "column: kind")
    let unkept = try #require(try told("I069").first)
    #expect(unkept.message.contains("no mapping keeps 'kind' under 'about'"))
    #expect(unkept.fix.contains("type"))
  }

  @Test("Days of registration that nobody has")
  func period() throws {
    try study.change(
      "study.yaml", "data_to:", to: "registered: { from: 2020-01-01, to: 2020-12-31 }\n  data_to:")
    #expect(try told("I069").first?.message.contains("first registered on the days") == true)
  }

  @Test("Where no export says whom the trust knows, the import and the report say what that means")
  func nobodyIsKnown() throws {
    try study.addContacts()
    let report = try study.report()
    #expect(report.gaps == [.nobodyIsKnown])
    #expect(report.problems.contains { $0.fix.contains("whom it knows, since when") })
    #expect(
      try study.markdown().contains("Whom the trust knows, and since when: no export says it"))
    try study.change(
      "maps/contacts.map.yaml", "no_rows_means: none happened", to: "no_rows_means: not known")
    #expect(try study.report().gaps == [])
  }

  @Test("An extract that has some of the people tells of the others")
  func extract() throws {
    try study.addContacts()
    let problem = try #require(try told("I070").first)
    #expect(problem.severity == .note)
    #expect(
      problem.message.contains(
        "Of the 3 people in the numbers 1 has a row here; 2 could be linked and have none"))
    #expect(problem.fix.contains("no_rows_means: not known"))
    try study.change("maps/contacts.map.yaml", "none happened", to: "not known")
    #expect(try told("I070").first?.message.contains("they are in no number of it") == true)
    // Of nobody in the numbers: hardly what was asked for.
    try study.change("exports/contacts.csv", "L-1", to: "L-9")
    #expect(try told("I070").map(\.severity) == [.warning])
  }

  @Test("Where an export stopped, nothing is said of what may be in it")
  func stopped() throws {
    try study.change("study.yaml", "is: [service user]", to: "is: [student]")
    try study.change("maps/forms.map.yaml", "date: Completed on", to: "date: Filled in on")
    let report = try study.report()
    #expect(report.stopped == ["exports/forms.csv"])
    #expect(report.links == nil)
    #expect(!report.problems.contains { $0.code > "I064" && $0.code < "I071" })
  }

  @Test("The report says what of it touches the evidence")
  func inTheReport() throws {
    try study.change("exports/forms.csv", "05/2024", to: "02/2024")
    let (text, lacking) = try study.draft()
    #expect(lacking?.hasPrefix("2 things that the plan asks for") == true)
    #expect(text.contains("What the plan asks for and the exports do not give:"))
    #expect(text.contains("Forms four months later: none was found"))
    let whole = try LossStudy().draft()
    #expect(whole.lacking == nil)
    #expect(!whole.text.contains("What the plan asks for and the exports do not give:"))
  }
}
