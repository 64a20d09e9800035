import Foundation
import FurlongDigests
import FurlongSimulation
import FurlongTestSupport
import Testing

@Suite("The folder of the saltmarsh example")
struct SaltmarshFolderTests {
  private let folder = projectFolder().appendingPathComponent("datasets/saltmarsh")

  /// `make golden` (FURLONG_GOLDEN=all) writes the folder instead.
  @Test("is what seed 2025 gives, byte for byte", .tags(.golden))
  func isCommitted() throws {
    let files = try ReadCollege(seed: 2025).files
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
        "datasets/saltmarsh/\(file.path) differs: run `make golden`, then read git diff")
    }
  }

  @Test("holds no export and no mapping that the generator does not write", .tags(.golden))
  func holdsNothingElse() throws {
    let paths = Set(try ReadCollege(seed: 2025).files.map(\.path))
    for part in ["exports", "maps"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent(part).path)
      #expect(Set(names.map { "\(part)/\($0)" }) == paths.filter { $0.hasPrefix(part) })
    }
  }

  @Test("is the same for the same seed and another for another", .tags(.law))
  func followsSeed() throws {
    let one = try ReadCollege(seed: 1).files
    let again = SaltmarshCollege(seed: 1).files()
    let other = try ReadCollege(seed: 2025).files
    #expect(one == again)
    #expect(one.map(\.path) == other.map(\.path))
    for (file, different) in zip(one, other) where file.path.hasPrefix("exports/") {
      if file.path == "exports/codings.csv" { continue }
      #expect(file != different, "\(file.path) does not follow the seed")
    }
  }

  @Test("describes every export with its size and digest")
  func describesExports() throws {
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
    let files = try ReadCollege(seed: 1).files
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

  @Test("says in its README both truths of every headline number")
  func statesTruths() throws {
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
}
