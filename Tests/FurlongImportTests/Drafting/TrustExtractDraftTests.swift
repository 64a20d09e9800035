import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

/// Extracts of a trust: stays and contacts, scores, periods under the Act, the caseload.
@Suite("Drafted mappings of a trust's extracts")
struct TrustExtractDraftTests: DraftsMappings {
  @Test(
    "Days of admission and discharge are stays; codes of attendance are contacts that were attended"
  )
  func services() throws {
    let stays = try draft([
      "NHSNumber,StartDateHospProvSpell,DischDateHospProvSpell", "9990000018,2024-01-02,2024-02-01",
      "9990000026,2024-03-02,",
    ])
    #expect(stays.kind == .events && stays.decisions == 0)
    #expect(stays.facts.events == ["admission", "bed-day"])
    _ = try map(stays)
    let contacts = try draft(
      [
        "Person_ID,CareContDate,AttendStatus", "P1,2024-01-02,5", "P1,2024-01-09,3",
        "P2,2024-02-02,6", "P2,2024-02-02,6", "P3,2024-02-02,5", "P3,2024-03-02,7",
      ], name: "care-contacts.csv")
    #expect(contacts.kind == .events && contacts.facts.events == ["contact"])
    #expect(contacts.text.contains("is: [\"5\", \"6\"]"))
    #expect(contacts.text.contains("once_a: row"), "one row is an exact copy")
    _ = try map(contacts)
  }

  @Test(
    "Of contacts only direct ones that were attended count, and none of the college's own team")
  func ownTeam() throws {
    let rows = [
      "P1,2024-01-02,CMHT East,5,01", "P1,2024-01-09,Recovery College,5,01",
      "P2,2024-02-02,CMHT East,3,02", "P2,2024-02-05,CMHT East,6,02",
      "P3,2024-02-02,CMHT West,5,05", "P3,2024-03-02,Crisis Team,5,11",
    ]
    let draft = try draft(
      ["Person_ID,CareContDate,TeamName,AttendStatus,ConsMechanismMH"] + rows,
      name: "care-contacts.csv")
    #expect(draft.decisions == 0)
    #expect(draft.text.contains("- { column: TeamName, is: [\"Recovery College\"] }"))
    #expect(draft.checks.contains { $0.contains("the college's own team") })
    guard case .events(let columns) = try map(draft).content else {
      Issue.record("no events")
      return
    }
    #expect(columns.rules.map(\.event) == ["contact"])
    #expect(columns.rules[0].conditions.map(\.column) == ["AttendStatus", "ConsMechanismMH"])
    #expect(columns.rules[0].conditions.map(\.values) == [["5", "6"], ["01", "02", "11"]])
  }

  @Test(
    "Codes of attendance under a shortened heading, and a team whose name does not say that it is the college's"
  )
  func shortened() throws {
    let rows = ["P1,2024-01-02,CMHTN,5", "P1,2024-01-09,RCOL,5", "P2,2024-02-02,CMHTN,3"]
    let known = try draft(["NHS_NO,CONTACT_DTTM,TEAM,ATT_CD"] + rows, name: "contacts.csv")
    #expect(known.text.contains("where: { column: ATT_CD, is: [\"5\"] }"), "\(known.text)")
    #expect(known.text.contains("- { column: TEAM, is: [RCOL] }"))
    let open = try draft(
      ["NHS_NO,CONTACT_DTTM,TEAM,ATT_CD"] + rows.map { $0.replacing("RCOL", with: "T17") },
      name: "contacts.csv")
    #expect(open.checks.contains { $0.contains("If one of them is the college's own") })
    #expect(!known.checks.contains { $0.contains("If one of them is the college's own") })
  }

  @Test(
    "Stays on wards are stays, with detentions among them",
    arguments: [
      "NHSNumber,Ward,Ward Start,Ward End,Legal Status",
      "NHSNumber,Ward,StartDateWardStay,EndDateWardStay,LegalStatusCode",
    ])
  func wards(headings: String) throws {
    let draft = try draft(
      [
        headings, "9990000018,Poplar,2024-01-02,2024-01-09,02",
        "9990000018,Oak,2024-01-09,2024-01-20,03", "9990000026,Oak,2024-03-02,,01",
      ], name: "wards.csv")
    #expect(draft.decisions == 0)
    #expect(draft.facts.events == ["admission", "bed-day", "detention"])
    _ = try map(draft)
  }

  @Test(
    "Codes of scales name what a row's score is of; a day and a person alone are not taken for an event"
  )
  func codes() throws {
    let rows = (1...20).map {
      "P\($0),\($0 % 2 == 0 ? "720433000" : "445455005"),\($0),2024-03-\($0 + 9)T10:30:00"
    }
    let draft = try draft(["Person_ID,CodedAssToolType,PersScore,AssToolCompTimestamp"] + rows)
    #expect(draft.kind == .scores && draft.text.contains("rows: one a score"))
    #expect(draft.facts.scales.keys.sorted() == ["gad7", "phq9"])
    _ = try map(draft)
    let nothing = try self.draft([
      "Person_ID,Date,Colour", "P1,2024-03-01,red", "P2,2024-03-02,blue",
    ])
    #expect(nothing.kind == nil)
  }

  @Test(
    "Periods under the Mental Health Act are detentions, short-term orders left out, and no admissions"
  )
  func detentions() throws {
    let draft = try draft([
      "Person_ID,LegalStatusCode,StartDateMHActLegalStatusClass,EndDateMHActLegalStatusClass",
      "P1,02,2024-01-02,2024-01-20", "P1,03,2024-01-20,", "P2,05,2024-02-01,2024-02-02",
      "P3,01,2024-02-01,2024-02-09",
    ])
    #expect(draft.facts.events == ["detention"] && draft.text.contains("is: [\"02\", \"03\"]"))
    _ = try map(draft)
  }

  @Test("Detentions are drafted once; periods under the Act are seen by their sections")
  func detentionsOnce() throws {
    let stays = [
      "RiO ID,Admission Date,Discharge Date,Legal Status", "R1,02/05/2022,09/05/2022,Section 3",
      "R2,11/10/2023,,Informal",
    ]
    #expect(try draft(stays).facts.events.contains("detention"))
    var others = OtherExports()
    others.hasLegalPeriods = true
    let beside = try draft(stays, beside: others)
    #expect(!beside.facts.events.contains("detention") && beside.checks.joined().contains("twice"))
    _ = try map(beside)
    let periods = try draft([
      "RiO ID,Section,Start Date,End Date", "R1,Section 3,01/02/2024,01/03/2024",
      "R2,Section 5(2),01/04/2024,",
    ])
    #expect(periods.facts.events == ["detention"] && periods.facts.hasLegalPeriods)
    _ = try map(periods)
  }

  @Test("A file called caseload is the trust's list, whatever the day is called")
  func caseload() throws {
    let draft = try draft(
      ["RiO ID,NHS Number,Referral Accepted,Date of Death"]
        + (1...5).map { "R\($0),999000001\($0),0\($0)/02/2020," }, name: "Trust caseload.csv")
    #expect(draft.kind == .caseload)
    #expect(draft.text.contains("known_to_trust_from: \"Referral Accepted\""))
    #expect(
      draft.checks.joined().contains("was taken for the day since when the trust knows a person"))
  }

  @Test(
    "A list of people with one day is the trust's, with or without a register beside it",
    arguments: [
      "First Referral Accepted", "Referral Date", "First Referral Date", "Open From",
      "Date first referred",
    ])
  func knownSince(heading: String) throws {
    let lines =
      ["NHS Number,RiO ID,\(heading)"]
      + (1...6).map { "999000001\($0),73072\($0)4,0\($0)/02/2020" }
    let draft = try draft(lines, name: "RC_MATCH_PATIENTS.csv")
    #expect(draft.kind == .caseload && draft.facts.saysKnown && draft.facts.hasCaseload)
    #expect(draft.checks.contains { $0.hasPrefix("'\(heading)' was taken for the day since when") })
    guard case .caseload(let columns) = try map(draft).content else {
      Issue.record("no caseload")
      return
    }
    #expect(columns.knownToTrustFrom == heading)
  }

  @Test("Beside a register a trust's list says since when it knows people, or asks which day it is")
  func besideRegister() throws {
    var others = OtherExports()
    others.hasRegister = true
    func rows(_ cells: String) -> [String] {
      (1...6).map { "73072\($0)4,0\($0)/02/1980,\(cells)" }
    }
    let plain = try draft(
      ["RiO ID,Date of birth,Record made"] + rows("01/02/2021"), beside: others)
    #expect(plain.text.contains("known_to_trust_from: \"Record made\""))
    let two = try draft(
      ["RiO ID,Date of birth,Team from,Care plan from"] + rows("01/02/2021,03/04/2021"),
      beside: others)
    #expect(two.kind == .caseload && two.decisions == 1 && two.facts.saysKnown)
    #expect(two.text.contains("one of [\"Team from\", \"Care plan from\"]"))
    let none = try draft(["RiO ID,Date of birth,Team"] + rows("East"), beside: others)
    #expect(none.facts.hasCaseload && !none.facts.saysKnown)
    #expect(none.checks.contains { $0.contains("No column says since when the trust knows them") })
  }

  @Test("Referrals, of which people have several, are no list of people")
  func referrals() throws {
    let draft = try draft(
      ["NHS Number,RiO ID,Referral Date"]
        + (1...12).map { "999000001\($0 % 4),7307\($0 % 4)4,0\($0 % 9 + 1)/02/2020" },
      name: "referrals.csv")
    #expect(draft.facts.events == ["referral"])
  }

  @Test("No extract asks for the trust's list where one is there")
  func asksForNoList() throws {
    let lines = [
      "RiO ID,Admission Date,Discharge Date", "R1,02/05/2022,09/05/2022", "R2,11/10/2023,",
    ]
    func asks(_ draft: MapDraft) -> Bool {
      draft.checks.contains { $0.hasPrefix("No export says who is known") }
    }
    #expect(asks(try draft(lines)))
    var others = OtherExports()
    others.hasCaseload = true
    #expect(!asks(try draft(lines, beside: others)))
  }

  @Test(
    "A place of safety, a crisis house and a day hospital are no admissions to a ward, and said so",
    arguments: [
      "Health-based place of safety", "136 suite", "S136", "HBPoS", "Crisis house", "Day Hospital",
    ])
  func noWard(word: String) throws {
    let rows = (1...8).map {
      "73072\($0)4,0\($0)/02/2024,1\($0)/02/2024,\($0 % 4 == 0 ? word : "Acute")"
    }
    let draft = try draft(["RiO ID,Ward Stay Start,Ward Stay End,Ward Type"] + rows)
    let left = try map(draft).leaveOut
    #expect(left.map(\.column) == ["Ward Type"] && left.first?.values == [word])
    #expect(draft.checks.contains { $0.contains("2 rows") && $0.contains(word) })
    // In a list of contacts it is a team that people saw.
    let contacts = try self.draft(
      ["RiO ID,Contact Date,Location"]
        + rows.map { $0.split(separator: ",") }.map { "\($0[0]),\($0[1]),\($0[3])" },
      name: "contacts.csv")
    #expect(contacts.kind == .events && !contacts.text.contains("leave_out"))
  }

  @Test("Contacts of several kinds in one extract are told apart by their words")
  func kinds() throws {
    let kinds = ["CMHT f2f", "CMHT tel", "CRISIS LINE", "ED LIAISON"]
    let draft = try draft(
      ["NHS Number,Contact date,contact_type,attend_code"]
        + (0..<80).map {
          "999000\(1000 + $0 % 20),2024-0\(1 + $0 % 9)-1\($0 % 7),\(kinds[$0 % 4]),\([5, 6, 3, 5, 7][$0 % 5])"
        }, name: "contacts.csv")
    #expect(draft.facts.events == ["contact", "crisis-contact", "emergency-attendance"])
    guard case .events(let columns) = try map(draft).content else { throw Absent() }
    #expect(columns.rules.map(\.event) == ["contact", "crisis-contact", "emergency-attendance"])
    #expect(
      draft.text.contains("{ column: contact_type, is: [CMHT f2f, CMHT tel] }")
        || draft.text.contains("is: [\"CMHT f2f\", \"CMHT tel\"]"), "\(draft.text)")
    #expect(draft.checks.contains { $0.contains("'contact_type' tells contacts of several kinds") })
  }

  @Test("A day far ahead says that a stay has not ended", .tags(.edge))
  func neverEnding() throws {
    let draft = try draft(
      ["NHS Number,Ward_Stay_Start,Ward_Stay_End"]
        + (1...9).map {
          "999000100\($0),2024-0\($0)-01,\($0 == 4 ? "2100-01-01" : "2024-0\($0)-11")"
        },
      name: "ward stays.csv")
    #expect(draft.text.contains("\"2100-01-01\": blank"), "\(draft.text)")
  }

  @Test("A list of people that closes without a day of leaving says so")
  func closed() throws {
    let draft = try draft(
      ["NHS number,Open since,Closed,Reason closed"]
        + (1...9).map {
          "999000100\($0),2020-0\($0)-01,\($0 < 4 ? "2023-0\($0)-01" : ""),\($0 < 4 ? "Deceased" : "")"
        },
      name: "open to trust.csv")
    #expect(draft.kind == .caseload, "\(draft.text)")
    #expect(draft.checks.contains { $0.hasPrefix("'Closed' is not read.") }, "\(draft.checks)")
  }

  private struct Absent: Error {}

  @Test("Days in eight digits, as data sets of the NHS write them, are days")
  func compactDays() throws {
    let lines =
      ["NHS_NUMBER,ARRIVAL_DATE,ARRIVAL_TIME,ATTENDANCE_CATEGORY"]
      + (1...12).map { "999000\(1000 + $0),202401\($0 + 10),1\($0 + 10)5,\($0 % 2 + 1)" }
    let draft = try draft(lines, name: "ecds.csv")
    #expect(
      draft.kind == .events && draft.facts.events == ["emergency-attendance"], "\(draft.text)")
    #expect(draft.text.contains("dates: year month day") && draft.text.contains("from: 2024-01-11"))
    // Codes of a category are no words for who came.
    #expect(!draft.text.contains("where:"), "\(draft.text)")
    #expect(draft.checks.contains { $0.hasPrefix("'ATTENDANCE_CATEGORY' is not read") })
    let text = """
      furlong_map: 1
      reads: exports/test.csv
      holds: events
      rows: one an event
      format: { dates: ORDER }
      person: [{ column: ID, kind: student_id }]
      covers: { from: 2024-01-01, to: 2024-12-31 }
      no_rows_means: none happened
      date: Date
      events: [{ event: contact, count: rows }]

      """
    let cells = "ID,Date\nRC1,20240412\nRC2,20240431\nRC3,2024-04-12\n"
    let read = try TestExport(map: text.replacing("ORDER", with: "year month day")).batch(cells)
    #expect(read.rows.count == 2 && read.problems.map(\.code) == ["I023"], "\(read.said)")
    let british = try TestExport(map: text.replacing("ORDER", with: "day month year")).batch(cells)
    #expect(british.rows.count == 1, "\(british.said)")
  }
}
