/// A document being written in pandoc's form: it collects the drawings and what goes to the annex.
struct PandocWriter {
  /// The drawings so far.
  private(set) var drawings: [WordManuscript.File] = []
  private var annex: [JSONNode] = []
  /// Whether what opens on a screen stays where it is: in the section behind the annex.
  private var isBehindAnnex = false

  mutating func write(_ document: Document, version: [Int]) -> JSONNode {
    let document = document.numbered()
    var meta: [(key: String, value: JSONNode)] = [
      ("title", inlines("MetaInlines", document.title)),
      ("lang", PandocNode.element("MetaString", .text(document.language))),
    ]
    if let kicker = document.kicker { meta.append(("subtitle", inlines("MetaInlines", kicker))) }
    var blocks = document.banner.map { [PandocNode.styled(.banner, Prose($0))] } ?? []
    blocks += document.lead.map { PandocNode.paragraph(PandocNode.inlines($0)) }
    let start = document.blocks.prefix { !$0.isSection }
    for block in start { blocks += self.blocks(for: block, level: 1) }
    if let contents = Contents(document) {
      blocks += [
        PandocNode.headingOnNewPage(Contents.heading),
        PandocNode.list(contents.entries.map { [PandocNode.link($0.words, to: $0.id)] }),
      ]
    }
    for block in document.blocks[start.endIndex...] where !block.isProvenance {
      blocks += self.blocks(for: block, level: 1)
    }
    if !annex.isEmpty {
      blocks.append(PandocNode.headingOnNewPage(Document.annex))
      blocks += annex
    }
    isBehindAnnex = true
    for block in document.blocks where block.isProvenance {
      blocks += self.blocks(for: block, level: 1)
    }
    return .object([
      ("pandoc-api-version", .array(version.map { .number(Double($0)) })),
      ("meta", .object(meta)), ("blocks", .array(blocks)),
    ])
  }

  private func inlines(_ type: String, _ text: String) -> JSONNode {
    PandocNode.element(type, .array([PandocNode.words(text)]))
  }

  private mutating func blocks(for block: Block, level: Int) -> [JSONNode] {
    switch block {
    case .section(let section):
      var blocks = [
        PandocNode.heading(min(level, 6), id: HTMLText.identifier(section.id), section.citedHeading)
      ]
      for block in section.blocks { blocks += self.blocks(for: block, level: level + 1) }
      return blocks
    case .paragraph(let prose): return [PandocNode.paragraph(PandocNode.inlines(prose))]
    case .answers(let answers):
      return answers.flatMap { answer in
        [PandocNode.styled(.question, Prose(answer.question))]
          + (answer.answer.isEmpty ? [] : [PandocNode.styled(.answer, answer.answer)])
          + (answer.points.isEmpty
            ? [] : [PandocNode.list(answer.points.map(PandocNode.inlines))])
      }
    case .table(let table): return PandocTable(table: table).blocks
    case .figure(let figure): return blocks(for: figure)
    case .limit(let box):
      let first = Prose.strong(Prose(box.heading)) + " " + (box.paragraphs.first ?? Prose())
      return [
        PandocNode.styled(
          .limit,
          ([first] + box.paragraphs.dropFirst()).map {
            PandocNode.paragraph(PandocNode.inlines($0))
          })
      ]
    case .quote(let quote):
      return [
        PandocNode.styled(.quote, Prose(quote.words)),
        PandocNode.styled(.quoted, Prose(quote.attribution)),
      ]
    case .definitions(let list):
      return [
        PandocNode.definitions(
          list.map { ([PandocNode.words($0.term)], PandocNode.inlines($0.meaning)) })
      ]
    case .list(let points): return [PandocNode.list(points.map(PandocNode.inlines))]
    case .details(let details):
      if details.isSeldomRead { return [] }
      var blocks = [PandocNode.styled(.detailsTitle, Prose(details.summary))]
      for block in details.blocks { blocks += self.blocks(for: block, level: level) }
      if isBehindAnnex { return blocks }
      annex += blocks
      return []
    case .notes(let notes):
      return notes.map { note in
        PandocNode.styled(.note, (note.mark.map { .strong(Prose($0)) + " " } ?? "") + note.text)
      }
    }
  }

  private mutating func blocks(for figure: Figure) -> [JSONNode] {
    var blocks = [
      PandocNode.styled(.figureTitle, figure.citedTitle),
      PandocNode.styled(.figureSubtitle, figure.subtitle),
    ]
    if let picture = PlacedDrawing(figure.drawing.wide) {
      let name = "drawing-\(drawings.count + 1).svg"
      drawings.append(WordManuscript.File(name: name, bytes: Array(picture.text.utf8)))
      let image = PandocNode.image(
        name, alternative: figure.alternative, millimetres: picture.width)
      let style = figure.source.isEmpty ? WordStyle.drawing : .drawingKept
      blocks.append(PandocNode.styled(style, [PandocNode.paragraph([image])]))
    } else {
      blocks.append(PandocNode.paragraph([PandocNode.words(figure.alternative)]))
    }
    if !figure.source.isEmpty { blocks.append(PandocNode.styled(.source, figure.source)) }
    let table = PandocTable(table: figure.table).blocks
    if isBehindAnnex { return blocks + table }
    annex += table
    return blocks
  }
}
