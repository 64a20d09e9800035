public import Foundation

/// A study on disk: the plan, the exports, the mappings and what is derived from them.
public struct StudyFolder: Sendable {
  /// The folder.
  public let url: URL

  /// A folder that holds a study.yaml.
  public init(_ url: URL) throws(WorkflowError) {
    self.url = url.standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw WorkflowError(
        "there is no folder \(url.relativePath)",
        fix: "name a study folder, or make one with `furlong init`")
    }
    guard FileManager.default.fileExists(atPath: plan.path) else {
      throw WorkflowError(
        "\(url.relativePath) holds no study.yaml, so it is no study folder",
        fix: "name a study folder, or make one with `furlong init`")
    }
    try checkStudyFile()
  }

  /// Refuses a study file that is no file, or a link that leads out of the study folder.
  private func checkStudyFile() throws(WorkflowError) {
    let name = studyFile.lastPathComponent
    var about = stat()
    guard lstat(studyFile.path, &about) == 0 else { return }
    switch about.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: return
    case S_IFLNK: _ = try place(of: name)
    default: throw Self.noFile(name)
    }
  }

  /// The study that a door means: the folder it was given, else `FURLONG_STUDY`, else the nearest study.yaml upward.
  public static func find(
    given: String?, environment: [String: String], from current: URL
  ) throws(WorkflowError) -> StudyFolder {
    if let named = given ?? environment["FURLONG_STUDY"] {
      return try StudyFolder(URL(fileURLWithPath: named, relativeTo: current))
    }
    var folder = current.standardizedFileURL
    while true {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("study.yaml").path) {
        return try StudyFolder(folder)
      }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      if above.path == folder.path { break }
      folder = above
    }
    throw WorkflowError(
      "no study.yaml here or in a folder above",
      fix: "name a study folder, set FURLONG_STUDY, or make one with `furlong init`")
  }

  /// The plan.
  var plan: URL { url.appendingPathComponent("study.yaml") }
  /// The mappings.
  var maps: URL { url.appendingPathComponent("maps") }
  /// The study file.
  var studyFile: URL { url.appendingPathComponent("study.furlong") }
  /// Where reports go unless another folder is named.
  public var reports: URL { url.appendingPathComponent("reports") }

  /// The names of the files in a folder of the study that end so, in order; empty where there is no folder.
  func files(in folder: String, ending: String = "") -> [String] {
    let path = url.appendingPathComponent(folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
      .map { folder + "/" + $0 }
  }

  /// The bytes of a file, named from the study folder.
  ///
  /// - Throws: where there is no such file, where it is no plain file, or where links lead out of the study folder.
  func bytes(of file: String) throws(WorkflowError) -> [UInt8] {
    switch OpenFile.bytes(at: try place(of: file)) {
    case .success(let bytes): return bytes
    case .failure(.noFile): throw Self.noFile(file)
    case .failure(.absent), .failure(.unreadable): throw Self.unreadable(file)
    }
  }

  /// A file of the study that is read piece by piece, named and refused as for `bytes`.
  func source(of file: String) throws(WorkflowError) -> FileBytes {
    switch FileBytes.open(at: try place(of: file)) {
    case .success(let source): return source
    case .failure(.noFile): throw Self.noFile(file)
    case .failure(.absent), .failure(.unreadable): throw Self.unreadable(file)
    }
  }

  /// Where a file lies when all links are followed, which is in the study folder.
  private func place(of file: String) throws(WorkflowError) -> String {
    guard let home = OpenFile.realPath(url.path),
      let place = OpenFile.realPath(url.appendingPathComponent(file).path)
    else { throw Self.unreadable(file) }
    if place.hasPrefix(home == "/" ? home : home + "/") { return place }
    throw WorkflowError(
      "\(file) is a link that leads out of the study folder, so it is not read", at: file,
      fix: "put the file itself there in place of the link")
  }

  private static func noFile(_ file: String) -> WorkflowError {
    WorkflowError(
      "\(file) is no file but a folder, a pipe or a device, so it is not read", at: file,
      fix: "put a plain file there, or move it away")
  }

  static func unreadable(_ file: String) -> WorkflowError {
    WorkflowError(
      "\(file) cannot be read", at: file,
      fix: "check that it is there, that you may read it, and that no other program holds it")
  }

  /// The text of a file that people write, which must be UTF-8.
  func text(of file: String) throws(WorkflowError) -> String {
    let bytes = try bytes(of: file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WorkflowError("\(file) is not UTF-8 text", at: file, fix: "save it as UTF-8")
    }
    return text
  }
}
