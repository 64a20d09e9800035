/// Writes a scene as SVG: the same scene gives the same bytes.
///
/// Coordinates have two decimals at most; text stays text; nothing is fetched, nothing runs.
struct SVGWriter: Sendable {
  var id: String
  var title: String
  var description: String

  func write(_ scene: Scene) -> String {
    let key = SVGWriter.identifier(id)
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(number(scene.width)) "
    text += "\(number(scene.height))\" role=\"img\" aria-labelledby=\"\(key)-title \(key)-desc\" "
    text += "font-family=\"Arial, 'Liberation Sans', sans-serif\">\n"
    text += "<title id=\"\(key)-title\">\(escape(title))</title>\n"
    text += "<desc id=\"\(key)-desc\">\(escape(description))</desc>\n"
    if scene.marks.contains(where: \.isHatched) {
      text += "<defs><pattern id=\"\(key)-hatch\" width=\"6\" height=\"6\" "
      text += "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
      text += "<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>"
      text += "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#B3BAC0\" stroke-width=\"2\"/>"
      text += "</pattern></defs>\n"
    }
    for mark in scene.marks { text += element(for: mark, key: key) + "\n" }
    return text + "</svg>\n"
  }

  private func element(for mark: Mark, key: String) -> String {
    switch mark {
    case .line(let from, let to, let stroke):
      let ends = [("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)]
      return "<line\(numbers(ends))\(attributes(stroke))/>"
    case .rectangle(let corner, let width, let height, let radius, let fill, let stroke):
      var sides = [("x", corner.x), ("y", corner.y), ("width", width), ("height", height)]
      if radius > 0 { sides.append(("rx", radius)) }
      return "<rect\(numbers(sides))\(attributes(fill, key: key))\(attributes(stroke))/>"
    case .circle(let centre, let radius, let fill, let stroke):
      let sides = numbers([("cx", centre.x), ("cy", centre.y), ("r", radius)])
      return "<circle\(sides)\(attributes(fill, key: key))\(attributes(stroke))/>"
    case .polygon(let places, let fill, let stroke):
      return "<polygon\(points(places))\(attributes(fill, key: key))\(attributes(stroke))/>"
    case .polyline(let places, let stroke):
      return "<polyline\(points(places)) fill=\"none\"\(attributes(stroke))/>"
    case .text(let words, let place, let lettering):
      let place = numbers([("x", place.x), ("y", place.y), ("font-size", lettering.size)])
      return "<text\(place)\(attributes(lettering))>\(escape(words))</text>"
    }
  }

  private func attributes(_ stroke: Stroke?) -> String {
    guard let stroke else { return "" }
    var text = " stroke=\"\(stroke.colour)\" stroke-width=\"\(number(stroke.width))\""
    if let dashes = stroke.dashes { text += " stroke-dasharray=\"\(dashes)\"" }
    if stroke.isRound { text += " stroke-linecap=\"round\"" }
    return text
  }

  private func attributes(_ fill: Fill, key: String) -> String {
    switch fill {
    case .none: " fill=\"none\""
    case .colour(let colour): " fill=\"\(colour)\""
    case .hatch: " fill=\"url(#\(key)-hatch)\""
    }
  }

  private func attributes(_ lettering: Lettering) -> String {
    var text = " fill=\"\(lettering.colour)\""
    if lettering.anchor != .start { text += " text-anchor=\"\(lettering.anchor.rawValue)\"" }
    if lettering.isBold { text += " font-weight=\"bold\"" }
    if lettering.hasHalo {
      text += " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\""
      text += " paint-order=\"stroke\""
    }
    return text
  }

  private func points(_ places: [Place]) -> String {
    let pairs = places.map { number($0.x) + "," + number($0.y) }
    return " points=\"\(pairs.joined(separator: " "))\""
  }

  private func numbers(_ pairs: [(String, Double)]) -> String {
    pairs.map { " \($0.0)=\"\(number($0.1))\"" }.joined()
  }

  /// Two decimals at most, no trailing zeros, no negative zero.
  private func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let whole = abs(hundredths) / 100
    let part = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    if part.isMultiple(of: 10) { return "\(sign)\(whole).\(part / 10)" }
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  /// Letters, digits, hyphens and underscores stay; anything else becomes a hyphen.
  static func identifier(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
          || scalar == "_")
      return isPlain ? Character(scalar) : "-"
    }
    return kept.isEmpty ? "chart" : String(kept)
  }

  /// Text made safe for an XML element or attribute.
  ///
  /// Control characters, the marks that turn the direction of writing and scalars that XML forbids
  /// become U+FFFD, so that nothing that was there goes without a trace.
  private func escape(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: safe += "&amp;"
      case 0x3C: safe += "&lt;"
      case 0x3E: safe += "&gt;"
      case 0x22: safe += "&quot;"
      case 0x27: safe += "&#39;"
      case 0x09, 0x0A, 0x0D: safe += " "
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}

extension Mark {
  var isHatched: Bool {
    switch self {
    case .rectangle(_, _, _, _, .hatch, _), .circle(_, _, .hatch, _), .polygon(_, .hatch, _): true
    default: false
    }
  }
}
