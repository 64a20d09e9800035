/// A heading as words and numbers: `T1_phq07` is t, 1, phq, 7.
struct HeadingWords: Equatable {
  /// Its words in small letters and its numbers without leading zeros, in order.
  let tokens: [String]

  /// Splits where letters and digits meet and at any other sign, so that `gad7` is not found in `gadget7`.
  init(_ text: String) {
    var tokens: [String] = []
    var current = String.UnicodeScalarView()
    var last = Kind.sign
    func end() {
      guard !current.isEmpty else { return }
      if last == .digit {
        let trimmed = String(current.drop { $0 == "0" })
        tokens.append(trimmed.isEmpty ? "0" : trimmed)
      } else {
        tokens += Self.parted(String(current))
      }
      current.removeAll()
    }
    for sign in text.lowercased().unicodeScalars where sign != "'" && sign != "’" {
      let kind = Kind(sign)
      if kind != last { end() }
      if kind != .sign { current.append(sign) }
      last = kind
    }
    end()
    self.tokens = tokens
  }

  /// What a character of a heading is.
  private enum Kind {
    case letter, digit, sign

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z": self = .letter
      case "0"..."9": self = .digit
      default: self = scalar.isASCII || !scalar.properties.isAlphabetic ? .sign : .letter
      }
    }
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
