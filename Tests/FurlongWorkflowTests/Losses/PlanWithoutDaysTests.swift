import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Exports with days under a plan without")
struct PlanWithoutDaysTests {
  @Test("Service use by days in a plan without days is told to mean nothing, with what it lacks")
  func noDays() throws {
    let study = try LossStudy()
    try study.addContacts()
    try study.change(
      "study.yaml", "day_0: { what: first registration }", to: "day_0: { what: start, dates: none }"
    )
    try study.change("study.yaml", ", from: -28, to: 28, nearest_to: 0", to: "")
    try study.change("study.yaml", ", from: 60, to: 180, nearest_to: 120", to: "")
    let report = try study.report()
    let forms = try #require(
      report.problems.first { $0.file == "exports/forms.csv" && $0.severity == .stop })
    #expect(forms.fix.contains("day_0: { what: first registration }"))
    #expect(forms.fix.contains("nearest_to"))
    let contacts = try #require(report.problems.first { $0.file == "exports/contacts.csv" })
    #expect(contacts.severity == .warning)
    #expect(contacts.message.contains("nothing of it can be before or after"))
  }
}
