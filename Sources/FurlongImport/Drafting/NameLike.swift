/// Texts that look like somebody's name, or like a remark that names somebody.
public enum NameLike {
  /// What stands before a name in a remark: `ask Nerys`, `c/o Verity Moss`.
  private static let before: Set<String> = [
    "ask", "with", "see", "via", "per", "ring", "rang", "call", "contact", "phone", "tell", "told",
    "by", "for", "to", "mr", "mrs", "ms", "mx", "miss", "dr", "rev", "prof",
  ]

  /// Whether a text has two words with capitals of which neither is a plain one, a word with a capital behind one such as `ask` or
  /// `with`, what stands for `care of`, an address, or a number as long as a telephone's.
  public static func isOne(_ text: String) -> Bool {
    if text.contains("@") || text.count(where: \.isNumber) > 5 { return true }
    let plain = ItemCoding.plain(text)
    if plain.hasPrefix("c/o") || plain.contains(" c/o ") || plain.contains("care of ") {
      return true
    }
    let words = text.split { !($0.isLetter || "'’-".contains($0)) }.map(String.init)
    let isCapital = words.map { word in
      // Short words all in capitals are codes: CTO, EIP.
      word.first?.isUppercase == true && word.count > 1
        && !(word.count < 5 && word.allSatisfy(\.isUppercase))
        && !word.split(separator: "-").allSatisfy { PlainWords.has(String($0)) }
    }
    if isCapital.count(where: \.self) > 1 { return true }
    return words.indices.contains { place in
      place > 0 && isCapital[place] && before.contains(words[place - 1].lowercased())
    }
  }
}
