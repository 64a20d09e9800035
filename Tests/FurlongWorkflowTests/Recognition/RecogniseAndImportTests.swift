import Foundation
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The lines that recognition writes are pasted into a mapping, and the export is read by it.
@Suite("What is recognised can be pasted and imported")
struct RecogniseAndImportTests {
  private static let words = [
    "none of the time", "rarely", "some of the time", "often", "all of the time",
  ]

  private func recognise(_ csv: String, in study: FrozenStudy) throws -> RecognisedExport {
    try study.folder.write(csv, to: "exports/forms.csv")
    return try ScaleRecognition(study: StudyFolder(study.folder.url))
      .recognise(study.folder.url.appendingPathComponent("exports/forms.csv"))
  }

  /// Imports the export by a mapping of the head, what is added by hand, and the lines.
  private func report(
    _ study: FrozenStudy, rows: String, extra: String, lines: String
  ) throws -> ImportReport {
    let head = try #require(FrozenStudy.formsMap.components(separatedBy: "date: Day").first)
      .replacingOccurrences(of: "rows: one a form", with: "rows: \(rows)")
    try study.folder.write(FrozenStudy.peopleMap, to: "maps/people.map.yaml")
    let people = (1...6).map { "S\($0),0\($0)/09/2024\n" }
    try study.folder.write("Student,Registered\n" + people.joined(), to: "exports/people.csv")
    try study.folder.write(head + extra + lines, to: "maps/forms.map.yaml")
    return try study.workflow(on: "2025-09-01").importExports()
  }

  private func expectAllRead(_ report: ImportReport, rows: Int) {
    let forms = report.exports.first { $0.file == "exports/forms.csv" }
    #expect(forms?.rowsKept == rows, "\(report.problems)")
    // That the plan's second occasion has no form is no matter of reading.
    let told = report.problems.filter { $0.severity != .note && $0.file != "study.yaml" }
    #expect(told.isEmpty, "\(report.problems)")
  }

  @Test("labels, words for no answer and a total beside, one a form with its day")
  func oneAForm() throws {
    let study = try FrozenStudy()
    let headings = (1...7).map { "\"SWEMWBS, question \($0): \"\"made up\"\"\"" }
    let rows = (1...6).map { person in
      let answers = (0..<7).map { item in
        let answer = (person + item) % 5
        return person == 2 && item == 3 ? "N/A" : "\(answer + 1) - \(Self.words[answer])"
      }
      return "S\(person),0\(person)/09/2024,\(answers.joined(separator: ",")),\(person * 4)\n"
    }
    let found = try recognise(
      "Student,Day,\(headings.joined(separator: ",")),PHQ-9 total\n" + rows.joined(), in: study)
    #expect(found.recognition.forms.map(\.scale) == ["swemwbs", "phq9"])
    let report = try report(study, rows: "one a form", extra: "date: Day\n", lines: found.mapping)
    expectAllRead(report, rows: 6)
    let results = try study.workflow(on: "2025-09-01").evaluate(as: .csv)
    #expect(results.contains("swemwbs"))
  }

  @Test("wide by occasion, written from 0, and raw totals")
  func wide() throws {
    let study = try FrozenStudy()
    let items = ["baseline", "later"].flatMap { when in
      (1...7).map { "\(when)_swemwbs_\($0)" }
    }
    let rows = (1...6).map { person in
      "S\(person)," + (0..<14).map { "\((person + $0) % 5)" }.joined(separator: ",") + "\n"
    }
    let found = try recognise(
      "Student,\(items.joined(separator: ","))\n" + rows.joined(), in: study)
    #expect(found.recognition.forms.map(\.coding.codedFrom) == [0, 0])
    expectAllRead(
      try report(study, rows: "one a person", extra: "", lines: found.mapping), rows: 6)

    let totals = (1...6).map { "S\($0),\(19 + $0),\(24 + $0)\n" }
    let raw = try recognise(
      "Student,SWEMWBS baseline,SWEMWBS later\n" + totals.joined(), in: study)
    #expect(raw.mapping.contains("total_is: raw sum"))
    expectAllRead(
      try report(study, rows: "one a person", extra: "", lines: raw.mapping), rows: 6)
  }

  @Test("a scale of the study's own, a semicolon, and no headings of other columns in the text")
  func ownScale() throws {
    let study = try FrozenStudy()
    try study.folder.write(
      "furlong_scale: 1\nid: ladder\nname: Ladder\nbetter: higher\nscores: { from: 0, to: 10 }\n",
      to: "scales/ladder.yaml")
    let found = try recognise(
      "Ann Fictional;Day;Ladder\nS1;01/09/2024;4\nS2;02/09/2024;9\n", in: study)
    #expect(found.recognition.forms.map(\.scale) == ["ladder"])
    #expect(found.mapping.contains("delimiter: semicolon"))
    #expect(!found.text.contains("Fictional") && found.text.contains("columns A, B"))
  }

  @Test(
    "a file that is no table is an error with a fix", .tags(.edge), arguments: ["", "PK\u{3}\u{4}"])
  func badFile(text: String) throws {
    let study = try FrozenStudy()
    #expect(throws: WorkflowError.self) { try recognise(text, in: study) }
    let missing = refusal {
      _ = try ScaleRecognition(study: nil).recognise(URL(fileURLWithPath: "/no/such.csv"))
    }
    #expect(missing?.what == "such.csv cannot be opened" && missing?.fix.isEmpty == false)
  }
}
