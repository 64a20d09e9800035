import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// One export more in a study that stands: the draft knows what the others say.
@Suite("A mapping drafted inside a study")
struct MapBesideOthersTests {
  private func study() throws -> (folder: TestFolder, study: URL) {
    let folder = try TestFolder()
    let names = ["Wren Ashdown", "Caspian Merrow", "Fenella Thistle", "Juniper Vale"]
    let students = (0..<40).map { "RC\(1001 + $0),\(names[$0 % 4]),\(1 + $0 % 28)/01/2024" }
    try folder.write(
      (["Student ID,Name,Registered on"] + students).joined(separator: "\n"),
      to: "exports/students.csv")
    let study = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "beside", folder: study)
    ).make(in: study)
    let register = (0..<60).map {
      let id = $0 % 3 == 0 ? "\(1001 + $0 % 40)" : "RC\(1001 + $0 % 40)"
      return "\(id),\(1 + $0 % 28)/02/2024,Sleep,\($0 % 10 == 0 ? "Wren" : "Yes")"
    }
    try folder.write(
      (["Student ID,Date,Course,Attended"] + register).joined(separator: "\n"),
      to: "study/exports/register.csv")
    return (folder, study)
  }

  @Test(
    "prints no name of the register, and reads ids as the register writes them",
    arguments: [true, false])
  func others(_ isMapped: Bool) throws {
    let made = try study()
    if !isMapped {
      try FileManager.default.removeItem(
        at: made.study.appendingPathComponent("maps/students.map.yaml"))
    }
    let seen = try MapStep(study: try StudyFolder(made.study))
      .draft(of: made.study.appendingPathComponent("exports/register.csv"))
    #expect(!seen.mapping.contains("Wren"), "\(seen.mapping)")
    #expect(
      seen.checks.contains { $0.contains("not shown") || $0.contains("are few people's") },
      "\(seen.checks)")
    #expect(seen.mapping.contains("prefix: RC, digits: 4"), "\(seen.mapping)")
  }
}
