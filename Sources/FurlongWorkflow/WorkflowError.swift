/// Why a step could not be done: what happened, where, and what mends it.
public struct WorkflowError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What kind of end it is; a door turns it into its exit code.
  public enum Kind: Sendable {
    /// It could not be done.
    case failed
    /// It was refused: disclosure, consent, a frozen plan.
    case refused
  }

  /// What kind of end it is.
  public let kind: Kind
  /// What happened, in a sentence without a full stop.
  public let what: String
  /// Where: a file from the study folder, perhaps with line and column; nil where everywhere.
  public let place: String?
  /// What to do, in a sentence without a full stop.
  public let fix: String

  /// An error.
  public init(_ what: String, at place: String? = nil, fix: String, kind: Kind = .failed) {
    self.kind = kind
    self.what = what
    self.place = place
    self.fix = fix
  }

  /// All of it in one line.
  public var description: String { (place.map { $0 + ": " } ?? "") + what + "; " + fix }
}
