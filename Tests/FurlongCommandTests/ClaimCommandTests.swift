import Foundation
import FurlongTestSupport
import Testing

@Suite("furlong claim")
struct ClaimCommandTests {
  @Test("prints the claim's readings, needs no study, and has the same in an envelope")
  func run() throws {
    let keys = try TestFolder()
    let file = projectFolder().appendingPathComponent("datasets/claims/bourne-2018.yaml").path
    let run = try CommandLineRun(["claim", file], keys: keys.url, in: keys.url)
    #expect(run.exitCode == 0 && run.talk.isEmpty)
    #expect(run.output.contains("£1,200 × 463 people = £555,600 in all, over 18 months."))
    let json = try CommandLineRun(["claim", file, "--json"], keys: keys.url, in: keys.url)
    let envelope = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let data = try #require(envelope["data"] as? [String: Any])
    #expect(data["verdict"] as? String == "nothing_to_compare")
    #expect(data["text"] as? String == run.output)
    let readings = try #require(data["readings"] as? [[String: Any]])
    let first = try #require(readings.first?["reading"] as? [String: Any])
    let total = try #require((first["says"] as? [String: Any])?["total"] as? [String: Any])
    #expect(total["total"] as? Double == 555_600)
    #expect(first["fit"] as? String == "follows")
  }

  @Test("a file that is not there ends with 2 and says what to do", .tags(.edge))
  func missing() throws {
    let keys = try TestFolder()
    let run = try CommandLineRun(["claim", "none.yaml"], keys: keys.url, in: keys.url)
    #expect(run.exitCode == 2 && run.output.isEmpty)
    #expect(run.talk.contains("none.yaml cannot be read"))
    #expect(run.talk.contains("fix"))
  }
}
