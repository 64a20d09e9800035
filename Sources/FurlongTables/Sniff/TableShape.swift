/// How a file that has no mapping is written, as far as its bytes tell.
public struct TableShape: Sendable, Equatable {
  /// Encoding, delimiter and the row of the headings.
  public var format: CSVFormat
  /// The sheet of a workbook that was looked at; nil for a CSV file, or a workbook with one sheet.
  public var sheet: String?
  /// What kind of file it is.
  public var container: Container
  /// What stands in the rows above the headings, a list a row; blank cells left out.
  public var above: [[String]]
  /// Rows below the headings that are headings too, as surveys have them: questions in full, and marks for programs.
  public var skippedRows: [Int] = []
  /// What the first of these rows says of each column; empty where there is none.
  public var questions: [String] = []
  /// Texts that mean "no value", as a data package says, each with what it means where the package says that too.
  public var missing: [String: String] = [:]
  /// The delimiter that fits next best, and how many of the first records have one and the same number of fields by it and
  /// by the best; nil where no other fits at all.
  public var rival: Rival?

  /// A kind of file.
  public enum Container: Sendable, Equatable {
    /// Rows of text, parted by a sign.
    case csv
    /// An Excel workbook.
    case workbook
    /// A file of SPSS.
    case spss
  }

  /// A delimiter that also fits to some degree.
  public struct Rival: Sendable, Equatable {
    /// The delimiter.
    public var delimiter: CSVFormat.Delimiter
    /// Records that it parts alike.
    public var records: Int
    /// Records that the chosen one parts alike.
    public var best: Int
  }

  /// The shape of a file of a data package.
  public init(_ resource: DataPackage.Resource) {
    self.init(format: resource.format, sheet: nil, container: .csv, above: [])
    for (text, means) in resource.missing where !text.isEmpty {
      missing[text] = means ?? "not recorded"
    }
  }

  init(
    format: CSVFormat, sheet: String?, container: Container, above: [[String]],
    skippedRows: [Int] = [], questions: [String] = [], rival: Rival? = nil
  ) {
    self.format = format
    self.sheet = sheet
    self.container = container
    self.above = above
    self.skippedRows = skippedRows
    self.questions = questions
    self.rival = rival
  }

  /// The table that the file holds, read in this shape.
  ///
  /// - Throws: an error when the file is no table.
  public func read(_ bytes: [UInt8], name: String) throws(TableError) -> SourceTable {
    let table =
      switch container {
      case .csv: try CSVReader(format: format).read(bytes, name: name)
      case .workbook:
        try WorkbookReader(sheet: sheet, headerRow: format.headerRow, groupRow: format.groupRow)
          .read(bytes, name: name)
      case .spss: try SPSSReader(blanksMissing: true).read(bytes, name: name)
      }
    return table.leavingOut(Set(skippedRows))
  }

  /// The table of a workbook's sheet, read in this shape.
  ///
  /// - Parameter text: what `WorkbookReader.beginning` gave of it.
  /// - Throws: an error when the sheet is no table.
  public func read(sheet text: [UInt8], name: String) throws(TableError) -> SourceTable {
    try CSVReader(format: format).read(sheet: text, name: name).leavingOut(Set(skippedRows))
  }
}
