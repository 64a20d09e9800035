import Foundation
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
    let made = try StudyFromExports(
      exports: exports.url, study: NewStudy(id: "others", folder: place.url)
    ).make(in: place.url.appendingPathComponent("study"), dryRun: true)
    let others = Dictionary(
      made.others.map { ($0.file, "\($0.why)") }, uniquingKeysWith: { first, _ in first })
    #expect(
      others == ["logo.png": "noExport", "Old register.XLS": "otherFormat", "more": "folder"])
    let note = try #require(made.outcomes.first { $0.file == "READ ME.txt" })
    #expect(note.fault?.contains("leave it if it is a note") == true)
  }
}
