/// A Word file without a text, from which pandoc takes styles, margins, running head and page numbers.
struct WordReference {
  /// What stands at the head of every page.
  let banner: String?

  private static let first = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let open = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  static let spaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"\(open)\""

  var bytes: [UInt8] {
    var archive = StoredArchive()
    for (name, text) in parts { archive.add(name, Array((Self.first + text).utf8)) }
    return archive.bytes
  }

  /// The files of the container that pandoc does not have better ones of.
  private var parts: [(String, String)] {
    [
      ("[Content_Types].xml", types),
      ("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
      (
        "word/_rels/document.xml.rels",
        relations([
          ("styles", "styles.xml"), ("header", "header1.xml"), ("footer", "footer1.xml"),
        ])
      ),
      ("word/document.xml", page), ("word/header1.xml", head), ("word/footer1.xml", foot),
      ("word/styles.xml", WordStyle.sheet),
    ]
  }

  private var types: String {
    let kinds = [
      ("document", "document.main"), ("styles", "styles"), ("header1", "header"),
      ("footer1", "footer"),
    ]
    let parts = kinds.map { name, kind in
      "<Override PartName=\"/word/\(name).xml\" ContentType=\"application/"
        + "vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml\"/>"
    }
    return "<Types xmlns=\"\(Self.package)/content-types\">"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + parts.joined() + "</Types>"
  }

  private func relations(_ list: [(kind: String, target: String)]) -> String {
    let items = list.enumerated().map { index, item in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.open)/\(item.kind)\" "
        + "Target=\"\(item.target)\"/>"
    }
    return "<Relationships xmlns=\"\(Self.package)/relationships\">\(items.joined())"
      + "</Relationships>"
  }

  /// A4 with the margins of the printed page, in twentieths of a point.
  private var page: String {
    "<w:document \(Self.spaces)><w:body><w:p/><w:sectPr>"
      + "<w:headerReference w:type=\"default\" r:id=\"rId2\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
      + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"964\" "
      + "w:bottom=\"1020\" w:left=\"964\" w:header=\"510\" w:footer=\"510\" w:gutter=\"0\"/>"
      + "</w:sectPr></w:body></w:document>"
  }

  private var head: String {
    let words = HTMLText.element(banner ?? "")
    return "<w:hdr \(Self.spaces)><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
      + "<w:r><w:t xml:space=\"preserve\">\(words)</w:t></w:r></w:p></w:hdr>"
  }

  private var foot: String {
    "<w:ftr \(Self.spaces)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>" + field("PAGE")
      + "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>" + field("NUMPAGES") + "</w:p></w:ftr>"
  }

  private func field(_ name: String) -> String {
    "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
  }
}
