import Foundation
import FurlongTestSupport
import Testing

@Suite("Scales of a study's own, and what the catalogue has of others")
struct OwnScalesTests {
  private static let ladder = """
    furlong_scale: 1
    id: ladder
    name: Where I am
    better: higher
    scores: { from: 0, to: 10 }

    """

  /// The small study with a ladder beside its forms, judged by nothing.
  private func study(_ outcome: String = "{ scale: ladder, role: secondary }") throws -> SmallStudy
  {
    let study = try SmallStudy()
    try study.folder.write(Self.ladder, to: "scales/ladder.yaml")
    try study.change(
      "study.yaml", "reliability: implied-by-sem }",
      to: "reliability: implied-by-sem }\n  - \(outcome)")
    try study.change(
      "study.yaml", "  - { id: limits, ask: certainty }",
      to: "  - { id: real, ask: meaning }\n  - { id: limits, ask: certainty }")
    try study.change(
      "maps/forms.map.yaml", "  - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }",
      to:
        "  - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }\n  - { scale: ladder, total: Ladder }"
    )
    let lines = SmallStudy.forms.split(separator: "\n").enumerated().map { place, line in
      place == 0 ? "\(line),Ladder" : "\(line),\(min(place, 8))"
    }
    try study.folder.write(lines.joined(separator: "\n") + "\n", to: "exports/forms.csv")
    return study
  }

  @Test("five lines make a ladder: imported, averaged, and nobody's change judged")
  func ladder() throws {
    let study = try study()
    let run = try study.run("import")
    #expect(run.exitCode == 0, "\(run.talk)")
    let results = try study.run("evaluate", "--as", "csv")
    #expect(results.exitCode == 0, "\(results.talk)")
    let rows = results.output.split(separator: "\n").filter { $0.contains(",ladder,") }
    // Before: 1, 2, 3, 4 of four people; after: 6, 7, 8, 8.
    #expect(rows.contains { $0.contains(",mean_change,4.75,") }, "\(rows)")
    let report = try study.run("report", "--draft", "--as", "md", "--output", study.folder.url.path)
    #expect(report.exitCode == 0, "\(report.talk)")
    let text = try String(
      contentsOf: study.folder.url.appendingPathComponent("report.md"), encoding: .utf8)
    #expect(text.contains("Where I am"))
    #expect(text.contains("own error cannot be judged"))
  }

  @Test("a value beyond the ladder is set aside, and the scale is named")
  func range() throws {
    let study = try study()
    try study.change("exports/forms.csv", "Library,quiet,1", to: "Library,quiet,11")
    _ = try study.run("import")
    let problems = try study.run("problems")
    #expect(problems.output.contains("Where I am"), "\(problems.output)")
    #expect(problems.output.contains("0 to 10"))
  }

  @Test("a change to the scale reads the exports anew")
  func changed() throws {
    let study = try study()
    _ = try study.run("import")
    let again = try study.run("import")
    #expect(again.output.contains("already"), "\(again.output)")
    try study.change("scales/ladder.yaml", "to: 10", to: "to: 5")
    let run = try study.run("import")
    #expect(run.output != again.output, "\(run.output)")
  }

  @Test(
    "mistakes in a plan or a file say what to write",
    arguments: [
      ("{ scale: ladder, role: secondary, reliability: alpha }", "or your own as { coefficient"),
      ("{ scale: ladder, role: secondary, reliability: { points: 2 } }", "the catalogue has none"),
      ("{ scale: dass21, role: secondary }", "write one of: dass21.depression"),
      (
        "{ scale: ashs, role: secondary, reliability: alpha }",
        "from memory and not verified, so that none may decide alone"
      ),
    ])
  func mistakes(outcome: String, words: String) throws {
    let run = try study(outcome).run("import")
    #expect(run.exitCode == 2)
    #expect(run.talk.contains(words), "\(run.talk)")
  }

  @Test("check reads a file as the tool does, and says what it cannot support")
  func check() throws {
    let study = try study()
    let file = study.folder.url.appendingPathComponent("scales/ladder.yaml")
    let fine = try CommandLineRun(["scales", "check", file.path], keys: study.keys.url)
    #expect(fine.exitCode == 0, "\(fine.talk)")
    #expect(fine.output.contains("The file is in order."))
    #expect(fine.output.contains("no report can say whose change is more than its own error"))
    try study.change("scales/ladder.yaml", "better: higher", to: "beter: higher")
    let wrong = try CommandLineRun(["scales", "check", file.path], keys: study.keys.url)
    #expect(wrong.exitCode == 2)
    #expect(wrong.talk.contains("ladder.yaml:4"), "\(wrong.talk)")
    let other = try study.run("import")
    #expect(other.exitCode == 2 && other.talk.contains("scales/ladder.yaml:4"), "\(other.talk)")
  }

  @Test("one form of DASS-21 gives its three scores, each judged by itself")
  func subscales() throws {
    let study = try SmallStudy()
    try study.change(
      "study.yaml", "{ scale: swemwbs, role: primary, reliability: implied-by-sem }",
      to: "{ scale: dass21.stress, role: primary, reliability: none }")
    let items = (1...21).map { "D\($0)" }
    try study.change(
      "maps/forms.map.yaml", "{ scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }",
      to: "{ scale: dass21, items: [\(items.joined(separator: ", "))] }")
    var lines = ["Student ID,Completed on,\(items.joined(separator: ",")),Where,Comments"]
    for (day, answer) in [("01/09/2024", 3), ("05/01/2025", 1)] {
      for person in 1...4 {
        let answers = [String](repeating: "\(answer)", count: 21).joined(separator: ",")
        lines.append("SMALL-00\(person),\(day),\(answers),Hall,")
      }
    }
    try study.folder.write(lines.joined(separator: "\n") + "\n", to: "exports/forms.csv")
    #expect(try study.run("import").exitCode == 0)
    let results = try study.run("evaluate", "--as", "csv")
    let rows = results.output.split(separator: "\n").filter { $0.contains("dass21.stress") }
    #expect(rows.contains { $0.contains(",mean_before,") && $0.contains(",42,") }, "\(rows)")
    #expect(rows.contains { $0.contains(",mean_after,") && $0.contains(",14,") }, "\(rows)")
  }
}
