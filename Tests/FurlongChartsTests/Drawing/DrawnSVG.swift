import Foundation
import FurlongCharts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG read back by an XML parser, for looking at what was drawn.
final class DrawnSVG: NSObject, XMLParserDelegate {
  struct Text: CustomStringConvertible {
    var words = ""
    var x = 0.0
    var y = 0.0
    var size = 0.0
    var anchor = "start"
    var isBold = false
    var colour = ""

    var width: Double { ArialMetrics().width(of: words, size: size, isBold: isBold) }

    var left: Double {
      switch anchor {
      case "middle": x - width / 2
      case "end": x - width
      default: x
      }
    }

    var right: Double { left + width }
    /// Digits and capitals reach up by 0.72 of the size, tails down by 0.21.
    var top: Double { y - size * 0.72 }
    var bottom: Double { y + size * 0.21 }
    var description: String { "“\(words)” at \(left), \(y)" }

    func overlaps(_ other: Text) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private(set) var texts: [Text] = []
  private(set) var ids: [String] = []
  private(set) var elements: [String] = []
  private(set) var title = ""
  private(set) var desc = ""
  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var labelledBy = ""
  private(set) var isWellFormed = false
  private var current = ""

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    current = name
    elements.append(name)
    if let id = attributes["id"] { ids.append(id) }
    if name == "svg" {
      let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if box.count == 4 { (width, height) = (box[2], box[3]) }
      labelledBy = attributes["aria-labelledby"] ?? ""
    }
    if name == "text" {
      texts.append(
        Text(
          x: Double(attributes["x"] ?? "") ?? .nan, y: Double(attributes["y"] ?? "") ?? .nan,
          size: Double(attributes["font-size"] ?? "") ?? .nan,
          anchor: attributes["text-anchor"] ?? "start",
          isBold: attributes["font-weight"] == "bold", colour: attributes["fill"] ?? ""))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    switch current {
    case "text": texts[texts.count - 1].words += characters
    case "title": title += characters
    case "desc": desc += characters
    default: break
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    current = ""
  }
}
