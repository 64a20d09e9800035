import FurlongTables

/// A cell as another program read it: a truth, a number, a text or nothing, as the text that Furlong gives of it.
struct GivenCell: Decodable, CustomStringConvertible {
  var text: String
  var description: String { text }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      text = ""
    } else if let truth = try? container.decode(Bool.self) {
      text = truth ? "TRUE" : "FALSE"
    } else if let number = try? container.decode(Double.self) {
      text = ShortestNumber.text(number)
    } else {
      text = Self.moment(try container.decode(String.self).trimming(while: \.isWhitespace))
    }
  }

  /// `2018-05-06T00:00:00` is a day, and a moment has a blank for its T.
  private static func moment(_ text: String) -> String {
    let signs = Array(text)
    guard signs.count == 19, signs[4] == "-", signs[10] == "T" else { return text }
    let clock = String(signs[11...])
    return String(signs[..<10]) + (clock == "00:00:00" ? "" : " \(clock)")
  }
}

extension String {
  fileprivate func trimming(while isLeftOut: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isLeftOut(first) { rest = rest.dropFirst() }
    while let last = rest.last, isLeftOut(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
