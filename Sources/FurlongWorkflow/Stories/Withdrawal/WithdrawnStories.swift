import Foundation
import FurlongStudy
import FurlongTables

/// The stories that were withdrawn: a line each, with the day and nothing of what was told.
///
/// They never come back by an export.
struct WithdrawnStories {
  /// Where they stand.
  static let file = "fixes/withdrawn.csv"
  private static let header = ["story", "day", "by"]

  /// Story → the day on which it was withdrawn.
  private(set) var days: [String: CalendarDay] = [:]
  private var by: [String: String] = [:]

  /// Reads them.
  ///
  /// - Throws: where the file is not one of this tool: a story that was withdrawn must not come back because a line is broken.
  init(_ study: StudyFolder) throws(WorkflowError) {
    guard study.files(in: "fixes").contains(Self.file) else { return }
    let table = try? CSVReader().read(try study.bytes(of: Self.file), name: Self.file)
    let columns = Self.header.compactMap { table?.column($0) }
    guard let table, columns.count == Self.header.count, table.faults.isEmpty, table.totals.isEmpty
    else {
      throw Self.broken
    }
    for row in 0..<table.rowCount {
      let cells = columns.map { Self.plain(table.text(row: row, column: $0)) }
      guard let day = CalendarDay(iso: cells[1]), !cells[0].isEmpty else { throw Self.broken }
      days[cells[0]] = day
      by[cells[0]] = cells[2]
    }
  }

  /// SHA-256 of what they say, for what depends on them.
  var digest: String {
    days.isEmpty ? "" : Digest.of(Array(days.keys.sorted().joined(separator: "\n").utf8))
  }

  /// Adds a story that was not there.
  mutating func add(_ story: String, on day: CalendarDay, by person: String) {
    guard days[story] == nil else { return }
    days[story] = day
    by[story] = person
  }

  /// Writes them.
  func write(in study: StudyFolder) throws {
    let text = CSVWriter().bytes(
      header: Self.header,
      rows: days.keys.sorted().map { story in
        [.text(story), .text(days[story]?.description ?? ""), .text(by[story] ?? "")]
      })
    try WholeFile.write(
      text, to: study.url.appendingPathComponent(Self.file), permissions: 0o600)
  }

  /// A story as it is kept once it was withdrawn: that it was, and when.
  func applied(to record: StoryRecord) -> StoryRecord {
    guard let day = days[record.id] else { return record }
    return StoryRecord(
      id: record.id, toldOn: nil, text: "", agreed: [], consentGivenOn: nil,
      consentUntil: nil, withdrawnOn: day, reviewedOn: nil)
  }

  /// A cell without the sign that keeps a spreadsheet from running it.
  private static func plain(_ cell: String) -> String {
    let isGuarded = cell.first == "'" && cell.dropFirst().first.map("=+-@".contains) ?? false
    return isGuarded ? String(cell.dropFirst()) : cell
  }

  private static let broken = WorkflowError(
    "\(file) cannot be read, so nobody can tell which stories were withdrawn", at: file,
    fix:
      "its headings are story,day,by, with days as 2026-11-29; mend the line, or bring back a copy")
}
