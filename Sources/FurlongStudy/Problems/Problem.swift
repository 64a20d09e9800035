/// Something wrong with data, or worth a note: what, where and what to do.
///
/// Never holds a value of an identifier, a dropped column or free text.
public struct Problem: Codable, Sendable, Equatable {
  /// How far it reaches.
  public enum Severity: String, Codable, Sendable, CaseIterable {
    /// Done, and said.
    case note
    /// Kept, but to be looked at.
    case warning
    /// The row was set aside; the rest is kept.
    case setAside = "set-aside"
    /// The export stopped whole; nothing of it is kept.
    case stop
  }

  /// How far it reaches.
  public var severity: Severity
  /// The code, such as `I033`.
  public var code: String
  /// The export, as a path from the study folder.
  public var file: String
  /// The row as a spreadsheet counts it; nil where the whole file is meant.
  public var row: Int?
  /// The column's heading; nil where the whole row is meant.
  public var column: String?
  /// What happened, in a sentence.
  public var message: String
  /// What to do, in a sentence.
  public var fix: String

  /// A problem.
  public init(
    severity: Severity, code: String, file: String, row: Int?, column: String?, message: String,
    fix: String
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.row = row
    self.column = column
    self.message = message
    self.fix = fix
  }

  /// A problem of one of the codes.
  public init(
    severity: Severity, code: ProblemCode, file: String, row: Int? = nil, column: String? = nil,
    message: String, fix: String
  ) {
    self.init(
      severity: severity, code: code.rawValue, file: file, row: row, column: column,
      message: message, fix: fix)
  }

  /// Where it is, as `exports/forms.csv:88:S3`.
  public var place: String {
    var text = file
    if let row { text += ":\(row)" }
    if let column { text += ":\(column)" }
    return text
  }
}
