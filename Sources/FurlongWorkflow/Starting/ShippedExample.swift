public import Foundation
import FurlongSimulation

/// An invented study that the tool writes.
public struct ShippedExample: Sendable {
  private enum College: String, CaseIterable {
    case saltmarsh
    case greyfell
  }

  private let college: College

  /// The seed.
  public let seed: UInt64

  /// The examples' names.
  public static var names: [String] { College.allCases.map(\.rawValue) }

  /// An example by its name.
  ///
  /// - Throws: an error that names the examples, where there is none of that name.
  public init(named name: String, seed: UInt64) throws(WorkflowError) {
    guard let college = College(rawValue: name) else {
      let lines = Self.names.map { "`furlong example \($0) DIR`" }
      throw WorkflowError(
        "there is no example '\(name)'", fix: "write " + lines.joined(separator: " or "))
    }
    self.college = college
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
    let files = files()
    if !dryRun {
      for file in files {
        try WholeFile.write(file.bytes, to: folder.appendingPathComponent(file.path))
      }
    }
    return files.map(\.path)
  }

  private func files() -> [ExampleFile] {
    switch college {
    case .saltmarsh: SaltmarshCollege(seed: seed).files()
    case .greyfell: GreyfellCollege(seed: seed).files()
    }
  }
}
