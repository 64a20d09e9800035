/// Something that the reader decided and the person should check.
public struct TableNote: Codable, Equatable, Sendable {
  /// What was decided.
  public enum Kind: String, Codable, Sendable {
    /// The file is not UTF-8, as its mapping says, and was read as Windows-1252.
    case readAsWindows1252
    /// The file is UTF-8, though its mapping says another encoding, and was read as UTF-8.
    case readAsUTF8
    /// The file is UTF-16, which its mapping does not say.
    case readAsUTF16
    /// The workbook counts its days from 1904, and they were read so.
    case daysFrom1904
    /// A few NUL bytes were left out of the cells.
    case nulsLeftOut
    /// Values that the file's author calls missing were read as blank cells.
    case missingValuesBlanked
  }

  /// A cell of the table.
  public struct Position: Codable, Equatable, Sendable {
    /// The row, counted from 0 among the table's rows.
    public let row: Int
    /// The column, counted from 0.
    public let column: Int

    /// Makes a position.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// What was decided.
  public let kind: Kind
  /// The first cells that the decision shows in: at most 20 a column and 400 in all, in file order.
  public let examples: [Position]
  /// How many cells were decided so, where that is counted.
  public let count: Int?

  /// Makes a note.
  public init(kind: Kind, examples: [Position], count: Int? = nil) {
    self.count = count
    self.kind = kind
    self.examples = examples
  }
}
