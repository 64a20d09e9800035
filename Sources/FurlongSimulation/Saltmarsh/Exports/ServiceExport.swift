import FurlongStudy

/// The trust's extracts: stays in hospital and contacts with community teams.
struct ServiceExport {
  let college: SaltmarshCollege

  private static let statuses = ["Informal", "Section 2", "Section 3"]
  private static let wards = ["Ward A", "Ward B", "Ward C"]
  private static let teams = ["Team North", "Team South", "Team West", "Crisis team"]

  /// A row a stay; a blank day of leaving means still there.
  var spells: ExportTable {
    var rows: [(day: CalendarDay, number: String, row: [String])] = []
    for enrolment in college.enrolments {
      for spell in enrolment.spells {
        let number = enrolment.identity.nhsNumber
        let isOpen = spell.discharged > college.parameters.extract.upperBound
        let row = [
          number, spell.admitted.dayMonthYear, isOpen ? "" : spell.discharged.dayMonthYear,
          Self.statuses[spell.legalStatus],
          Self.wards[(spell.admitted.number + spell.legalStatus) % Self.wards.count],
        ]
        rows.append((spell.admitted, number, row))
      }
    }
    rows.sort { ($0.day, $0.number) < ($1.day, $1.number) }
    return ExportTable(
      path: "exports/inpatient-spells.csv", title: "Stays in hospital, one a row",
      columns: [
        .text("NHS No", "NHS number", required: true),
        .day("Admitted", "First day of the stay", required: true),
        .day("Discharged", "Day of leaving; blank = still there"),
        .text(
          "Legal status", "Legal status of the stay",
          words: [
            ("Informal", "not detained"), ("Section 2", "detained for assessment"),
            ("Section 3", "detained for treatment"),
          ], required: true), .text("Ward", "Ward"),
      ], key: ["NHS No", "Admitted"], missing: [("", "still there")], rows: rows.map(\.row))
  }

  /// A row a contact and member of staff.
  var contacts: ExportTable {
    var rows: [(day: CalendarDay, number: String, row: [String])] = []
    for enrolment in college.enrolments {
      for contact in enrolment.contacts {
        let number = enrolment.identity.nhsNumber
        let row = [
          number, contact.day.dayMonthYear, contact.attended, Self.teams[contact.team],
        ]
        rows.append((contact.day, number, row))
        if contact.twoStaff { rows.append((contact.day, number, row)) }
      }
    }
    rows.sort { ($0.day, $0.number) < ($1.day, $1.number) }
    return ExportTable(
      path: "exports/community-contacts.csv",
      title: "Contacts with community teams, a row a contact and member of staff",
      columns: [
        .text("NHS No", "NHS number", required: true),
        .day("Contact date", "Day of the contact", required: true),
        .text(
          "Attended", "Whether it took place",
          words: [
            ("5", "attended on time"), ("6", "attended late, seen"),
            ("2", "cancelled by the patient"), ("3", "did not attend"),
            ("4", "cancelled by the provider"), ("7", "arrived too late, not seen"),
          ], required: true), .text("Team", "Community team", required: true),
      ], rows: rows.map(\.row))
  }
}
