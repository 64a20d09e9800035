import FurlongStudy

/// The college's register: a row a student.
struct GreyfellRegisterExport {
  let college: GreyfellCollege

  var table: ExportTable {
    ExportTable(
      path: "exports/students.csv", title: "Registrations, one a row", columns: columns,
      key: ["Student ID"],
      rows: college.enrolments.map { enrolment in
        let (student, identity) = (enrolment.student, enrolment.identity)
        return [
          identity.id, student.nhsNumberKnown ? NHSNumber.spaced(identity.nhsNumber) : "",
          student.registered.dayMonthYear, identity.born.dayMonthYear, identity.gender,
          student.isCarer ? "Carer" : "Student", student.leftOn?.dayMonthYear ?? "",
        ]
      })
  }

  private let columns: [ExportTable.Column] = [
    .text("Student ID", "The college's id", required: true),
    .text("NHS number", "NHS number of the 999 range, which belongs to nobody"),
    .day("Registered on", "Day of the registration", required: true),
    .day("Date of birth", "Date of birth"),
    .text(
      "Gender", "Gender",
      words: [
        ("Female", "woman"), ("Male", "man"), ("Non-binary", "non-binary"),
        ("Prefer not to say", "not said"),
      ]),
    .text(
      "Role", "What the student is", words: [("Student", "student"), ("Carer", "carer")],
      required: true), .day("Left on", "When the student moved away"),
  ]
}
