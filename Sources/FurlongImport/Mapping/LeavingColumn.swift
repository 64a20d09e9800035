import FurlongForms

/// The column that says when a person moved away or died, and which of its cells do.
public struct LeavingColumn: Sendable, Equatable {
  /// What stands in a list of words for a day with nothing beside it.
  public static let dayAlone = "a day alone"

  /// The column's heading.
  public var column: String
  /// Words of moving away or dying, of which a cell with the day says one; nil where the cells are days and nothing else.
  public var says: [String]?
  /// What must stand in another column, such as that of the reason; nil where every day counts.
  public var condition: RowCondition?

  /// Reads the heading, or `{ column: …, says: [ … ], where: { column: …, is: [ … ] } }`.
  static func read(_ node: FormNode) throws(FormError) -> LeavingColumn {
    guard node.isTable else { return LeavingColumn(column: try node.text()) }
    return try node.table { (table: FormTable) throws(FormError) -> LeavingColumn in
      let words = try table.optional("says")
      let says = try words?.texts()
      if let words, says?.isEmpty != false {
        throw words.error(
          "no word says that somebody moved away or died",
          fix: "write the words that the cells have, like says: [moved, died]")
      }
      return LeavingColumn(
        column: try table.text("column"), says: says,
        condition: try table.optional("where")?.table(RowCondition.read))
    }
  }

  /// All columns that are read.
  var columns: [String] { [column] + [condition?.column].compactMap { $0 } }
}
