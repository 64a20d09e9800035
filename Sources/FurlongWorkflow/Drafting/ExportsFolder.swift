import Foundation

/// A folder of exports as people have it: files, folders with files, notes and pictures beside them.
public struct ExportsFolder: Sendable {
  /// Where it is.
  let url: URL

  /// Why something in the folder was not looked at.
  public enum NotLookedAt: Sendable {
    /// A table in a format that is not read.
    case otherFormat
    /// A folder.
    case folder
    /// No table by its name.
    case noExport
  }

  private static let endings = ["csv", "tsv", "txt", "xlsx", "xlsm", "sav", "zsav"]
  /// Tables that are not read as they are.
  private static let tables = [
    "xls", "xlsb", "ods", "numbers", "por", "dta", "mdb", "accdb", "rds",
  ]

  /// The files that are looked at, and the others.
  func files() throws -> (names: [String], others: [(file: String, why: NotLookedAt)]) {
    let isPackage = FileManager.default.fileExists(
      atPath: url.appendingPathComponent(PackageBeside.name).path)
    let found =
      isPackage
      ? (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [] : namesBelow()
    // A data package may keep its files in folders below.
    let described = try PackageBeside.files(in: url) ?? []
    func ending(_ name: String) -> String { (name as NSString).pathExtension.lowercased() }
    let all = Set(found + described).filter { name in
      let last = name.split(separator: "/").last ?? ""
      return !last.hasPrefix(".") && !last.hasPrefix("~$")
    }.sorted()
    let names = all.filter { Self.endings.contains(ending($0)) }
    if names.isEmpty {
      throw WorkflowError(
        "\(url.relativePath) holds no export",
        fix: "name the folder in which the exports lie, as .csv, .xlsx or .sav")
    }
    let rest = all.filter { !names.contains($0) && $0 != PackageBeside.name }
    let others = rest.compactMap { name -> (file: String, why: NotLookedAt)? in
      var isFolder: ObjCBool = false
      let place = url.appendingPathComponent(name).path
      _ = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
      if isFolder.boolValue { return described.isEmpty ? (name, .folder) : nil }
      return (name, Self.tables.contains(ending(name)) ? .otherFormat : .noExport)
    }
    return (names, others)
  }

  /// An export's path in the study.
  func path(of name: String) -> String {
    let parts = name.split(separator: "/")
    let folders = parts.dropLast().filter { !["data", "exports"].contains($0) }
    return "exports/" + (folders + parts.suffix(1)).joined(separator: "-")
  }

  /// The names of what lies in the folder, and in the folders in it.
  private func namesBelow() -> [String] {
    let files = FileManager.default
    let top = (try? files.contentsOfDirectory(atPath: url.path)) ?? []
    return top.flatMap { name -> [String] in
      let place = url.appendingPathComponent(name)
      let kind = try? place.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
      guard kind?.isDirectory == true, kind?.isSymbolicLink != true, !name.hasPrefix(".") else {
        return [name]
      }
      let below = (try? files.contentsOfDirectory(atPath: place.path)) ?? []
      return below.isEmpty ? [name] : below.filter { !$0.hasPrefix(".") }.map { "\(name)/\($0)" }
    }
  }
}
