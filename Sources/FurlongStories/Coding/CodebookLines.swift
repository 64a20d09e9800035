/// The lines of a codebook's text, and where in them a list of codes ends.
struct CodebookLines {
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
