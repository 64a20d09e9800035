public import FurlongStudy

/// A row of an export that is kept, as it comes out of its reader.
public struct KeptRow: Sendable {
  /// What it says.
  public var row: ImportRow
  /// A number for whom it names: rows with the same identifiers have the same, from 1.
  public var person: Int
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
