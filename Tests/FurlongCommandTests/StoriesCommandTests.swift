import Foundation
import FurlongTestSupport
import Testing

/// Stories are coded, compared and settled in the terminal, as somebody types it.
@Suite("Stories in the terminal")
struct StoriesCommandTests {
  private let folder: TestFolder
  private let keys: TestFolder

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
    _ = try CommandLineRun(["example", "saltmarsh", "s"], keys: keys.url, in: folder.url)
  }

  private func run(_ words: String..., typed: [String] = []) throws -> CommandLineRun {
    try CommandLineRun(["stories"] + words, keys: keys.url, in: folder.url, typed: typed)
  }

  private func codings(_ coder: String) throws -> [[String]] {
    try folder.text(of: "s/codings/\(coder).csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).prefix(4).map(String.init)
    }
  }

  @Test("`3 h` and Enter codes a sentence; n marks the story as read and shows the next")
  func tag() throws {
    let run = try run(
      "tag", "s", "--coder", "RO",
      typed: [
        "3 h", "1-2 d: alone", "7 \"next summer\" hope", "* c", "- 1", "u", "20 h", "3 x", "n", "q",
      ])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("STORY-01 (1 of 19), 7 sentences"))
    #expect(run.output.contains("STORY-02 (2 of 19)"))
    #expect(run.talk.contains("3  Hope and optimism: “Nobody asked me why I was there.”"))
    #expect(run.talk.contains("STORY-01 has 7 sentences"))
    #expect(run.talk.contains("'x' is no code of the codebook CHIME-D"))
    #expect(run.talk.contains("the next unread story is STORY-02"))
    let codes = try codings("RO")
    #expect(codes.map { $0[3] } == ["read", "connectedness", "difficulties", "hope", "hope"])
    #expect(codes.filter { $0[3] == "hope" }.map { $0[1] } == ["122", "449"])
  }

  @Test("By a script: words that stand there once get a code; others get none")
  func script() throws {
    let given = try run(
      "tag", "s", "STORY-02", "--coder", "KM", "--code", "e", "--quote",
      "It is my plan now, not theirs.", "--memo", "control", "--read")
    #expect(given.exitCode == 0 && given.output.contains("9  Empowerment"))
    #expect(try codings("KM").map { $0[3] } == ["read", "empowerment"])
    let twice = try run(
      "tag", "s", "STORY-02", "--coder", "KM", "--code", "e", "--quote", "plan")
    #expect(twice.exitCode == 2 && twice.talk.contains("these words stand there 2 times"))
    let none = try run("tag", "s", "STORY-02", "--coder", "KM", "--code", "e", "--quote", "Plan")
    #expect(none.exitCode == 2 && none.talk.contains("these words do not stand there"))
    #expect(try codings("KM").count == 2)
  }

  @Test("A story that nobody agreed to is refused with exit code 3, and shows no word")
  func refused() throws {
    let list = try run("s")
    #expect(list.talk.contains("12 may be quoted; not: "))
    #expect(
      list.talk.contains("not agreed to be quoted in a public report")
        && list.talk.contains("withdrawn"))
    let line = try #require(
      list.output.split(separator: "\n").first { $0.contains("did not agree") })
    let story = String(line.prefix { $0 != " " })
    let shown = try run("show", "s", story)
    #expect(shown.exitCode == 3 && shown.output.isEmpty)
    #expect(shown.talk.contains("\(story) may not be read: its teller did not agree"))
  }

  @Test("Two coders are compared side by side, and what is settled says who decided")
  func settle() throws {
    _ = try run("tag", "s", "--coder", "RO", typed: ["3 h", "4 c", "6 h", "n", "q"])
    _ = try run("tag", "s", "--coder", "KM", typed: ["3 h", "4-5 c", "7 m", "n", "q"])
    let compared = try run("compare", "s", "RO", "KM")
    #expect(compared.exitCode == 0)
    for words in [
      "4-5  Connectedness: RO “In the break", "6  Hope and optimism: RO alone “I still go.”",
      "7  Meaning in life: KM alone",
    ] { #expect(compared.output.contains(words), "\(words)") }
    #expect(!compared.output.contains("3  Hope"))
    #expect(
      compared.talk.contains(
        "1 story: 4 codings, 1 the same, 1 on stretches that only meet, 1 by RO alone, 1 by KM alone."
      ))
    let settled = try run(
      "settle", "s", "RO", "KM", "--by", "RO and KM", typed: ["2", "x", "1", "0"])
    #expect(settled.talk.contains("1 of 1 stories settled."))
    #expect(try codings("settled").map { $0[3] } == ["read", "hope", "connectedness", "hope"])
    let text = try folder.text(of: "s/codings/settled.csv")
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",RO and KM") })
    #expect(text.contains("STORY-01,155,"))
    #expect(
      try run("show", "s", "STORY-01", "--coder", "settled").output.contains(
        "[decided by RO and KM]"))
  }

  @Test("Words and codes are found")
  func search() throws {
    _ = try run("tag", "s", "--coder", "RO", typed: ["3 h", "n", "q"])
    #expect(try run("search", "s", "BISCUITS").output.hasPrefix("STORY-01  4  In the break"))
    #expect(try run("search", "s", "--code", "hope").output.hasPrefix("STORY-01  RO  3  Hope"))
  }

  @Test("A shipped codebook is written into the study once, and then is the study's own")
  func codebook() throws {
    let written = try run("codebook", "s", "--write", "chime-d")
    #expect(written.exitCode == 0 && written.output == "codebooks/chime-d.yaml\n")
    #expect(try run("codebook", "s", "--write", "chime-d").exitCode == 2)
    try folder.change(
      "s/codebooks/chime-d.yaml", "label: Hope and optimism", to: "label: Hopefulness")
    #expect(try run("codebook", "s").output.contains("h  Hopefulness"))
  }

  @Test("A code is added to the codebook, and given like any other")
  func addCode() throws {
    let added = try run(
      "codebook", "s", "--add", "Getting there", "--definition", "Buses, stairs.", "--under", "d")
    #expect(added.exitCode == 0 && added.output.hasPrefix("  g"))
    #expect(added.talk.contains("Written to codebooks/chime-d.yaml"))
    _ = try run("tag", "s", "--coder", "RO", typed: ["3 g", "q"])
    #expect(try codings("RO").map { $0[3] } == ["getting-there"])
    let again = try run("codebook", "s", "--add", "getting there", "--definition", "x")
    #expect(again.exitCode == 2 && again.talk.contains("choose another name"))
    #expect(try run("codebook", "s", "--add", "x").exitCode == 64)
  }

  @Test(
    "Names that the register holds are proposed; what is marked, and who looked, is written down")
  func redact() throws {
    try folder.change(
      "s/exports/stories.csv", "a man passed me the biscuits", to: "Tamsin passed me the biscuits")
    let run = try run(
      "redact", "s", "STORY-01", "--by", "KM", typed: ["y 1", "3 \"asked me\" o", "n", "q"])
    #expect(run.output.contains("y 1  name “Tamsin”: a capital letter within a sentence"))
    let marks = try folder.text(of: "s/redactions/KM.csv")
    #expect(marks.contains(",name,Tamsin,") && marks.contains("STORY-01,,,read,"))
  }

  @Test("A name that is proposed and not hidden is asked about once before the story counts")
  func redactAsks() throws {
    try folder.change(
      "s/exports/stories.csv", "a man passed me the biscuits", to: "Tamsin passed me the biscuits")
    let asked = try run("redact", "s", "STORY-01", "--by", "KM", typed: ["n", "q"])
    #expect(asked.talk.contains("This is not hidden: it would be printed"), "\(asked.talk)")
    #expect((try? folder.text(of: "s/redactions/KM.csv"))?.contains("STORY-01,,,read,") != true)
    _ = try run("redact", "s", "STORY-01", "--by", "KM", typed: ["n", "n", "q"])
    #expect(try folder.text(of: "s/redactions/KM.csv").contains("STORY-01,,,read,"))
  }

  @Test(
    "A withdrawal names the rows that still hold the story, with exit code 1 until they are gone")
  func withdraw() throws {
    let first = try run("withdraw", "s", "STORY-01", "--by", "KM")
    #expect(first.exitCode == 1 && first.talk.contains("exports/stories.csv:"))
    let text = try folder.text(of: "s/exports/stories.csv")
    let kept = text.split(separator: "\n").filter { !$0.hasPrefix("STORY-01,") }
    #expect(kept.count == text.split(separator: "\n").count - 1)
    try folder.write(kept.joined(separator: "\n") + "\n", to: "s/exports/stories.csv")
    #expect(try run("withdraw", "s", "STORY-01", "--by", "KM").exitCode == 0)
    #expect(try run("show", "s", "STORY-01").exitCode == 2)
  }

  @Test("Agreement is told per code and over all; below ten stories without intervals")
  func agreement() throws {
    let none = try run("agreement", "s")
    #expect(none.talk.contains("Nothing to compare: nobody has read a story to its end"))
    _ = try run("tag", "s", "--coder", "RO", typed: ["3 h", "n", "1 d", "n", "q"])
    _ = try run("tag", "s", "--coder", "KM", typed: ["3 h", "n", "1 h", "n", "q"])
    let told = try run("agreement", "s", "RO", "KM")
    #expect(told.exitCode == 0)
    #expect(told.output.contains("Difficulties: 50 % alike; found in: KM 0 %, RO 50 %"))
    #expect(told.output.contains("no interval: 2 stories, 10 are needed"))
    #expect(told.output.contains("Empowerment: 100 % alike"))
    #expect(told.output.contains("Cohen's kappa undefined, as nothing varies"))
    #expect(told.output.contains("all codes: "))
    #expect(try run("agreement", "s", "--by", "span").output.contains("u-alpha"))
    #expect(!told.output.contains("that any two or more read"))
    // A third who reads one story that one of them read leaves alpha over three stories, and two by name.
    _ = try run("tag", "s", "--coder", "AB", typed: ["3 h", "n", "q"])
    _ = try run("tag", "s", "STORY-03", "--coder", "AB", "--code", "h", "--read")
    _ = try run("tag", "s", "STORY-03", "--coder", "RO", "--code", "h", "--read")
    let three = try run("agreement", "s")
    #expect(three.output.contains("alpha over the 3 stories that any two or more read:"))
    #expect(three.talk.contains("1 stories that all read") == false)
    #expect(try run("agreement", "s", "RO", "XX").exitCode == 2)
  }
}
