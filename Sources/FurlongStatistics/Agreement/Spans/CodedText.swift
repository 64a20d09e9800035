/// A stretch of a text that a coder gave a code.
public struct CodedSpan: Codable, Hashable, Sendable {
  /// The code's id.
  public var code: String
  /// The place of its first character, from 0.
  public var start: Int
  /// The place behind its last character.
  public var end: Int

  /// Makes a span from its first place to before its end.
  public init(code: String, start: Int, end: Int) {
    self.code = code
    self.start = start
    self.end = end
  }

  var length: Int { end - start }

  /// What it is, as text.
  var key: String { "\(start)-\(end) \(code)" }
}

/// A text with the spans of each coder.
public struct CodedText: Codable, Hashable, Sendable {
  /// Its length in characters (Unicode code points), words or whatever whole units spans are counted in.
  public var length: Int
  /// The spans of each coder in the order of the coders: none found is an empty list, not read is nil.
  public var coders: [[CodedSpan]?]

  /// Makes a text of its length and the spans of each coder.
  public init(length: Int, coders: [[CodedSpan]?]) {
    self.length = length
    self.coders = coders
  }

  /// Whether there is something that every coder read.
  var isComparable: Bool { length > 0 && coders.allSatisfy { $0 != nil } }

  /// An order of texts by what is in them.
  func comesBefore(_ other: CodedText) -> Bool {
    if length != other.length { return length < other.length }
    return key.lexicographicallyPrecedes(other.key)
  }

  /// What each coder found, as text.
  var key: [String] {
    coders.map { spans in
      guard let spans else { return "" }
      return spans.map(\.key).sorted().joined(separator: ";") + "."
    }
  }
}

/// What to do where spans of one code by one coder overlap.
public enum SpanOverlaps: Codable, Equatable, Sendable {
  /// Stop with an error.
  case refused
  /// Make them one span; spans that only touch stay two.
  case merged
}
