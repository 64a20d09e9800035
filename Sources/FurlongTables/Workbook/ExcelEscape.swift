/// Signs that XML cannot hold, as workbooks write them: `_x000D_` for the sign with this number.
enum ExcelEscape {
  /// A text with its signs in place of the escapes.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var rest = text[...]
    var decoded = ""
    while let start = rest.firstRange(of: "_x") {
      let code = rest[start.upperBound...].prefix(5)
      decoded += rest[..<start.lowerBound]
      if code.count == 5, code.last == "_", code.dropLast().allSatisfy(\.isHexDigit),
        let number = UInt32(code.dropLast(), radix: 16), let sign = Unicode.Scalar(number)
      {
        decoded.unicodeScalars.append(sign)
        rest = rest[code.endIndex...]
      } else {
        decoded += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return decoded + rest
  }

  /// A text as XML may hold it, with what reads like an escape escaped.
  static func encoded(_ text: String) -> String {
    var encoded = ""
    let signs = Array(text.unicodeScalars)
    for (place, sign) in signs.enumerated() {
      switch sign {
      case "&": encoded += "&amp;"
      case "<": encoded += "&lt;"
      case ">": encoded += "&gt;"
      case "\"": encoded += "&quot;"
      case "\t", "\n": encoded.unicodeScalars.append(sign)
      case "_" where isEscape(signs[place...].prefix(7)): encoded += "_x005F_"
      case _ where sign.value < 0x20 || sign.value == 0xFFFE || sign.value == 0xFFFF:
        let code = String(sign.value, radix: 16, uppercase: true)
        encoded += "_x\(String(repeating: "0", count: 4 - code.count))\(code)_"
      default: encoded.unicodeScalars.append(sign)
      }
    }
    return encoded
  }

  private static func isEscape(_ signs: ArraySlice<Unicode.Scalar>) -> Bool {
    signs.count == 7 && signs.dropFirst().first == "x" && signs.last == "_"
      && signs.dropFirst(2).dropLast().allSatisfy(\.properties.isASCIIHexDigit)
  }
}
