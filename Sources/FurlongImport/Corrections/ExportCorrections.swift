import FurlongForms
public import FurlongStudy
public import FurlongTables

/// What people decided of the rows of one export.
///
/// Cells are read otherwise, rows are left out, rows are another person's than their id says. The export itself is never
/// changed.
///
/// A row is known by its mark, whatever its number is now; where no row has it any more, nothing is done and it is said.
public struct ExportCorrections: Codable, Sendable, Equatable {
  /// A row of the export, as it was when somebody decided.
  public struct Row: Codable, Sendable, Hashable {
    /// Its number.
    public var row: Int
    /// Its mark.
    public var mark: String

    /// A row.
    public init(row: Int, mark: String) {
      self.row = row
      self.mark = mark
    }
  }

  /// A cell that is read otherwise than the export has it.
  public struct Cell: Codable, Sendable, Hashable {
    /// Its row.
    public var row: Row
    /// Its column's heading.
    public var column: String
    /// What is read.
    public var value: String

    /// A cell.
    public init(row: Row, column: String, value: String) {
      self.row = row
      self.column = column
      self.value = value
    }
  }

  /// Rows of a person of their own, whose id is also another's.
  public struct Stranger: Codable, Sendable, Equatable {
    /// The rows of this export.
    public var rows: [Row]
    /// What tells the person from others, the same in all exports.
    public var person: String

    /// Rows of one person.
    public init(rows: [Row], person: String) {
      self.rows = rows
      self.person = person
    }
  }

  /// Cells, the later decided after the earlier.
  public var cells: [Cell] = []
  /// Rows that are not read.
  public var leftOut: [Row] = []
  /// Rows of people of their own.
  public var strangers: [Stranger] = []

  /// Nothing decided.
  public init() {}

  /// Whether nothing was decided.
  public var isEmpty: Bool { cells.isEmpty && leftOut.isEmpty && strangers.isEmpty }

  /// An export as it is read with these decisions.
  public struct Corrected {
    /// The table.
    public var table: TableWalk
    /// The decision that makes a row another person's, by the row's number.
    public var strangers: [Int: String]
    /// What was corrected, and what could not be.
    public var problems: [Problem]
    /// How many rows were left out.
    public var leftOut: Int
  }

  /// Applies the decisions to an export.
  ///
  /// - Parameters:
  ///   - table: the export as it was read.
  ///   - marks: of the study.
  ///   - file: the export, for messages.
  ///   - book: the file of decisions, for messages.
  /// - Throws: `TableError` where the export is no table.
  /// - Complexity: linear in the number of cells.
  public func applied(
    to table: TableWalk, marks: RowMark, file: String, book: String
  ) throws -> Corrected {
    let found = try FoundRows(self, in: table, marks: marks)
    var problems = found.problems(file: file, book: book)
    var changed: [Int: [Int: String]] = [:]
    for cell in cells {
      // A row that is as it was has the columns that it had.
      guard let row = found.row(cell.row), let place = table.header.firstIndex(of: cell.column)
      else { continue }
      changed[row, default: [:]][place] = cell.value
    }
    let out = Set(leftOut.compactMap(found.row))
    var strangers: [Int: String] = [:]
    for stranger in self.strangers {
      for row in stranger.rows.compactMap(found.row) { strangers[row] = stranger.person }
    }
    let cells = changed.values.reduce(0) { $0 + $1.count }
    if cells + out.count + strangers.count > 0 {
      problems.insert(
        Problem(
          severity: .note, code: .correctedByHand, file: file,
          message: "Corrected by hand, as \(book) says: "
            + [
              Self.words(cells, "cell", "cells"), Self.words(out.count, "row left out"),
              Self.words(strangers.count, "row of another person", "rows of other people"),
            ].compactMap { $0 }.joined(separator: ", ") + ".",
          fix: "Nothing need be done; `furlong undo` takes the last decision back."), at: 0)
    }
    return Corrected(
      table: table.correcting(changed).leavingOut(out), strangers: strangers, problems: problems,
      leftOut: out.count)
  }

  private static func words(_ count: Int, _ one: String, _ many: String? = nil) -> String? {
    guard count > 0 else { return nil }
    return "\(count) " + (count == 1 ? one : many ?? one.replacing("row", with: "rows"))
  }
}
