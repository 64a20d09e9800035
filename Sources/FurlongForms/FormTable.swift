/// A table while it is being read; it remembers which keys were asked for.
///
/// Every key that a reader asks for, present or not, becomes a known key; when the reader is done,
/// `FormNode.table(_:)` refuses the rest. Lives only inside that call.
public final class FormTable {
  /// The table as a node, for errors about the table as a whole.
  public let node: FormNode

  private let entries: [FormNode.Entry]
  private let places: [String: Int]
  private var asked: [String] = []
  private var known: Set<String> = []

  init(_ node: FormNode, _ entries: [FormNode.Entry]) {
    self.node = node
    self.entries = entries
    places = Dictionary(
      entries.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the key stands in the table, with or without a value; the key becomes known.
  public func isPresent(_ key: String) -> Bool { entry(key) != nil }

  /// The value of a key that must be there.
  ///
  /// A value left empty (`key:`) counts as missing, in words of its own.
  public func required(_ key: String) throws(FormError) -> FormNode {
    if let value = try optional(key) { return value }
    let unread = entries.map(\.key).filter { !known.contains($0) }
    let meant = NearestWord(among: unread).to(key)
    if let meant, let entry = places[meant].map({ entries[$0] }) {
      throw FormError(
        file: node.file, line: entry.line, column: entry.column,
        what: "'\(key)' is missing from \(home)",
        fix: "is '\(shortened(meant))' meant for it?")
    }
    throw node.error("'\(key)' is missing from \(home)", fix: "add '\(key): …'")
  }

  /// The value of a key that may be left out; `nil` when it is.
  ///
  /// - Throws: an error when the key is there without a value, since nobody can tell what was meant.
  public func optional(_ key: String) throws(FormError) -> FormNode? {
    guard let entry = entry(key) else { return nil }
    if entry.value.isEmpty {
      throw FormError(
        file: node.file, line: entry.line, column: entry.column,
        what: "'\(key)' in \(home) has no value",
        fix: "write its value after the colon (\"\" for an empty text), or take the key out")
    }
    return entry.value
  }

  /// The text of a key that must be there.
  public func text(_ key: String) throws(FormError) -> String { try required(key).text() }

  /// The text of a key that may be left out.
  public func optionalText(_ key: String) throws(FormError) -> String? { try optional(key)?.text() }

  /// The whole number of a key that must be there.
  public func whole(_ key: String) throws(FormError) -> Int { try required(key).whole() }

  /// The whole number of a key that may be left out.
  public func optionalWhole(_ key: String) throws(FormError) -> Int? { try optional(key)?.whole() }

  /// The number of a key that must be there.
  public func number(_ key: String) throws(FormError) -> Double { try required(key).number() }

  /// The number of a key that may be left out.
  public func optionalNumber(_ key: String) throws(FormError) -> Double? {
    try optional(key)?.number()
  }

  /// The yes or no of a key, and what holds when it is left out.
  public func yes(_ key: String, default answer: Bool) throws(FormError) -> Bool {
    try optional(key)?.yes() ?? answer
  }

  /// The word of a key that must be there.
  public func word<W: RawRepresentable & CaseIterable>(
    _ key: String, _ type: W.Type
  ) throws(FormError) -> W where W.RawValue == String { try required(key).word(type) }

  /// The word of a key that may be left out.
  public func optionalWord<W: RawRepresentable & CaseIterable>(
    _ key: String, _ type: W.Type
  ) throws(FormError) -> W? where W.RawValue == String { try optional(key)?.word(type) }

  func refuseUnknownKeys() throws(FormError) {
    guard let entry = entries.first(where: { !known.contains($0.key) }) else { return }
    if !entry.key.isEmpty, entry.key.allSatisfy(\.isNumber) {
      throw FormError(
        file: node.file, line: entry.line, column: entry.column,
        what: "'\(shortened(entry.key))' in \(home) stands after a comma, which begins another key",
        fix: "write a number without a comma between thousands, such as 250000")
    }
    let meant = NearestWord(among: asked).to(entry.key).map { "did you mean '\($0)'? " } ?? ""
    throw FormError(
      file: node.file, line: entry.line, column: entry.column,
      what: "unknown key '\(shortened(entry.key))' in \(home)",
      fix: meant + "Known keys: \(asked.joined(separator: ", "))")
  }

  private var home: String { node.path.isEmpty ? "the file" : node.path }

  private func entry(_ key: String) -> FormNode.Entry? {
    if known.insert(key).inserted { asked.append(key) }
    return places[key].map { entries[$0] }
  }
}
