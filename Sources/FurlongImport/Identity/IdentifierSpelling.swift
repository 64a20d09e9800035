import Foundation

/// How a college writes its ids: letters in front, and so many digits.
///
/// `RC` and 4 digits: `rc 12`, `RC-12`, `0012` and `12` are all `RC0012`. An id that is not made so stays as it is.
public struct IdentifierSpelling: Sendable, Equatable, Hashable {
  /// What stands in front, in capitals.
  public let prefix: String
  /// How many digits there are at least.
  public let digits: Int
  /// How the ids are parted by signs; nil where a prefix and a number make one.
  public let pattern: IdentifierPattern?

  /// A spelling; blanks in the prefix are left out.
  public init(prefix: String, digits: Int) {
    self.prefix = Self.plain(prefix)
    self.digits = digits
    pattern = nil
  }

  /// A spelling of ids that are parted by signs.
  public init(_ pattern: IdentifierPattern) {
    prefix = pattern.letters
    digits = 1
    self.pattern = pattern
  }

  /// What a mapping says beside a column: `prefix: RC, digits: 4`, or `written: L00-000`.
  public var inMapping: String {
    if let pattern { return "written: \(pattern.text)" }
    return (prefix.isEmpty ? "" : "prefix: \(prefix), ") + "digits: \(digits)"
  }

  /// An id in capitals, without blanks.
  static func plain(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace }).precomposedStringWithCanonicalMapping.uppercased()
  }

  /// The id written in full; `plain` where it is not the prefix and a number.
  func inFull(_ plain: String) -> String {
    if let pattern { return pattern.written(plain) ?? plain }
    // `MRC001007` is `MRC-001007` too: signs between letters and number do not matter.
    let letters = prefix.prefix { !Self.signs.contains($0) }
    let rest = plain.hasPrefix(letters) ? plain.dropFirst(letters.count) : plain[...]
    let number = rest.drop(while: Self.signs.contains)
    guard let value = Self.digits(number) else { return plain }
    return prefix + String(repeating: "0", count: max(0, digits - value.count)) + value
  }

  private static let signs: Set<Character> = ["-", "_", "/", ".", "#"]

  /// Whether an id is one that the spelling has, or brings into its form.
  func fits(_ plain: String) -> Bool {
    if let pattern { return pattern.written(plain) != nil }
    let full = inFull(plain)
    let number = full.dropFirst(prefix.count)
    return full.hasPrefix(prefix) && number.count == digits && Self.digits(number) != nil
  }

  /// Whether an id begins with the spelling's letters, so that it is no number of something else.
  func isLettered(_ plain: String) -> Bool {
    let letters = prefix.prefix { !Self.signs.contains($0) }
    return !letters.isEmpty && plain.hasPrefix(letters)
  }

  /// A number's digits without leading zeros; nil where other signs stand among them.
  private static func digits(_ text: Substring) -> Substring? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let value = text.drop { $0 == "0" }
    return value.isEmpty ? "0" : value
  }

  /// The spelling that nearly all of a register's ids have; nil where they have none in common.
  ///
  /// - Parameter ids: plain ids; nine in ten must have the same letters and the same number of digits.
  static func shared(by ids: some Collection<String>) -> IdentifierSpelling? {
    var counts: [IdentifierSpelling: Int] = [:]
    for id in ids {
      let number = id.utf8.reversed().prefix { (48...57).contains($0) }.count
      let prefix = id.dropLast(number)
      guard number > 0, !prefix.contains(where: \.isNumber) else { continue }
      counts[IdentifierSpelling(prefix: String(prefix), digits: number), default: 0] += 1
    }
    guard let best = counts.max(by: { ($0.value, $1.key.prefix) < ($1.value, $0.key.prefix) }),
      best.value * 10 >= ids.count * 9, ids.count > 4
    else { return pattern(of: ids) }
    return best.key
  }

  /// The pattern that nine in ten of a register's ids have.
  private static func pattern(of ids: some Collection<String>) -> IdentifierSpelling? {
    var counts: [IdentifierPattern: Int] = [:]
    for id in ids { if let found = IdentifierPattern(of: id) { counts[found, default: 0] += 1 } }
    guard let best = counts.max(by: { ($0.value, $1.key.text) < ($1.value, $0.key.text) }),
      best.value * 10 >= ids.count * 9, ids.count > 4
    else { return nil }
    return IdentifierSpelling(best.key)
  }
}
