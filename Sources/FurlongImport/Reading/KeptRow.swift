public import FurlongStudy

/// A row of an export that is kept, as it comes out of its reader.
///
/// The identifiers of a person stand in the first of the person's rows; later ones may leave them out, since few of a
/// million rows name anybody new.
public struct KeptRow: Sendable {
  /// What it says.
  public var row: ImportRow
  /// A number for whom it names: rows with the same identifiers have the same, from 1.
  public var person: Int
  /// The file in `stories/` that holds the story's words; nil where the row holds them.
  public var storyFile: String?

  /// A kept row of a person's number.
  public init(row: ImportRow, person: Int) {
    self.row = row
    self.person = person
  }
}

/// What became of an export whose kept rows were handed on one by one.
public struct ExportReading: Sendable {
  /// Everything but the rows.
  public var batch: ImportBatch
  /// How many rows were kept.
  public var rowsKept = 0
  /// The number in the file of the last of them.
  public var lastRow = 0

  /// A reading of which no row is kept yet.
  public init(batch: ImportBatch) { self.batch = batch }
}

/// Kept rows in memory, each with its identifiers.
public struct KeptRows {
  /// The rows.
  public private(set) var rows: [ImportRow] = []
  private var identifiers: [Int: [KeyedHash]] = [:]

  /// No rows yet.
  public init() {}

  /// Takes a row in.
  public mutating func add(_ kept: KeptRow) {
    var row = kept.row
    if row.identifiers.isEmpty {
      row.identifiers = identifiers[kept.person] ?? []
    } else {
      identifiers[kept.person] = row.identifiers
    }
    rows.append(row)
  }
}
