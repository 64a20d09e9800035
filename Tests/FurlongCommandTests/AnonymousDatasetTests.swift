import Foundation
import FurlongTestSupport
import Testing

/// A dataset without identifiers, as SPSS keeps it, becomes a study by two commands and what they ask for.
@Suite("An SPSS file without identifiers")
struct AnonymousDatasetTests {
  @Test("gives the numbers that R gives, once a person has said which way scores are better")
  func claus() throws {
    let keys = try TestFolder()
    let folder = try TestFolder()
    let exports = projectFolder().appendingPathComponent("datasets/claus/exports").path
    let made = try CommandLineRun(
      ["init", "claus", "--from", exports], keys: keys.url, in: folder.url)
    #expect(made.exitCode == 0, "\(made.talk)")
    #expect(made.talk.contains("scales/hamd.yaml, 1 line"))
    let stopped = try CommandLineRun(["import", "claus"], keys: keys.url, in: folder.url)
    #expect(stopped.exitCode != 0 && stopped.talk.contains("DECIDE"))
    for (scale, better) in [("hamd", "lower"), ("shaps", "lower")] {
      let file = folder.url.appendingPathComponent("claus/scales/\(scale).yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("better: DECIDE"))
      try Data(text.replacing("better: DECIDE", with: "better: \(better)").utf8).write(to: file)
    }
    let imported = try CommandLineRun(["import", "claus"], keys: keys.url, in: folder.url)
    #expect(imported.exitCode == 0, "\(imported.talk)")
    let results = try CommandLineRun(
      ["evaluate", "claus", "--as", "csv"], keys: keys.url, in: folder.url)
    let lines = results.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let head = try #require(lines.first)
    func value(_ column: String, _ line: [String]) throws -> Double {
      let place = try #require(head.firstIndex(of: column))
      return try #require(Double(line[place]))
    }
    func change(_ scale: String) throws -> [String] {
      try #require(
        lines.first {
          $0.contains(scale) && $0.contains("time-4") && $0.contains("mean_change")
            && $0.contains("t")
        })
    }
    let depression = try change("bdi2")
    let wellbeing = try change("who5")
    // R 4.2.2: reshape to wide, complete pairs, t.test(bdi.4, bdi.1, paired = TRUE).
    #expect(try value("n_used", depression) == 40)
    #expect(abs(try value("estimate", depression) - -9.775) < 1e-9)
    #expect(abs(try value("conf_low", depression) - -13.308582018280697) < 1e-9)
    #expect(abs(try value("conf_high", depression) - -6.2414179817193025) < 1e-9)
    // The file has raw sums of WHO-5; its score is four times these. The same call in R with 4 * who.
    #expect(abs(try value("estimate", wellbeing) - 18.2) < 1e-9)
    #expect(abs(try value("conf_low", wellbeing) - 10.746593494050927) < 1e-9)
  }
}
