public import Foundation
import FurlongStudy

/// What a door may ask of a study's key.
extension Workflow {
  /// Writes the study's key to a file outside its folder, encrypted under a passphrase, for the user alone.
  public func exportKey(to file: URL, passphrase: String) throws {
    let study = try plan().cohort.studyID
    let (key, isNew) = try keys.key(studyID: study, outside: folder.url, keep: false)
    if isNew {
      throw WorkflowError(
        "the study has no key yet", fix: "run `furlong import` first, which makes it")
    }
    if KeyKeeper(folder: file.deletingLastPathComponent()).liesIn(folder.url) {
      throw WorkflowError(
        "the file lies in the study folder: whoever is given the one would have the other",
        at: file.lastPathComponent, fix: "name a file outside the study folder")
    }
    let text = try KeyFile(key: key, studyID: study, passphrase: passphrase).text()
    guard try WholeFile.writeNew(text, to: file, permissions: 0o600) else {
      throw WorkflowError(
        "\(file.lastPathComponent) is there already, and is left as it is",
        at: file.lastPathComponent, fix: "name another file, or move it away")
    }
  }

  /// Takes a key from a file that `exportKey` wrote; says whether it is new here.
  public func importKey(from file: URL, passphrase: String) throws -> Bool {
    let study = try plan().cohort.studyID
    let name = file.lastPathComponent
    guard case .success(let bytes) = OpenFile.bytes(at: file.path) else {
      throw WorkflowError(
        "\(name) cannot be opened", at: name,
        fix: "check that it exists, that it is a file and that you may read it")
    }
    let written = try KeyFile(bytes, name: name)
    guard written.study == study else {
      throw WorkflowError(
        "\(name) holds the key of the study '\(written.study)', not of '\(study)'", at: name,
        fix: "name the key of this study, or the study of this key")
    }
    return try keys.keep(
      written.key(passphrase: passphrase, name: name), studyID: study, outside: folder.url)
  }
}
