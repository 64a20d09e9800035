import Foundation
public import FurlongImport
public import FurlongStudy

/// One thing that people decided of the data, with its day, who and why.
public struct Decision: Codable, Sendable, Equatable {
  /// What was decided.
  public enum Matter: Codable, Sendable, Equatable {
    /// Identifiers are one person's.
    case merge(identifiers: [KeyedHash])
    /// In rows with one of `own`, the others are another person's.
    case apart(own: [KeyedHash], others: [KeyedHash])
    /// Rows are of a person of their own, whose id is also another's.
    case split(rows: [Row])
    /// Cells are read otherwise, rows are left out.
    case correction(cells: [Cell], leftOut: [Row])
  }

  /// A row of an export.
  public struct Row: Codable, Sendable, Equatable {
    /// The export.
    public var file: String
    /// Its number and its mark.
    public var row: ExportCorrections.Row
  }

  /// A cell of an export.
  public struct Cell: Codable, Sendable, Equatable {
    /// The export.
    public var file: String
    /// Its row, column and new value.
    public var cell: ExportCorrections.Cell
  }

  /// The day.
  public var on: CalendarDay
  /// Who decided.
  public var by: String
  /// Why.
  public var why: String
  /// The rows that were named.
  public var rows: [String]
  /// What was decided.
  public var matter: Matter
  /// The mark of the key by which hashes and marks were made.
  var key: String
  /// SHA-256 of all that stands above.
  var seal = ""

  /// The seal that fits: a letter changed by hand or by a failing disk does not.
  func fittingSeal() throws -> String {
    var open = self
    open.seal = ""
    return Digest.of(Array(try DecisionBook.encoder.encode(open)))
  }

  /// The decision in a line: what, of which rows, on which day, by whom, why.
  public var words: String { "\(what), decided on \(on) by \(by): \(why)" }

  private var what: String {
    func list(_ rows: [String]) -> String {
      let named = rows.count > 4 ? Array(rows.prefix(3)) : Array(rows.dropLast())
      let rest = rows.count > 4 ? "\(rows.count - 3) more" : rows.last ?? ""
      return named.isEmpty ? rest : named.joined(separator: ", ") + " and " + rest
    }
    switch matter {
    case .merge: return "\(list(rows)) \(rows.count == 1 ? "is" : "are") one person"
    case .apart, .split: return "\(list(rows)) are two people"
    case .correction(let cells, let leftOut):
      let parts = [
        cells.isEmpty ? nil : "\(cells.count) \(cells.count == 1 ? "cell" : "cells") corrected",
        leftOut.isEmpty
          ? nil : "\(leftOut.count) \(leftOut.count == 1 ? "row" : "rows") left out",
      ].compactMap { $0 }
      return parts.joined(separator: " and ") + " (\(list(rows)))"
    }
  }
}
