import Foundation
import FurlongTestSupport
import Testing

@Suite("The commands")
struct CommandsTests {
  @Test(
    "every command has two examples in its help",
    arguments: [
      "init", "example", "scales", "import", "problems", "evaluate", "report", "claim", "doctor",
    ])
  func examples(command: String) throws {
    let keys = try TestFolder()
    let run = try CommandLineRun([command, "--help"], keys: keys.url)
    #expect(run.exitCode == 0)
    let examples = run.output.split(separator: "\n").filter {
      $0.trimmingCharacters(in: .whitespaces).hasPrefix("furlong \(command)")
    }
    #expect(examples.count >= 2)
  }

  @Test("a word that no command knows ends with 64", .tags(.edge))
  func usage() throws {
    let keys = try TestFolder()
    #expect(try CommandLineRun(["evaluate", "--as", "sav"], keys: keys.url).exitCode == 64)
    #expect(try CommandLineRun(["wander"], keys: keys.url).exitCode == 64)
    for (typed, meant) in [("improt", "import"), ("reprot", "report"), ("Import", "import")] {
      let run = try CommandLineRun([typed, "a", "--json"], keys: keys.url)
      #expect(run.exitCode == 64 && run.output.isEmpty)
      #expect(
        run.talk.contains("error: there is no command '\(typed)'\n  fix did you mean '\(meant)'?"),
        "\(run.talk)")
    }
  }

  @Test(
    "of a group the nearest command is named, and a folder is taken for a folder", .tags(.edge),
    arguments: [
      (["plan", "chekc"], "plan check"), (["stories", "exprot"], "stories export"),
      (["people", "mrege"], "people merge"), (["scales", "shwo"], "scales show"),
      (["key", "exprot"], "key export"),
    ])
  func usageOfGroups(typed: [String], meant: String) throws {
    let keys = try TestFolder()
    let run = try CommandLineRun(typed, keys: keys.url, in: keys.url)
    #expect(run.exitCode == 64)
    #expect(
      run.talk.contains(
        "error: there is no command '\(typed.joined(separator: " "))'\n  fix did you mean '\(meant)'? `furlong \(typed[0]) --help` lists them"
      ), "\(run.talk)")
    let folder = try CommandLineRun(["plan", "our-college"], keys: keys.url, in: keys.url)
    #expect(folder.exitCode == 2 && folder.talk.contains("there is no folder our-college"))
    try keys.write("", to: "chekc/study.yaml")
    let named = try CommandLineRun(["plan", "chekc"], keys: keys.url, in: keys.url)
    #expect(named.exitCode == 2, "\(named.talk)")
  }

  @Test("outside any study a command says what to do and ends with 2", .tags(.edge))
  func nowhere() throws {
    let keys = try TestFolder()
    let run = try CommandLineRun(["import"], keys: keys.url, in: keys.url)
    #expect(run.exitCode == 2)
    #expect(run.talk.contains("furlong init"))
  }

  @Test("init writes a plan and mappings that the tool can read")
  func initialise() throws {
    let keys = try TestFolder()
    let folder = try TestFolder()
    let place = folder.url.appendingPathComponent("our-college")
    let run = try CommandLineRun(["init", place.path], keys: keys.url)
    #expect(run.exitCode == 0)
    let plan = try String(contentsOf: place.appendingPathComponent("study.yaml"), encoding: .utf8)
    #expect(plan.contains("id: our-college "))
    let maps = place.appendingPathComponent("maps")
    for name in try FileManager.default.contentsOfDirectory(atPath: maps.path) {
      try FileManager.default.moveItem(
        at: maps.appendingPathComponent(name),
        to: maps.appendingPathComponent(name.replacingOccurrences(of: ".example", with: "")))
    }
    // All that is wrong with the new study is that its exports are not there yet.
    let imported = try CommandLineRun(["problems", place.path], keys: keys.url)
    let codes = imported.output.split(separator: "\n").filter { $0.hasPrefix("stop[") }
    #expect(codes.count == 9)
    #expect(codes.allSatisfy { $0.hasPrefix("stop[I049]") }, "\(imported.output)")
    #expect(try CommandLineRun(["init", place.path], keys: keys.url).exitCode == 2)
  }

  @Test(
    "example writes the committed study, byte for byte", .tags(.golden),
    arguments: ["saltmarsh", "greyfell"])
  func example(name: String) throws {
    let keys = try TestFolder()
    let folder = try TestFolder()
    let place = folder.url.appendingPathComponent(name)
    let run = try CommandLineRun(
      ["example", name, place.path, "--seed", "2025"], keys: keys.url)
    #expect(run.exitCode == 0)
    let committed = projectFolder().appendingPathComponent("datasets/\(name)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: committed.path)
      .filter { !$0.hasSuffix("study.furlong") && !$0.hasPrefix("reports") }
    #expect(Set(files) == Set(try FileManager.default.subpathsOfDirectory(atPath: place.path)))
    #expect(files.count > 10)
    for file in files {
      let one = committed.appendingPathComponent(file)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: one.path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      #expect(
        try Data(contentsOf: one) == Data(contentsOf: place.appendingPathComponent(file)), "\(file)"
      )
    }
  }

  @Test(
    "the JSON envelope is one object, the same for every command",
    arguments: [
      ["scales", "--json"], ["scales", "show", "bdi2", "--json"], ["doctor", "--json"],
    ])
  func envelope(words: [String]) throws {
    let keys = try TestFolder()
    let run = try CommandLineRun(words, keys: keys.url)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["furlong", "command", "ok", "data", "problems"])
  }

  @Test("import --dry-run keeps nothing")
  func dryRun() throws {
    let study = try SmallStudy()
    #expect(try study.run("import", "--dry-run").exitCode == 0)
    #expect(
      !FileManager.default.fileExists(
        atPath: study.folder.url.appendingPathComponent("study.furlong").path))
  }
}
