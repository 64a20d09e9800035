/// JSON whose keys stay in the order in which they were written.
enum JSONNode: Sendable {
  case object([(key: String, value: JSONNode)])
  case array([JSONNode])
  case text(String)
  case number(Double)
  case null

  /// Two spaces a level; an empty list stays on its line; no newline at the end.
  func write(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map {
        "\(inner)\(JSONNode.quoted($0.key)): \($0.value.write(indent: indent + 2))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    case .array(let items):
      guard !items.isEmpty else { return "[]" }
      let lines = items.map { inner + $0.write(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .text(let text): return JSONNode.quoted(text)
    case .number(let value): return JSONNode.shortest(value)
    case .null: return "null"
    }
  }

  /// The shortest text that reads back to the same number; whole numbers without a point.
  static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  /// A JSON string; everything but printable ASCII and ordinary letters is escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0x09: quoted += "\\t"
      case 0x0D: quoted += "\\r"
      // A JSON file that is pasted into HTML must not end a script element.
      case 0x3C: quoted += "\\u003c"
      case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
