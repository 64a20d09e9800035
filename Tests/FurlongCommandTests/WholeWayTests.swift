import Foundation
import FurlongTestSupport
import Testing

/// The whole way on the studies of `datasets/`, as a user goes it.
@Suite("The whole way", .serialized)
struct WholeWayTests {
  private struct Made: Equatable {
    var results: String
    var findings: String
    var report: String
  }

  private func copy(_ study: String) throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("datasets/\(study)"),
      to: folder.url.appendingPathComponent(study))
    return folder
  }

  private func make(_ study: URL, keys: URL, in current: URL? = nil) throws -> Made {
    let results = try CommandLineRun(
      ["evaluate", study.path, "--as", "csv"], keys: keys, in: current)
    let findings = try CommandLineRun(
      ["evaluate", study.path, "--as", "json"], keys: keys, in: current)
    let report = try CommandLineRun(
      ["report", study.path, "--as", "html", "-o", study.appendingPathComponent("out").path],
      keys: keys, in: current)
    #expect(results.exitCode == 0, "\(results.talk)")
    #expect(findings.exitCode == 0)
    #expect(report.exitCode == 0)
    return Made(
      results: results.output, findings: findings.output,
      report: try String(
        contentsOf: study.appendingPathComponent("out/report.html"), encoding: .utf8))
  }

  /// Puts the rows of every export into another order; none holds a newline inside a cell.
  private func shuffle(_ study: URL) throws {
    let exports = study.appendingPathComponent("exports")
    for name in try FileManager.default.contentsOfDirectory(atPath: exports.path) {
      let file = exports.appendingPathComponent(name)
      let text = try String(contentsOf: file, encoding: .utf8)
      var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
      let header = lines.removeFirst()
      // A fixed permutation: by the lines read backwards.
      lines.sort { String($0.reversed()) < String($1.reversed()) }
      let shuffled = ([header] + lines).joined(separator: "\n") + "\n"
      #expect(shuffled != text || lines.count < 2)
      try Data(shuffled.utf8).write(to: file)
    }
  }

  @Test(
    "the same bytes again: with a new key, with rows shuffled, from another folder", .tags(.law),
    arguments: ["beat-the-blues", "epilepsy-counts"])
  func sameBytes(name: String) throws {
    let keys = try TestFolder()
    let first = try copy(name)
    let made = try make(first.url.appendingPathComponent(name), keys: keys.url)
    #expect(made.results.contains("\n"))
    #expect(made.report.contains("</html>"))
    let again = try make(first.url.appendingPathComponent(name), keys: keys.url)
    #expect(again == made)

    let otherKeys = try TestFolder()
    let second = try copy(name)
    try shuffle(second.url.appendingPathComponent(name))
    let elsewhere = try TestFolder()
    let shuffled = try make(
      second.url.appendingPathComponent(name), keys: otherKeys.url, in: elsewhere.url)
    #expect(shuffled.results == made.results)
    #expect(shuffled.findings == made.findings)
    #expect(shuffled.report == made.report)
  }

  @Test(
    "the same bytes again, of the invented college too", .tags(.law, .slow),
    .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
  func sameBytesOfTheCollege() throws { try sameBytes(name: "saltmarsh") }

  /// Beat the Blues in one wide file, in a file an occasion with NA, and in files without the rows of those missing.
  @Test("wide, long with NA, long with rows left out: the same results", .tags(.law))
  func shapes() throws {
    let keys = try TestFolder()
    let wide = try copy("beat-the-blues")
    let study = wide.url.appendingPathComponent("beat-the-blues")
    let results = try CommandLineRun(["evaluate", study.path, "--as", "csv"], keys: keys.url)
    #expect(results.exitCode == 0 && results.output.split(separator: "\n").count > 100)
    for leavingOut in [false, true] {
      let long = try copy("beat-the-blues")
      let study = long.url.appendingPathComponent("beat-the-blues")
      try lengthen(study, leavingOut: leavingOut)
      let again = try CommandLineRun(["evaluate", study.path, "--as", "csv"], keys: keys.url)
      #expect(again.exitCode == 0, "\(again.talk)")
      #expect(again.output == results.output)
    }
  }

  /// Replaces the wide export and its mapping by one of each for every occasion.
  private func lengthen(_ study: URL, leavingOut: Bool) throws {
    let export = study.appendingPathComponent("exports/BtheB.csv")
    let map = study.appendingPathComponent("maps/scores.map.yaml")
    let rows = try String(contentsOf: export, encoding: .utf8).replacingOccurrences(
      of: "\"", with: ""
    ).split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let about = try String(contentsOf: map, encoding: .utf8).components(separatedBy: "about:")[1]
      .components(separatedBy: "scores:")[0]
    try FileManager.default.removeItem(at: export)
    try FileManager.default.removeItem(at: map)
    let person = ["subject", "drug", "length", "treatment"]
    for occasion in ["pre", "2m", "3m", "5m", "8m"] {
      let kept = occasion == "pre" ? person : ["subject"]
      let columns = try (kept + ["bdi.\(occasion)"]).map { name in
        try #require(rows[0].firstIndex(of: name))
      }
      let lines = rows.dropFirst().map { row in columns.map { row[$0] } }.filter {
        !(leavingOut && $0.last == "NA")
      }
      let text = ([kept + ["score"]] + lines).map { $0.joined(separator: ",") }
      try Data((text.joined(separator: "\n") + "\n").utf8).write(
        to: study.appendingPathComponent("exports/\(occasion).csv"))
      let mapping = """
        furlong_map: 1
        reads: exports/\(occasion).csv
        holds: scores
        rows: one a person
        format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1 }
        person:
          - { column: subject, kind: local_id }
        missing: { NA: not recorded }
        \(occasion == "pre" ? "about:\(about)" : "")
        scores:
          - { scale: bdi2, occasion: \(occasion), total: score }

        """
      try Data(mapping.utf8).write(
        to: study.appendingPathComponent("maps/\(occasion).map.yaml"))
    }
  }

  @Test("no identifier of the invented college is found anywhere", .tags(.law))
  func noIdentifier() throws {
    let folder = try copy("saltmarsh")
    let keys = try TestFolder()
    let study = folder.url.appendingPathComponent("saltmarsh")
    let register = try String(
      contentsOf: study.appendingPathComponent("exports/students.csv"), encoding: .utf8)
    let lines = register.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    var secrets: Set<String> = []
    for column in ["Student ID", "NHS No", "Surname", "Email", "Postcode"] {
      let index = try #require(header.firstIndex(of: column))
      for line in lines.dropFirst() where index < line.count && line[index].count >= 4 {
        secrets.insert(line[index].lowercased())
        secrets.insert(line[index].lowercased().replacingOccurrences(of: " ", with: ""))
      }
    }
    #expect(secrets.count > 1_000)

    // A row that goes wrong in every export, so that messages are written about people.
    for name in try FileManager.default.contentsOfDirectory(
      atPath: study.appendingPathComponent("exports").path)
    {
      let file = study.appendingPathComponent("exports/\(name)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let rows = text.split(separator: "\n")
      try Data((text + rows[1].replacingOccurrences(of: "/20", with: "/99/20") + "\n").utf8)
        .write(to: file)
    }
    var seen = ""
    for words in [
      ["import"], ["import", "--json"], ["problems"], ["problems", "--json"],
      ["evaluate", "--as", "csv"], ["evaluate", "--as", "json"], ["doctor"],
      ["report", "--as", "html,md,json"],
    ] {
      let run = try CommandLineRun(
        [words[0], study.path] + words.dropFirst(), keys: keys.url)
      #expect(run.exitCode == 0, "\(words): \(run.talk)")
      seen += run.output + run.talk
    }
    for file in ["report.html", "report.md", "report.json"] {
      seen += try String(
        contentsOf: study.appendingPathComponent("reports/\(file)"), encoding: .utf8)
    }
    let file = try Data(contentsOf: study.appendingPathComponent("study.furlong"))
    seen += String(decoding: file, as: UTF8.self)
    // "swemwbs" is no secret: it shows that what is there is found.
    #expect(found(secrets.union(["swemwbs"]), in: seen.lowercased()) == ["swemwbs"])
  }

  /// Those of some texts, of four bytes or more, that stand in another, also inside its words.
  ///
  /// One pass over the bytes: to look for each in megabytes takes minutes.
  private func found(_ sought: Set<String>, in text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    let byStart = Dictionary(grouping: sought) { text in
      text.utf8.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    var found: Set<String> = []
    var start: UInt32 = 0
    for (end, byte) in bytes.enumerated() {
      start = start << 8 | UInt32(byte)
      for text in byStart[start, default: []] where bytes[(end - 3)...].starts(with: text.utf8) {
        found.insert(text)
      }
    }
    return found
  }

  @Test("the study file and its key are for the user alone")
  func permissions() throws {
    let study = try SmallStudy()
    _ = try study.run("import")
    for file in [
      study.folder.url.appendingPathComponent("study.furlong"),
      study.keys.url.appendingPathComponent("small-study.key"),
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
    let inside = try FileManager.default.contentsOfDirectory(atPath: study.folder.url.path)
    #expect(!inside.contains { $0.hasSuffix(".key") })
  }
}
