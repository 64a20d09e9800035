/// A mistake in a file that people write: where it is, what it is, and how to mend it.
///
/// Errors quote keys and words of the file itself; forms hold no values of people.
public struct FormError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name as the caller gave it.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1 in Unicode scalars.
  public let column: Int
  /// What is wrong.
  public let what: String
  /// What to do about it.
  public let fix: String

  /// Makes an error at a place of a file.
  public init(file: String, line: Int, column: Int, what: String, fix: String) {
    self.file = file
    self.line = line
    self.column = column
    self.what = what
    self.fix = fix
  }

  /// One line: `file:line:column: what; fix`.
  public var description: String { "\(file):\(line):\(column): \(what); \(fix)" }
}
