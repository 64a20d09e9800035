import Foundation
import FurlongTestSupport
import Testing

@Suite("furlong help")
struct HelpTests {
  private func help(_ words: String...) throws -> CommandLineRun {
    let keys = try TestFolder()
    return try CommandLineRun(["help"] + words, keys: keys.url)
  }

  @Test("a code is explained: what it means, an example, what to do", arguments: ["I033", "i033"])
  func code(word: String) throws {
    let run = try help(word)
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("I033  number out of range\n"))
    for heading in ["What it means", "Example (invented)", "What to do"] {
      #expect(run.output.contains("\n\(heading)\n  "), "\(run.output)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(
    "a topic is a page; the list of codes has them all",
    arguments: ["dates", "exit-codes", "codes"])
  func topic(word: String) throws {
    let run = try help(word)
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("\(word)  "))
    if word == "codes" { #expect(run.output.contains("\n  I062  ")) }
  }

  @Test("a command's help is what --help prints, also of a command below another")
  func command() throws {
    let keys = try TestFolder()
    for words in [["import"], ["plan", "freeze"], ["scales", "show"]] {
      let run = try CommandLineRun(["help"] + words, keys: keys.url)
      #expect(run.exitCode == 0)
      #expect(run.output == (try CommandLineRun(words + ["--help"], keys: keys.url).output))
    }
    #expect(try help().output.contains("SUBCOMMANDS"))
  }

  @Test("a word without a page ends with 2 and says where to look", .tags(.edge))
  func unknown() throws {
    let code = try help("I999")
    #expect(code.exitCode == 2)
    #expect(code.talk.contains("furlong help codes"))
    let near = try help("date")
    #expect(near.exitCode == 2)
    #expect(near.talk.contains("did you mean 'dates'?"))
    #expect(try help("wandering about").exitCode == 2)
  }

  @Test("as JSON the page is data")
  func json() throws {
    let run = try help("I040", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let page = try #require(object["data"] as? [String: Any])
    #expect(page["name"] as? String == "I040")
    #expect((page["sections"] as? [[String: Any]])?.count == 3)
  }
}
