import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("Files are written whole or not at all")
struct WholeFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test("a file is replaced, with its permissions, and no draft stays")
  func write() throws {
    let file = folder.url.appendingPathComponent("report.html")
    for text in ["old", "new and longer", ""] {
      try WholeFile.write(Array(text.utf8), to: file, permissions: 0o600)
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
    let about = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(about[.posixPermissions] as? Int == 0o600)
    #expect(try names() == ["report.html"])
  }

  @Test("a link that stands in the place is replaced, and what it led to is left", .tags(.edge))
  func link() throws {
    let target = try folder.write("kept", to: "target")
    let file = folder.url.appendingPathComponent("report.html")
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
    try WholeFile.write(Array("new".utf8), to: file)
    #expect(try String(contentsOf: target, encoding: .utf8) == "kept")
    #expect(try String(contentsOf: file, encoding: .utf8) == "new")
  }

  @Test("of several files none is put in its place where one cannot be written", .tags(.edge))
  func allOrNone() throws {
    try folder.write("old", to: "report.html")
    try folder.write("old", to: "blocked")
    let error = #expect(throws: WorkflowError.self) {
      try WholeFile.write([
        (folder.url.appendingPathComponent("report.html"), Array("new".utf8)),
        (folder.url.appendingPathComponent("blocked/report.json"), Array("new".utf8)),
      ])
    }
    #expect(error?.what == "report.json could not be written")
    #expect(
      try folder.text(of: "report.html")
        == "old")
    #expect(try names() == ["blocked", "report.html"])
  }

  @Test("drafts that a killed run left are swept; those of a run that lives are not")
  func sweep() throws {
    let dead = ".report.html.\(UUID().uuidString)"
    let young = ".report.html.\(UUID().uuidString)"
    let held = ".report.html.\(UUID().uuidString)"
    let other = ".report.html.notes"
    for name in [dead, young, held, other] { try folder.write("half", to: name) }
    let past: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -3_600)]
    for name in [dead, held, other] {
      try FileManager.default.setAttributes(
        past, ofItemAtPath: folder.url.appendingPathComponent(name).path)
    }
    let descriptor = open(folder.url.appendingPathComponent(held).path, O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try WholeFile.write(Array("new".utf8), to: folder.url.appendingPathComponent("report.html"))
    #expect(try Set(names()) == [young, held, other, "report.html"])
  }
}
