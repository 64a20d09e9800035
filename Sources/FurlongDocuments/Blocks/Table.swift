/// A table: a caption, headings for columns and rows, and cells of prose.
public struct Table: Codable, Hashable, Sendable {
  /// On which side a column's cells stand.
  public enum Alignment: String, Codable, Hashable, Sendable {
    /// Words.
    case left
    /// Numbers.
    case right
  }

  /// A column.
  public struct Column: Codable, Hashable, Sendable {
    /// What is in it.
    public var heading: String
    /// The unit of its numbers, printed in the heading.
    public var unit: String?
    /// On which side its cells stand.
    public var alignment: Alignment
    /// Whether it only says of whom or at what price the other columns are, and is no finding by itself.
    public var isContext: Bool

    /// Makes a column; numbers stand right.
    public init(
      _ heading: String, unit: String? = nil, alignment: Alignment = .right,
      isContext: Bool = false
    ) {
      self.heading = heading
      self.unit = unit
      self.alignment = alignment
      self.isContext = isContext
    }
  }

  /// A row.
  public struct Row: Codable, Hashable, Sendable {
    /// What the row is about.
    public var heading: Prose
    /// One cell for each column.
    public var cells: [Prose]

    /// Makes a row.
    public init(_ heading: Prose, _ cells: [Prose]) {
      self.heading = heading
      self.cells = cells
    }
  }

  /// What the table holds.
  public var caption: Prose
  /// The heading of the column of row headings.
  public var rowsHeading: String
  /// The columns beside it.
  public var columns: [Column]
  /// The rows.
  public var rows: [Row]
  /// What must be known before reading, such as the meaning of `[c]`; printed above the table.
  public var notes: [Prose]
  /// The number that it is cited by, once the document is numbered.
  public internal(set) var number: Int?

  /// Makes a table.
  public init(
    caption: Prose, rowsHeading: String, columns: [Column], rows: [Row], notes: [Prose] = []
  ) {
    self.caption = caption
    self.rowsHeading = rowsHeading
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
