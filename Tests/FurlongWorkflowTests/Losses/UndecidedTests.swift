import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("A mapping that still says DECIDE")
struct UndecidedTests {
  @Test("stops with its lines, and not with what would follow from the word")
  func column() throws {
    let study = try LossStudy()
    try study.change(
      "maps/forms.map.yaml", "date: Completed on", to: "date: DECIDE   # the day of the form")
    let report = try study.report()
    let stops = report.problems.filter { $0.severity == .stop }
    #expect(stops.map(\.code) == ["I053"])
    #expect(stops.map(\.file) == ["exports/forms.csv"])
    #expect(
      stops.first?.message
        == "maps/forms.map.yaml still says DECIDE in line 7, where only a person can tell.")
    #expect(!report.problems.contains { $0.message.contains("is not in the export") })
    // The other export is read all the same.
    #expect(report.stopped == ["exports/forms.csv"])
  }

  @Test("stops likewise where the word makes the mapping unreadable")
  func unreadable() throws {
    let study = try LossStudy()
    try study.change("maps/forms.map.yaml", "rows: one a form", to: "rows: DECIDE")
    let report = try study.report()
    let stops = report.problems.filter { $0.severity == .stop }
    #expect(report.stopped == ["exports/forms.csv"])
    #expect(!report.problems.contains { $0.code == "I056" })
    #expect(stops.first?.message.contains("still says DECIDE in line 4") == true, "\(stops)")
  }

  @Test("A line that is a remark without words does not end the import", .tags(.edge))
  func bareRemark() throws {
    let study = try LossStudy()
    try study.change("maps/forms.map.yaml", "rows: one a form", to: "#\nrows: nonsense")
    #expect(try study.report().stopped == ["maps/forms.map.yaml"])
  }

  @Test("Remarks and words that only hold it do not count", .tags(.edge))
  func remarks() {
    #expect(Undecided("# DECIDE stands where\nholds: scores # DECIDE later\nx: DECIDED\n") == nil)
    #expect(Undecided("a: [DECIDE]\nb: 1\nc: { x: DECIDE }\n")?.lines == [1, 3])
    let many = Undecided(String(repeating: "a: DECIDE\n", count: 8))
    #expect(
      many?.stop("f", mapFile: "m").message.contains("lines 1, 2, 3, 4, 5 and 3 more") == true)
  }
}
