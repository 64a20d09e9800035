import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// What a service cost stands in no export: a drafted plan says as comments what is to be filled in.
@Suite("Costs of a drafted plan")
struct DraftedCostsTests {
  private let folder: TestFolder
  private let keys: TestFolder
  private var study: URL { folder.url.appendingPathComponent("study") }
  private var plan: URL { study.appendingPathComponent("study.yaml") }

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
  }

  /// Drafts the plan of twelve students, of whom the trust has contacts where it is asked.
  private func draft(withContacts: Bool) throws -> String {
    let people = 1...12
    try folder.write(
      "Student ID,Local Patient ID,Date enrolled\n"
        + people.map { "RC000\($0),7\($0)3\($0),1\($0 % 9)/03/2024\n" }.joined(),
      to: "exports/students.csv")
    if withContacts {
      try folder.write(
        "Local Patient ID,CareContDate,AttendStatus\n"
          + people.map { "7\($0)3\($0),2024-05-1\($0 % 9),5\n" }.joined(),
        to: "exports/contacts.csv")
    }
    let made = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "priced", folder: study)
    ).make(in: study)
    #expect(made.files.contains("costs/our-trust.yaml.example") == withContacts)
    #expect(!made.decisions.contains { $0.file == "study.yaml" || $0.file.hasPrefix("costs/") })
    return try String(contentsOf: plan, encoding: .utf8)
  }

  @Test("are comments that make a plan once the # is away and what is asked is written")
  func comments() throws {
    var isMoney = false
    let text = try draft(withContacts: true).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line -> String in
      isMoney = line.hasPrefix("# costs:") || isMoney && line.hasPrefix("#")
      let told = isMoney ? String(line.dropFirst(2)) : String(line)
      return told.hasPrefix("#  - { id: money") ? String(told.dropFirst()) : told
    }.joined(separator: "\n").replacing("pounds: DECIDE", with: "pounds: 190000")
      .replacing("paid_by: DECIDE", with: "paid_by: city council")
      .replacing("served: DECIDE", with: "served: 410")
    #expect(!text.contains("DECIDE"), "\(text)")
    try text.write(to: plan, atomically: true, encoding: .utf8)
    let example = try String(
      contentsOf: study.appendingPathComponent("costs/our-trust.yaml.example"), encoding: .utf8)
    try example.replacing("pounds: DECIDE", with: "pounds: 90")
      .replacing("source: DECIDE", with: "source: a letter")
      .replacing("2024/25", with: "2023/24")
      .write(
        to: study.appendingPathComponent("costs/our-trust.yaml"), atomically: true, encoding: .utf8)
    let words = try Workflow.ofTest(study, keys: keys.url, on: "2025-12-01").checkPlan().text
    #expect(words.contains("contact £90") || words.contains("contact: £90"), "\(words)")
    #expect(words.contains("£190000"), "\(words)")
  }

  @Test("are those of a budget among the exports: what was spent, of the year that its title names")
  func budget() throws {
    try folder.write(
      """
      Budget out-turn 2023/24,,
      ,,
      Heading,Budget £,Actual £
      Pay: peer trainers,"58,000","£61,220"
      Rooms,14000,15110.5
      Marketing,2500,
      Total,74500,76330.5

      """, to: "exports/Budget.csv")
    let text = try draft(withContacts: true)
    #expect(
      text.contains(
        "#     - { what: \"Pay: peer trainers\", pounds: 61220, period: { from: 2023-04-01, to: 2024-03-31 }, paid_by: DECIDE }"
      ),
      "\(text)")
    #expect(text.contains("#     - { what: Rooms, pounds: 15110.5, period:"))
    #expect(!text.contains("Marketing") && !text.contains("76330") && !text.contains("what: staff"))
  }

  @Test("two financial years beside each other are added up, thousands are written out")
  func years() throws {
    try folder.write(
      """
      Cost heading,2023/24,2024/25,Total
      Peer trainers,£61k,£64.5k,£125.5k
      Rooms,"£14,000",£0.0142m,"£28,200"
      Non-pay,,,
      Launch,"£2,000",n/a,"£2,000"
      ICB grant,(£70k),(£72k),(£142k)
      Total,£77k,£78.7k,£155.7k

      """, to: "exports/College budget.csv")
    let text = try draft(withContacts: true)
    let days = "period: { from: 2023-04-01, to: 2025-03-31 }"
    #expect(text.contains("{ what: \"Peer trainers\", pounds: 125500, \(days)"), "\(text)")
    #expect(text.contains("{ what: Rooms, pounds: 28200, \(days)"))
    #expect(text.contains("{ what: Launch, pounds: 2000, \(days)"))
    #expect(text.contains("check: '2023/24' and '2024/25' added up"))
    #expect(!text.contains("what: Total") && !text.contains("ICB grant"))
  }

  @Test("headings stand beside the first line of each, and no amount goes unsaid", .tags(.edge))
  func grouped() throws {
    let sheet = """
      Our budget,,2023/24,2024/25
      Pay,Manager,£54.2k,£57k
      ,Peer trainers,£101k,£112k
      Non-pay,Rooms,£12k,£14k
      ,Materials,3200,£3.9k
      Total,,£170.4k,£186.9k

      """
    try folder.write(sheet, to: "exports/Budget.csv")
    let text = try draft(withContacts: true)
    for (what, pounds) in [
      ("Manager", 111_200), ("\"Peer trainers\"", 213_000), ("Rooms", 26_000), ("Materials", 7_100),
    ] {
      #expect(text.contains("{ what: \(what), pounds: \(pounds), period:"), "\(text)")
    }
    #expect(!text.contains("what: Pay") && !text.contains("what: Total"))
  }

  @Test(
    "A list that says nothing of pounds, or two columns of what was spent, is no budget",
    .tags(.edge),
    arguments: [
      "Item,Number\nRooms,3\nChairs,40\n", "Item,Actual 2023,Actual 2024\nRooms,3,4\nPay,4,5\n",
      "Item,Actual 2022/23,Actual 2024/25\nRooms,£3,£4\nPay,£4,£5\n",
      "Item,Actual 2023/24,Spend 2023/24\nRooms,£3,£4\nPay,£4,£5\n",
      "Item,Actual 2023/24\nRooms,£3\n,£7\nPay,£4\n",
    ])
  func noBudget(sheet: String) throws {
    try folder.write(sheet, to: "exports/Budget.csv")
    #expect(try draft(withContacts: true).contains("what: staff, pounds: DECIDE"))
  }

  @Test("are not there where nothing can be priced", .tags(.edge))
  func nothing() throws {
    #expect(try !draft(withContacts: false).contains("costs"))
  }

  @Test("a rough number is one line to look at, and what comes in is told and taken off nothing")
  func roughAndIncome() throws {
    try folder.write(
      """
      Delivery budget 2023/24,,
      ,,
      Heading,Budget £,Actual £
      Staffing,,
      Manager,58000,56850
      Rooms,14000,13260
      Refreshments,3500,"approx 3,900"
      Income: course fees,-1500,-1120
      Total,74000,72890

      """, to: "exports/Budget.csv")
    let text = try draft(withContacts: true)
    #expect(text.contains("from the column 'Actual £'"), "\(text)")
    #expect(text.contains("{ what: Manager, pounds: 56850,") && !text.contains("58000"))
    let line = text.split(separator: "\n").first {
      $0.contains("what: Refreshments, pounds: 3900,")
    }
    #expect(line?.contains("check: the sheet gives a rough number") == true, "\(text)")
    #expect(text.contains("What comes in, £1120 in all") && !text.contains("what: \"Income"))
  }
}
