import Foundation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("A folder of exports and other things")
struct OtherFilesTests {
  @Test("What is not looked at is named, with what to do; a note is told from a broken export")
  func others() throws {
    let (exports, place) = (try TestFolder(), try TestFolder())
    try exports.write(
      "Student ID,Registered\n" + (1...9).map { "RC\($0),0\($0)/09/2024\n" }.joined(),
      to: "people.csv")
    try exports.write("Ring me if it looks odd.\n", to: "READ ME.txt")
    try exports.write("x", to: "logo.png")
    try exports.write("x", to: "Old register.XLS")
    try exports.write("Student ID,Score\nRC1,3\n", to: "more/forms.csv")
    try FileManager.default.createDirectory(
      at: exports.url.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let made = try StudyFromExports(
      exports: exports.url, study: NewStudy(id: "others", folder: place.url)
    ).make(in: place.url.appendingPathComponent("study"), dryRun: true)
    let others = Dictionary(
      made.others.map { ($0.file, "\($0.why)") }, uniquingKeysWith: { first, _ in first })
    #expect(
      others == ["logo.png": "noExport", "Old register.XLS": "otherFormat", "empty": "folder"])
    #expect(made.outcomes.map(\.file).contains("more/forms.csv"))
    let note = try #require(made.outcomes.first { $0.file == "READ ME.txt" })
    #expect(note.fault?.contains("leave it if it is a note") == true)
  }

  @Test("Stories in a folder with the list of their consents become a study that can be imported")
  func stories() throws {
    let (exports, place, keys) = (try TestFolder(), try TestFolder(), try TestFolder())
    try exports.write(
      "Student ID,Registered,Type\n"
        + (1...9).map { "RC-10\($0),0\($0)/09/2023,Student\n" }.joined(), to: "people.csv")
    let names = ["Ash", "Bea", "Cal", "Dee", "José"]
    try exports.write(
      "Ref,Name,File,Date given,OK in report?,OK to quote?\n"
        + names.enumerated().map { row, name in
          "RC-10\(row + 1),\(name),\(name) story.txt,1\(row)/03/2024,\(row == 4 ? "No" : "Yes"),\(row == 2 ? "No" : "Yes")\n"
        }.joined(), to: "Stories/story consents.csv")
    for name in names.dropFirst() {
      try exports.write(
        "I came in out of the rain and stayed, said \(name), and that was that for a year.\n",
        to: "Stories/\(name) story.txt")
    }
    let study = place.url.appendingPathComponent("study")
    let made = try StudyFromExports(
      exports: exports.url, study: NewStudy(id: "told", folder: study)
    ).make(in: study)
    #expect(made.stories == 4 && made.storiesNotFound == 1 && made.others.isEmpty)
    #expect(made.outcomes.map(\.file) == ["Stories/story consents.csv", "people.csv"])
    let map = try #require(made.outcomes.compactMap(\.map).first { $0.contains("consents") })
    let folder = try StudyFolder(study)
    let text = try folder.text(of: map).replacing("DECIDE", with: "[analysis, funder report]")
    try WholeFile.write(Array(text.utf8), to: study.appendingPathComponent(map))
    let report = try Workflow.ofTest(study, keys: keys.url, on: "2026-11-29").importExports()
    #expect(
      report.stopped.isEmpty && !report.problems.contains { $0.severity == .stop },
      "\(report.problems)")
    #expect(report.problems.filter { $0.code == "I080" }.count == 1)
    let stories = report.exports.first { $0.file.contains("consents") }
    #expect(stories?.rowsKept == 4)
  }
}
