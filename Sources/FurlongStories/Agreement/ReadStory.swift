public import FurlongStudy

/// A story with what each coder who read it found in it.
///
/// Who has not read it to its end is not among its coders; who read it and found nothing has an empty list.
public struct ReadStory: Sendable, Equatable, Codable {
  /// A code that a coder gave.
  public struct Mark: Sendable, Equatable, Hashable, Codable {
    /// The code's id, today's or an earlier one.
    public var code: String
    /// The stretch; nil for the story as a whole.
    public var span: TextSpan?

    /// A code on a stretch, or on the story as a whole.
    public init(code: String, span: TextSpan? = nil) {
      self.code = code
      self.span = span
    }
  }

  /// How many code points its text has.
  public var length: Int
  /// What each coder who read it found, by the coder's name.
  public var coders: [String: [Mark]]

  /// A story as it was read.
  public init(length: Int, coders: [String: [Mark]]) {
    self.length = length
    self.coders = coders
  }

  /// A story with what coders wrote down of it.
  ///
  /// Who did not say that they read it to its end is left out, whatever they coded; so is a stretch that lost its place
  /// when the text was corrected.
  ///
  /// - Parameters:
  ///   - text: the story's text as it is now.
  ///   - codings: what each coder wrote down of this story, by the coder's name.
  public init(_ text: StoryText, codings: [String: [Coding]]) {
    let readers = codings.filter { $0.value.contains { $0.mark == .read } }
    self.init(
      length: text.length,
      coders: readers.mapValues { codings in
        codings.compactMap { coding in
          guard let code = coding.code else { return nil }
          guard let anchor = coding.anchor else { return Mark(code: code) }
          return anchor.hold(in: text).span.map { Mark(code: code, span: $0) }
        }
      })
  }
}
