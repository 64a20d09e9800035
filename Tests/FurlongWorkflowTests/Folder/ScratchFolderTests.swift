import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("Folders for the moment")
struct ScratchFolderTests {
  private func age(_ folder: URL) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3_600)], ofItemAtPath: folder.path)
  }

  @Test(
    "are gone with their value; what a killed run left goes with the next, what is in use stays")
  func sweep() throws {
    let temporary = try TestFolder()
    func names() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: temporary.url.path))
    }
    let dead = "furlong-\(UUID().uuidString)"
    try temporary.write("half", to: dead + "/report.md")
    try temporary.write("mine", to: "furlong-notes/report.md")
    try age(temporary.url.appendingPathComponent(dead))
    try age(temporary.url.appendingPathComponent("furlong-notes"))
    let live = try ScratchFolder(in: temporary.url)
    try age(live.url)
    do {
      let next = try ScratchFolder(in: temporary.url)
      #expect(
        try names() == ["furlong-notes", live.url.lastPathComponent, next.url.lastPathComponent])
      let about = try FileManager.default.attributesOfItem(atPath: next.url.path)
      #expect(about[.posixPermissions] as? Int == 0o700)
    }
    #expect(try names() == ["furlong-notes", live.url.lastPathComponent])
  }
}
