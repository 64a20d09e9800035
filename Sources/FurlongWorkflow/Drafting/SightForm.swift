import FurlongImport
import FurlongStudy
import FurlongTables

/// What was seen of an export, in a form for programs.
public struct SightForm: Encodable, Sendable {
  /// A column and what it seems to be.
  struct Column: Encodable, Sendable {
    var heading: String
    var seems: String
    var filled: Int
  }

  let file: String
  let rows: Int
  let unreadable: Int
  let encoding: String?
  let delimiter: String?
  let sheet: String?
  let headerRow: Int
  let holds: String?
  let because: [String]
  let columns: [Column]
  let checks: [String]
  let decisions: Int
  let mapping: String
  /// Second mappings of the same rows.
  let beside: [Beside]

  /// A second mapping.
  struct Beside: Encodable, Sendable {
    var holds: String?
    var checks: [String]
    var decisions: Int
    var mapping: String
  }

  /// The form of what was seen.
  public init(_ seen: SeenExport) {
    file = seen.file
    rows = seen.rows
    unreadable = seen.faults
    encoding = seen.shape.container != .csv ? nil : seen.shape.format.encoding.rawValue
    delimiter = seen.shape.container != .csv ? nil : seen.shape.format.delimiter.rawValue
    sheet = seen.shape.sheet
    headerRow = seen.shape.format.headerRow
    holds = seen.draft.kind?.rawValue
    because = seen.draft.reasons
    columns = seen.draft.columns.map {
      Column(heading: $0.heading, seems: $0.seems, filled: $0.filled)
    }
    checks = seen.draft.checks
    decisions = seen.draft.decisions
    mapping = seen.draft.text
    beside = seen.draft.beside.map {
      Beside(
        holds: $0.kind?.rawValue, checks: $0.checks, decisions: $0.decisions, mapping: $0.text)
    }
  }
}
