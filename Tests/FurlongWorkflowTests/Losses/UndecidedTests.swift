import FurlongScales
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

  @Test("In a scale's file it is said with the lines of all other files, and hides none of them")
  func scale() throws {
    let study = try LossStudy()
    let scale =
      "furlong_scale: 1\nid: mood\nname: Mood\nbetter: DECIDE   # higher or lower\nscores: { from: 0, to: 10 }\n"
    try study.folder.write(scale, to: "scales/mood.yaml")
    try study.change(
      "maps/forms.map.yaml", "date: Completed on", to: "date: DECIDE   # the day of the form")
    let error = #expect(throws: WorkflowError.self) { try study.report() }
    #expect(
      error?.what
        == "DECIDE still stands where only a person can tell: scales/mood.yaml, line 4; maps/forms.map.yaml, line 7"
    )
    // Another export can be looked at meanwhile.
    let own = OwnScales(folder: try StudyFolder(study.folder.url))
    let catalogue = try own.added(to: Shipped.catalogue, leavingOut: true)
    #expect((try? catalogue.instrument("mood")) == nil)
  }

  @Test("In the plan it is said before anything that would follow from the word", .tags(.edge))
  func plan() throws {
    let study = try LossStudy()
    try study.change("study.yaml", "data_to: ", to: "data_to: DECIDE # ")
    let error = #expect(throws: WorkflowError.self) { try study.report() }
    #expect(error?.what.contains("only a person can tell: study.yaml, line ") == true)
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
