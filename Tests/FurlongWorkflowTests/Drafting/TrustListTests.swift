import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("A trust's list beside a register")
struct TrustListTests {
  private func made(list: String, rows: String) throws -> [StudyFromExports.Outcome] {
    let folder = try TestFolder()
    let exports = try TestFolder()
    try exports.write(
      "Student ID,NHS Number,Date enrolled\n"
        + (1...8).map { "S\($0),999000001\($0),1\($0)/03/2024\n" }.joined(), to: "learners.csv")
    try exports.write(
      "RiO ID,Admission Date,Discharge Date\n"
        + (1...8).map { "7307\($0)4,0\($0)/05/2023,1\($0)/05/2023\n" }.joined(), to: "beds.csv")
    try exports.write(
      list + "\n" + (1...8).map { "999000001\($0),7307\($0)4,\(rows)\n" }.joined(),
      to: "RC_MATCH_PATIENTS.csv")
    let place = folder.url.appendingPathComponent("study")
    return try StudyFromExports(
      exports: exports.url, study: NewStudy(id: "list", folder: place)
    ).make(in: place).outcomes
  }

  private func asks(_ outcomes: [StudyFromExports.Outcome]) -> Bool {
    outcomes.flatMap { $0.seen?.checks ?? [] }.contains {
      $0.contains("Ask the trust for its list")
    }
  }

  @Test("No extract asks for the list, whether it was known at once or only beside the register")
  func notAsked() throws {
    for (list, rows) in [
      ("NHS Number,RiO ID,First Referral Accepted,Date of Death", "25-Nov-2022,"),
      ("NHS Number,RiO ID,Record made,Date of birth", "25-Nov-2022,02/03/1980"),
    ] {
      let outcomes = try made(list: list, rows: rows)
      #expect(outcomes.first { $0.file.hasPrefix("RC_") }?.seen?.holds == "caseload")
      #expect(!asks(outcomes), "\(list)")
    }
  }

  @Test("A text that is called a workbook is said to be one")
  func textForWorkbook() throws {
    let folder = try TestFolder()
    try folder.write("Your download has expired", to: "PHQ9 export.xlsx")
    let error = #expect(throws: (any Error).self) {
      try MapStep(study: nil).draft(of: folder.url.appendingPathComponent("PHQ9 export.xlsx"))
    }
    #expect(
      ErrorPresentation(error ?? CancellationError()).what.contains(
        "is a text file and no Excel workbook"))
  }
}
