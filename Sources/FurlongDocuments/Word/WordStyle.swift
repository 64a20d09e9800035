/// The styles of a Word file that pandoc has no name of its own for.
enum WordStyle: String, CaseIterable {
  case banner = "Banner"
  case question = "Question"
  case answer = "Answer"
  case limit = "Limit"
  case quote = "Quotation"
  case quoted = "Quotation Source"
  case figureTitle = "Figure Title"
  case figureSubtitle = "Figure Subtitle"
  case drawing = "Drawing"
  case drawingKept = "Drawing Kept"
  case source = "Source"
  case detailsTitle = "Details Title"
  case note = "Note"
  case tableHead = "Table Head"
  case tableText = "Table Text"
  case tableTextKept = "Table Text Kept"
}

extension WordStyle {
  /// The style sheet: the look of the printed page, as far as Word has it.
  ///
  /// Sizes are in half points, distances in twentieths of a point. What must stay together says `keepNext`.
  static var sheet: String {
    "<w:styles \(WordReference.spaces)>" + defaults + named.joined() + own.joined() + table
      + "</w:styles>"
  }

  private static let ink = "1B1B1B"
  private static let soft = "595959"
  private static let blue = "12436D"
  private static let line = "D5DADF"

  private static let defaults =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" "
    + "w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:color w:val=\"\(ink)\"/><w:sz w:val=\"21\"/>"
    + "<w:szCs w:val=\"21\"/><w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr>"
    + "</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after=\"100\" "
    + "w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"

  /// The styles that Word and pandoc know by name.
  private static let named = [
    paragraph("Normal", basedOn: nil, isDefault: true),
    paragraph("Body Text"), paragraph("First Paragraph", basedOn: "Body Text"),
    paragraph("Compact", basedOn: "Body Text", spacing(after: 40)),
    paragraph(
      "Title", keep + spacing(before: 60, after: 80) + "<w:contextualSpacing/>",
      letters(38, isBold: true)),
    paragraph("Subtitle", spacing(after: 160), letters(19, soft)),
    heading(
      1,
      "<w:pBdr><w:top w:val=\"single\" w:sz=\"18\" w:space=\"5\" w:color=\"\(blue)\"/></w:pBdr>"
        + spacing(before: 400, after: 120), 28),
    heading(2, spacing(before: 260, after: 80), 23),
    heading(3, spacing(before: 200, after: 60), 21),
    heading(4, spacing(before: 160, after: 60), 21),
    heading(5, spacing(before: 160, after: 60), 21),
    heading(6, spacing(before: 160, after: 60), 21),
    paragraph("Definition Term", keep + spacing(before: 80, after: 0), letters(18, soft)),
    paragraph("Definition", spacing(after: 40), letters(18)),
    paragraph("Table Caption", keep + spacing(before: 240, after: 60), letters(19, isBold: true)),
    paragraph("Image Caption", keep, letters(19)),
    paragraph(
      "header", spacing(after: 0) + "<w:jc w:val=\"left\"/>", letters(18, isBold: true)),
    paragraph("footer", spacing(after: 0) + "<w:jc w:val=\"right\"/>", letters(18, soft)),
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
      + "<w:name w:val=\"Default Paragraph Font\"/><w:semiHidden/></w:style>",
    "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"VerbatimChar\">"
      + "<w:name w:val=\"Verbatim Char\"/><w:rPr><w:rFonts w:ascii=\"Consolas\" "
      + "w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/></w:rPr></w:style>",
    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr>"
      + colour(blue) + "<w:u w:val=\"single\"/></w:rPr></w:style>",
  ]

  /// Our own.
  private static let own = allCases.map { style in
    let (layout, letters) = style.look
    return paragraph(style.rawValue, layout, letters, isOwn: true)
  }

  private var look: (layout: String, letters: String) {
    switch self {
    case .banner:
      (
        "<w:pBdr>"
          + ["top", "left", "bottom", "right"].map { side in
            "<w:\(side) w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"\(Self.ink)\"/>"
          }.joined() + "</w:pBdr>" + Self.spacing(before: 60, after: 160),
        Self.letters(19, isBold: true)
      )
    case .question:
      (Self.keep + Self.spacing(before: 140, after: 20), Self.letters(19, Self.soft))
    case .answer: ("<w:keepLines/>" + Self.spacing(after: 80), "")
    case .limit:
      (
        "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"8\" "
          + "w:color=\"F46A25\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" "
          + "w:fill=\"FFF7F2\"/>" + Self.spacing(before: 80, after: 80)
          + "<w:ind w:left=\"227\"/>", ""
      )
    case .quote:
      (
        Self.keep + "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" "
          + "w:color=\"28A197\"/></w:pBdr>" + Self.spacing(before: 120, after: 0)
          + "<w:ind w:left=\"227\"/>", Self.letters(23)
      )
    case .quoted:
      (
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"28A197\"/></w:pBdr>"
          + Self.spacing(after: 140) + "<w:ind w:left=\"227\"/>",
        Self.letters(18, Self.soft)
      )
    case .figureTitle:
      (
        Self.keep + "<w:keepLines/>" + Self.spacing(before: 240, after: 20),
        Self.letters(23, isBold: true)
      )
    case .figureSubtitle:
      (Self.keep + "<w:keepLines/>" + Self.spacing(after: 80), Self.letters(19, Self.soft))
    case .drawing: (Self.spacing(after: 80), "")
    case .drawingKept: (Self.keep + Self.spacing(after: 40), "")
    case .source:
      ("<w:keepLines/>" + Self.spacing(after: 160), Self.letters(18, Self.soft))
    case .detailsTitle:
      (Self.keep + Self.spacing(before: 240, after: 60), Self.letters(21, isBold: true))
    case .note: (Self.keep + Self.spacing(before: 60, after: 40), Self.letters(18, Self.soft))
    case .tableHead: (Self.keep + Self.spacing(after: 0), Self.letters(18, isBold: true))
    case .tableText: (Self.spacing(after: 0), Self.letters(18))
    case .tableTextKept: (Self.keep + Self.spacing(after: 0), Self.letters(18))
    }
  }

  private static let table =
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Table\"><w:name w:val=\"Table\"/>"
    + "<w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"\(line)\"/>"
    + "<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"\(line)\"/></w:tblBorders><w:tblCellMar>"
    + "<w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/>"
    + "<w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar>"
    + "</w:tblPr><w:trPr><w:cantSplit/></w:trPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr>"
    + "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"12\" w:color=\"\(ink)\"/></w:tcBorders>"
    + "<w:vAlign w:val=\"bottom\"/></w:tcPr></w:tblStylePr></w:style>"

  private static let keep = "<w:keepNext/>"

  private static func spacing(before: Int = 0, after: Int) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
  }

  /// Letters of a size, in the order that the form wants.
  private static func letters(_ halves: Int, isBold: Bool = false, _ hex: String? = nil) -> String {
    (isBold ? "<w:b/><w:bCs/>" : "") + (hex.map(colour) ?? "")
      + "<w:sz w:val=\"\(halves)\"/><w:szCs w:val=\"\(halves)\"/>"
  }

  private static func colour(_ hex: String) -> String { "<w:color w:val=\"\(hex)\"/>" }

  private static func heading(_ level: Int, _ layout: String, _ halves: Int) -> String {
    paragraph(
      "heading \(level)",
      keep + "<w:keepLines/>" + layout + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
      letters(halves, isBold: true), id: "Heading\(level)", next: "BodyText")
  }

  private static func paragraph(
    _ name: String, basedOn: String? = "Normal", _ layout: String = "", _ letters: String = "",
    id: String? = nil, next: String? = nil, isDefault: Bool = false, isOwn: Bool = false
  ) -> String {
    let key = id ?? identifier(name)
    var text = "<w:style w:type=\"paragraph\""
    if isDefault { text += " w:default=\"1\"" }
    if isOwn { text += " w:customStyle=\"1\"" }
    text += " w:styleId=\"\(key)\"><w:name w:val=\"\(name)\"/>"
    if let basedOn { text += "<w:basedOn w:val=\"\(identifier(basedOn))\"/>" }
    if let next { text += "<w:next w:val=\"\(next)\"/>" }
    text += "<w:qFormat/>"
    if !layout.isEmpty { text += "<w:pPr>\(layout)</w:pPr>" }
    if !letters.isEmpty { text += "<w:rPr>\(letters)</w:rPr>" }
    return text + "</w:style>"
  }

  /// The words of a name with capitals and without spaces.
  private static func identifier(_ name: String) -> String {
    name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
