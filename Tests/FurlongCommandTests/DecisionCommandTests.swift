import Foundation
import FurlongTestSupport
import Testing

/// What people decide of the data at the command line.
@Suite("furlong people, problems --apply, undo, key")
struct DecisionCommandTests {
  private let study: SmallStudy

  init() throws {
    study = try SmallStudy()
    try study.change("exports/forms.csv", "SMALL-002,06/01", to: "SMALL-0O2,06/01")
    try study.change("exports/forms.csv", "08/01/2025,2,3", to: "08/01/2025,55,3")
    _ = try study.run("import")
  }

  private func run(_ words: String...) throws -> CommandLineRun {
    try CommandLineRun(words, keys: study.keys.url, in: study.folder.url)
  }

  private let maker = ["--by", "J. Okafor", "--why", "Checked on paper."]

  private func people(_ words: String...) throws -> CommandLineRun {
    try CommandLineRun(["people"] + words + maker, keys: study.keys.url, in: study.folder.url)
  }

  @Test("what is proposed can be typed, is written down, and undone")
  func merge() throws {
    let proposed = try run("people", "duplicates")
    #expect(proposed.exitCode == 0)
    #expect(
      proposed.output.contains(
        "furlong people merge exports/forms.csv:8 exports/students.csv:3 --by … --why …"),
      "\(proposed.output)")
    #expect(proposed.talk.contains("1 to look at. Nobody was merged."))
    #expect(!proposed.output.contains("SMALL") && !proposed.talk.contains("SMALL"))
    let merged = try people("merge", "exports/forms.csv:8", "exports/students.csv:3")
    #expect(merged.exitCode == 0, "\(merged.talk)")
    #expect(
      merged.output.hasPrefix(
        "Written down: exports/forms.csv:8 and exports/students.csv:3 are one person, decided on "))
    let imported = try run("import")
    #expect(
      imported.talk.contains("corrected by hand: 1 merge of people (fixes/decisions.json)"),
      "\(imported.talk)")
    #expect(try run("people", "duplicates").talk.contains("Nothing to propose."))
    let undone = try study.run("undo")
    #expect(undone.output.hasPrefix("Taken back: exports/forms.csv:8 and"))
    #expect(try !run("import").talk.contains("by hand"))
    #expect(try study.run("undo").exitCode == 2)
  }

  @Test("the study may stand before the rows; rows, a name and a reason are needed", .tags(.edge))
  func words() throws {
    let folder = study.folder.url.path
    let named = try CommandLineRun(
      ["people", "merge", folder, "exports/forms.csv:8", "exports/students.csv:3", "-n"] + maker,
      keys: study.keys.url)
    #expect(named.exitCode == 0, "\(named.talk)")
    #expect(named.output.hasPrefix("Would be: "))
    #expect(
      try run("people", "merge", "exports/forms.csv:8", "exports/students.csv:3").exitCode == 64)
    #expect(try people("merge").exitCode == 64)
    #expect(try people("split", "a", "b", "c:1").exitCode == 64)
    #expect(try people("split", "exports/students.csv:2").exitCode == 2)
    let object = try JSONSerialization.jsonObject(
      with: Data(
        try people("merge", "exports/forms.csv:8", "exports/students.csv:3", "-n", "--json").output
          .utf8))
    let envelope = try #require(object as? [String: Any])
    #expect(envelope["ok"] as? Bool == true)
    #expect((envelope["data"] as? [String: Any])?["written"] as? Bool == false)
  }

  @Test("cells are corrected by filling in what problems lists")
  func apply() throws {
    let listed = try run("problems", "--as", "csv", "--code", "I033")
    #expect(listed.talk.contains("--apply"))
    let filled = try study.keys.write(
      listed.output.trimmingCharacters(in: .newlines) + "5\n", to: "filled.csv"
    ).path
    #expect(try run("problems", "--apply", filled).exitCode == 64)
    let applied = try CommandLineRun(
      ["problems", study.folder.url.path, "--apply", filled] + maker, keys: study.keys.url)
    #expect(applied.exitCode == 0, "\(applied.talk)")
    #expect(
      applied.output.hasPrefix("Written down: 1 cell corrected (exports/forms.csv:10), decided on ")
    )
    #expect(try run("import").talk.contains("corrected by hand: 1 cell (fixes/decisions.json)"))
    #expect(try run("problems", "--code", "I033").output.isEmpty)
    let again = try CommandLineRun(
      ["problems", study.folder.url.path, "--apply", "nowhere.csv"] + maker, keys: study.keys.url)
    #expect(again.exitCode == 2 && again.talk.contains("cannot be opened"))
  }

  @Test("a key goes out and in under a passphrase from a file, never from an argument")
  func key() throws {
    let safe = try TestFolder()
    let phrase = try safe.write("five words of my own\nand no more\n", to: "phrase").path
    let file = safe.url.appendingPathComponent("small.key").path
    let out = try run("key", "export", "--to", file, "--passphrase-file", phrase)
    #expect(out.exitCode == 0, "\(out.talk)")
    #expect(out.output == file + "\n")
    #expect(try run("key", "export", "--to", file, "--passphrase-file", phrase).exitCode == 2)
    let inside = try run("key", "export", "--to", "here.key", "--passphrase-file", phrase)
    #expect(inside.exitCode == 2 && inside.talk.contains("lies in the study folder"))
    try FileManager.default.removeItem(
      at: study.keys.url.appendingPathComponent("small-study.key"))
    let wrong = try safe.write("another passphrase\n", to: "wrong").path
    let refused = try run("key", "import", "--from", file, "--passphrase-file", wrong)
    #expect(refused.exitCode == 2 && refused.talk.contains("the passphrase is not the one"))
    let back = try run("key", "import", "--from", file, "--passphrase-file", phrase)
    #expect(back.exitCode == 0 && back.output == "The key is here now.\n", "\(back.talk)")
    #expect(try run("import").output.contains("already imported"))
    #expect(try run("key", "export", "--to", file, "--passphrase", "x").exitCode == 64)
  }
}
