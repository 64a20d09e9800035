/// A heading as words and numbers: `T1_phq07` is t, 1, phq, 7.
struct HeadingWords: Equatable {
  /// Its words in small letters and its numbers without leading zeros, in order.
  let tokens: [String]

  /// Splits where letters and digits meet and at any other sign, so that `gad7` is not found in `gadget7`.
  init(_ text: String) {
    var tokens: [String] = []
    var current = ""
    func kind(_ sign: Character) -> Int {
      sign.isASCII && sign.isNumber ? 2 : sign.isLetter ? 1 : 0
    }
    func end() {
      guard !current.isEmpty else { return }
      if kind(current[current.startIndex]) == 2 {
        let trimmed = current.drop { $0 == "0" }
        tokens.append(trimmed.isEmpty ? "0" : String(trimmed))
      } else {
        tokens += Self.parted(current)
      }
      current = ""
    }
    var last = 0
    for sign in text.lowercased() where sign != "'" && sign != "’" {
      let now = kind(sign)
      if now != last { end() }
      if now != 0 { current.append(sign) }
      last = now
    }
    end()
    self.tokens = tokens
  }

  /// `phqtotal` is phq and total.
  private static func parted(_ word: String) -> [String] {
    for ending in ["totalscore", "total", "score"] where word.hasSuffix(ending) {
      let start = word.dropLast(ending.count)
      let parts = ending == "totalscore" ? ["total", "score"] : [ending]
      return (start.isEmpty ? [] : [String(start)]) + parts
    }
    return [word]
  }

  /// Words beside an item's number.
  static let itemMarks: Set<String> = ["q", "qu", "question", "item", "i", "no", "number", "ans"]
  /// Words beside a total.
  static let totalMarks: Set<String> = [
    "total", "score", "sum", "tot", "raw", "metric", "overall", "mean", "scale", "subscale",
    "questionnaire", "the", "of", "at", "result", "value",
  ]
}

/// A token that is a number of an item: 1 to 200.
func itemNumber(_ token: String) -> Int? {
  Int(token).flatMap { (1...200).contains($0) ? $0 : nil }
}
