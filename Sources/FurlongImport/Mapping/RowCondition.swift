import FurlongForms

/// What a row must hold in a column: one of these words, capitals and blanks aside.
public struct RowCondition: Sendable, Equatable {
  /// The column's heading.
  public var column: String
  /// The words.
  public var values: [String]

  /// Reads `{ column: …, is: [ … ] }`.
  static func read(_ table: FormTable) throws(FormError) -> RowCondition {
    RowCondition(column: try table.text("column"), values: try table.required("is").texts())
  }
}
