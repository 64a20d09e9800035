public import FurlongArchives

/// Why a file could not be read as a table at all.
///
/// Carries rows, column letters and bytes, never a cell's content or a heading: with a wrong heading row
/// a heading is a cell.
public struct TableError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What stopped the reading.
  public enum Reason: Equatable, Sendable {
    /// The file has no bytes, or nothing but blanks.
    case empty
    /// The file cannot be read to its end, or changed meanwhile.
    case unreadable
    /// There are no rows below the headings.
    case noRows(headerRow: Int)
    /// The row of the headings is beyond the file's end, or blank.
    case noHeadings(row: Int)
    /// A zip container: an Excel workbook as a rule, read as text.
    case excelWorkbook
    /// A zip container without a workbook in it.
    case notAWorkbook
    /// A workbook that cannot be read, and why.
    case brokenWorkbook(ArchiveError)
    /// A workbook without the sheet that the mapping names; with those that it has.
    case noSuchSheet(String, there: [String])
    /// Several sheets that hold something, and no word which.
    case severalSheets([String])
    /// An OLE container: an old Excel workbook, or one with a password.
    case oldOrLockedWorkbook
    /// A text that is called a workbook, and is no table either.
    case textForWorkbook
    /// An SPSS file, read as text.
    case spss
    /// A portable SPSS file (.por).
    case portableSPSS
    /// A file that is damaged or no SPSS file.
    case brokenSPSS
    /// HTML or XML under another name.
    case webPage
    /// A PDF.
    case pdf
    /// A quote opened in one row and closes nowhere.
    case unterminatedQuote(openedAt: Int, lastRow: Int)
    /// A field larger than 1 MB.
    case fieldTooLarge(row: Int)
    /// A record larger than 16 MB.
    case recordTooLarge(row: Int)
    /// A sheet with more text than is read at once.
    case sheetTooLarge
    /// More than 16,384 headings.
    case tooManyColumns(found: Int)
    /// More text than a table holds (4 GB).
    case tooLarge
    /// Two columns under the same heading; columns as letters.
    case duplicateHeadings(row: Int, first: String, second: String)
    /// The row of the headings itself is faulty.
    case faultyHeadings(row: Int, fault: RowFault.Kind)
    /// One column, and another delimiter in its heading.
    case otherDelimiter(row: Int, likely: CSVFormat.Delimiter)

    /// Whether there is more in the file than is read, or held while it is read.
    public var isTooLarge: Bool {
      switch self {
      case .tooLarge, .sheetTooLarge, .brokenWorkbook(.tooLarge), .brokenWorkbook(.holdsTooMuch):
        true
      default: false
      }
    }
  }

  /// The file's name without its folder.
  public let file: String
  /// What stopped the reading.
  public let reason: Reason

  /// Makes an error about a file.
  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// The error about a file that is called a workbook and begins as none: where its text is no table, what it is says more than where the
  /// reading of it ended.
  public func ofText(called name: String) -> TableError {
    switch reason {
    case .noRows, .noHeadings, .faultyHeadings, .otherDelimiter:
      let isWorkbooks = [".xlsx", ".xlsm"].contains(where: name.lowercased().hasSuffix)
      return isWorkbooks ? TableError(file: file, reason: .textForWorkbook) : self
    default: return self
    }
  }

  /// The row that the error is about, as a spreadsheet shows it.
  public var row: Int? {
    switch reason {
    case .noRows(let row), .noHeadings(let row), .unterminatedQuote(let row, _),
      .fieldTooLarge(let row),
      .recordTooLarge(let row), .duplicateHeadings(let row, _, _),
      .faultyHeadings(let row, _), .otherDelimiter(let row, _):
      row
    default: nil
    }
  }

  /// Whether the file holds no table at all.
  public var isNoTable: Bool {
    switch reason {
    case .empty, .noRows, .noHeadings, .faultyHeadings: true
    default: false
    }
  }

  /// What is wrong, in words for the person who has the file.
  public var what: String {
    switch reason {
    case .empty: "is empty"
    case .noRows(let row): "has no data rows below the headings in row \(row)"
    case .noHeadings(let row): "has no headings in row \(row)"
    case .excelWorkbook:
      "is an Excel workbook or another zipped file, whatever its name"
    case .notAWorkbook: "is a zipped file and no Excel workbook, whatever its name"
    case .brokenWorkbook(let error): error.what
    case .noSuchSheet(let sheet, _): "has no sheet '\(sheet)'"
    case .severalSheets(let names): "has \(names.count) sheets that hold something"
    case .oldOrLockedWorkbook:
      "is an old Excel workbook or one with a password, whatever its name: not read"
    case .textForWorkbook: "is a text file and no Excel workbook, whatever its name"
    case .spss: "is an SPSS file, whatever its name"
    case .portableSPSS: "is a portable SPSS file (.por): not read"
    case .brokenSPSS: "is damaged, or no SPSS file"
    case .webPage: "is a web page or XML, whatever its name"
    case .pdf: "is a PDF, whatever its name"
    case .unterminatedQuote(let opened, let last):
      "a quote opened in row \(opened) never closes; rows \(opened) to \(last) would be one cell"
    case .fieldTooLarge(let row): "a cell in row \(row) is larger than 1 MB"
    case .recordTooLarge(let row): "row \(row) is larger than 16 MB"
    case .sheetTooLarge:
      "holds more than \(WorkbookReader.mostText / 1_000_000) MB of text in one sheet, which is more than is read at once"
    case .tooManyColumns(let found): "has \(found) columns; at most 16,384 are read"
    case .unreadable: "could not be read to its end, or was changed meanwhile"
    case .tooLarge: "holds more than 4 GB of text"
    case .duplicateHeadings(let row, let first, let second):
      "columns \(first) and \(second) have the same heading in row \(row)"
    case .faultyHeadings(let row, let fault): "row \(row), where the headings should be, \(fault)"
    case .otherDelimiter(let row, let likely):
      "row \(row) was read as a single column; its columns seem to be separated by another sign, '\(likely.rawValue)'"
    }
  }

  /// What to do about it.
  public var fix: String {
    switch reason {
    case .empty, .noRows: "export it again"
    case .noHeadings, .faultyHeadings: "check header_row in the mapping, or export it again"
    case .noSuchSheet(_, let names):
      "write in the mapping's format one of: "
        + names.map { "sheet: '\($0)'" }.joined(separator: ", ")
    case .severalSheets(let names):
      "say in the mapping's format which: "
        + names.map { "sheet: '\($0)'" }.joined(separator: ", or ")
    case .oldOrLockedWorkbook:
      "open it in Excel, remove any password, and save it as 'CSV UTF-8'"
    case .textForWorkbook:
      "export it again as a workbook (.xlsx) or as CSV: what was saved may be a message in its place"
    case .spss: "save it from SPSS as CSV"
    case .portableSPSS, .brokenSPSS: "save it again from SPSS, as .sav or as CSV"
    case .webPage, .pdf: "export it again as CSV"
    case .unreadable:
      "make sure that no other program writes to it and that its disk is there, and run this again"
    case .unterminatedQuote(let opened, _): "mend the quote in row \(opened), or export it again"
    case .fieldTooLarge(let row):
      "usually a quote that does not close: look at row \(row), or export it again"
    case .recordTooLarge: "export it again"
    case .sheetTooLarge, .brokenWorkbook(.holdsTooMuch):
      "open it in Excel and save the sheet as 'CSV UTF-8', which is read piece by piece"
    case .excelWorkbook, .notAWorkbook, .brokenWorkbook:
      "open it in Excel and save it as a workbook (.xlsx) or as 'CSV UTF-8'"
    case .tooManyColumns: "check the delimiter in the mapping"
    case .tooLarge: "export it in parts"
    case .duplicateHeadings: "give each column a heading of its own"
    case .otherDelimiter(_, let likely): "write 'delimiter: \(likely.rawValue)' in the mapping"
    }
  }

  /// One line: the file, what is wrong and what to do.
  public var description: String { "\(file): \(what); \(fix)" }
}

/// A column as a spreadsheet names it: 0 is A, 26 is AA.
public func columnLetters(_ column: Int) -> String {
  var letters = ""
  var rest = column
  repeat {
    letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
    rest = rest / 26 - 1
  } while rest >= 0
  return letters
}
