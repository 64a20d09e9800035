/// Which words of a column a draft may show: those that are known, and those that stand in so many cells that they are a code and no remark.
enum ShownWords {
  /// A word in fewer cells may be a name or a remark.
  static let fewestCells = 3

  static func mayShow(_ word: String, cells: Int, isKnown: Bool) -> Bool {
    isKnown || cells >= fewestCells
  }

  /// Words of which those for ethnic groups are made, as the census and the NHS write them.
  private static let ethnic: Set<String> = [
    "white", "british", "irish", "english", "welsh", "scottish", "northern", "other", "any",
    "mixed",
    "multiple", "asian", "black", "arab", "chinese", "indian", "pakistani", "bangladeshi",
    "caribbean",
    "african", "gypsy", "roma", "traveller", "background", "group", "groups", "ethnic", "ethnicity",
    "and",
    "or", "the", "of", "european", "latin", "american", "not", "stated", "known", "unknown",
    "prefer", "to",
    "say", "said", "recorded", "uk", "wb", "wi", "eastern", "polish", "jewish", "sikh", "heritage",
    "origin",
  ]

  /// Whether a text is made of such words alone; codes of one letter are among them.
  static func isEthnicGroup(_ text: String) -> Bool {
    let words = HeadingText(text).words
    return !text.contains(where: \.isNumber)
      && words.allSatisfy { $0.count == 1 || ethnic.contains($0) }
      && (words.contains { $0.count > 1 } || text.count == 1)
  }
}
