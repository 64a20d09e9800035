/// The pieces of pandoc's document form that a report is made of, as JSON.
///
/// Their shapes are those of pandoc-types 1.22 and 1.23, which agree on all of these.
enum PandocNode {
  /// Words in a line.
  static func words(_ text: String) -> JSONNode {
    element("Str", .text(PlainText(text).text))
  }

  /// Prose in a line.
  static func inlines(_ prose: Prose) -> [JSONNode] {
    prose.inlines.map { inline in
      switch inline {
      case .text(let text): words(text)
      case .strong(let inner): element("Strong", .array(inlines(inner)))
      case .emphasis(let inner): element("Emph", .array(inlines(inner)))
      case .code(let text): element("Code", .array([attributes(), .text(PlainText(text).text)]))
      case .number(let number): words(number.text)
      }
    }
  }

  /// A paragraph.
  static func paragraph(_ inlines: [JSONNode]) -> JSONNode { element("Para", .array(inlines)) }

  /// Paragraphs in a style of the reference file.
  static func styled(_ style: WordStyle, _ blocks: [JSONNode]) -> JSONNode {
    element("Div", .array([attributes([("custom-style", style.rawValue)]), .array(blocks)]))
  }

  /// One paragraph in a style of the reference file.
  static func styled(_ style: WordStyle, _ prose: Prose) -> JSONNode {
    styled(style, [paragraph(inlines(prose))])
  }

  /// A heading that can be linked to.
  static func heading(_ level: Int, id: String, _ text: String) -> JSONNode {
    element("Header", .array([.number(Double(level)), attributes(id: id), .array([words(text)])]))
  }

  /// A heading of the first level at the top of a page, which pandoc cannot say.
  static func headingOnNewPage(_ text: String) -> JSONNode {
    element(
      "RawBlock",
      .array([
        .text("openxml"),
        .text(
          "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr><w:r>"
            + "<w:t xml:space=\"preserve\">\(HTMLText.element(text))</w:t></w:r></w:p>"),
      ]))
  }

  /// A drawing with its words for those who do not see it.
  static func image(_ file: String, alternative: String, millimetres: Double) -> JSONNode {
    let size = attributes([("width", "\(JSONNode.shortest(millimetres))mm")])
    return element(
      "Image", .array([size, .array([words(alternative)]), .array([.text(file), .text("")])]))
  }

  /// Words that lead to a heading.
  static func link(_ text: String, to id: String) -> JSONNode {
    element(
      "Link",
      .array([attributes(), .array([words(text)]), .array([.text("#" + id), .text("")])]))
  }

  /// Points, one below another.
  static func list(_ points: [[JSONNode]]) -> JSONNode {
    element("BulletList", .array(points.map { .array([element("Plain", .array($0))]) }))
  }

  /// Names with what they stand for.
  static func definitions(_ pairs: [(term: [JSONNode], meaning: [JSONNode])]) -> JSONNode {
    element(
      "DefinitionList",
      .array(
        pairs.map { pair in
          .array([.array(pair.term), .array([.array([element("Plain", .array(pair.meaning))])])])
        }))
  }

  static func element(_ type: String, _ content: JSONNode) -> JSONNode {
    .object([("t", .text(type)), ("c", content)])
  }

  static func bare(_ type: String) -> JSONNode { .object([("t", .text(type))]) }

  static func attributes(id: String = "", _ pairs: [(String, String)] = []) -> JSONNode {
    .array([
      .text(id), .array([]), .array(pairs.map { .array([.text($0.0), .text($0.1)]) }),
    ])
  }
}
