import Foundation
import FurlongStudy

/// plan.lock: the plan as it was frozen and every amendment since, each with its text, its day and what was in by then.
///
/// JSON that people can read; the plan's text stands line by line. The tool writes it, nobody edits it.
struct PlanLock: Codable, Equatable {
  /// One version of the plan.
  struct Version: Codable, Equatable {
    /// The day on which it was recorded.
    var on: CalendarDay
    /// Why it was amended; none for the plan that was frozen.
    var why: String?
    /// SHA-256 of what it means.
    var digest: String
    /// The version of the tool.
    var tool: String
    /// The data that were in by then.
    var data: DataIn
    /// What changed since the version before.
    var changed: [PlanMeaning.Change]
    /// The plan's text, line by line.
    var plan: [String]
    /// The texts of the files on which it rests, line by line, by their names; nil in records that did not keep them.
    var files: [String: [String]]?
    /// SHA-256 of all that stands above and of the seal of the version before.
    var seal = ""

    /// The plan's text.
    var text: String { plan.joined(separator: "\n") }

    /// The seal that fits this version: a day or a count changed by hand does not.
    func fittingSeal(after former: Version?) throws -> String {
      var open = self
      open.seal = former?.seal ?? ""
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Digest.of(Array(try encoder.encode(open)))
    }
  }

  /// The file's name in the study folder.
  static let file = "plan.lock"
  /// The form of the file.
  static let form = 1

  /// The form of this file.
  var form = PlanLock.form
  /// The versions, the one that was frozen first.
  var versions: [Version]

  /// The lock of a study; nil where its plan was never frozen.
  static func read(_ folder: StudyFolder) throws(WorkflowError) -> PlanLock? {
    guard
      FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(file).path)
    else { return nil }
    let bytes = try folder.bytes(of: file)
    guard let lock = try? JSONDecoder().decode(PlanLock.self, from: Data(bytes)),
      lock.form == form, !lock.versions.isEmpty
    else {
      throw WorkflowError(
        "plan.lock cannot be read, so nobody can tell whether the plan is the one that was frozen",
        at: file, fix: "put plan.lock back from a copy, as `furlong plan` wrote it", kind: .refused)
    }
    var former: Version?
    for version in lock.versions {
      guard let meaning = try? PlanMeaning(version.text), meaning.digest == version.digest else {
        throw WorkflowError(
          "the plan of \(version.on) in plan.lock is not the one whose digest stands beside it",
          at: file, fix: "put plan.lock back from a copy, as `furlong plan` wrote it",
          kind: .refused)
      }
      guard (try? version.fittingSeal(after: former)) == version.seal else {
        throw WorkflowError(
          "the record of \(version.on) in plan.lock was changed after it was written",
          at: file, fix: "put plan.lock back from a copy, as `furlong plan` wrote it",
          kind: .refused)
      }
      former = version
    }
    return lock
  }

  /// Writes the lock, whole or not at all.
  func write(_ folder: StudyFolder) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try WholeFile.write(
      Array(try encoder.encode(self)) + [UInt8(ascii: "\n")],
      to: folder.url.appendingPathComponent(Self.file))
  }

  /// The lines of a text.
  static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines + [""]
  }
}
