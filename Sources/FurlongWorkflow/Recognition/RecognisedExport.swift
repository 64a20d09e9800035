public import FurlongScales

/// What was recognised in an export, in plain English and as lines of a mapping.
public struct RecognisedExport: Encodable, Sendable {
  /// The file's name without its folder.
  public var file: String
  /// How many rows were looked at.
  public var rows: Int
  /// Whether the file has more.
  public var hasMore: Bool
  /// What stands in which columns.
  public var recognition: Recognition
  /// Lines for a mapping of `maps/`; empty where nothing can be mapped.
  public var mapping: String
  /// Everything in plain English, with the lines at the end.
  public var text: String
}
