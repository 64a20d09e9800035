import FurlongStudy

/// Words and numbers by which people and programs say that there is no answer.
enum MissingWord {
  private static let words: Set<String> = [
    "n/a", "n.a.", "na", "n/k", "nk", "not applicable", "-", "--", "\u{2013}", "\u{2014}", ".",
    "..", "?", "null", "nan", "blank", "missing", "unknown", "not known", "not asked",
    "not answered",
    "not completed", "no answer", "no response", "refused", "declined", "skipped", "don't know",
    "dont know", "dk", "prefer not to say", "#n/a", "#ref!", "#value!", "#div/0!", "#name?",
    "#null!", "#num!",
  ]

  /// Words that may as well mean 0, as people answer how often something happened.
  private static let zeros: Set<String> = ["none", "nil", "zero", "nought", "-0-"]

  /// Numbers that are beyond any scale that would have them.
  private static let numbers: Set<Int> = [9, 99, 999, -1, -8, -9, -88, -99, -999]

  /// The word that a cell is, as it is written usually; nil where it is none.
  ///
  /// It is one of a few known words, so it may stand in a message whatever the column.
  static func known(_ cell: String) -> String? {
    let plain = ItemCoding.plain(cell)
    return words.contains(plain) || zeros.contains(plain) ? plain : nil
  }

  /// Whether a text may mean 0 where numbers are counts.
  static func mayBeZero(_ text: String) -> Bool { zeros.contains(ItemCoding.plain(text)) }

  static func isUsual(_ number: Int) -> Bool { numbers.contains(number) }

  /// Why a cell with such a word or number is refused.
  static func refusal(_ column: String, _ word: String) -> RowRefusal {
    if mayBeZero(word) {
      return RowRefusal(
        .missingWord, column,
        "'\(word)' may mean 0 or that there is no answer, and the mapping does not say which.",
        fix:
          "If it means 0, say so beside the score's column in the mapping, as in answers: { \"\(word)\": 0 }, or write "
          + "0 where it was exported from. Only if it means that there is no answer, add it to 'missing', which holds for "
          + "every column of the mapping.")
    }
    return RowRefusal(
      .missingWord, column,
      "'\(word)' usually means that there is no answer, and the mapping does not say so.",
      fix: "If it means that, add it to 'missing' in the mapping, as in missing: "
        + "{ \"\(word)\": no answer }; else correct it where it was exported from.")
  }
}
