/// Whether a drawing may stand in a page as it is.
///
/// Only elements for shapes and text, only attributes that say where and how they look, no
/// reference but to the drawing's own patterns, every tag closed in order. Anything else is refused
/// whole: mending markup is how markup gets through.
struct DrawingCheck: Sendable {
  private static let elements: Set<String> = [
    "svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "circle", "polygon", "polyline",
    "path", "text", "tspan",
  ]

  private static let attributes: Set<String> = [
    "xmlns", "viewBox", "role", "aria-labelledby", "aria-describedby", "id", "font-family",
    "font-size", "font-weight", "fill", "fill-opacity", "stroke", "stroke-width",
    "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "paint-order", "text-anchor", "x", "y",
    "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "d",
    "transform", "patternUnits", "patternTransform", "opacity",
  ]

  func allows(_ drawing: String) -> Bool {
    var rest = Substring(drawing)
    var open: [String] = []
    var isFirst = true
    while let start = rest.firstIndex(of: "<") {
      guard !rest[..<start].contains(">") else { return false }
      if open.isEmpty, rest[..<start].contains(where: { !$0.isWhitespace }) { return false }
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      var tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard open.popLast() == String(tag.dropFirst()) else { return false }
        continue
      }
      let isClosed = tag.last == "/"
      if isClosed { tag = tag.dropLast() }
      let name = String(tag.prefix { $0.isLetter })
      guard Self.elements.contains(name), allowsAttributes(tag.dropFirst(name.count)),
        isFirst == (name == "svg"), isFirst || !open.isEmpty
      else { return false }
      isFirst = false
      if !isClosed { open.append(name) }
    }
    return open.isEmpty && !isFirst && rest.allSatisfy(\.isWhitespace)
  }

  private func allowsAttributes(_ text: Substring) -> Bool {
    var rest = text
    while true {
      let spaced = rest.drop { $0 == " " }
      if spaced.isEmpty { return true }
      guard spaced.count < rest.count else { return false }
      let name = String(spaced.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
      var value = spaced.dropFirst(name.count)
      guard Self.attributes.contains(name), value.hasPrefix("=\"") else { return false }
      value = value.dropFirst(2)
      guard let end = value.firstIndex(of: "\"") else { return false }
      guard allowsValue(String(value[..<end]), of: name) else { return false }
      rest = value[value.index(after: end)...]
    }
  }

  private func allowsValue(_ value: String, of name: String) -> Bool {
    if name == "xmlns" { return value == "http://www.w3.org/2000/svg" }
    if value.contains("<") || value.contains("&") || value.contains("\\") { return false }
    if value.contains("url") { return value.hasPrefix("url(#") && value.hasSuffix(")") }
    return !value.contains(":")
  }
}
