public import FurlongStudy

/// One export as the study file holds it: where it came from and what became of its rows.
///
/// `rowsRead = rowsKept + rowsSetAside + rowsSkipped`, unless the export stopped whole.
public struct KeptBatch: Codable, Sendable, Equatable {
  /// The export, as a path from the study folder.
  public var file: String
  /// The mapping that read it.
  public var map: String
  /// What it holds.
  public var kind: ExportKind
  /// SHA-256 of the export's lines in sorted order.
  public var contentDigest: String
  /// SHA-256 of everything else on which the batch depends.
  public var ruleDigest: String
  /// Rows below the headings.
  public var rowsRead: Int
  /// Rows kept; exact copies of another row are kept rows that are counted once.
  public var rowsKept: Int
  /// Rows set aside while reading, because they are nobody's, or because another row says otherwise.
  public var rowsSetAside: Int
  /// Rows passed over: blank, headings pasted again, lines of totals.
  public var rowsSkipped: Int
  /// Why they were; together they are `rowsSkipped`.
  public var skips: [SkippedRow: Int] = [:]
  /// Whether the export stopped whole; then it has no rows.
  public var stopped: Bool

  /// A kept batch.
  public init(
    file: String, map: String, kind: ExportKind, contentDigest: String, ruleDigest: String,
    rowsRead: Int, rowsKept: Int, rowsSetAside: Int, rowsSkipped: Int, stopped: Bool
  ) {
    self.file = file
    self.map = map
    self.kind = kind
    self.contentDigest = contentDigest
    self.ruleDigest = ruleDigest
    self.rowsRead = rowsRead
    self.rowsKept = rowsKept
    self.rowsSetAside = rowsSetAside
    self.rowsSkipped = rowsSkipped
    self.stopped = stopped
  }
}
