import FurlongForms

/// Whether two words of a column may be one, written otherwise: proposed to a person, and never taken for one.
enum LikeWords {
  /// The one of several words that a rarer one may be another spelling of; nil where none is, or one letter could be several.
  ///
  /// They are alike but for signs and blanks, one slip in four letters apart, or the first letter of one alone. Words that differ
  /// in a number, in a letter that stands by itself (`Ward A`, `Ward B`) or in a whole word (`North`, `South`) are two.
  static func meant(_ rare: String, among words: [String]) -> String? {
    let parts = parts(rare)
    if let same = words.first(where: { Self.parts($0) == parts }) { return same }
    if parts.count == 1, parts[0].count == 1, parts[0].allSatisfy(\.isLetter) {
      let found = words.filter { Self.parts($0).first?.hasPrefix(parts[0]) ?? false }
      return found.count == 1 ? found.first : nil
    }
    return words.first { word in
      let others = Self.parts(word)
      let length = others.reduce(0) { $0 + $1.count }
      return marks(parts) == marks(others) && haveOnlySlips(parts, others)
        && NearestWord.edits(
          between: parts.joined(separator: " "), and: others.joined(separator: " "))
          <= min(2, length / 4)
    }
  }

  /// Whether no word is another: of as many words each is at most one slip in four letters from its like.
  private static func haveOnlySlips(_ one: [String], _ other: [String]) -> Bool {
    one.count != other.count
      || zip(one, other).allSatisfy { one, other in
        one == other
          || NearestWord.edits(between: one, and: other) <= max(one.count, other.count) / 4
      }
  }

  /// The one of a mapping's words that is nearest to a value, of those with the same numbers: no slip of the hand makes
  /// another time or another ward of one.
  static func nearest(to value: String, among words: [String]) -> String? {
    let numbers = numbers(value)
    return NearestWord(among: words.filter { Self.numbers($0) == numbers }).to(value)
  }

  private static func numbers(_ text: String) -> [Substring] { text.split { !$0.isNumber } }

  /// The letters and numbers of a word, in small letters.
  private static func parts(_ word: String) -> [String] {
    word.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// What no slip of the hand makes of another: numbers, and letters that stand by themselves.
  private static func marks(_ parts: [String]) -> [String] {
    parts.filter { $0.count == 1 || $0.contains(where: \.isNumber) }
  }
}
