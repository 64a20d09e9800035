/// Renders a document as Markdown (CommonMark with tables), in the same order as the other forms.
///
/// A figure is its title, its words for those who do not see it, and its table. Line ends come from
/// the renderer alone, so that no text can begin a block of its own.
public struct MarkdownRenderer: TextRenderer {
  /// Whether each number is followed by its fact as an HTML comment, to compare with the other
  /// forms.
  public var marksFacts: Bool

  /// Renders as Markdown.
  public init(marksFacts: Bool = false) {
    self.marksFacts = marksFacts
  }

  /// Renders the document as Markdown.
  public func text(of document: Document) -> String {
    let document = document.numbered()
    var parts: [String] = []
    if let banner = document.banner { parts.append("**\(escaped(banner))**") }
    if let kicker = document.kicker { parts.append("_\(escaped(kicker))_") }
    parts.append("# \(escaped(document.title))")
    parts += document.lead.map(line)
    let start = document.blocks.prefix { !$0.isSection }
    parts += start.flatMap { lines(for: $0, level: 2) }
    parts += Contents(document).map(lines) ?? []
    parts += document.blocks[start.endIndex...].flatMap { lines(for: $0, level: 2) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The paragraphs of a block.
  private func lines(for block: Block, level: Int) -> [String] {
    switch block {
    case .section(let section):
      let mark = String(repeating: "#", count: min(level, 6))
      return ["\(mark) \(escaped(section.citedHeading))"]
        + section.blocks.flatMap { lines(for: $0, level: level + 1) }
    case .paragraph(let prose): return [line(prose)]
    case .answers(let answers):
      return answers.flatMap { answer in
        ["**\(escaped(answer.question))** \(inline(answer.answer))"]
          + (answer.points.isEmpty ? [] : lines(for: .list(answer.points), level: level))
      }
    case .table(let table): return lines(for: table)
    case .figure(let figure):
      return ["**\(inline(figure.citedTitle, isBold: true))**", line(figure.subtitle)]
        + ["Figure: \(escaped(figure.alternative))"] + lines(for: figure.table)
        + [figure.source.isEmpty ? "" : line(figure.source)]
    case .limit(let box):
      let paragraphs = ["**\(escaped(box.heading))**"] + box.paragraphs.map { line($0) }
      return [paragraphs.map { "> " + $0 }.joined(separator: "\n>\n")]
    case .quote(let quote):
      return ["> \(line(escaped(quote.words)))\n>\n> \\— \(escaped(quote.attribution))"]
    case .definitions(let list):
      return [
        list.map { "- **\(escaped($0.term))**: \(inline($0.meaning))" }.joined(separator: "\n")
      ]
    case .list(let points): return [points.map { "- " + line($0) }.joined(separator: "\n")]
    case .details(let details):
      return ["**\(escaped(details.summary))**"]
        + details.blocks.flatMap { lines(for: $0, level: level) }
    case .notes(let notes):
      return notes.map { note in
        line(note.mark.map { "\(escaped($0)) \(inline(note.text))" } ?? inline(note.text))
      }
    }
  }

  /// The anchor that readers of Markdown give to a heading: its letters and digits in lower case, with hyphens for spaces.
  private func anchor(of heading: String) -> String {
    PlainText(heading).text.lowercased().compactMap { character in
      if character == " " { return "-" }
      let isKept = character.isLetter || character.isNumber || character == "-" || character == "_"
      return isKept ? String(character) : nil
    }.joined()
  }

  /// The sections, as links to them.
  private func lines(for contents: Contents) -> [String] {
    let links = contents.entries.map { entry in
      "- [\(escaped(entry.words))](#\(anchor(of: entry.words)))"
    }
    return ["## \(Contents.heading)", links.joined(separator: "\n")]
  }

  private func lines(for table: Table) -> [String] {
    let headings = table.columns.map { column in
      escaped(column.heading + (column.unit.map { " (\($0))" } ?? ""))
    }
    let rules = table.columns.map { $0.alignment == .right ? "---:" : ":---" }
    let rows = table.rows.map { row in
      self.row([inline(row.heading)] + row.cells.map { inline($0) })
    }
    let grid =
      [row([escaped(table.rowsHeading)] + headings), row([":---"] + rules)] + rows
    return ["_\(inline(table.citedCaption))_"] + table.notes.map { line($0) }
      + [grid.joined(separator: "\n")]
  }

  private func row(_ cells: [String]) -> String {
    // A table takes every bar for the end of a cell, inside code too.
    let whole = cells.map { cell in
      cell.replacing("\\|", with: "|").replacing("|", with: "\\|")
    }
    return "| " + whole.joined(separator: " | ") + " |"
  }

  /// Prose at the start of a line.
  private func line(_ prose: Prose) -> String { line(inline(prose)) }

  private func inline(_ prose: Prose) -> String { inline(prose, isBold: false) }

  private func inline(_ prose: Prose, isBold: Bool) -> String {
    prose.inlines.map { piece -> String in
      switch piece {
      case .text(let words): return escaped(words)
      case .strong(let inner):
        let words = inline(inner, isBold: true)
        return isBold || words.isEmpty ? words : "**\(words)**"
      case .emphasis(let inner): return inner.isEmpty ? "" : "_\(inline(inner, isBold: isBold))_"
      case .code(let text): return code(text)
      case .number(let number):
        return escaped(number.text) + (marksFacts ? "<!--\(comment(number.fact))-->" : "")
      }
    }.joined()
  }

  /// Text with every character escaped that Markdown or the HTML inside it could take for a mark.
  private func escaped(_ text: String) -> String {
    let marks: Set<Character> = ["\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$"]
    let plain = PlainText(text).text
    var safe = ""
    for (index, character) in plain.enumerated() {
      switch character {
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      // A scheme must not become a link by itself.
      case ":": safe += plain.hasScheme(endingAt: index) ? "&#58;" : ":"
      case _ where marks.contains(character): safe += "\\" + String(character)
      default: safe.append(character)
      }
    }
    return safe
  }

  /// A line whose beginning cannot be taken for a list or a rule, whatever pieces it was made of.
  private func line(_ text: String) -> String {
    if let first = text.first, "+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    {
      return digits + "\\" + rest
    }
    return text
  }

  private func code(_ text: String) -> String {
    let plain = PlainText(text).text
    var longest = 0
    var run = 0
    for character in plain {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsRoom = plain.hasPrefix("`") || plain.hasSuffix("`")
    return needsRoom ? "\(fence) \(plain) \(fence)" : fence + plain + fence
  }

  private func comment(_ text: String) -> String {
    PlainText(text).text.replacing("-->", with: "").replacing("--", with: "- -")
  }
}

extension String {
  /// Whether the colon at an index ends a word of letters such as `https` or `javascript` and no
  /// space follows.
  fileprivate func hasScheme(endingAt index: Int) -> Bool {
    let before = prefix(index).last?.isLetter ?? false
    let after = dropFirst(index + 1).first.map { !$0.isWhitespace } ?? false
    return before && after
  }
}
