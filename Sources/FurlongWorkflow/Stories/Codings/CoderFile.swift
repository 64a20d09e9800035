import Foundation
import FurlongStories
import FurlongStudy

/// What one coder wrote down, as it stands in `codings/NAME.csv`, with the bytes of each story's rows at hand.
///
/// A change of one story is written in milliseconds however many stories there are. A file that another program changed
/// meanwhile is not written over.
struct CoderFile {
  /// The folder of these files.
  static let folder = "codings"

  let file: String
  private let url: URL
  private let isDecided: Bool
  private(set) var stories: [String: [Coding]] = [:]
  private var written: [String: [UInt8]] = [:]
  private var order: [String] = []
  private var seen: [UInt8]?

  /// The file of a coder, which need not be there yet.
  init(_ name: String, in study: StudyFolder, folder: String = CoderFile.folder) throws {
    file = Self.path(of: name, folder: folder)
    isDecided = name == CodingRecord.settled
    url = study.url.appendingPathComponent(file)
    guard study.files(in: folder).contains(file) else { return }
    let bytes = try study.bytes(of: file)
    for row in try Self.rows(bytes, file: file) {
      stories[row.coding.story, default: []].append(row.coding)
    }
    seen = bytes
    order = stories.keys.sorted(by: Coding.inOrder)
  }

  /// Where a coder's file lies.
  static func path(of name: String, folder: String = CoderFile.folder) -> String {
    "\(folder)/\(name).csv"
  }

  /// The codings of a file's bytes.
  static func rows(_ bytes: [UInt8], file: String) throws(WorkflowError) -> [CodingFile.Row] {
    do throws(CodingFileError) {
      return try CodingFile.read(bytes, name: file)
    } catch { throw WorkflowError(error) }
  }

  /// The names of those who have a file, in order.
  static func names(in study: StudyFolder, folder: String = CoderFile.folder) -> [String] {
    study.files(in: folder, ending: ".csv").map {
      String($0.dropFirst(folder.count + 1).dropLast(4))
    }
  }

  /// Refuses a name that would be no plain file's.
  static func requireName(_ name: String) throws(WorkflowError) {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || [" ", "-", "_"].contains($0)
    }
    guard isPlain, (1...40).contains(name.count), name.first != " ", name.last != " " else {
      throw WorkflowError(
        "'\(name)' cannot be a coder's name",
        fix: "use up to 40 letters, digits, blanks and hyphens, such as initials: --coder RO")
    }
  }

  /// Everything in it, in order.
  var all: [Coding] { order.flatMap { stories[$0] ?? [] } }

  /// Puts other codings in the place of those of a story, and writes the file.
  mutating func write(_ codings: [Coding], of story: String) throws(WorkflowError) {
    try requireUnchanged()
    let isNew = stories[story] == nil
    stories[story] = codings.isEmpty ? nil : codings.sorted()
    written[story] = nil
    if codings.isEmpty {
      order.removeAll { $0 == story }
    } else if isNew {
      order.insert(story, at: order.firstIndex { Coding.inOrder(story, $0) } ?? order.endIndex)
    }
    var bytes = CodingFile.headerLine(decided: isDecided)
    for story in order {
      let rows = written[story] ?? CodingFile.rows(stories[story] ?? [], decided: isDecided)
      written[story] = rows
      bytes += rows
    }
    try WholeFile.write(bytes, to: url, permissions: 0o600)
    seen = bytes
  }

  /// Refuses to write over what somebody else wrote.
  private func requireUnchanged() throws(WorkflowError) {
    let now: [UInt8]?
    switch OpenFile.bytes(at: url.path) {
    case .success(let bytes): now = bytes
    case .failure(.absent): now = nil
    case .failure: throw StudyFolder.unreadable(file)
    }
    if now == seen { return }
    throw WorkflowError(
      "\(file) was changed by another program while it was open here, so nothing was written",
      at: file, fix: "open the stories again, and repeat the last step")
  }
}

extension WorkflowError {
  /// A file of codings that cannot be read.
  init(_ error: CodingFileError) {
    let row = error.row.map { "row \($0)" } ?? "the file"
    let mend = "mend it, or take the row out; the tool writes no file that it cannot read whole"
    let (what, fix): (String, String) =
      switch error.fault {
      case .noTable(let why):
        (why, "save it as CSV UTF-8 with the headings of docs/guides/stories.md")
      case .headingMissing(let heading):
        (
          "there is no column '\(heading)'",
          "add it; its headings are \(CodingFile.header.joined(separator: ","))"
        )
      case .brokenRow: ("\(row) has more cells than there are headings", mend)
      case .blank(let heading): ("\(row) has nothing under '\(heading)'", mend)
      case .badPlace: ("\(row) has no stretch of a text under 'start' and 'end'", mend)
      case .quoteLength: ("the quote of \(row) is not as long as 'start' and 'end' say", mend)
      }
    self.init(
      "\(error.file) cannot be read: \(what)",
      at: error.file + (error.row.map { ":\($0)" } ?? ""), fix: fix)
  }
}
