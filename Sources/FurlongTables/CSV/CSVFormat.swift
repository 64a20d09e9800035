/// The shape of a CSV file: how its bytes become text, what parts its columns, where its headings are.
public struct CSVFormat: Codable, Equatable, Sendable {
  /// How bytes become letters.
  public enum Encoding: String, CaseIterable, Codable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// The encoding of Windows in Western Europe.
    case windows1252 = "windows-1252"
    /// UTF-16, as Excel's "Unicode Text" is.
    case utf16 = "utf-16"
  }

  /// What stands between two columns.
  public enum Delimiter: String, CaseIterable, Codable, Sendable {
    /// `,`
    case comma
    /// `;`
    case semicolon
    /// The tab character.
    case tab
    /// `|`
    case pipe

    /// The delimiter's byte.
    public var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      case .pipe: UInt8(ascii: "|")
      }
    }
  }

  /// How bytes become letters.
  public var encoding: Encoding
  /// What stands between two columns.
  public var delimiter: Delimiter
  /// The row of the headings, counted from 1; rows above it are not read.
  public var headerRow: Int
  /// The row above them that holds the headings of groups of columns, as merged cells do; nil where there is none.
  public var groupRow: Int?

  /// A shape; by default UTF-8 with commas and headings in row 1.
  public init(
    encoding: Encoding = .utf8, delimiter: Delimiter = .comma, headerRow: Int = 1,
    groupRow: Int? = nil
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.headerRow = headerRow
    self.groupRow = groupRow
  }
}
