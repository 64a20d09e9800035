import Foundation
import FurlongTestSupport
import Testing

/// `furlong plan`: check, freeze, amend, and what a changed plan is refused with.
@Suite("The plan on the command line")
struct PlanCommandTests {
  /// Runs `furlong plan VERB` on a study.
  private func plan(_ study: SmallStudy, _ verb: String, _ words: String...) throws
    -> CommandLineRun
  {
    try CommandLineRun(
      ["plan", verb, study.folder.url.path] + words, keys: study.keys.url)
  }

  private func lock(_ study: SmallStudy) -> URL {
    study.folder.url.appendingPathComponent("plan.lock")
  }

  @Test("check says what is asked and how many pairs it needs, and ends with 0")
  func check() throws {
    let study = try SmallStudy()
    let run = try plan(study, "check")
    #expect(run.exitCode == 0)
    for words in [
      "Six students (small-study)", "Only those whose 'type' is 'service user'.",
      "How far did students travel?", "SWEMWBS (primary): mental wellbeing, 7 to 35",
      "(day -28 to 28, nearest to 0)", "for a 95% interval of ± ",
      "so far, four months later: 4 pairs of 6 students due", "No score, event or story",
      "Not frozen",
    ] {
      #expect(run.output.contains(words), "\(words)\n\(run.output)")
    }
    #expect(!run.output.contains(study.folder.url.path))
    let bare = try CommandLineRun(["plan", study.folder.url.path], keys: study.keys.url)
    #expect(bare.output == run.output)
    let wrong = try plan(study, "check", "--correlation", "1")
    #expect(wrong.exitCode == 2 && wrong.talk.contains("0.5"), "\(wrong.talk)")
  }

  @Test("check says what rates need and assume, and that no number of stories can be said")
  func ratesAndStories() throws {
    let folder = try TestFolder()
    let study = folder.url.appendingPathComponent("saltmarsh")
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("datasets/saltmarsh"), to: study)
    let keys = folder.url.appendingPathComponent("keys")
    let run = try CommandLineRun(["plan", "check", study.path], keys: keys)
    #expect(run.exitCode == 0)
    for words in [
      "HOW MANY PEOPLE FOR RATES",
      "to see a rate 0.5 times as high, with 1 event of one person before on average",
      " 246        329",
      "a variance\n  of 5 times its mean", "fewer than 50 students, too hopeful",
      "HOW MANY STORIES\n  No number can be said.", "'chime-d': Connectedness, Hope and optimism",
    ] {
      #expect(run.output.contains(words), "\(words)\n\(run.output)")
    }
    let small = try plan(SmallStudy(), "check")
    #expect(!small.output.contains("FOR RATES") && !small.output.contains("HOW MANY STORIES"))
  }

  @Test("errors of the plan are shown with their place", .tags(.edge))
  func faults() throws {
    let study = try SmallStudy()
    try study.change("study.yaml", "occasions:", to: "ocasions:")
    for verb in ["check", "freeze"] {
      let run = try plan(study, verb)
      #expect(run.exitCode == 2 && run.talk.contains("study.yaml:15:1"), "\(run.talk)")
    }
    #expect(!FileManager.default.fileExists(atPath: lock(study).path))
  }

  @Test("a changed plan ends with 3 and the way on; an amendment opens it again")
  func frozen() throws {
    let study = try SmallStudy()
    let frozen = try plan(study, "freeze")
    #expect(frozen.exitCode == 0 && frozen.output.contains("plan.lock"), "\(frozen.talk)")
    #expect(frozen.output.contains("5 baseline forms, 5 follow-up forms"), "\(frozen.output)")
    #expect(try study.run("evaluate").exitCode == 0)
    try study.change("study.yaml", "seed: 7", to: "seed: 7  # a comment\n")
    #expect(try study.run("evaluate").exitCode == 0)
    try study.change("study.yaml", "to: 180", to: "to: 150")
    for command in ["import", "evaluate", "report"] {
      let run = try study.run(command)
      #expect(run.exitCode == 3, "\(command)")
      #expect(run.output.isEmpty)
      #expect(run.talk.contains("occasions[later].to is '150' and was '180'"), "\(run.talk)")
      #expect(run.talk.contains("furlong plan amend --why"))
    }
    let envelope = try study.run("evaluate", "--json")
    #expect(envelope.exitCode == 3 && envelope.output.contains("\"ok\" : false"))
    #expect(try study.run("problems").exitCode == 0)
    #expect(try plan(study, "check").output.contains("says something else now"))

    #expect(try plan(study, "amend").exitCode == 64)
    #expect(try plan(study, "amend", "--why", " ").exitCode == 64)
    let tried = try plan(study, "amend", "--why", "Forms came sooner.", "--dry-run")
    #expect(tried.exitCode == 0 && tried.talk.contains("Nothing was recorded"))
    #expect(try study.run("evaluate").exitCode == 3)
    #expect(try plan(study, "amend", "--why", "Forms came sooner.").exitCode == 0)
    let results = try study.run("evaluate")
    #expect(results.exitCode == 0)
    let rows = results.output.split(separator: "\n").filter { $0.contains(",wellbeing,") }
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(",amended,") }, "\(rows.prefix(2))")
    #expect(results.output.contains("Forms came sooner."))
  }

  @Test("a plan put back is as frozen; a second freeze is told of the first")
  func putBack() throws {
    let study = try SmallStudy()
    _ = try plan(study, "freeze")
    try study.change("study.yaml", "seed: 7", to: "seed: 8")
    #expect(try study.run("report").exitCode == 3)
    try study.change("study.yaml", "seed: 8", to: "seed: 7")
    #expect(try study.run("report").exitCode == 0)
    let again = try plan(study, "freeze")
    #expect(again.exitCode == 2 && again.talk.contains("already"), "\(again.talk)")
  }

  @Test(
    "the envelope is the same as everywhere", arguments: [["check"], ["freeze", "--dry-run"]])
  func envelope(words: [String]) throws {
    let study = try SmallStudy()
    let run = try CommandLineRun(
      ["plan", words[0], study.folder.url.path, "--json"] + words.dropFirst(),
      keys: study.keys.url)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["furlong", "command", "ok", "data", "problems"])
    #expect(object["command"] as? String == "plan " + words[0])
    #expect(!run.output.contains(study.folder.url.path))
  }
}
