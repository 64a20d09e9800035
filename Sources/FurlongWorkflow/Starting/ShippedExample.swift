public import Foundation
import FurlongSimulation

/// The invented study that the tool writes.
public struct ShippedExample: Sendable {
  /// The seed.
  public let seed: UInt64

  /// An example by name; the only one is `saltmarsh`.
  public init(named name: String, seed: UInt64) throws(WorkflowError) {
    guard name == "saltmarsh" else {
      throw WorkflowError(
        "there is no example '\(name)'", fix: "write `furlong example saltmarsh DIR`")
    }
    self.seed = seed
  }

  /// Writes the study into a folder that is empty or not there.
  ///
  /// - Parameters:
  ///   - folder: where it is to stand.
  ///   - dryRun: whether to write nothing.
  /// - Returns: the files, as paths from the folder.
  public func write(to folder: URL, dryRun: Bool = false) throws -> [String] {
    let there = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard there.isEmpty else {
      throw WorkflowError(
        "\(folder.relativePath) is not empty", fix: "name another folder; nothing was changed")
    }
    let files = SaltmarshCollege(seed: seed).files()
    if !dryRun {
      for file in files {
        try WholeFile.write(file.bytes, to: folder.appendingPathComponent(file.path))
      }
    }
    return files.map(\.path)
  }
}
