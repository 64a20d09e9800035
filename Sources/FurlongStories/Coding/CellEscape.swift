/// Writes words so that a cell of a CSV file gives them back to the last code point, and a spreadsheet does not run them.
///
/// A backslash is `\\`, a line break `\n`, a blank at an end `\s`; other white space and signs that cannot be seen are
/// `\u{200D}`; words that begin like a formula get a backslash before them.
enum CellEscape {
  static func written(_ words: String) -> String {
    let points = Array(words.unicodeScalars)
    var written = String.UnicodeScalarView()
    for (place, point) in points.enumerated() {
      let isAtEnd = place == 0 || place == points.count - 1
      switch point {
      case "\\": written.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": written.append(contentsOf: "\\n".unicodeScalars)
      case " ": written.append(contentsOf: (isAtEnd ? "\\s" : " ").unicodeScalars)
      case _ where isUnseen(point):
        written.append(contentsOf: "\\u{\(String(point.value, radix: 16))}".unicodeScalars)
      case _ where place == 0 && formulas.contains(point):
        written.append("\\")
        written.append(point)
      default: written.append(point)
      }
    }
    return String(written)
  }

  static func plain(_ cell: String) -> String {
    var plain = String.UnicodeScalarView()
    var points = cell.unicodeScalars.makeIterator()
    while let point = points.next() {
      guard point == "\\" else {
        plain.append(point)
        continue
      }
      switch points.next() {
      case nil: plain.append(point)
      case "n"?: plain.append("\n")
      case "s"?: plain.append(" ")
      case "u"?:
        _ = points.next()
        var digits = ""
        while let digit = points.next(), digit != "}" { digits.unicodeScalars.append(digit) }
        if let value = UInt32(digits, radix: 16), let unseen = Unicode.Scalar(value) {
          plain.append(unseen)
        }
      case let other?: plain.append(other)
      }
    }
    return String(plain)
  }

  private static func isUnseen(_ point: Unicode.Scalar) -> Bool {
    switch point.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: true
    default: point.properties.isWhitespace
    }
  }

  private static let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@", "'", "＝", "＋", "－", "＠"]
}
