import FurlongStudy

/// The college's register: a row a registration.
struct StudentExport {
  let college: SaltmarshCollege

  var table: ExportTable {
    var rows: [(day: CalendarDay, id: String, row: [String])] = []
    for enrolment in college.enrolments {
      let student = enrolment.student
      let ids = enrolment.identity.ids
      rows.append((student.registered, ids.first, row(enrolment, ids.first, student.registered)))
      if let again = student.registeredAgain {
        rows.append((again, ids.again, row(enrolment, ids.again, again)))
      }
    }
    rows.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    return ExportTable(
      path: "exports/students.csv", title: "Registrations, one a row", columns: columns,
      key: ["Student ID", "Registered on"], rows: rows.map(\.row))
  }

  private func row(
    _ enrolment: SaltmarshCollege.Enrolment, _ id: String, _ registered: CalendarDay
  ) -> [String] {
    let student = enrolment.student
    let identity = enrolment.identity
    return [
      id, student.nhsNumberKnown ? NHSNumber.spaced(identity.nhsNumber) : "",
      identity.forename, identity.surname, identity.email, identity.postcode,
      identity.born.dayMonthYear, identity.gender, ["SU", "Carer", "Staff"][student.kind.rawValue],
      student.dataConsent ? "Y" : "N", registered.dayMonthYear,
      student.knownSince?.dayMonthYear ?? "", student.leftOn?.dayMonthYear ?? "",
    ]
  }

  private let columns: [ExportTable.Column] = [
    .text("Student ID", "The college's id; some have another when they come back", required: true),
    .text("NHS No", "NHS number of the 999 range, which belongs to nobody"),
    .text("Forename", "Invented forename"), .text("Surname", "Invented surname"),
    .text("Email", "Invented address"), .text("Postcode", "Invented postcode"),
    .day("DOB", "Date of birth"),
    .text(
      "Gender", "Gender",
      words: [("F", "woman"), ("M", "man"), ("NB", "non-binary"), ("-", "not said")]),
    .text(
      "Type", "What the student is",
      words: [("SU", "service user"), ("Carer", "carer"), ("Staff", "staff")], required: true),
    .text(
      "Consent (data)", "Whether the data may be used", words: [("Y", "yes"), ("N", "no")],
      required: true),
    .day("Registered on", "Day of this registration", required: true),
    .day("Known to trust since", "Since when the trust knows the student; blank = never"),
    .day("Left on", "When the student moved away or died"),
  ]
}
