/// What was given to another tool, or taken from one, and what could not be.
public struct ExchangedStories: Codable, Sendable, Equatable {
  /// The files that were written, from the study folder; one elsewhere by its name.
  public var files: [String]
  /// How many stories were given, or got codings.
  public var stories: Int
  /// How many codings were given or taken.
  public var codings: Int
  /// How places were counted in the file that was read; nil where one was written.
  public var positions: String?
  /// What was not given or taken, in sentences without a full stop.
  public var lost: [String]
}
