/// Text escaped for the place in HTML where it will stand.
enum HTMLText {
  /// Text between tags.
  static func element(_ raw: String) -> String {
    var safe = ""
    for scalar in PlainText(raw).text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// Text inside a quoted attribute.
  static func attribute(_ raw: String) -> String {
    var safe = ""
    for scalar in element(raw).unicodeScalars {
      switch scalar {
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// An id: ASCII letters, digits, hyphens and underscores; anything else becomes a hyphen.
  static func identifier(_ raw: String) -> String {
    let kept = raw.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
      default: "-"
      }
    }
    return kept.isEmpty ? "part" : String(kept)
  }

  /// Prose with its marks; each number carries its fact and, if it may be published, its value,
  /// unless facts are not to be marked: then it is its printed text alone.
  static func prose(_ prose: Prose, marksFacts: Bool = true) -> String {
    prose.inlines.map { inline in
      switch inline {
      case .text(let words): element(words)
      case .strong(let inner): "<strong>\(self.prose(inner, marksFacts: marksFacts))</strong>"
      case .emphasis(let inner): "<em>\(self.prose(inner, marksFacts: marksFacts))</em>"
      case .code(let text): "<code>\(element(text))</code>"
      case .number(let number): marksFacts ? self.number(number) : element(number.text)
      }
    }.joined()
  }

  private static func number(_ number: ReportedNumber) -> String {
    let fact = attribute(number.fact)
    if case .released(let value) = number.value, value.isFinite {
      let digits = JSONNode.shortest(value)
      return "<data data-fact=\"\(fact)\" value=\"\(digits)\">\(element(number.text))</data>"
    }
    return "<span data-fact=\"\(fact)\">\(element(number.text))</span>"
  }
}
