import Foundation
import FurlongTestSupport
import Testing

@testable import FurlongDocuments

@Suite("The manuscript of a Word report", .tags(.law))
struct WordManuscriptTests {
  let manuscript = WordManuscript(of: Sample.document, version: [1, 22, 2, 1])

  @Test("it holds each number of the tree, and no other words")
  func numbers() throws {
    let printed = try words(in: manuscript)
    let tree = Sample.document.numbers.map(\.text)
    for (number, times) in Dictionary(grouping: tree, by: \.self).mapValues(\.count) {
      #expect(printed.count { $0 == number } == times, "\(number)")
    }
    let known = Set(
      Sample.document.proses.flatMap(\.inlines).flatMap(leaves)
        + [Sample.document.banner ?? "", "Before (per 100 student-years)"])
    // A space between the parts of a heading or a note is the renderer's.
    for text in printed where !known.contains(text) && text != " " {
      #expect(Sample.document.plainText.contains(text) || text.contains(": "), "\(text)")
    }
  }

  @Test("every drawing is a file of its own, with its size and its words")
  func drawings() throws {
    #expect(manuscript.drawings.map(\.name) == ["drawing-1.svg"])
    let drawing = String(decoding: manuscript.drawings[0].bytes, as: UTF8.self)
    #expect(drawing.hasPrefix("<svg width=\"156mm\" height=\"18.52mm\" xmlns="))
    let text = String(decoding: manuscript.text.bytes, as: UTF8.self)
    #expect(text.contains("Two bars: 612 registered, 209 in the figures."))
  }

  @Test("letters of 13 units are at least 8 points high, however tall the drawing", .tags(.edge))
  func legible() throws {
    for height in [10, 640, 3000] {
      let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 \(height)\"></svg>"
      let width = try #require(PlacedDrawing(svg)).width
      #expect(width * 13 / 640 / 25.4 * 72 >= 8)
    }
  }

  @Test("a drawing with anything but shapes and text is replaced by its words", .tags(.edge))
  func refused() throws {
    var figure = Sample.figure
    figure.drawing = Drawing(Sample.drawing.replacing("<rect", with: "<script"))
    let made = WordManuscript(
      of: Document(title: "t", blocks: [.figure(figure)]), version: [1, 22])
    #expect(made.drawings.isEmpty)
    #expect(try words(in: made).contains(figure.alternative))
  }

  @Test("text from outside reaches neither pandoc's form nor Word's", .tags(.edge))
  func injection() throws {
    let evil = "</w:t><w:br/>\u{202E}\"}]"
    let made = WordManuscript(
      of: Document(title: "t", banner: evil, blocks: [.paragraph(Prose(evil))]), version: [1, 22])
    #expect(try words(in: made).contains("</w:t><w:br/>\u{FFFD}\"}]"))
    let reference = String(decoding: made.reference.bytes, as: UTF8.self)
    #expect(reference.contains("&lt;/w:t&gt;&lt;w:br/&gt;\u{FFFD}"))
  }

  @Test("the same document gives the same bytes")
  func again() {
    let again = WordManuscript(of: Sample.document, version: [1, 22, 2, 1])
    #expect(again.text.bytes == manuscript.text.bytes)
    #expect(again.reference.bytes == manuscript.reference.bytes)
  }

  @Test("the check sum is that of zip", .tags(.reference))
  func checksum() {
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    #expect(StoredArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test("the style sheet names each style, and what must stay together says so")
  func styles() {
    let sheet = WordStyle.sheet
    for style in WordStyle.allCases {
      #expect(sheet.contains("<w:name w:val=\"\(style.rawValue)\"/>"))
    }
    for style in [WordStyle.figureTitle, .figureSubtitle, .tableHead, .tableTextKept] {
      let start = sheet.firstRange(of: "<w:name w:val=\"\(style.rawValue)\"/>")
      let rest = start.map { sheet[$0.upperBound...] } ?? ""
      #expect(rest.prefix { $0 != "\n" }.prefix(200).contains("<w:keepNext/>"), "\(style)")
    }
  }

  /// The words that pandoc will print, piece by piece.
  private func words(in manuscript: WordManuscript) throws -> [String] {
    var found: [String] = []
    func walk(_ node: Any) {
      if let list = node as? [Any] { list.forEach(walk) }
      guard let object = node as? [String: Any], let content = object["c"] else { return }
      switch object["t"] as? String {
      case "Str": found += [content as? String].compactMap(\.self)
      case "Code": found += [(content as? [Any])?.last as? String].compactMap(\.self)
      case "RawBlock", "ColWidth": return
      default: walk(content)
      }
    }
    let tree = try JSONSerialization.jsonObject(with: Data(manuscript.text.bytes))
    let root = try #require(tree as? [String: Any])
    walk(root["blocks"] as Any)
    return found
  }

  private func leaves(_ inline: Inline) -> [String] {
    switch inline {
    case .text(let words), .code(let words): [words]
    case .strong(let prose), .emphasis(let prose): prose.inlines.flatMap(leaves)
    case .number(let number): [number.text]
    }
  }
}
