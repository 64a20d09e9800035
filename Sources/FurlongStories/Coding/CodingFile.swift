import FurlongStudy
import FurlongTables

/// What one coder wrote down, as a file: `codings/<coder>.csv`, a row a coding.
///
/// `story,start,end,code,quote,before,after,memo,at`. Start and end count code points, the end not included. `code` is `read` where
/// the story was read to its end; start and end are empty there and where a code is of the whole story. Rows are in order of story,
/// place and code, so that the work of two people merges as files and a change is a line.
public enum CodingFile {
  /// The headings.
  public static let header = [
    "story", "start", "end", "code", "quote", "before", "after", "memo", "at",
  ]

  /// The heading of who decided, which only what was settled has.
  static let decided = "by"

  /// The file as text: the same codings give the same bytes, whatever their order was.
  public static func text(_ codings: [Coding]) -> String {
    let isDecided = codings.contains { !$0.by.isEmpty }
    return String(
      decoding: headerLine(decided: isDecided)
        + rows(Set(codings).sorted(), decided: isDecided), as: UTF8.self)
  }

  /// The line of headings.
  ///
  /// - Parameter decided: whether the file says of each coding who decided it.
  public static func headerLine(decided: Bool) -> [UInt8] {
    CSVWriter().bytes(header: header + (decided ? [Self.decided] : []), rows: [])
  }

  /// The lines of codings, as they stand.
  ///
  /// - Parameter decided: whether the file says of each who decided it.
  public static func rows(_ codings: [Coding], decided: Bool) -> [UInt8] {
    CSVWriter().lines(
      codings.map { coding in
        let anchor = coding.anchor
        let words = [anchor?.quote, anchor?.before, anchor?.after, coding.memo]
        return [
          .text(CellEscape.written(coding.story)), anchor.map { .whole($0.span.start) } ?? .empty,
          anchor.map { .whole($0.span.end) } ?? .empty,
          .text(CellEscape.written(coding.code ?? Coding.readWord)),
        ] + words.map { .text(CellEscape.written($0 ?? "")) } + [.text(coding.at)]
          + (decided ? [.text(CellEscape.written(coding.by))] : [])
      })
  }

  /// The codings of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name, for errors.
  /// - Throws: where it is no table, a heading is missing, or a row is not whole: nothing of a file that cannot be read
  ///   whole is used, so that writing it again loses nothing.
  public static func read(_ bytes: [UInt8], name: String) throws(CodingFileError) -> [Coding] {
    let table: SourceTable
    do throws(TableError) {
      table = try CSVReader().read(bytes, name: name)
    } catch {
      // What somebody took back to nothing holds the headings alone.
      if case .noRows = error.reason { return [] }
      throw CodingFileError(file: name, row: nil, fault: .noTable(error.what))
    }
    var columns: [String: Int] = [:]
    for heading in header + [decided] {
      guard let column = table.column(heading) else {
        if ["before", "after", "memo", "at", decided].contains(heading) { continue }
        throw CodingFileError(file: name, row: nil, fault: .headingMissing(heading))
      }
      columns[heading] = column
    }
    if let fault = table.faults.first {
      throw CodingFileError(file: name, row: fault.sourceRow, fault: .brokenRow)
    }
    return try (0..<table.rowCount).map { row throws(CodingFileError) in
      func cell(_ heading: String) -> String {
        columns[heading].map { table.text(row: row, column: $0) } ?? ""
      }
      func fail(_ fault: CodingFileError.Fault) -> CodingFileError {
        CodingFileError(file: name, row: table.sourceRow(row), fault: fault)
      }
      let (story, code) = (CellEscape.plain(cell("story")), CellEscape.plain(cell("code")))
      if story.isEmpty { throw fail(.blank("story")) }
      if code.isEmpty { throw fail(.blank("code")) }
      let mark: Coding.Mark
      if cell("start").isEmpty, cell("end").isEmpty {
        mark = code == Coding.readWord ? .read : .whole(code)
      } else {
        guard let start = Int(cell("start")), let end = Int(cell("end")),
          let span = TextSpan(from: start, to: end)
        else { throw fail(.badPlace) }
        let anchor = TextAnchor(
          span: span, quote: CellEscape.plain(cell("quote")),
          before: CellEscape.plain(cell("before")),
          after: CellEscape.plain(cell("after")))
        if anchor.quote.unicodeScalars.count != span.length { throw fail(.quoteLength) }
        mark = .code(code, anchor)
      }
      return Coding(
        story: story, mark: mark, memo: CellEscape.plain(cell("memo")), at: cell("at"),
        by: CellEscape.plain(cell(decided)))
    }
  }
}

/// Why a file of codings cannot be read.
public struct CodingFileError: Error, Equatable, Sendable {
  /// What is wrong with it.
  public enum Fault: Equatable, Sendable {
    /// It is no table; why.
    case noTable(String)
    /// A heading is missing.
    case headingMissing(String)
    /// A row has more or fewer cells than there are headings.
    case brokenRow
    /// A cell that must be filled is blank.
    case blank(String)
    /// Start and end are no stretch of a text.
    case badPlace
    /// The words are not as long as the stretch.
    case quoteLength
  }

  /// The file.
  public let file: String
  /// The row, as a spreadsheet counts; nil for the whole file.
  public let row: Int?
  /// What is wrong.
  public let fault: Fault

  /// A fault of a file.
  public init(file: String, row: Int?, fault: Fault) {
    self.file = file
    self.row = row
    self.fault = fault
  }
}
