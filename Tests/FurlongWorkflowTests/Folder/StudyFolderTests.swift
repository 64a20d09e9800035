import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("Files of a study folder")
struct StudyFolderTests {
  private let study: TestFolder
  private let outside: TestFolder

  init() throws {
    study = try TestFolder()
    outside = try TestFolder()
    try study.write("furlong: 1\n", to: "study.yaml")
    try study.write("ID\n1\n", to: "exports/forms.csv")
    try outside.write("secret\n", to: "secret.csv")
  }

  private func link(_ path: String, to target: URL) throws {
    let place = study.url.appendingPathComponent(path)
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: place, withDestinationURL: target)
  }

  @Test(
    "a link that leads out is refused by name, whether it is the file or a folder on the way",
    .tags(.edge),
    arguments: ["exports/forms.csv", "maps/a.map.yaml", "scales/a.yaml", "study.yaml"]
  )
  func linkOut(file: String) throws {
    try link(file, to: outside.url.appendingPathComponent("secret.csv"))
    let folder = try StudyFolder(study.url)
    let error = #expect(throws: WorkflowError.self) { try folder.bytes(of: file) }
    #expect(error?.what.hasPrefix("\(file) is a link that leads out of the study folder") == true)
    #expect(error?.fix.contains("put the file itself there") == true)
  }

  @Test("a folder that is a link out is refused with its files", .tags(.edge))
  func folderOut() throws {
    try link("maps", to: outside.url)
    #expect(throws: WorkflowError.self) {
      try StudyFolder(study.url).bytes(of: "maps/secret.csv")
    }
  }

  @Test("a link within the folder is followed, and the folder itself may be named by a link")
  func linkWithin() throws {
    try link("exports/again.csv", to: study.url.appendingPathComponent("exports/forms.csv"))
    #expect(try StudyFolder(study.url).bytes(of: "exports/again.csv").count == 5)
    let name = outside.url.appendingPathComponent("study")
    try FileManager.default.createSymbolicLink(at: name, withDestinationURL: study.url)
    #expect(try StudyFolder(name).bytes(of: "exports/forms.csv").count == 5)
  }

  @Test(
    "a pipe, a device and a folder are refused at once, and an empty file is read", .tags(.edge))
  func noFile() throws {
    let pipe = study.url.appendingPathComponent("exports/pipe.csv").path
    #expect(mkfifo(pipe, 0o600) == 0)
    try FileManager.default.createDirectory(
      at: study.url.appendingPathComponent("exports/folder.csv"), withIntermediateDirectories: false
    )
    try study.write("", to: "exports/empty.csv")
    let folder = try StudyFolder(study.url)
    for file in ["exports/pipe.csv", "exports/folder.csv"] {
      let error = #expect(throws: WorkflowError.self) { try folder.bytes(of: file) }
      #expect(error?.what.hasPrefix("\(file) is no file") == true, "\(String(describing: error))")
    }
    #expect(try folder.bytes(of: "exports/empty.csv").isEmpty)
    let absent = #expect(throws: WorkflowError.self) { try folder.bytes(of: "exports/no.csv") }
    #expect(absent?.what.contains("cannot be read") == true)
  }

  @Test("a study file that is a pipe, a device or a link out is refused by name", .tags(.edge))
  func studyFile() throws {
    let place = study.url.appendingPathComponent("study.furlong")
    #expect(mkfifo(place.path, 0o600) == 0)
    let pipe = #expect(throws: WorkflowError.self) { try StudyFolder(study.url) }
    #expect(pipe?.what.contains("study.furlong is no file") == true)
    try link("study.furlong", to: outside.url.appendingPathComponent("secret.csv"))
    let out = #expect(throws: WorkflowError.self) { try StudyFolder(study.url) }
    #expect(out?.what.contains("leads out of the study folder") == true)
    try link("study.furlong", to: URL(fileURLWithPath: "/dev/null"))
    #expect(throws: WorkflowError.self) { try StudyFolder(study.url) }
  }
}
