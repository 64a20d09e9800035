/// A story in which words were found.
public struct FoundStory: Codable, Sendable, Equatable {
  /// Its id.
  public var id: String
  /// The sentences that hold the words.
  public var sentences: [StoryPage.Sentence]
}

/// A stretch of a story with a code.
public struct CodedPassage: Codable, Sendable, Equatable {
  /// The story's id.
  public var story: String
  /// Who gave it.
  public var coder: String
  /// The coding.
  public var coding: StoryPage.Shown
}
