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

  /// Reads one condition or a list of them, all of which must hold.
  static func readAll(_ node: FormNode?) throws(FormError) -> [RowCondition] {
    guard let node else { return [] }
    var conditions: [RowCondition] = []
    for condition in node.isList ? try node.list() : [node] {
      conditions.append(try condition.table(RowCondition.read))
    }
    return conditions
  }
}
