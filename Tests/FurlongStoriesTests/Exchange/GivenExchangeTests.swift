import Foundation
import FurlongStories
import FurlongTestSupport
import Testing

/// The folder of projects that `Scripts/reference-exchange` hands over, and where it looks for what is written of them; nil
/// in other runs.
private let given = ProcessInfo.processInfo.environment["FURLONG_REFERENCE_EXCHANGE"].map {
  URL(fileURLWithPath: $0)
}
private let written = ProcessInfo.processInfo.environment["FURLONG_REFERENCE_WRITTEN"].map {
  URL(fileURLWithPath: $0)
}

@Suite(
  "Projects of other tools that are handed over", .tags(.reference),
  .enabled(if: given != nil && written != nil))
struct GivenExchangeTests {
  @Test("Each is read, told and written again; the script compares and validates")
  func projects() throws {
    let folder = try #require(given)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".qdpx") }.sorted()
    #expect(!files.isEmpty)
    for file in files {
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      let project = try QDAReader().read(bytes, name: file)
      try write(Array(told(project).utf8), file + ".told")
      let stories = project.codedStories(codebook: "book")
      try writeAll(stories, file)
      let again = try RoundTripTests.there(stories).codedStories(codebook: "other")
      #expect(again.codings == stories.codings && again.codebook == stories.codebook, "\(file)")
    }
    for seed in 0..<40 {
      var invented = try InventedStories(seed: UInt64(seed))
      try writeAll(invented.draw(), "invented-\(seed)")
    }
  }

  /// A line a coding: the text's name, the code's name, and the words as hexadecimal UTF-8.
  private func told(_ project: QDAProject) -> String {
    var names: [QDAGUID: String] = [:]
    func name(_ codes: [QDAProject.Code]) {
      for code in codes {
        names[code.guid] = code.name
        name(code.children)
      }
    }
    name(project.codes)
    return project.sources.flatMap { source in
      source.codings.map { coding in
        let words = coding.span.flatMap { source.text[$0] } ?? ""
        let digits = words.utf8.map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
        return "\(source.name)\t\(names[coding.code] ?? "")\t\(digits)\n"
      }
    }.joined()
  }

  private func writeAll(_ stories: CodedStories, _ name: String) throws {
    let project = stories.project(name: name)
    try write(RoundTripTests.writer.qdpx(project, name: name), name + ".again.qdpx")
    try write(RoundTripTests.writer.qdc(project, name: name), name + ".again.qdc")
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: try #require(written).appending(path: name))
  }
}
