/// How a college writes ids that are parted by signs: `L00-000` is an L and two digits, a hyphen, three digits.
///
/// `L23014`, `L-23-014` and `23-014` are all `L23-014`; `L23-14` is too, since each part is filled up with zeros. What is not made so stays
/// as it is.
public struct IdentifierPattern: Sendable, Equatable, Hashable {
  /// The pattern as a mapping has it, in capitals: `0` is any digit, all else stands for itself.
  public let text: String
  /// What stands before the first digit.
  let letters: String
  /// How many digits each part has.
  private let parts: [Int]

  static let signs: Set<Character> = ["-", "_", "/", ".", "#"]

  /// A pattern; nil where it is not letters and then two or more parts of digits with signs between.
  public init?(_ text: String) {
    let text = IdentifierSpelling.plain(text)
    let front = text.prefix { $0 != "0" }
    let rest = text.dropFirst(front.count)
    let parts = rest.split(omittingEmptySubsequences: false) { Self.signs.contains($0) }
    guard !front.contains(where: \.isNumber), parts.count > 1,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "0" } })
    else { return nil }
    self.text = text
    letters = String(front)
    self.parts = parts.map(\.count)
  }

  /// The pattern of an id; nil where it has none.
  init?(of plain: String) {
    self.init(String(plain.map { $0.isASCII && $0.isNumber ? "0" : $0 }))
  }

  /// An id as the pattern has it; nil where it is not made so, whatever signs stand or lack between its parts.
  func written(_ plain: String) -> String? {
    let front = letters.filter { !Self.signs.contains($0) }
    let own = plain.prefix { !$0.isNumber }.filter { !Self.signs.contains($0) }
    guard own == front || own.isEmpty else { return nil }
    let rest = plain.drop { !$0.isNumber }
    guard rest.allSatisfy({ $0.isASCII && $0.isNumber || Self.signs.contains($0) }) else {
      return nil
    }
    guard let digits = fitted(rest.split { Self.signs.contains($0) }) else { return nil }
    var pieces = digits[...]
    var written = letters
    for (place, part) in text.dropFirst(letters.count)
      .split(omittingEmptySubsequences: false, whereSeparator: { $0 == "0" }).enumerated()
    where place > 0 {
      written += pieces.prefix(1)
      pieces = pieces.dropFirst()
      written += part
    }
    return written
  }

  /// The digits of the parts one after another; nil where they are too many, or cannot be told apart.
  private func fitted(_ found: [Substring]) -> String? {
    if found.count == 1 {
      return found[0].count == parts.reduce(0, +) ? String(found[0]) : nil
    }
    guard found.count == parts.count, zip(found, parts).allSatisfy({ $0.count <= $1 }) else {
      return nil
    }
    return zip(found, parts).map { String(repeating: "0", count: $1 - $0.count) + $0 }.joined()
  }
}
