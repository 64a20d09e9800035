import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("People of the register whom an import cannot place")
struct LostRegistrationTests {
  @Test("Rows of who was set aside in the register name those rows of it")
  func setAside() throws {
    let study = try LossStudy()
    try study.change("exports/students.csv", "L-2,01/01/2024,SU", to: "L-2,31/02/2024,SU")
    let report = try study.report()
    let nobody = try #require(report.problems.first { $0.code == "I040" })
    #expect(
      nobody.fix.hasPrefix(
        "If the person is in the register and was set aside there (row 3 of exports/students.csv), mend that row first."
      ), "\(nobody.fix)")
    try study.change("exports/students.csv", "31/02/2024", to: "01/01/2024")
    try study.change("exports/forms.csv", "L-2,", to: "L-9,")
    let stranger = try #require(try study.report().problems.first { $0.code == "I040" })
    #expect(stranger.fix.hasPrefix("Add the person to the register"), "\(stranger.fix)")
  }

  @Test("Who is registered in both arms of a trial is in neither, and it is told by the rows")
  func bothArms() throws {
    let study = try LossStudy()
    try study.change(
      "study.yaml", "design: before-after", to: "design: { randomised: arm, control: TAU }")
    try study.change(
      "study.yaml", "steps:\n",
      to:
        "groups:\n  - { column: arm, label: arm, values: { TAU: usual care, RC: the college } }\nsteps:\n"
    )
    try study.change(
      "maps/people.map.yaml", "about:\n",
      to: "about:\n  arm: { column: Arm, values: { TAU: TAU, RC: RC } }\n")
    func write(_ rows: [String]) throws {
      try study.folder.write(
        "Student ID,Registered,Type,Arm\n" + rows.map { $0 + "\n" }.joined(),
        to: "exports/students.csv")
    }
    let once = ["L-1,01/01/2024,SU,TAU", "L-2,01/01/2024,SU,RC", "L-3,01/01/2024,SU,RC"]
    try write(once)
    #expect(try !study.report().problems.contains { $0.message.contains("both arms") })
    #expect(try !study.markdown().contains("stand in both of them"))
    // On the same day, and later: the alphabet says nothing of where chance put anybody.
    for other in ["L-1,01/01/2024,SU,RC", "L-1,01/03/2024,SU,RC"] {
      try write(once + [other])
      let told = try #require(
        try study.report().problems.first { $0.message.contains("both arms") })
      #expect(told.severity == .warning && told.file == "exports/students.csv")
      #expect(
        told.message.hasPrefix("1 person stands in both arms of the trial ('arm': rows 2, 5)"),
        "\(told.message)")
      #expect(try study.markdown().contains("some people stand in both of them"))
    }
  }
}
