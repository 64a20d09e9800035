import Foundation
import FurlongTestSupport
import Testing

/// Whether the programs are here that a Word report is made with; `Scripts/setup` installs them.
private let canMakeWord = ["pandoc", "rsvg-convert", "python3"].allSatisfy {
  FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
}

@Suite("The Word report")
struct WordReportTests {
  /// A Word file, unpacked.
  private struct WordFile {
    let folder: TestFolder

    init(_ file: URL) throws {
      folder = try TestFolder()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = ["-m", "zipfile", "-e", file.path, folder.url.path]
      try process.run()
      process.waitUntilExit()
    }

    func part(_ name: String) throws -> String {
      try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    }

    /// The words of each paragraph.
    func paragraphs() throws -> [String] {
      try part("word/document.xml").components(separatedBy: "</w:p>").map { paragraph in
        plain(paragraph.matches(of: /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/).map { String($0.1) }.joined())
      }
    }
  }

  private static func plain(_ xml: String) -> String {
    xml.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(
    "it says what the JSON says: page one, the sections, the tables, the words of the figures",
    .tags(.law), .enabled(if: canMakeWord, "pandoc and librsvg2-bin are not here: Scripts/setup"))
  func parity() throws {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let study = folder.url.appendingPathComponent("beat-the-blues")
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("datasets/beat-the-blues"), to: study)
    let run = try CommandLineRun(
      ["report", study.path, "--as", "json,docx", "--quiet"], keys: keys.url)
    #expect(run.exitCode == 0, "\(run.talk)")
    let reports = study.appendingPathComponent("reports")
    let word = try WordFile(reports.appendingPathComponent("report.docx"))
    let paragraphs = try word.paragraphs()
    let xml = try word.part("word/document.xml")

    var proses: [String] = []
    var alternatives: [String] = []
    var headings: [String] = []
    var tables = 0
    func walk(_ node: Any) {
      if let list = node as? [Any] { list.forEach(walk) }
      guard let object = node as? [String: Any] else { return }
      // What is seldom read stays off paper.
      if object["read"] as? String == "on screen" { return }
      if let text = object["text"] as? String, object["fact"] == nil { proses.append(text) }
      if let words = object["alternative"] as? String { alternatives.append(words) }
      if object["rows_heading"] != nil { tables += 1 }
      if object["type"] as? String == "section", let heading = object["heading"] as? String {
        headings.append((object["label"] as? String).map { "\($0): \(heading)" } ?? heading)
      }
      object.keys.sorted().forEach { walk(object[$0] as Any) }
    }
    let bytes = try Data(contentsOf: reports.appendingPathComponent("report.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    walk(json["blocks"] as Any)

    // Each piece of prose, numbers and all, stands in a paragraph or a cell as often as in the JSON.
    #expect(proses.count > 200)
    for (prose, times) in Dictionary(grouping: proses, by: \.self).mapValues(\.count)
    where !prose.isEmpty {
      #expect(paragraphs.count { $0.contains(prose) } >= times, "\(prose)")
    }
    let described = xml.matches(of: /<wp:docPr descr="([^"]*)"/).map { Self.plain(String($0.1)) }
    // What opens on the screen stands in the annex: the order is another.
    #expect(described.sorted() == alternatives.sorted())
    #expect(alternatives.count >= 3)
    let styled = xml.components(separatedBy: "</w:p>").filter {
      $0.firstMatch(of: /w:val="Heading\d"/) != nil
    }
    let printed = styled.map { paragraph in
      Self.plain(paragraph.matches(of: /<w:t[^>]*>([^<]*)</).map { String($0.1) }.joined())
    }
    for heading in headings { #expect(printed.contains(heading), "\(heading)") }
    #expect(xml.matches(of: /<w:tblHeader/).count == tables)
    #expect(
      try word.part("docProps/core.xml").contains("<dc:title>\(json["title"] ?? "")</dc:title>"))
    #expect(try word.part("word/styles.xml").contains("w:val=\"en-GB\""))
  }

  @Test(
    "the same bytes again, every page marked, nothing of the machine in it", .tags(.law),
    .enabled(if: canMakeWord, "pandoc and librsvg2-bin are not here: Scripts/setup"))
  func again() throws {
    let files = try (0..<2).map { _ in
      let study = try SmallStudy()
      let run = try study.run("report", "--as", "docx", "--draft", "--quiet")
      #expect(run.exitCode == 0, "\(run.talk)")
      return try Data(
        contentsOf: study.folder.url.appendingPathComponent("reports/report.docx"))
    }
    #expect(files[0] == files[1])
    let copy = try TestFolder()
    let file = copy.url.appendingPathComponent("report.docx")
    try files[0].write(to: file)
    let word = try WordFile(file)
    let head = try word.part("word/header1.xml")
    #expect(head.contains("Draft: not a release, do not publish."))
    #expect(head.contains("Invented data."))
    #expect(try word.part("word/document.xml").contains("<w:headerReference"))
    #expect(!(try word.part("word/document.xml")).contains("furlong-"))
  }

  @Test("without pandoc it ends with 2, says what mends it, and writes nothing", .tags(.edge))
  func missing() throws {
    let study = try SmallStudy()
    let nowhere = try TestFolder()
    let run = try CommandLineRun(
      ["report", study.folder.url.path, "--as", "html,docx"], keys: study.keys.url,
      path: nowhere.url.path)
    #expect(run.exitCode == 2)
    #expect(run.talk.contains("pandoc and rsvg-convert are not on this machine"))
    #expect(run.talk.contains("sudo apt-get install pandoc librsvg2-bin"))
    #expect(!FileManager.default.fileExists(atPath: study.folder.url.path + "/reports"))
    let doctor = try CommandLineRun(["doctor"], keys: study.keys.url, path: nowhere.url.path)
    #expect(doctor.exitCode == 0)
    for package in ["pandoc", "librsvg2-bin", "chromium"] {
      #expect(doctor.output.contains("`sudo apt-get install \(package)`"))
    }
  }

  @Test(
    "a pandoc that is too old, or fails, is an error that names it", .tags(.edge),
    arguments: [
      (#"echo '{"pandoc-api-version":[1,20]}'"#, "too old, or too new"),
      (
        #"case "$*" in *markdown*) echo '{"pandoc-api-version":[1,22]}';; *) echo 'out of ink' >&2; exit 4;; esac"#,
        "could not make the Word report: out of ink"
      ),
    ])
  func broken(script: String, words: String) throws {
    let study = try SmallStudy()
    let programs = try TestFolder()
    for name in ["pandoc", "rsvg-convert"] {
      try programs.write("#!/bin/sh\n\(script)\n", to: name)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: programs.url.appendingPathComponent(name).path)
    }
    let run = try CommandLineRun(
      ["report", study.folder.url.path, "--as", "docx"], keys: study.keys.url,
      path: programs.url.path + ":/usr/bin:/bin")
    #expect(run.exitCode == 2)
    #expect(run.talk.contains(words), "\(run.talk)")
    #expect(run.talk.contains(programs.url.path + "/pandoc"))
  }
}
