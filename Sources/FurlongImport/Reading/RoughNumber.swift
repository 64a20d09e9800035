import FurlongStudy

/// A count as people give it who do not know it exactly: `6-7`, `2 or 3`, `about 5`, `5+`, `a few`.
struct RoughNumber {
  /// The numbers in it; none where it is words alone.
  let numbers: [Int]

  /// Words beside numbers that make them rough, in small letters.
  private static let beside: Set<String> = [
    "about", "approx", "approximately", "around", "circa", "c", "ca", "roughly", "nearly", "almost",
    "over", "under", "at", "least", "most", "more", "less", "than", "up", "to", "or", "between",
    "and", "maybe", "probably", "think", "ish", "plus", "so",
  ]

  /// Words that stand for a rough number by themselves.
  private static let alone: Set<String> = [
    "a few", "few", "a couple", "couple", "a couple of times", "several", "some", "many", "lots",
    "loads", "a lot", "numerous", "various", "multiple",
  ]

  private static let signs: Set<Character> = [
    "+", "-", "\u{2013}", "\u{2014}", "~", ">", "<", "?", "/", "(", ")", ".", "≥", "≤",
  ]

  /// Nil where the text is a number, or something else than a rough one.
  init?(_ text: String) {
    let plain = ItemCoding.plain(text)
    guard plain.utf8.count <= 24 else { return nil }
    if Self.alone.contains(plain) {
      numbers = []
      return
    }
    var numbers: [Int] = []
    var isRough = false
    var rest = plain[...]
    while let sign = rest.first {
      if sign.isASCII, sign.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 3, let number = Int(digits) else { return nil }
        numbers.append(number)
        rest = rest.dropFirst(digits.count)
      } else if sign.isLetter {
        let word = rest.prefix(while: \.isLetter)
        guard Self.beside.contains(String(word)) else { return nil }
        isRough = true
        rest = rest.dropFirst(word.count)
      } else if Self.signs.contains(sign) {
        isRough = true
        rest = rest.dropFirst()
      } else if sign == " " {
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    // Three numbers are a date; a number behind a minus, or with decimals, is one.
    guard isRough, (1...2).contains(numbers.count),
      !(plain.first == "-" && numbers.count == 1),
      !(numbers.count == 2 && plain.allSatisfy { $0.isNumber || $0 == "." })
    else { return nil }
    self.numbers = numbers
  }

  /// Why a cell with one is refused: nobody but the evaluator may choose a number for it.
  static func refusal(_ subject: String, _ column: String) -> RowRefusal {
    RowRefusal(
      .notANumber, column, "\(subject) is a range or a rough number, and one number is meant.",
      fix:
        "Decide by one rule for all of them before any result is looked at, such as the middle of a range, and fill it in: `furlong problems --as csv`, then `--apply`; say the rule in --why. None is made a number alone."
    )
  }
}
