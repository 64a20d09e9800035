import Foundation
import FurlongTestSupport
import Testing

/// What a study goes through: imports again and again, lost keys, damaged and locked files.
@Suite("Bad luck")
struct BadLuckTests {
  /// What each export became, by file, as `import` prints it.
  private func lines(_ run: CommandLineRun) -> [String: String] {
    Dictionary(
      run.output.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        return parts.count == 2 && parts[0].hasPrefix("exports/") ? (parts[0], parts[1]) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  private func studyFile(_ study: SmallStudy) -> URL {
    study.folder.url.appendingPathComponent("study.furlong")
  }

  @Test("a dry run keeps nothing: no study file, no key, and a study file as it was")
  func dryRun() throws {
    let study = try SmallStudy()
    let first = try study.run("import", "--dry-run")
    #expect(first.exitCode == 0 && first.output.contains("kept 10"), "\(first.output)")
    #expect(!FileManager.default.fileExists(atPath: studyFile(study).path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: study.keys.url.path).isEmpty)

    _ = try study.run("import")
    let bytes = try Data(contentsOf: studyFile(study))
    try study.change("exports/forms.csv", "SMALL-006,09/01/2025,4", to: "SMALL-006,09/01/2025,7")
    let second = try study.run("import", "--dry-run", "--fail-on", "set-aside")
    #expect(second.exitCode == 1 && second.output.contains("kept 9"), "\(second.output)")
    #expect(try Data(contentsOf: studyFile(study)) == bytes)
  }

  @Test("only what changed is read again, and a mapping taken away takes its rows with it")
  func onlyWhatChanged() throws {
    let study = try SmallStudy()
    _ = try study.run("import")
    let again = lines(try study.run("import"))
    #expect(again.count == 2 && again.values.allSatisfy { $0.contains("already imported") })

    try study.change("exports/forms.csv", "SMALL-006,09/01/2025,4", to: "SMALL-006,09/01/2025,3")
    let changed = lines(try study.run("import"))
    #expect(changed["exports/students.csv"]?.contains("already imported") == true, "\(changed)")
    #expect(changed["exports/forms.csv"]?.contains("already imported") == false, "\(changed)")

    // Rows in another order say the same.
    var rows = SmallStudy.students.split(separator: "\n")
    rows.swapAt(1, 4)
    try study.folder.write(rows.joined(separator: "\n") + "\n", to: "exports/students.csv")
    #expect(lines(try study.run("import")).values.allSatisfy { $0.contains("already imported") })

    try FileManager.default.removeItem(
      at: study.folder.url.appendingPathComponent("maps/forms.map.yaml"))
    let removed = try study.run("import")
    #expect(removed.exitCode == 0 && lines(removed).keys.sorted() == ["exports/students.csv"])
    #expect(try study.run("problems").output.contains("no mapping names this file"))
  }

  @Test("parts of life in a plan make no export another one from one run to the next")
  func partsOfLife() throws {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let study = folder.url.appendingPathComponent("greyfell").path
    for words in [["example", "greyfell", study], ["import", study]] {
      #expect(try CommandLineRun(words, keys: keys.url).exitCode == 0)
    }
    let again = lines(try CommandLineRun(["import", study], keys: keys.url))
    #expect(again.count == 4 && again.values.allSatisfy { $0.contains("already imported") })
  }

  @Test("a key that is gone is made anew, everything is read again, and the person is told")
  func lostKey() throws {
    let study = try SmallStudy()
    _ = try study.run("import")
    let results = try study.run("evaluate").output
    let key = study.keys.url.appendingPathComponent("small-study.key")
    try FileManager.default.removeItem(at: key)
    let run = try study.run("import")
    #expect(run.exitCode == 0 && !run.output.contains("already imported"))
    #expect(run.talk.contains("The key of this study was not found"), "\(run.talk)")
    #expect(try study.run("evaluate").output == results)

    try Data("no key\n".utf8).write(to: key)
    let bad = try study.run("import")
    #expect(bad.exitCode == 2 && bad.talk.contains("put the key file back"), "\(bad.talk)")
  }

  @Test("a study file cut short, with a byte changed, or none at all, ends with 2 and a way out")
  func damaged() throws {
    let study = try SmallStudy()
    _ = try study.run("import")
    let whole = try Data(contentsOf: studyFile(study))
    var changed = whole
    changed[changed.count - 20] ^= 1
    for bytes in [whole.prefix(whole.count / 2), changed, Data(repeating: 0x41, count: 9_000)] {
      try bytes.write(to: studyFile(study))
      for command in ["import", "evaluate", "doctor"] {
        let run = try study.run(command)
        #expect(run.exitCode == 2, "\(command)")
        #expect((run.talk + run.output).contains("move it away and run `furlong import`"))
      }
    }
    try FileManager.default.removeItem(at: studyFile(study))
    #expect(try study.run("import").exitCode == 0)
  }

  @Test("an id that was changed ends with 2 and says so")
  func changedID() throws {
    let study = try SmallStudy()
    _ = try study.run("import")
    try study.change("study.yaml", "id: small-study", to: "id: other-study")
    let run = try study.run("import")
    #expect(run.exitCode == 2)
    #expect(run.talk.contains("`small-study`") && run.talk.contains("the id in study.yaml"))
  }

  @Test("an export that is a folder stops alone, the others are read")
  func notAFile() throws {
    let study = try SmallStudy()
    let export = study.folder.url.appendingPathComponent("exports/forms.csv")
    try FileManager.default.removeItem(at: export)
    try FileManager.default.createDirectory(at: export, withIntermediateDirectories: false)
    let run = try study.run("import")
    #expect(run.exitCode == 2 && run.output.contains("is no file but a folder"))
    #expect(lines(run)["exports/students.csv"]?.contains("kept 6") == true, "\(run.output)")
  }

  @Test("progress leaves nothing in a pipe")
  func pipe() throws {
    let study = try SmallStudy()
    for command in ["import", "evaluate", "report"] {
      let run = try study.run(command)
      #expect(!run.output.contains("\u{1B}") && !run.talk.contains("\u{1B}"))
      #expect(!run.output.contains("█") && !run.talk.contains("░"))
    }
  }
}
