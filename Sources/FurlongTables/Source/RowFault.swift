/// A row that could not be read; it is not among the table's rows.
public struct RowFault: Codable, Equatable, Sendable {
  /// What is wrong with the row; a row has one fault, the first found.
  public enum Kind: Codable, Equatable, Sendable, CustomStringConvertible {
    /// The row holds NUL bytes.
    case nul
    /// A byte that the file's encoding does not have, and its place in the row, counted from 1.
    case invalidBytes(byte: UInt8, at: Int)
    /// More fields than headings, and not only blank ones.
    case tooManyFields(found: Int, expected: Int)
    /// Fewer fields than headings.
    case tooFewFields(found: Int, expected: Int)
    /// Text stands between a closing quote and the next delimiter.
    case textAfterQuote

    /// What is wrong, to follow "row 57": "has 14 fields, the heading has 12".
    public var description: String {
      switch self {
      case .nul: "holds a NUL, a byte that no text has"
      case .invalidBytes(let byte, let at):
        "holds bytes that are not valid text (0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true)) at byte \(at))"
      case .tooManyFields(let found, let expected):
        "has \(found) fields, the heading has \(expected): usually an unquoted delimiter in a text"
      case .tooFewFields(let found, let expected):
        "has \(found) of \(expected) fields: the file may be cut off here, or this is a line of totals"
      case .textAfterQuote:
        "has text after a closing quote: usually a quote inside a text that is not doubled"
      }
    }
  }

  /// The row's number as a spreadsheet shows it.
  public let sourceRow: Int
  /// The heading of the column where the fault lies, if it is known.
  public let column: String?
  /// What is wrong.
  public let kind: Kind

  /// Makes a fault of a row.
  public init(sourceRow: Int, column: String?, kind: Kind) {
    self.sourceRow = sourceRow
    self.column = column
    self.kind = kind
  }
}
