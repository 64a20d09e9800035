/// A heading as plain words: `CareContDate` and `care cont. date` are care, cont and date.
struct HeadingText: Sendable {
  /// Its words and numbers in small letters.
  let words: [String]

  init(_ heading: String) {
    var words: [String] = []
    var current = ""
    var last: Character?
    // Systems whose names have a capital inside are one word.
    let signs = Array(heading.replacing("RiO", with: "Rio").replacing("SystmOne", with: "Systmone"))
    for (place, sign) in signs.enumerated() {
      let next = place + 1 < signs.count ? signs[place + 1] : nil
      // A capital begins a word after a small letter, and before one: NHSNumber is nhs and number.
      let begins =
        sign.isUppercase
        && (last?.isLowercase == true || (last?.isUppercase == true && next?.isLowercase == true))
      let meets = (sign.isNumber != (last?.isNumber ?? sign.isNumber))
      if !(sign.isLetter || sign.isNumber) || begins || meets {
        if !current.isEmpty { words.append(current) }
        current = ""
      }
      if sign.isLetter || sign.isNumber { current += sign.lowercased() }
      last = sign
    }
    if !current.isEmpty { words.append(current) }
    self.words = words
  }

  /// Whether the words of any of the phrases stand in it, one after another.
  func says(_ phrases: String...) -> Bool {
    phrases.contains { phrase in
      let wanted = phrase.split(separator: " ").map(String.init)
      guard wanted.count <= words.count else { return false }
      return (0...(words.count - wanted.count)).contains {
        Array(words[$0..<($0 + wanted.count)]) == wanted
      }
    }
  }

  /// Whether it is one of the phrases and nothing else.
  func isOnly(_ phrases: String...) -> Bool { phrases.contains(words.joined(separator: " ")) }
}
