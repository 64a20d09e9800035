/// XML as it is written: an element a line, in the order given.
///
/// What XML cannot hold (control characters other than tab and line ends) becomes U+FFFD.
struct MarkupWriting {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element, with what stands in it; attributes that are nil are left out.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ content: (inout MarkupWriting) -> Void = { _ in }
  ) {
    indent()
    text += "<\(name)"
    for case (let key, let value?) in attributes {
      text += " \(key)=\""
      append(value, inAttribute: true)
      text += "\""
    }
    text += ">\n"
    let start = text.utf8.count
    depth += 1
    content(&self)
    depth -= 1
    if text.utf8.count == start {
      text.removeLast(">\n".count)
      text += "/>\n"
    } else {
      indent()
      text += "</\(name)>\n"
    }
  }

  /// An element of words; none where there are no words.
  mutating func words(_ name: String, _ words: String) {
    if words.isEmpty { return }
    indent()
    text += "<\(name)>"
    append(words, inAttribute: false)
    text += "</\(name)>\n"
  }

  /// An element of others; none where there are no others.
  mutating func list<Item>(
    _ name: String, _ items: [Item], _ item: (Item, inout MarkupWriting) -> Void
  ) {
    if items.isEmpty { return }
    element(name) { xml in
      for one in items { item(one, &xml) }
    }
  }

  private mutating func indent() { text += String(repeating: " ", count: depth) }

  private mutating func append(_ words: String, inAttribute: Bool) {
    for point in words.unicodeScalars {
      switch point {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where inAttribute: text += "&quot;"
      case "\n" where inAttribute, "\t" where inAttribute, "\r": text += "&#\(point.value);"
      case "\n", "\t": text.unicodeScalars.append(point)
      case _ where point.value < 0x20 || point.value == 0xFFFE || point.value == 0xFFFF:
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(point)
      }
    }
  }
}
