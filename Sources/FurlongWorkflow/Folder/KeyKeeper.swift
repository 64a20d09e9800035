public import Foundation
import FurlongDigests

/// Keeps the key of each study outside its folder: 32 random bytes, readable by the user alone from the first byte on.
public struct KeyKeeper: Sendable {
  /// The folder of keys.
  public let folder: URL

  /// A keeper of a folder.
  public init(folder: URL) { self.folder = folder }

  /// The user's keeper: `FURLONG_KEYS`, else `$XDG_CONFIG_HOME/furlong/keys`, else `~/.config/furlong/keys`.
  ///
  /// A variable that is empty counts as not set, as does an `XDG_CONFIG_HOME` that is no full path.
  public init(environment: [String: String]) {
    if let named = environment["FURLONG_KEYS"], !named.isEmpty {
      folder = URL(fileURLWithPath: named)
      return
    }
    let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let settings =
      named.map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config")
    folder = settings.appendingPathComponent("furlong/keys")
  }

  /// The file of a study's key.
  public func file(studyID: String) -> URL { folder.appendingPathComponent(studyID + ".key") }

  /// The key of a study, and whether it was made just now; a new one is written down where it is to be kept.
  ///
  /// Of several runs that find no key one makes it, and all use that one.
  ///
  /// - Parameter study: the study's folder, in which no key may lie.
  func key(
    studyID: String, outside study: URL, keep: Bool = true
  ) throws(WorkflowError) -> (key: [UInt8], isNew: Bool) {
    try requireOutside(study)
    let file = file(studyID: studyID)
    if let key = try read(file) { return (key, false) }
    var generator = SystemRandomNumberGenerator()
    let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    guard keep else { return (key, true) }
    if try write(key, to: file) { return (key, true) }
    // Another run made one meanwhile.
    guard let theirs = try read(file) else { throw unreadable(file) }
    return (theirs, false)
  }

  /// Keeps a key that was brought from elsewhere; says whether it is new here.
  ///
  /// - Throws: where the study has another key.
  func keep(_ key: [UInt8], studyID: String, outside study: URL) throws(WorkflowError) -> Bool {
    try requireOutside(study)
    let file = file(studyID: studyID)
    if try write(key, to: file) { return true }
    if try read(file) == key { return false }
    throw WorkflowError(
      "the study has another key here, which is left as it is", at: file.path,
      fix:
        "if the other is the right one, move this file away and run this again; the next import then reads all exports"
    )
  }

  /// Writes a key where none is; says whether it was written.
  private func write(_ key: [UInt8], to file: URL) throws(WorkflowError) -> Bool {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkflowError(
        "the folder of keys cannot be made", at: folder.path,
        fix: "make it, or name another with FURLONG_KEYS")
    }
    let text = Array((Hexadecimal.text(of: key) + "\n").utf8)
    return try WholeFile.writeNew(text, to: file, permissions: 0o600)
  }

  private func requireOutside(_ study: URL) throws(WorkflowError) {
    guard liesIn(study) else { return }
    throw WorkflowError(
      "the folder of keys lies in the study folder: whoever is given the one would have the other",
      at: folder.path,
      fix:
        "name a folder outside the study with FURLONG_KEYS, and move a key that lies there already"
    )
  }

  /// The key in a file; nil where there is no file.
  private func read(_ file: URL) throws(WorkflowError) -> [UInt8]? {
    switch OpenFile.bytes(at: file.path) {
    case .failure(.absent): return nil
    case .failure: throw unreadable(file)
    case .success(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      guard let key = Hexadecimal.bytes(of: text.trimmingCharacters(in: .whitespacesAndNewlines)),
        key.count == 32
      else { throw unreadable(file) }
      return key
    }
  }

  private func unreadable(_ file: URL) -> WorkflowError {
    WorkflowError(
      "the key of this study cannot be read", at: file.path,
      fix: "put the key file back from a copy, or move it away: then a new key is made and "
        + "all exports are read again")
  }

  /// Whether the folder of keys is the study's folder or one below it, by whatever links it is named.
  func liesIn(_ study: URL) -> Bool {
    guard let home = OpenFile.Identity(of: study.path) else { return false }
    var folder = self.folder.standardizedFileURL
    while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    guard var path = OpenFile.realPath(folder.path) else { return false }
    while true {
      if OpenFile.Identity(of: path) == home { return true }
      if path == "/" || path.isEmpty { return false }
      path = URL(fileURLWithPath: path).deletingLastPathComponent().path
    }
  }

  /// A mark by which a key is known again, from which it cannot be had back.
  static func mark(of key: [UInt8]) -> String {
    Hexadecimal.text(of: HMAC.code(of: Array("furlong/key-mark/v1".utf8), key: key))
  }
}
