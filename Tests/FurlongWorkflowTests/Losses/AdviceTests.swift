import Foundation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

/// Who does what a message says loses nothing: the loss is gone, and no row with it.
@Suite("Advice on losses, followed")
struct AdviceTests {
  private let study: LossStudy

  init() throws { study = try LossStudy() }

  private func expectMended(_ code: String, rows: Int = 6) throws {
    let report = try study.report()
    #expect(report.stopped.isEmpty)
    #expect(!report.problems.contains { $0.code == code }, "\(report.problems.map(\.message))")
    let kept = report.exports.filter { $0.file.contains("forms") }.reduce(0) { $0 + $1.rowsKept }
    #expect(kept == rows)
  }

  private func told(_ code: String) throws -> Problem {
    try #require(try study.report().problems.first { $0.code == code })
  }

  @Test("the windows are moved to where the forms lie")
  func windows() throws {
    try study.change("exports/forms.csv", "05/2024", to: "02/2024")
    #expect(try told("I066").fix.contains("'from' and 'to'"))
    try study.change(
      "study.yaml", "from: 60, to: 180, nearest_to: 120", to: "from: 38, to: 40, nearest_to: 39")
    try expectMended("I066")
    try expectMended("I067")
  }

  @Test("a scale that the plan does not ask for is added to its outcomes")
  func outcome() throws {
    try study.change("maps/forms.map.yaml", "ignore: [PHQ]", to: "")
    try study.change("maps/forms.map.yaml", "S7] }", to: "S7] }\n  - { scale: phq9, total: PHQ }")
    try study.change("exports/forms.csv", "2024,,", to: "2024,12,")
    #expect(try told("I068").fix.contains("add 'phq9' to 'outcomes'"))
    try study.change(
      "study.yaml", "implied-by-sem }",
      to: "implied-by-sem }\n  - { scale: phq9, role: secondary, reliability: none }")
    try expectMended("I068")
  }

  @Test("the words of who are those of the mapping")
  func words() throws {
    try study.change("study.yaml", "is: [service user]", to: "is: [student]")
    #expect(try told("I069").fix.contains("right-hand side of 'values'"))
    try study.change("maps/people.map.yaml", "SU: service user", to: "SU: student")
    try expectMended("I069")
  }

  @Test("what stands under other headings goes into a file of its own, and every row is read")
  func ownFile() throws {
    let forms = try String(
      contentsOf: study.folder.url.appendingPathComponent("exports/forms.csv"), encoding: .utf8)
    let below = "Student ID,Completed on,PHQ,P1,P2,P3,P4,P5,P6,P7\nL-1,09/05/2024,7,1,1,1,1,1,1,1\n"
    try study.folder.write(forms + below, to: "exports/forms.csv")
    let stop = try told("I071")
    #expect(stop.severity == .stop && stop.row == 8)
    #expect(stop.fix.contains("a file of their own, with a mapping of its own"))
    try study.folder.write(forms, to: "exports/forms.csv")
    try study.folder.write(below, to: "exports/forms-phq9.csv")
    let map = try String(
      contentsOf: study.folder.url.appendingPathComponent("maps/forms.map.yaml"), encoding: .utf8)
    try study.folder.write(
      map.replacing("exports/forms.csv", with: "exports/forms-phq9.csv")
        .replacing(
          "swemwbs, items: [S1, S2, S3, S4, S5, S6, S7]", with: "phq9, total: PHQ"
        ).replacing("ignore: [PHQ]", with: "ignore: [P1, P2, P3, P4, P5, P6, P7]"),
      to: "maps/phq9.map.yaml")
    try expectMended("I071", rows: 7)
  }

  @Test("what DECIDE stands for is written")
  func decided() throws {
    try study.change("maps/forms.map.yaml", "date: Completed on", to: "date: DECIDE")
    #expect(try told("I053").fix.contains("Write there what is right"))
    try study.change("maps/forms.map.yaml", "date: DECIDE", to: "date: Completed on")
    try expectMended("I053")
  }
}
