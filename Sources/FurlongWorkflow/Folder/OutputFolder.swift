public import Foundation

/// A folder that is written to.
public struct OutputFolder: Sendable {
  /// The folder.
  public let url: URL

  /// A folder, named by a path from another.
  public init(_ path: String, from current: URL) {
    url = URL(fileURLWithPath: path, relativeTo: current)
  }

  /// The folder itself.
  public init(_ url: URL) { self.url = url }
}
