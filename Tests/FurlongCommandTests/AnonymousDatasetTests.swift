import Foundation
import FurlongTestSupport
import Testing

/// A dataset without identifiers becomes a study by two commands and what they ask for.
@Suite("Datasets without identifiers")
struct AnonymousDatasetTests {
  @Test(
    "An SPSS file gives the numbers that R gives, once a person has said which way scores are better"
  )
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
    let results = try Results("claus", in: folder, keys: keys)
    let depression = try results.change("bdi2", "time-4")
    let wellbeing = try results.change("who5", "time-4")
    // R 4.2.2: reshape to wide, complete pairs, t.test(bdi.4, bdi.1, paired = TRUE).
    #expect(try results.value("n_used", depression) == 40)
    #expect(abs(try results.value("estimate", depression) - -9.775) < 1e-9)
    #expect(abs(try results.value("conf_low", depression) - -13.308582018280697) < 1e-9)
    #expect(abs(try results.value("conf_high", depression) - -6.2414179817193025) < 1e-9)
    // The file has raw sums of WHO-5; its score is four times these. The same call in R with 4 * who.
    #expect(abs(try results.value("estimate", wellbeing) - 18.2) < 1e-9)
    #expect(abs(try results.value("conf_low", wellbeing) - 10.746593494050927) < 1e-9)
  }

  @Test("A data package gives the numbers that R gives, and needs no word from a person")
  func package() throws {
    let keys = try TestFolder()
    let folder = try TestFolder()
    let package = projectFolder().appendingPathComponent("datasets/beat-the-blues").path
    for words in [["init", "study", "--from", package], ["import", "study"]] {
      let run = try CommandLineRun(words, keys: keys.url, in: folder.url)
      #expect(run.exitCode == 0, "\(run.talk)")
    }
    let results = try Results("study", in: folder, keys: keys)
    let change = try results.change("bdi2", "8-months")
    // R 4.2.2: with(BtheB, t.test(bdi.8m, bdi.pre, paired = TRUE)).
    #expect(try results.value("n_used", change) == 52)
    #expect(abs(try results.value("estimate", change) - -11.884615384615385) < 1e-9)
    #expect(abs(try results.value("conf_low", change) - -14.809018564109632) < 1e-9)
  }

  /// The flat table of a study.
  private struct Results {
    private let head: [String]
    private let lines: [[String]]

    init(_ study: String, in folder: TestFolder, keys: TestFolder) throws {
      let run = try CommandLineRun(
        ["evaluate", study, "--as", "csv"], keys: keys.url, in: folder.url)
      lines = run.output.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      head = try #require(lines.first)
    }

    func change(_ scale: String, _ occasion: String) throws -> [String] {
      try #require(
        lines.first {
          $0.contains(scale) && $0.contains(occasion) && $0.contains("mean_change")
            && $0.contains("t")
        })
    }

    func value(_ column: String, _ line: [String]) throws -> Double {
      let place = try #require(head.firstIndex(of: column))
      return try #require(Double(line[place]))
    }
  }
}
