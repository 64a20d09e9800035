import Foundation
import FurlongDigests
import FurlongSimulation
import FurlongTestSupport
import Testing

@Suite("The folder of each example")
struct ExampleFolderTests {
  private func folder(_ example: Example) -> URL {
    projectFolder().appendingPathComponent("datasets/\(example.rawValue)")
  }

  /// `make golden` (FURLONG_GOLDEN=all) writes the folder instead.
  @Test("is what seed 2025 gives, byte for byte", .tags(.golden), arguments: Example.allCases)
  func isCommitted(_ example: Example) throws {
    let folder = folder(example)
    let files = try ReadCollege(example, seed: 2025).files
    if ProcessInfo.processInfo.environment["FURLONG_GOLDEN"] == "all" {
      for file in files {
        let place = folder.appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
    }
    for file in files {
      let held = try? Data(contentsOf: folder.appendingPathComponent(file.path))
      #expect(
        held == Data(file.bytes),
        "datasets/\(example.rawValue)/\(file.path) differs: run `make golden`, then read git diff")
    }
  }

  @Test(
    "holds no export, mapping or scale that the generator does not write", .tags(.golden),
    arguments: Example.allCases)
  func holdsNothingElse(_ example: Example) throws {
    let paths = Set(try ReadCollege(example, seed: 2025).files.map(\.path))
    let parts = Set(paths.filter { $0.contains("/") }.compactMap { $0.split(separator: "/").first })
    #expect(parts.isSuperset(of: ["exports", "maps"]))
    #expect(parts.contains("scales") == (example == .greyfell))
    for part in parts {
      let names = try FileManager.default.subpathsOfDirectory(
        atPath: folder(example).appendingPathComponent(String(part)).path)
      #expect(
        Set(names.map { "\(part)/\($0)" }).filter { $0.contains(".") }
          == paths.filter { $0.hasPrefix(part) })
    }
  }

  @Test(
    "is the same for the same seed and another for another", .tags(.law),
    arguments: Example.allCases)
  func followsSeed(_ example: Example) throws {
    let one = try ReadCollege(example, seed: 1).files
    let again = example.files(seed: 1)
    let other = try ReadCollege(example, seed: 2025).files
    #expect(one == again)
    #expect(one.map(\.path) == other.map(\.path))
    for (file, different) in zip(one, other) where file.path.hasPrefix("exports/") {
      if file.path == "exports/codings.csv" { continue }
      #expect(file != different, "\(file.path) does not follow the seed")
    }
  }

  @Test("describes every export with its size and digest", arguments: Example.allCases)
  func describesExports(_ example: Example) throws {
    struct Package: Decodable {
      struct Resource: Decodable {
        struct Schema: Decodable {
          struct Field: Decodable { let name: String }
          let fields: [Field]
        }
        let path: String
        let bytes: Int
        let hash: String
        let schema: Schema
      }
      let resources: [Resource]
    }
    let files = try ReadCollege(example, seed: 1).files
    let text = try #require(files.first { $0.path == "datapackage.json" })
    let package = try JSONDecoder().decode(Package.self, from: Data(text.bytes))
    let exports = files.filter { $0.path.hasPrefix("exports/") }
    #expect(package.resources.map(\.path) == exports.map(\.path))
    for (resource, file) in zip(package.resources, exports) {
      #expect(resource.bytes == file.bytes.count)
      let digest = Hexadecimal.text(of: SHA256.digest(of: file.bytes))
      #expect(resource.hash == "sha256:" + digest)
      let header = file.text.prefix { $0 != "\n" }
      #expect(resource.schema.fields.map(\.name).joined(separator: ",") == header)
    }
    #expect(Set(package.resources.map(\.hash)).count == exports.count)
  }

  @Test("says in its README both truths of every headline number of Saltmarsh")
  func statesTruthsOfSaltmarsh() throws {
    let files = try ReadCollege(seed: 1).files
    let readme = try #require(files.first { $0.path == "README.md" }).text
    #expect(readme.contains("--seed 1`"))
    let truth = try #require(
      SaltmarshTruths.published.truth(
        outcome: "admission", occasion: "12-months", measure: "rate_ratio"))
    let printed = String(format: "%.2f", truth.estimated)
    #expect(readme.contains("| admissions, rate ratio | \(printed) |"))
    #expect(readme.components(separatedBy: "| mean change, points |").count == 5)
  }

  @Test("says in its README both truths of every headline number of Greyfell")
  func statesTruthsOfGreyfell() throws {
    let files = try ReadCollege(.greyfell, seed: 1).files
    let readme = try #require(files.first { $0.path == "README.md" }).text
    #expect(readme.contains("--seed 1`"))
    let truths = GreyfellTruths.published
    let change = try #require(
      truths.truth(outcome: "phq9", occasion: "end", measure: "mean_change"))
    let (estimated, did) = (
      String(format: "%.2f", change.estimated), String(format: "%.2f", change.did)
    )
    #expect(readme.contains("| PHQ-9 | mean change, points | \(estimated) | \(did) |"))
    let lost = try #require(truths.truth(outcome: "work", occasion: "end", measure: "lost"))
    let share = String(format: "%.3f", lost.did)
    #expect(readme.contains("| \(share) |\n| in settled housing | share before |"))
    #expect(readme.components(separatedBy: "| mean change, points |").count == 6)
    #expect(!readme.contains("-0.000"))
  }
}
