import Foundation
import FurlongTables

/// A data package (`datapackage.json`) in the folder of a file or the one above it, and what it says of the file.
struct PackageBeside {
  static let name = "datapackage.json"
  private static let mostBytes = 20_000_000

  /// The file's own description.
  let resource: DataPackage.Resource

  /// What a package says of a file; nil where there is none, or it does not name the file.
  ///
  /// - Throws: what is wrong with the package.
  init?(of file: URL) throws(WorkflowError) {
    let own = file.standardizedFileURL
    var folder = own
    for _ in 0..<2 {
      folder = folder.deletingLastPathComponent()
      let path = String(own.path.dropFirst(folder.path.count).drop { $0 == "/" })
      guard let package = try Self.package(in: folder) else { continue }
      guard let resource = package.resource(at: path) else { return nil }
      self.resource = resource
      return
    }
    return nil
  }

  /// The files of a folder's package, by their paths from it; nil where it has none.
  static func files(in folder: URL) throws(WorkflowError) -> [String]? {
    try package(in: folder)?.resources.flatMap(\.paths)
  }

  private static func package(in folder: URL) throws(WorkflowError) -> DataPackage? {
    let file = folder.appendingPathComponent(name)
    guard let bytes = try? Data(contentsOf: file), bytes.count <= mostBytes else { return nil }
    do throws(DataPackageError) {
      return try DataPackage.read(bytes)
    } catch {
      throw WorkflowError(
        "\(name): \(error)", at: name,
        fix: "or take it away: then the files are looked at as they are")
    }
  }
}
