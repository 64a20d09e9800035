/// Renders a document as one HTML file: nothing is fetched, nothing runs, a phone and A4 are
/// served.
///
/// Text is escaped for where it stands; a drawing is let in only if it holds shapes and text (see
/// `DrawingCheck`), else its words stand in its place.
public struct HTMLRenderer: TextRenderer {
  /// Renders as HTML.
  public init() {}

  /// Renders the document as a whole HTML file.
  public func text(of document: Document) -> String {
    var page = HTMLPage()
    return page.render(document)
  }
}

/// One page being written: it numbers what needs an id of its own.
struct HTMLPage {
  private var tables = 0
  private var hasDetails = false

  mutating func render(_ document: Document) -> String {
    let title = HTMLText.element(document.title)
    var lines = [
      "<!doctype html>",
      "<html lang=\"\(HTMLText.attribute(document.language))\">",
      "<head>",
      "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">",
      "<meta name=\"referrer\" content=\"no-referrer\">",
      "<title>\(title)\(document.banner.map { " (\(HTMLText.element($0)))" } ?? "")</title>",
      "<style>",
      HTMLStyle.sheet + (document.banner.map { "\n" + HTMLStyle.runningHead($0) } ?? ""),
      "</style>",
      "</head>",
      "<body>",
      "<a class=\"skip\" href=\"#main\">Skip to the report</a>",
    ]
    lines.append("<header>")
    if let banner = document.banner {
      lines.append("<p class=\"banner\">\(HTMLText.element(banner))</p>")
    }
    if let kicker = document.kicker {
      lines.append("<p class=\"kicker\">\(HTMLText.element(kicker))</p>")
    }
    lines.append("<h1>\(title)</h1>")
    lines += document.lead.map { "<p>\(HTMLText.prose($0))</p>" }
    lines.append("</header>")
    lines.append("<main id=\"main\">")
    for block in document.blocks { lines += self.lines(for: block, level: 2) }
    // On paper what opens on the screen follows here, after everything else: see the style sheet.
    if hasDetails { lines.append("<h2 class=\"annex\">\(Document.annex)</h2>") }
    lines += ["</main>", "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func lines(for block: Block, level: Int) -> [String] {
    switch block {
    case .section(let section): return lines(for: section, level: level)
    case .paragraph(let prose): return ["<p>\(HTMLText.prose(prose))</p>"]
    case .answers(let answers):
      let pairs = answers.map { answer in
        "<div><dt>\(HTMLText.element(answer.question))</dt>"
          + "<dd>\(HTMLText.prose(answer.answer))</dd></div>"
      }
      return ["<dl class=\"answers\">"] + pairs + ["</dl>"]
    case .table(let table): return lines(for: table)
    case .figure(let figure): return lines(for: figure)
    case .limit(let box):
      let heading = "<strong>\(HTMLText.element(box.heading))</strong>"
      let first = ["<p>\(heading) \(HTMLText.prose(box.paragraphs.first ?? Prose()))</p>"]
      let others = box.paragraphs.dropFirst().map { "<p>\(HTMLText.prose($0))</p>" }
      return ["<div class=\"limit\" role=\"note\">"] + first + others + ["</div>"]
    case .quote(let quote):
      return [
        "<blockquote>", "<p>\(HTMLText.element(quote.words))</p>",
        "<footer>\(HTMLText.element(quote.attribution))</footer>", "</blockquote>",
      ]
    case .definitions(let list):
      let pairs = list.map { definition in
        "<div><dt>\(HTMLText.element(definition.term))</dt>"
          + "<dd>\(HTMLText.prose(definition.meaning))</dd></div>"
      }
      return ["<dl class=\"made\">"] + pairs + ["</dl>"]
    case .list(let points):
      return ["<ul>"] + points.map { "<li>\(HTMLText.prose($0))</li>" } + ["</ul>"]
    case .details(let details):
      hasDetails = true
      var lines = ["<details>", "<summary>\(HTMLText.element(details.summary))</summary>"]
      for block in details.blocks { lines += self.lines(for: block, level: level) }
      return lines + ["</details>"]
    case .notes(let notes):
      let paragraphs = notes.map { note in
        let mark = note.mark.map { "<strong>\(HTMLText.element($0))</strong> " } ?? ""
        return "<p>\(mark)\(HTMLText.prose(note.text))</p>"
      }
      return ["<div class=\"notes\">"] + paragraphs + ["</div>"]
    }
  }

  private mutating func lines(for section: Section, level: Int) -> [String] {
    let id = HTMLText.identifier(section.id)
    let tag = "h\(min(level, 6))"
    let label = section.label.map { "<span class=\"label\">\(HTMLText.element($0))</span> " } ?? ""
    var lines = [
      "<section id=\"\(id)\" aria-labelledby=\"\(id)-heading\">",
      "<\(tag) id=\"\(id)-heading\">\(label)\(HTMLText.element(section.heading))</\(tag)>",
    ]
    for block in section.blocks { lines += self.lines(for: block, level: level + 1) }
    return lines + ["</section>"]
  }

  private mutating func lines(for figure: Figure) -> [String] {
    var lines = [
      "<figure id=\"\(HTMLText.identifier(figure.id))\">",
      "<figcaption><span class=\"finding\">\(HTMLText.prose(figure.title))</span>",
      "<span class=\"what\">\(HTMLText.prose(figure.subtitle))</span></figcaption>",
    ]
    let check = DrawingCheck()
    if check.allows(figure.drawing.wide) {
      let narrow = figure.drawing.narrow.flatMap { check.allows($0) ? $0 : nil }
      lines.append("<div class=\"drawing\(narrow == nil ? "" : " paired")\">")
      lines.append("<div class=\"wide\">\n\(figure.drawing.wide.trimmed)\n</div>")
      if let narrow { lines.append("<div class=\"narrow\">\n\(narrow.trimmed)\n</div>") }
      lines.append("</div>")
    } else {
      lines.append("<p>\(HTMLText.element(figure.alternative))</p>")
    }
    hasDetails = true
    lines += ["<details class=\"numbers\">", "<summary>The numbers behind this figure</summary>"]
    lines += self.lines(for: figure.table)
    lines.append("</details>")
    if !figure.source.isEmpty {
      lines.append("<p class=\"source\">\(HTMLText.prose(figure.source))</p>")
    }
    return lines + ["</figure>"]
  }

  /// A table in a box of its own that scrolls where it is too wide, so that the page never does.
  private mutating func lines(for table: Table) -> [String] {
    tables += 1
    let id = "table-\(tables)"
    let notes = table.notes.map { "<p class=\"tablenote\">\(HTMLText.prose($0))</p>" }
    var lines =
      notes + [
        "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
        "<table>", "<caption id=\"\(id)\">\(HTMLText.prose(table.caption))</caption>",
      ]
    let headings = table.columns.map { column in
      let unit = column.unit.map { " <span class=\"unit\">(\(HTMLText.element($0)))</span>" } ?? ""
      return "<th scope=\"col\" class=\"\(column.alignment.rawValue)\">"
        + "\(HTMLText.element(column.heading))\(unit)</th>"
    }
    lines.append(
      "<thead><tr><th scope=\"col\">\(HTMLText.element(table.rowsHeading))</th>"
        + "\(headings.joined())</tr></thead>")
    lines.append("<tbody>")
    for row in table.rows {
      let cells = row.cells.enumerated().map { index, cell in
        let isLeft =
          table.columns.indices.contains(index) && table.columns[index].alignment == .left
        return "<td class=\"\(isLeft ? "left" : "right")\">\(HTMLText.prose(cell))</td>"
      }
      lines.append(
        "<tr><th scope=\"row\">\(HTMLText.prose(row.heading))</th>\(cells.joined())</tr>")
    }
    return lines + ["</tbody>", "</table>", "</div>"]
  }
}

extension String {
  /// The text without the line ends at its close.
  fileprivate var trimmed: String {
    var copy = self
    while copy.last?.isNewline ?? false { copy.removeLast() }
    return copy
  }
}
