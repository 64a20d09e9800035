public import FurlongTables

/// By what a row of an export is known again: a keyed sum over its headings and cells.
///
/// ```
/// HMAC-SHA-256(key, "furlong/row/v1" ‖ 0x1F ‖ study id ‖ (0x1E ‖ heading ‖ 0x1F ‖ cell)…), its first 16 bytes
/// ```
///
/// The number of a row changes with each export; its mark changes with any of its cells. Without the key no cell can be
/// found by trying. It begins with a letter, so that no spreadsheet takes it for a number.
public struct RowMark: Sendable {
  private let pseudonymiser: Pseudonymiser

  /// The marks of one study.
  public init(_ pseudonymiser: Pseudonymiser) { self.pseudonymiser = pseudonymiser }

  /// The mark of a row of a table, by its place: `m` and 32 hexadecimal digits.
  public func mark(of row: Int, in table: SourceTable) -> String {
    let cells = table.header.indices.map {
      "\u{1E}\(table.header[$0])\u{1F}\(table.text(row: row, column: $0))"
    }
    return "m" + pseudonymiser.mark(of: cells.joined()).prefix(32)
  }

  /// Whether a text is one that `mark` gives.
  public static func isMark(_ text: String) -> Bool {
    text.utf8.count == 33 && text.first == "m"
      && text.dropFirst().utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
