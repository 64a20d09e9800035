public import Foundation
import FurlongDigests

/// Keeps the key of each study outside its folder: 32 random bytes, readable by the user alone.
public struct KeyKeeper: Sendable {
  /// The folder of keys.
  public let folder: URL

  /// A keeper of a folder.
  public init(folder: URL) { self.folder = folder }

  /// The user's keeper: `FURLONG_KEYS`, else `$XDG_CONFIG_HOME/furlong/keys`, else `~/.config/furlong/keys`.
  public init(environment: [String: String]) {
    if let named = environment["FURLONG_KEYS"] {
      folder = URL(fileURLWithPath: named)
      return
    }
    let settings =
      environment["XDG_CONFIG_HOME"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config")
    folder = settings.appendingPathComponent("furlong/keys")
  }

  /// The file of a study's key.
  public func file(studyID: String) -> URL { folder.appendingPathComponent(studyID + ".key") }

  /// The key of a study, and whether it was made just now; a new one is written down where it is to be kept.
  func key(
    studyID: String, keep: Bool = true
  ) throws(WorkflowError) -> (key: [UInt8], isNew: Bool) {
    let file = file(studyID: studyID)
    if FileManager.default.fileExists(atPath: file.path) {
      guard let text = try? String(contentsOf: file, encoding: .utf8),
        let key = Hexadecimal.bytes(of: text.trimmingCharacters(in: .whitespacesAndNewlines)),
        key.count == 32
      else {
        throw WorkflowError(
          "the key of this study cannot be read", at: file.path,
          fix: "put the key file back from a copy, or move it away: then a new key is made and "
            + "all exports are read again")
      }
      return (key, false)
    }
    var generator = SystemRandomNumberGenerator()
    let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    guard keep else { return (key, true) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkflowError(
        "the folder of keys cannot be made", at: folder.path,
        fix: "make it, or name another with FURLONG_KEYS")
    }
    try WholeFile.write(
      Array((Hexadecimal.text(of: key) + "\n").utf8), to: file, permissions: 0o600)
    return (key, true)
  }

  /// A mark by which a key is known again, from which it cannot be had back.
  static func mark(of key: [UInt8]) -> String {
    Hexadecimal.text(of: HMAC.code(of: Array("furlong/key-mark/v1".utf8), key: key))
  }
}
