import Foundation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("A plan drafted of wards that are counted by month")
struct DraftedUnitsTests {
  @Test("asks what began on each, and then gives their rates")
  func wards() throws {
    let (exports, place, keys) = (try TestFolder(), try TestFolder(), try TestFolder())
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]
    try exports.write(
      "Ward,Month,Number of restraints,Bed days\n"
        + ["Birch", "Cedar"].flatMap { ward in
          months.enumerated().map { "\(ward),\($1)-24,\($0 < 5 ? 6 : 3),\(400 + $0)\n" }
        }.joined(), to: "wards.csv")
    let folder = place.url.appendingPathComponent("study")
    let made = try StudyFromExports(
      exports: exports.url, study: NewStudy(id: "wards", folder: folder)
    ).make(in: folder)
    #expect(made.decisions.map(\.file) == ["study.yaml"] && made.decisions.map(\.lines) == [3])
    let study = try StudyFolder(folder)
    var plan = try study.text(of: "study.yaml")
    for (asked, said) in [
      ("what: DECIDE", "what: the safety programme"), ("Birch: DECIDE", "Birch: 2024-06-01"),
      ("Cedar: DECIDE", "Cedar: 2024-06-15"),
    ] {
      plan = plan.replacing(asked, with: said)
    }
    try WholeFile.write(Array(plan.utf8), to: folder.appendingPathComponent("study.yaml"))
    let workflow = try Workflow.ofTest(folder, keys: keys.url, on: "2026-11-29")
    #expect(try workflow.importExports().problems.filter { $0.severity == .stop }.isEmpty)
    let output = OutputFolder(place.url.appendingPathComponent("report"))
    // What stands in a draft for the college's own words leaves its desk in no report.
    for words in WordsToReplace.allCases {
      let error = #expect(throws: WorkflowError.self) {
        try workflow.report(as: [.md], to: output)
      }
      #expect(error?.what.contains("'\(words.rawValue)' under '\(words.key)'") == true)
      plan = plan.replacing(words.rawValue, with: "Words of our own")
      try WholeFile.write(Array(plan.utf8), to: folder.appendingPathComponent("study.yaml"))
    }
    _ = try workflow.report(as: [.md], to: output)
    let files = try FileManager.default.contentsOfDirectory(atPath: output.url.path)
    let report = try String(
      contentsOf: output.url.appendingPathComponent(
        try #require(files.first { $0.hasSuffix(".md") })),
      encoding: .utf8)
    #expect(report.contains("restraints") && report.contains("the safety programme"))
  }
}
