public import Foundation

/// The programs of the machine that some forms of a report are made with, found on its path.
public struct Programs: Sendable {
  private let folders: [String]

  /// The programs in the folders of a path, such as `/usr/local/bin:/usr/bin`.
  public init(path: String) {
    folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }

  /// Where a program is; nil where it is not there.
  public func find(_ name: String) -> URL? {
    folders.map { URL(fileURLWithPath: $0).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// The path by which a program finds others.
  var path: String { folders.joined(separator: ":") }
}
