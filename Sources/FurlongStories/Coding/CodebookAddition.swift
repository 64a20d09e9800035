import FurlongForms

/// Why a code cannot be added to a codebook.
public struct CodebookAdditionError: Error, Sendable, Equatable {
  /// What is in its way.
  public var what: String
  /// What mends it.
  public var fix: String
}

/// A code that is added to the text of a codebook; everything that stands there stays as it is, comments too.
public struct CodebookAddition: Sendable, Equatable {
  /// So many signs a name may have.
  public static let longestLabel = 60
  /// So many signs a definition may have.
  public static let longestDescription = 1_000

  /// The code.
  public let code: Codebook.Code
  private let codebook: Codebook

  /// A code for a codebook, with an id and a key of its own.
  ///
  /// - Parameters:
  ///   - label: its name; white space within counts as one blank.
  ///   - description: what belongs to it.
  ///   - parent: the code that it is a kind of, by id, key or label; nil for a theme.
  /// - Throws: where name or definition are blank or long, a code is called so already, or there is no such parent.
  public init(
    _ label: String, description: String, under parent: String?, in codebook: Codebook
  ) throws(CodebookAdditionError) {
    self.codebook = codebook
    let label = try Self.words(label, "name", atMost: Self.longestLabel)
    let description = try Self.words(
      description, "definition", atMost: Self.longestDescription)
    let id = label.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    let isTaken =
      codebook.names.contains { $0.lowercased() == id }
      || codebook.codes.contains { $0.label.lowercased() == label.lowercased() }
    guard !id.isEmpty, !isTaken, id != Coding.readWord, id != "none" else {
      throw CodebookAdditionError(
        what: "'\(label)' cannot be a new code of \(codebook.name)",
        fix: isTaken ? "a code is called so already: choose another name" : "choose another name")
    }
    var code = Codebook.Code(id: id, label: label, description: description)
    if let parent {
      guard let above = codebook.meant(by: parent) else {
        throw CodebookAdditionError(
          what: "'\(parent)' is no code of \(codebook.name)",
          fix: "name a code that is there: "
            + codebook.inUse.map(\.id).joined(separator: ", "))
      }
      code.parent = above.id
    }
    code.key = Codebook.freeKey(of: id, besides: Set(codebook.codes.compactMap(\.key)))
    self.code = code
  }

  /// The codebook's text with the code.
  ///
  /// - Throws: where the text is not laid out so that the code can be put into it; the error has the lines to put there by hand.
  public func added(to text: String) throws(CodebookAdditionError) -> String {
    let added = CodebookLines(text).adding(entry, under: code.parent)
    if let added, let read = try? Codebook.read(added, file: codebook.id), read == grown {
      return added
    }
    throw CodebookAdditionError(
      what: "the codebook's file is laid out in a way of its own, so the code was not put into it",
      fix: "write there yourself: { \(entry.joined(separator: ", ")) }")
  }

  /// The codebook with the code: the last of its parent's, or the last theme.
  private var grown: Codebook {
    var grown = codebook
    let parent = code.parent.flatMap(codebook.code)
    let last = codebook.codes.lastIndex { one in
      parent.map { codebook.isSame(one, orBelow: $0) } ?? true
    }
    grown.codes.insert(code, at: (last ?? -1) + 1)
    return grown
  }

  /// The code's keys and values.
  private var entry: [String] {
    [
      "id: \(YAMLText.word(code.id))", "label: \(YAMLText.quoted(code.label))",
      "description: \(YAMLText.quoted(code.description))",
    ] + (code.key.map { ["key: \(YAMLText.quoted($0))"] } ?? [])
  }

  private static func words(
    _ text: String, _ what: String, atMost longest: Int
  ) throws(CodebookAdditionError) -> String {
    let plain = text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 32 } }
      .joined(separator: " ")
    guard (1...longest).contains(plain.count) else {
      throw CodebookAdditionError(
        what: plain.isEmpty ? "the code has no \(what)" : "the code's \(what) is too long",
        fix: "write one of up to \(longest) signs")
    }
    return plain
  }
}

/// The lines of a codebook's text.
private struct CodebookLines {
  private let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The text with an entry at the end of a list of codes; nil where that list is not found.
  func adding(_ entry: [String], under parent: String?) -> String? {
    if let parent, let line = line(ofOneLine: parent) {
      var added = lines
      added[line] =
        lines[line].prefix(upTo: lines[line].lastIndex(of: "}") ?? lines[line].endIndex)
        .trimmingSuffixBlanks() + ", codes: [{ \(entry.joined(separator: ", ")) }] }"
      return added.joined(separator: "\n")
    }
    let found =
      if let parent { place(under: parent) } else { place(inListAfter: keyLine(at: 0, from: 0)) }
    guard let place = found else { return nil }
    let blanks = String(repeating: " ", count: place.column)
    var added = lines
    var new = entry.enumerated().map { blanks + ($0.offset == 0 ? "- " : "  ") + $0.element }
    if let key = place.key { new.insert(String(repeating: " ", count: key) + "codes:", at: 0) }
    added.insert(contentsOf: new, at: place.line)
    return added.joined(separator: "\n")
  }

  /// Where an entry is put: before a line, at a column, below a key `codes` that is still to be written at another.
  private struct Place {
    var line: Int
    var column: Int
    var key: Int?
  }

  /// The line that holds a code whole, as `- { id: …, … }`; nil where it has more lines.
  private func line(ofOneLine id: String) -> Int? {
    lines.indices.first { line in
      let rest = rest(line)
      let inner = rest.dropFirst(2).drop { $0 == " " || $0 == "{" }
      return rest.hasPrefix("- {") && rest.contains("}") && value(of: "id:", in: inner) == id
    }
  }

  /// The place of a kind of a code.
  private func place(under parent: String) -> Place? {
    guard let line = lines.indices.first(where: { id(in: $0) == parent }) else { return nil }
    let column = indent(line) + (rest(line).hasPrefix("- ") ? 2 : 0)
    if let key = keyLine(at: column, from: line + 1), key < end(from: line, column: column) {
      return place(inListAfter: key)
    }
    return Place(line: end(from: line, column: column), column: column + 2, key: column)
  }

  /// The place at the end of the list that begins below a line.
  private func place(inListAfter key: Int?) -> Place? {
    guard let key, let first = lines.indices.first(where: { $0 > key && isContent($0) }),
      rest(first).hasPrefix("- ")
    else { return nil }
    let column = indent(first)
    let past = lines.indices.first {
      $0 > first && isContent($0)
        && (indent($0) < column || indent($0) == column && !rest($0).hasPrefix("-"))
    }
    return Place(line: lastContent(before: past ?? lines.endIndex) + 1, column: column)
  }

  /// Where what is laid out at a column ends.
  private func end(from line: Int, column: Int) -> Int {
    let past = lines.indices.first { $0 > line && isContent($0) && indent($0) < column }
    return lastContent(before: past ?? lines.endIndex) + 1
  }

  /// The first line from one on that is `codes:` at a column.
  private func keyLine(at column: Int, from first: Int) -> Int? {
    lines.indices.first {
      $0 >= first && indent($0) == column && isContent($0)
        && rest($0).prefix { $0 != "#" }.filter { !$0.isWhitespace } == "codes:"
    }
  }

  /// The id that a line gives to a code; nil where it gives none.
  private func id(in line: Int) -> String? {
    var rest = rest(line)
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2) }
    return value(of: "id:", in: rest)
  }

  private func value(of key: String, in rest: Substring) -> String? {
    guard rest.hasPrefix(key) else { return nil }
    return rest.dropFirst(key.count).prefix { !"#,}".contains($0) }
      .filter { !"\"' \r\t".contains($0) }
  }

  private func lastContent(before line: Int) -> Int { lines[..<line].lastIndex { isText($0) } ?? 0 }

  private func isText(_ line: String) -> Bool {
    let rest = line.drop(while: \.isWhitespace)
    return !rest.isEmpty && rest.first != "#"
  }

  private func isContent(_ line: Int) -> Bool { isText(lines[line]) }

  private func indent(_ line: Int) -> Int { lines[line].prefix { $0 == " " }.count }

  private func rest(_ line: Int) -> Substring { lines[line].drop { $0 == " " } }
}

extension Substring {
  fileprivate func trimmingSuffixBlanks() -> Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
