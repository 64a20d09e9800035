import FurlongForms

/// Whether two words of a column may be one, written otherwise: proposed to a person, and never taken for one.
enum LikeWords {
  /// The one of several words that a rarer one may be another spelling of; nil where none is, or one letter could be several.
  ///
  /// They are alike but for signs and blanks, one slip in four letters apart, or the first letter of one alone. Words that differ
  /// in a number or in a letter that stands by itself (`Ward A`, `Ward B`) are two.
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
      return marks(parts) == marks(others)
        && NearestWord.edits(
          between: parts.joined(separator: " "), and: others.joined(separator: " "))
          <= min(2, length / 4)
    }
  }

  /// The letters and numbers of a word, in small letters.
  private static func parts(_ word: String) -> [String] {
    word.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// What no slip of the hand makes of another: numbers, and letters that stand by themselves.
  private static func marks(_ parts: [String]) -> [String] {
    parts.filter { $0.count == 1 || $0.contains(where: \.isNumber) }
  }
}
