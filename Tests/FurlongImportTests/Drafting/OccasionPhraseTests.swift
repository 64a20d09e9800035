import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Answers to when a form was filled in")
struct OccasionPhraseTests: DraftsMappings {
  @Test(
    "say the start, the end or how long after",
    arguments: [
      ("At the start", "start"), ("Before I began", "start"), ("First session", "start"),
      ("Start of the 12 week course", "start"), ("Baseline (0 months)", "start"),
      ("When my first course ended", "end"), ("End of my course", "end"),
      ("At the end of the course", "end"), ("When I finished", "end"), ("Last session", "end"),
      ("I have completed my course", "end"), ("End (12 weeks)", "end"),
      ("Six months after I started", "6-months"), ("Six months on", "6-months"),
      ("6 months later", "6-months"), ("Follow-up (6m)", "6-months"),
      ("Half a year on", "6-months"),
      ("Twelve weeks after starting", "12-weeks"), ("A year after I joined", "1-year"),
      ("Three months after the course ended", "3-months-after-end"), ("T1", "start"),
      ("Week 12", "week12"),
    ])
  func read(text: String, id: String) {
    #expect(OccasionPhrase(text)?.id == id)
  }

  @Test(
    "that could mean either, or something else, are not guessed",
    arguments: [
      "After I started", "Before I finished", "During my first course", "I did not finish",
      "Two weeks before I started", "In the last two weeks", "Last week", "Completed", "Other",
      "Start but Peregrine says end", "6 months ago",
    ])
  func notUnderstood(text: String) {
    #expect(OccasionPhrase(text) == nil)
  }

  private func forms(_ words: [String], heading: String = "When are you filling this in?") throws
    -> MapDraft
  {
    try draft(
      ["Student ID,\"\(heading)\",PHQ-9 total"]
        + (1...9).flatMap { person in
          words.enumerated().map { "S\(person),\($1),\(person + $0)" }
        })
  }

  private func values(_ draft: MapDraft) -> [String] {
    let lines = draft.text.split(separator: "\n").map(String.init)
    guard let first = lines.firstIndex(of: "  values:") else { return [] }
    return lines[(first + 1)...].prefix { $0.hasPrefix("    ") }.map { line in
      String(line.split(separator: "#")[0].split(separator: ":")[1].filter { !" \"".contains($0) })
    }.sorted()
  }

  @Test(
    "become occasions of the mapping",
    arguments: [
      ["At the start", "When my first course ended", "Six months after I started"],
      ["Before I began", "End of my course", "Six months on"],
      ["First session", "Last session", "6 months later"],
      ["Start", "When I finished", "Follow-up (6m)"],
      ["At the start", "At the end of the course", "Six months after I started"],
    ])
  func columns(words: [String]) throws {
    let draft = try forms(words)
    #expect(values(draft) == ["6-months", "end", "start"], "\(draft.text)")
    #expect(draft.facts.scales["phq9"] == ["start", "end", "6-months"])
    #expect(values(try forms(words, heading: "Form")) == ["6-months", "end", "start"])
  }

  @Test(
    "ask where two words would be one occasion, unless they differ by nothing but filling words")
  func alike() throws {
    let two = try forms(["Start", "End of my course", "When I left the college for good"])
    #expect(two.decisions == 2 && values(two).contains("start"), "\(two.text)")
    #expect(two.checks.contains { $0.contains("would both be 'end'") })
    let one = try forms(["Start", "At the start", "End"])
    #expect(one.decisions == 0 && values(one) == ["end", "start", "start"])
  }

  @Test("ask where a word is not understood, and the column is not dropped")
  func unknownWord() throws {
    let draft = try forms(["At the start", "At the end", "Somewhere along the road"])
    #expect(draft.decisions == 1 && values(draft).contains("DECIDE"), "\(draft.text)")
  }
}
