import Foundation
import FurlongDocuments

/// Pandoc, which makes the Word file, and rsvg-convert, which draws the figures for programs that cannot show SVG.
struct Pandoc {
  /// The command that mends it where one of them is missing.
  static let remedy = "sudo apt-get install pandoc librsvg2-bin"

  private let program: URL
  private let path: String

  /// Finds both.
  init(_ programs: Programs) throws(WorkflowError) {
    let missing = ["pandoc", "rsvg-convert"].filter { programs.find($0) == nil }
    guard missing.isEmpty, let program = programs.find("pandoc") else {
      throw WorkflowError(
        "a Word report is made with pandoc and rsvg-convert, and \(missing.joined(separator: " and ")) "
          + (missing.count == 1 ? "is" : "are") + " not on this machine",
        at: "--as docx",
        fix: "run `\(Self.remedy)`, or make another form: the HTML report needs neither")
    }
    self.program = program
    path = programs.path
  }

  /// The version of pandoc's document form that it reads.
  func version() throws -> [Int] {
    let folder = try ScratchFolder()
    let printed = try run(["--from", "markdown", "--to", "json"], in: folder.url)
    let head = try? JSONDecoder().decode(Form.self, from: printed)
    guard let version = head?.version, version.count >= 2, version[0] == 1, version[1] >= 22 else {
      throw WorkflowError(
        "this pandoc is too old, or too new, for the Word report", at: program.path,
        fix: "install pandoc 2.17 or later: `\(Self.remedy)`")
    }
    return version
  }

  /// The Word file of a manuscript; the same manuscript gives the same bytes.
  func typeset(_ manuscript: WordManuscript) throws -> [UInt8] {
    let folder = try ScratchFolder()
    for file in [manuscript.text, manuscript.reference] + manuscript.drawings {
      try WholeFile.write(file.bytes, to: folder.url.appendingPathComponent(file.name))
    }
    // No settings of whoever runs it, and drawings at 200 dots an inch.
    _ = try run(
      [
        "--from", "json", "--to", "docx", "--data-dir", folder.url.path, "--dpi", "200",
        "--fail-if-warnings", "--reference-doc", manuscript.reference.name, "--output",
        "report.docx",
        manuscript.text.name,
      ], in: folder.url)
    guard let file = try? Data(contentsOf: folder.url.appendingPathComponent("report.docx")) else {
      throw failure("it wrote no file")
    }
    return [UInt8](file)
  }

  /// Runs it in a folder; gives what it prints.
  private func run(_ words: [String], in folder: URL) throws -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = folder
    // The time in the file is the first that its container knows, whatever the day.
    process.environment = [
      "PATH": path, "HOME": folder.path, "XDG_CACHE_HOME": folder.path, "LC_ALL": "C.UTF-8",
      "SOURCE_DATE_EPOCH": "315532800",
    ]
    let printed = folder.appendingPathComponent("printed")
    let said = folder.appendingPathComponent("said")
    try WholeFile.write([], to: printed)
    try WholeFile.write([], to: said)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: printed)
    process.standardError = try FileHandle(forWritingTo: said)
    do {
      try process.run()
    } catch {
      throw failure("it could not be started")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = (try? String(contentsOf: said, encoding: .utf8)) ?? ""
      throw failure(words.split(separator: "\n").last.map(String.init) ?? "it gave no reason")
    }
    return try Data(contentsOf: printed)
  }

  private func failure(_ words: String) -> WorkflowError {
    WorkflowError(
      "pandoc could not make the Word report: \(words)", at: program.path,
      fix: "try `\(Self.remedy)`; the HTML report needs no pandoc")
  }

  private struct Form: Decodable {
    var version: [Int]

    enum CodingKeys: String, CodingKey { case version = "pandoc-api-version" }
  }
}
