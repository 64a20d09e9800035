/// The words by which a mapping says that a cell has no value.
struct MissingTexts {
  private let words: Set<String>
  private let plain: Set<String>
  private let longest: Int
  /// Whether one may be written like a day.
  let looksLikeDays: Bool
  /// Whether one may stand in a column of identifiers.
  private let isInIdentifiers: Bool

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    plain = Set(self.words.map(ItemCoding.plain))
    longest = self.words.map(\.utf8.count).max() ?? 0
    looksLikeDays = self.words.contains { word in
      word.utf8.count > 7 && word.utf8.contains { (48...57).contains($0) }
    }
    isInIdentifiers = self.words.contains { !$0.isEmpty && !$0.contains(where: \.isNumber) }
  }

  /// Whether a text is one of them; capitals do not matter.
  func contains(_ text: String) -> Bool {
    if words.contains(text) { return true }
    guard text.utf8.count <= longest, text.utf8.contains(where: { $0 > 64 }) else { return false }
    return plain.contains(ItemCoding.plain(text))
  }

  /// Whether a text in a column of identifiers is one of them: a number is not, since 99 may be somebody's.
  func containsIdentifier(_ text: String) -> Bool {
    isInIdentifiers && text.utf8.count <= longest && !text.contains(where: \.isNumber)
      && contains(text)
  }

  /// The same of a cell's bytes.
  func containsIdentifier(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isInIdentifiers, cell.count <= longest else { return false }
    return containsIdentifier(String(decoding: cell, as: UTF8.self))
  }
}
