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

/// One page being written: it collects what goes to the annex on paper.
struct HTMLPage {
  /// What opens on the screen, for paper.
  private var annex: [String] = []
  /// Notes to tables that the annex has said, which once is enough.
  private var annexedNotes: Set<String> = []
  /// Where in the page the lines are written.
  private var place = Place.body

  /// Up to how many rows a table is kept on one page.
  private static let whole = 6
  /// Up to how many characters a row is so narrow that paper has two beside each other.
  private static let narrow = 46

  /// A part of the page with rules of its own on what opens.
  private enum Place {
    /// What opens is written here for the screen, and once more to the annex for paper.
    case body
    /// The annex: ids are its own, and numbers bear no facts, so that each stands on the page once.
    case annex
    /// Inside of what opens on the screen and has its copy already.
    case opened
    /// Behind the annex: what opens on the screen stands open on paper.
    case behindAnnex
  }

  mutating func render(_ document: Document) -> String {
    let document = document.numbered()
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
    lines += document.lead.map { "<p>\(marked($0))</p>" }
    lines.append("</header>")
    lines.append("<main id=\"main\">")
    let start = document.blocks.prefix { !$0.isSection }
    for block in start { lines += self.lines(for: block, level: 2) }
    lines += Contents(document).map(self.lines) ?? []
    for block in document.blocks[start.endIndex...] where !block.isProvenance {
      lines += self.lines(for: block, level: 2)
    }
    if !annex.isEmpty {
      lines.append("<section class=\"annex\" hidden aria-labelledby=\"annex-heading\">")
      lines.append("<h2 id=\"annex-heading\">\(Document.annex)</h2>")
      lines += annex + ["</section>"]
    }
    place = .behindAnnex
    for block in document.blocks where block.isProvenance {
      lines += self.lines(for: block, level: 2)
    }
    lines += ["</main>", "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sections, as links to them.
  private func lines(for contents: Contents) -> [String] {
    let links = contents.entries.map { entry in
      "<li><a href=\"#\(entry.id)\">\(HTMLText.element(entry.words))</a></li>"
    }
    let id = Contents.id
    return [
      "<nav class=\"contents\" aria-labelledby=\"\(id)\">",
      "<h2 id=\"\(id)\">\(Contents.heading)</h2>", "<ul>",
    ]
      + links + ["</ul>", "</nav>"]
  }

  private mutating func lines(for block: Block, level: Int) -> [String] {
    switch block {
    case .section(let section): return lines(for: section, level: level)
    case .paragraph(let prose): return ["<p>\(marked(prose))</p>"]
    case .answers(let answers):
      let pairs = answers.map { answer in
        "<div><dt>\(HTMLText.element(answer.question))</dt>"
          + "<dd>\(marked(answer.answer))\(answer.points.isEmpty ? "" : list(answer.points))</dd></div>"
      }
      // Whoever goes from heading to heading finds the answers too.
      return ["<h2 class=\"unseen\">In short</h2>", "<dl class=\"answers\">"] + pairs + ["</dl>"]
    case .table(let table): return lines(for: table)
    case .figure(let figure): return lines(for: figure)
    case .limit(let box):
      let heading = "<strong>\(HTMLText.element(box.heading))</strong>"
      let first = ["<p>\(heading) \(marked(box.paragraphs.first ?? Prose()))</p>"]
      let others = box.paragraphs.dropFirst().map { "<p>\(marked($0))</p>" }
      return ["<div class=\"limit\" role=\"note\">"] + first + others + ["</div>"]
    case .quote(let quote):
      return [
        "<blockquote>", "<p>\(HTMLText.element(quote.words))</p>",
        "<footer>\(HTMLText.element(quote.attribution))</footer>", "</blockquote>",
      ]
    case .definitions(let list):
      let pairs = list.map { definition in
        "<div><dt>\(HTMLText.element(definition.term))</dt>"
          + "<dd>\(marked(definition.meaning))</dd></div>"
      }
      return ["<dl class=\"made\">"] + pairs + ["</dl>"]
    case .list(let points): return [list(points)]
    case .details(let details): return lines(for: details, level: level)
    case .notes(let notes):
      let paragraphs = notes.map { note in
        let mark = note.mark.map { "<strong>\(HTMLText.element($0))</strong> " } ?? ""
        return "<p>\(mark)\(marked(note.text))</p>"
      }
      return ["<div class=\"notes\">"] + paragraphs + ["</div>"]
    }
  }

  private func list(_ points: [Prose]) -> String {
    (["<ul>"] + points.map { "<li>\(marked($0))</li>" } + ["</ul>"]).joined(separator: "\n")
  }

  private mutating func lines(for section: Section, level: Int) -> [String] {
    let id = identifier(section.id)
    let tag = "h\(min(level, 6))"
    let label = section.label.map { "<span class=\"label\">\(HTMLText.element($0))</span> " } ?? ""
    // A landmark a chapter: those inside may have the heading of another, and landmarks may not.
    let name = level == 2 ? " aria-labelledby=\"\(id)-heading\"" : ""
    var lines = [
      "<section id=\"\(id)\"\(name)>",
      "<\(tag) id=\"\(id)-heading\">\(label)\(HTMLText.element(section.heading))</\(tag)>",
    ]
    for block in section.blocks { lines += self.lines(for: block, level: level + 1) }
    return lines + ["</section>"]
  }

  private mutating func lines(for figure: Figure) -> [String] {
    // Where the drawing stays off paper, its finding stays and names the table.
    let isOffPaper = figure.isForScreens && place == .body
    let pointer =
      isOffPaper
      ? "<span class=\"what onpaper\">The numbers stand in Table \(figure.table.number ?? 0), in the annex.</span>"
      : ""
    var lines = [
      "<figure id=\"\(identifier(figure.id))\"\(isOffPaper ? " class=\"screens\"" : "")>",
      "<figcaption><span class=\"finding\">\(marked(figure.citedTitle))</span>",
      "<span class=\"what\">\(marked(figure.subtitle))</span>\(pointer)</figcaption>",
    ]
    if place != .annex || !figure.isForScreens {
      lines += self.lines(for: figure.drawing, alternative: figure.alternative)
    }
    let summary = "<summary>\(HTMLText.element(figure.table.citedCaption.plainText))</summary>"
    lines += opening("numbers", [summary]) { page in page.lines(for: figure.table) }
    if !figure.source.isEmpty {
      lines.append("<p class=\"source\">\(marked(figure.source))</p>")
    }
    return lines + ["</figure>"]
  }

  private func lines(for drawing: Drawing, alternative: String) -> [String] {
    let check = DrawingCheck()
    guard check.allows(drawing.wide) else { return ["<p>\(HTMLText.element(alternative))</p>"] }
    let narrow = drawing.narrow.flatMap { check.allows($0) ? $0 : nil }
    if place == .annex {
      return ["<div class=\"drawing\">", renamed(drawing.wide.trimmed), "</div>"]
    }
    var lines = ["<div class=\"drawing\(narrow == nil ? "" : " paired")\">"]
    lines.append("<div class=\"wide\">\n\(drawing.wide.trimmed)\n</div>")
    if let narrow { lines.append("<div class=\"narrow\">\n\(narrow.trimmed)\n</div>") }
    return lines + ["</div>"]
  }

  /// A drawing that passed the check, with ids of the annex.
  private func renamed(_ drawing: String) -> String {
    drawing.replacing(" id=\"", with: " id=\"annex-").replacing("url(#", with: "url(#annex-")
      .replacing(/aria-labelledby="([^" ]+) ([^" ]+)"/) { match in
        "aria-labelledby=\"annex-\(match.1) annex-\(match.2)\""
      }
  }

  private mutating func lines(for details: Details, level: Int) -> [String] {
    let summary = HTMLText.element(details.summary)
    if details.isSeldomRead {
      // Never where paper is made: the annex is, and in the section behind it the style hides it.
      if place == .annex { return [] }
      let outer = place
      place = .opened
      defer { place = outer }
      return ["<details class=\"more seldom\">", "<summary>\(summary)</summary>"]
        + details.blocks.flatMap { self.lines(for: $0, level: level) } + ["</details>"]
    }
    return opening("more", ["<summary>\(summary)</summary>"], heading: summary) { page in
      details.blocks.flatMap { page.lines(for: $0, level: level) }
    }
  }

  /// What opens on the screen; its copy for paper goes to the annex.
  private mutating func opening(
    _ name: String, _ summary: [String], heading: String? = nil,
    _ inside: (inout HTMLPage) -> [String]
  ) -> [String] {
    if place == .annex {
      return (heading.map { ["<p class=\"opened\">\($0)</p>"] } ?? []) + inside(&self)
    }
    if place == .body {
      place = .annex
      let copy = inside(&self)
      annex += (heading.map { ["<h3>\($0)</h3>"] } ?? []) + copy
      place = .opened
      defer { place = .body }
      return ["<details class=\"\(name) annexed\">"] + summary + inside(&self) + ["</details>"]
    }
    let kind = place == .opened ? name : name + " behind"
    return ["<details class=\"\(kind)\">"] + summary + inside(&self) + ["</details>"]
  }

  private func marked(_ prose: Prose) -> String {
    HTMLText.prose(prose, marksFacts: place != .annex)
  }

  private func identifier(_ raw: String) -> String {
    (place == .annex ? "annex-" : "") + HTMLText.identifier(raw)
  }

  /// How paper lays out a table: a short one stays whole, a long one of narrow rows goes in two columns, and numbers of
  /// few columns keep to one line.
  private func layout(_ table: Table) -> String {
    let few = table.columns.count < 5 ? " few" : ""
    if table.rows.count <= Self.whole { return few + " short" }
    let widths = table.rows.map { row in
      ([row.heading] + row.cells).map(\.plainText.count).reduce(0, +) + 2 * row.cells.count
    }
    return place != .body && table.columns.count <= 3 && widths.allSatisfy { $0 <= Self.narrow }
      ? " slim" : few
  }

  /// A table in a box of its own that scrolls where it is too wide, so that the page never does.
  private mutating func lines(for table: Table) -> [String] {
    let id = identifier("table-\(table.number ?? 0)")
    let said =
      place == .annex
      ? table.notes.filter { annexedNotes.insert($0.plainText).inserted } : table.notes
    let notes = said.map { "<p class=\"tablenote\">\(marked($0))</p>" }
    var lines =
      notes + [
        "<div class=\"scroll\(layout(table))\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
        "<table>", "<caption id=\"\(id)\">\(marked(table.citedCaption))</caption>",
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
        return "<td class=\"\(isLeft ? "left" : "right")\">\(marked(cell))</td>"
      }
      lines.append(
        "<tr><th scope=\"row\">\(marked(row.heading))</th>\(cells.joined())</tr>")
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
